using SupplierBot.Web;

namespace SupplierBot.Conversations;

/// <summary>kill -9 and the same file again: what was shown as saved is there.</summary>
public sealed class Restarts
{
    [Fact]
    public async Task A_killed_bot_goes_on_where_the_draft_and_the_deliveries_stood()
    {
        await using var local = await LocalCompany.StartAsync(null, Personas.Rita, Personas.Sam);
        var (rita, sam) = (new Chatter(local.Rita), new Chatter(local.Sam));
        await rita.SeesAsync("Hello");
        await sam.SeesAsync("Hello");
        var app = Supplier.NotesApp("Phoenix Notes");
        await rita.SaysAsync($"new {app.Name}", "About the supplier");
        await rita.AnswersPageAsync(app);
        await rita.AnswersPageAsync(app);
        rita.Reads("What they could reach");
        await KillAndStartAsync(local);

        await rita.SaysAsync("help", "You are at step 3 of your request for Phoenix Notes.");
        await rita.PressesAsync("Continue");
        rita.Reads("What they could reach");
        Assert.Equal(4, await rita.GoesOnAsync(app));
        await rita.PressesAsync("Send to security");
        await KillAndStartAsync(local);

        rita.Reads("Sent. Thank you, Rita.");
        await sam.ReviewsAsync(app.Name);
        await sam.ApprovesAsync();
        await KillAndStartAsync(local);
        await rita.SeesAsync("You can use Phoenix Notes now.");
        await sam.SeesInChannelAsync("Phoenix Notes: approved");
        await rita.HearsAboutAsync(app.Name, "Yes. Phoenix Notes is approved");
        Assert.Equal(1, rita.Count("Hello"));
    }

    private static async Task KillAndStartAsync(LocalCompany local)
    {
        await local.Bot.KillAsync();
        await local.Bot.StartAgainAsync();
    }
}
