using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Conversations.Kit.Talk.Slack;

namespace SupplierBot.Conversations.Journeys;

/// <summary>An approval has an exit: what must happen first, who says that it has, and who confirms it.</summary>
public abstract class ConditionJourneyTests(Company company)
{
    [Fact]
    public async Task A_condition_before_use_is_reported_by_its_owner_confirmed_by_an_approver_and_then_it_may_be_used()
    {
        var (rita, sam, priya) = (company.Rita, company.Sam, company.Priya);
        await rita.AsksForAsync(Supplier.NotesApp("Fennel Board"));
        await sam.ReviewsAsync("Fennel Board");
        await sam.PressesAsync("Approve with conditions…");
        await sam.ReadsAsync("Conditions: Fennel Board");
        await sam.Fills(("condition_text", "Switch on single sign-on for everybody."), ("terms", "agreed"), ("terms_ref", "MSA v3"))
            .PressesAsync("Approve with conditions");
        await sam.ReadsAsync("Done. I'll let Rita know.", "Fennel Board: approved with conditions");

        await rita.SeesAsync("Approved – not ready to use: Fennel Board", "Switch on single sign-on for everybody.", "before use");
        var notice = rita.CurrentView;
        await rita.HearsAboutAsync("Fennel Board", "Not yet: it's approved, but not ready to use.");
        rita.LooksAt(notice);
        await rita.PressesAsync("Mark condition 1 done…");
        await rita.Fills(("proof_text", "Switched on today, see the admin page.")).PressesAsync("Report as done");
        await rita.ReadsAsync("Thanks. I've asked Sam to confirm it.");
        await rita.HearsAboutAsync("Fennel Board", "Not yet: it's approved, but not ready to use.");

        await sam.SeesAsync("Confirm a condition: Fennel Board", "Switched on today, see the admin page.");
        await sam.PressesAsync("Confirm condition 1");
        await sam.ReadsAsync("Confirmed. Thank you.");
        await rita.SeesAsync("You can use Fennel Board now", "Everything needed before use is done and confirmed.");
        await rita.HearsAboutAsync("Fennel Board", "Yes, you can use Fennel Board");
        await priya.SeesInChannelAsync("Fennel Board: approved with conditions", "Switch on single sign-on for everybody.", "Confirmed");
    }

    [Fact]
    public async Task A_condition_by_a_date_lets_it_be_used_with_care_at_once()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        await rita.AsksForAsync(Supplier.NotesApp("Sorrel Board"));
        await sam.ReviewsAsync("Sorrel Board");
        await sam.PressesAsync("Approve with conditions…");
        await sam.Fills(
                ("condition_text", "Get the list of companies behind it."),
                ("condition_due", "2001-01-01"),
                ("terms", "covered"),
                ("terms_ref", "MSA v3")
            )
            .PressesAsync("Approve with conditions");
        await sam.ReadsAsync("Choose a date from tomorrow to");
        var due = DateTime.UtcNow.Date.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await sam.Fills(("condition_due", due)).PressesAsync("Approve with conditions");
        await sam.ReadsAsync("Done. I'll let Rita know.");
        await rita.SeesAsync("You can use Sorrel Board now", "Get the list of companies behind it.");
        await rita.HearsAboutAsync("Sorrel Board", "Ask Rita before you start.");
    }

    [Fact]
    public async Task An_open_contract_keeps_it_out_of_use_whatever_else_is_done()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        await rita.AsksForAsync(Supplier.NotesApp("Chervil Board"));
        await sam.ReviewsAsync("Chervil Board");
        await sam.PressesAsync("Approve with conditions…");
        var due = DateTime.UtcNow.Date.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await sam.Fills(("condition_text", "Get the list of companies behind it."), ("condition_due", due), ("terms", "open"))
            .PressesAsync("Approve with conditions");
        await rita.SeesAsync("Approved – not ready to use: Chervil Board", "Get the list of companies behind it.");
        await rita.PressesAsync("Mark condition 1 done…");
        await rita.Fills(("proof_text", "Signed by both sides, in the contract folder.")).PressesAsync("Report as done");
        await rita.HearsAboutAsync("Chervil Board", "Not yet: it's approved, but not ready to use.");
        await sam.SeesAsync("Confirm a condition: Chervil Board");
        await sam.PressesAsync("Confirm condition 1");
        await rita.HearsAboutAsync("Chervil Board", "Not yet: it's approved, but not ready to use.");
    }

    [Fact]
    public async Task A_plain_yes_with_an_open_contract_makes_nothing_ready_to_use()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        await rita.AsksForAsync(Supplier.NotesApp("Tansy Board"));
        await sam.ReviewsAsync("Tansy Board");
        await sam.ApprovesAsync("open");
        await sam.ReadsAsync("Not ready to use yet.");
        await rita.HearsAboutAsync("Tansy Board", "Not yet: it's approved, but not ready to use.");
    }

    [Theory]
    [InlineData("covered", "Covered by the supplier's own terms (Terms v7)")]
    [InlineData("agreed", "Agreed in the signed contract (Terms v7)")]
    public async Task A_settled_contract_lets_it_be_used_and_is_on_every_copy(string terms, string shown)
    {
        var (rita, sam, priya) = (company.Rita, company.Sam, company.Priya);
        var name = $"Borage {terms} Board";
        await rita.AsksForAsync(Supplier.NotesApp(name));
        await sam.ReviewsAndApprovesAsync(name, terms, "Terms v7");
        foreach (var screen in new[] { sam, priya })
            await screen.SeesInChannelAsync($"{name}: approved", shown);
        await rita.HearsAboutAsync(name, "Yes, you can use");
    }

    [Fact]
    public async Task Where_the_contract_stands_must_be_said_before_a_yes()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        await rita.AsksForAsync(Supplier.NotesApp("Lovage Board"));
        await sam.ReviewsAsync("Lovage Board");
        // Teams says it at the field before anything is sent.
        await (sam is SlackUser ? sam.PressesAsync("Approve") : sam.ForcesAsync("approve"));
        await sam.ReadsAsync("Choose which terms are agreed, then try again.");
        await rita.HearsAboutAsync("Lovage Board", "Not yet: it's in review");
    }
}
