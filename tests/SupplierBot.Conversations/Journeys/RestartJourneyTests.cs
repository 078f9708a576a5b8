using SupplierBot.Conversations.Kit.Talk;

namespace SupplierBot.Conversations.Journeys;

/// <summary>kill -9 and the same file again: what was shown as saved is there.</summary>
public abstract class RestartJourneyTests(Company company)
{
    [Fact]
    public async Task A_killed_bot_goes_on_where_the_draft_and_the_deliveries_stood()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        var app = Supplier.NotesApp("Phoenix Notes");
        await rita.DiscardsDraftAsync();
        await rita.SaysAsync($"new {app.Name}", "About the supplier");
        await rita.AnswersPageAsync(app);
        await rita.AnswersPageAsync(app);
        await rita.ReadsAsync("Data and access");
        await company.KillAndStartAsync();

        await rita.SaysAsync("help", "You have a draft for Phoenix Notes, at step 3.");
        await rita.PressesAsync("Continue");
        await rita.ReadsAsync("Data and access");
        Assert.Equal(3, await rita.GoesOnAsync(app));
        await rita.PressesAsync("Send to Security");
        await company.KillAndStartAsync();

        await rita.ReadsAsync("Sent. Thanks, Rita.");
        await sam.ReviewsAsync(app.Name);
        await sam.ApprovesAsync();
        await company.KillAndStartAsync();
        await rita.SeesAsync("You can use Phoenix Notes now");
        await sam.SeesInChannelAsync("Phoenix Notes: approved");
        await rita.HearsAboutAsync(app.Name, "Yes, you can use Phoenix Notes");
        Assert.Equal(1, await rita.CountAsync("Hello"));
    }
}
