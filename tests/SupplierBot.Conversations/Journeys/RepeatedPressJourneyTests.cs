using SupplierBot.Conversations.Kit.Talk;

namespace SupplierBot.Conversations.Journeys;

/// <summary>Impatient people and redeliveries: every button of the intake twice at once has one effect.</summary>
public abstract class RepeatedPressJourneyTests(Company company)
{
    [Fact]
    public async Task Every_button_from_the_first_page_to_the_receipt_has_one_effect()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        var app = Supplier.NotesApp("Twite Twice");
        await rita.DiscardsDraftAsync();
        await rita.SaysAsync($"new {app.Name}", "About the supplier");
        await rita.GoesThroughAsync(async () =>
        {
            rita.FillsPage(app);
            await rita.PressesTwiceAsync("answer");
            if (!rita.CurrentView.Has("back"))
                return;
            var after = rita.CurrentView.Reading;
            await rita.PressesTwiceAsync("back");
            await rita.PressesTwiceAsync("answer");
            Assert.Equal(after, rita.CurrentView.Reading);
        });
        await rita.PressesTwiceAsync("submit");
        await rita.ReadsAsync("Sent. Thanks, Rita.");
        var request = rita.RequestId;
        await sam.SeesInChannelAsync(app.Name, "Decide by");
        await sam.SaysAsync("pending", "earest deadline first");
        await rita.SaysAsync("mine", "Your requests", app.Name);
        Assert.Single(rita.CurrentView.Texts, text => text.TrimStart('*').StartsWith(app.Name, StringComparison.Ordinal));
        Assert.Equal(1, await sam.CountInChannelAsync(request));
    }

    [Fact]
    public async Task An_approval_pressed_twice_at_once_counts_once()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        await rita.AsksForAsync(Supplier.ShiftPlanner("Brambling Twice"));
        await sam.ReviewsAsync("Brambling Twice");
        sam.Fills(("terms", "agreed"), ("terms_ref", "MSA v3"), ("comment", "There is no other, and we can leave it in days."));
        await sam.PressesTwiceAsync("Approve", same: false);
        await sam.SeesInChannelAsync("Brambling Twice", "1 of 2 approved");
        await rita.SeesAsync("Brambling Twice", "1 of 2 approvals so far: Sam");
        await rita.HearsAboutAsync("Brambling Twice", "Not yet: it's in review");
    }

    [Fact]
    public async Task An_older_page_with_other_answers_changes_nothing_and_says_so()
    {
        var rita = company.Rita;
        var app = Supplier.NotesApp("Siskin Twice");
        await rita.DiscardsDraftAsync();
        await rita.SaysAsync($"new {app.Name}", "About the supplier");
        await rita.AnswersPageAsync(app);
        var old = rita.CurrentView;
        await rita.AnswersPageAsync(app);
        rita.LooksAt(old);
        await rita.Fills(("role", "COMPUTE"), ("effects", "none")).PressesAsync("answer");
        await rita.ReadsAsync("Those answers came from an older card, so I kept the ones you saved later.", "Data and access");
    }
}
