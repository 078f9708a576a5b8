using System.Text.RegularExpressions;
using SupplierBot.Conversations.Kit.Talk;

namespace SupplierBot.Conversations.Journeys;

/// <summary>What is approved goes on being looked after: an incident, a review, the end.</summary>
public abstract partial class InUseJourneyTests(Company company)
{
    [Fact]
    public async Task An_incident_is_reported_to_security_at_once()
    {
        var (rita, sam, priya) = (company.Rita, company.Sam, company.Priya);
        var entry = await ApprovedAsync("Puffin Board");
        await rita.SaysAsync($"incident {entry}", "Incident: Puffin Board");
        await rita.Fills(("note_text", "They wrote that call notes were open to other customers on Monday."))
            .PressesAsync("Report incident");
        await rita.ReadsAsync("Logged.");
        foreach (var reviewer in new[] { sam, priya })
            await reviewer.SeesAsync("Incident: Puffin Board", "open to other customers");
    }

    [Fact]
    public async Task A_review_asks_what_was_answered_and_one_reviewer_is_enough_where_nothing_changed()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        var entry = await ApprovedAsync("Razorbill Board");
        await rita.DiscardsDraftAsync();
        await rita.SaysAsync($"review {entry}", $"You're reviewing {entry}.", "Razorbill Board");
        await rita.GoesThroughAsync(() => rita.PressesAsync("answer"));
        await rita.PressesAsync("submit");
        await rita.ReadsAsync("Razorbill Board", "REQ-");
        await rita.HearsAboutAsync("Razorbill Board", "Yes, you can use Razorbill Board");
        await sam.ReviewsAsync("Razorbill Board");
        Assert.True(sam.CurrentView.Has("Pass review"));
        await sam.ApprovesAsync();
        await rita.SeesAsync("Review passed: Razorbill Board");
        await rita.HearsAboutAsync("Razorbill Board", "Yes, you can use Razorbill Board");
    }

    [Fact]
    public async Task Its_use_ends_when_somebody_of_security_confirms_what_was_cleared_up()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        var entry = await ApprovedAsync("Guillemot Board");
        await rita.SaysAsync($"exit {entry}", "Offboard Guillemot Board");
        await rita.Fills(("exit_access", "All accounts closed, see the admin page.")).PressesAsync("Save");
        await rita.SaysAsync($"exit {entry}", "Offboard Guillemot Board", "All accounts closed, see the admin page.");
        await rita.Fills(("exit_data", "Deleted, their mail of today."), ("exit_moved", "There were none.")).PressesAsync("Save");
        await rita.ReadsAsync("will check it and confirm offboarding.");
        await sam.SeesAsync("Confirm offboarding: Guillemot Board");
        await sam.PressesAsync("Confirm offboarding");
        await rita.SeesAsync("Ended: Guillemot Board");
        await rita.HearsAboutAsync("Guillemot Board", "No");
    }

    /// <returns>Its line on the register.</returns>
    private async Task<string> ApprovedAsync(string name)
    {
        await company.Rita.AsksForAsync(Supplier.NotesApp(name));
        await company.Sam.ReviewsAndApprovesAsync(name);
        await company.Rita.SeesAsync($"You can use {name} now");
        await company.Sam.SeesInChannelAsync($"{name}: approved");
        return EntryIds().Match(company.Sam.CurrentView.Reading) is { Success: true } found
            ? found.Value
            : throw new InvalidOperationException($"No line of the register here:\n{company.Sam.CurrentView.Reading}");
    }

    [GeneratedRegex(@"SUP-\d{4,}")]
    private static partial Regex EntryIds();
}
