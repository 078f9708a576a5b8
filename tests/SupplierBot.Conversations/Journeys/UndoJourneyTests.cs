using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Conversations.Kit.Talk.Slack;
using SupplierBot.Conversations.Kit.Talk.Teams;

namespace SupplierBot.Conversations.Journeys;

public abstract class UndoJourneyTests(Company company)
{
    [Fact]
    public async Task A_decision_that_was_a_slip_is_undone_and_the_next_one_counts()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        await rita.AsksForAsync(Supplier.NotesApp("Heron Draft"));
        await sam.ReviewsAsync("Heron Draft");
        await sam.PressesAsync("Reject…");
        await sam.Fills(("comment", "This was meant for another supplier.")).PressesAsync("Reject");
        await sam.ReadsAsync("Done. I'll let Rita know.", "seconds to undo this", "Heron Draft: not approved");
        await sam.PressesAsync("undo");
        await sam.ReadsAsync("Nobody was notified.");
        await sam.ReviewsAndApprovesAsync("Heron Draft");
        await rita.SeesAsync("You can use Heron Draft now");
        await rita.HearsAboutAsync("Heron Draft", "Yes, you can use");
    }

    [Fact]
    public async Task A_request_that_was_sent_too_soon_is_a_draft_again()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        var first = await rita.AsksForAsync(Supplier.NotesApp("Egret Draft"));
        await rita.ReadsAsync("seconds to undo this");
        await rita.PressesAsync("undo");
        await rita.ReadsAsync("Check your request", "Nobody was notified.", "Egret Draft");
        await rita.PressesAsync("Send to Security");
        await rita.ReadsAsync("Sent. Thanks, Rita.");
        Assert.NotEqual(first, rita.RequestId);
        await sam.ReviewsAndApprovesAsync("Egret Draft");
        await rita.SeesAsync("You can use Egret Draft now");
    }
}

/// <summary>On Teams and on Slack.</summary>
public static class UndoOnChannelsTests
{
    public sealed class OnTeamsTests(CompanyOnTeamsWithUndo company) : UndoJourneyTests(company), IClassFixture<CompanyOnTeamsWithUndo>;

    public sealed class OnSlackTests(CompanyInModalsWithUndo company) : UndoJourneyTests(company), IClassFixture<CompanyInModalsWithUndo>;
}
