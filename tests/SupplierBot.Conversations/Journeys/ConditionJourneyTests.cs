using SupplierBot.Conversations.Kit.Talk;

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
        await sam.PressesAsync("With conditions…");
        await sam.ReadsAsync("Approve Fennel Board, if …");
        await sam.Fills(
                ("condition_text", "Switch on single sign-on for everybody."),
                ("condition_when", "before_use"),
                ("terms", "agreed")
            )
            .PressesAsync("Approve with these");
        await sam.ReadsAsync("Done. Rita will be told.", "Fennel Board: approved with conditions");

        await rita.SeesAsync("Nearly there: Fennel Board", "Switch on single sign-on for everybody.", "before use");
        var notice = rita.CurrentView;
        await rita.HearsAboutAsync("Fennel Board", "Not yet: approved, but some things must be done first.");
        rita.LooksAt(notice);
        await rita.PressesAsync("Condition 1 is done");
        await rita.Fills(("proof_text", "Switched on today, see the admin page.")).PressesAsync("It's done");
        await rita.ReadsAsync("Thank you. Sam has been asked to confirm it.");
        await rita.HearsAboutAsync("Fennel Board", "Not yet: approved, but some things must be done first.");

        await sam.SeesAsync("Please confirm a condition for Fennel Board", "Switched on today, see the admin page.");
        await sam.PressesAsync("Confirm condition 1");
        await sam.ReadsAsync("Thank you, that is confirmed.");
        await rita.SeesAsync("You can use Fennel Board now.", "Everything that had to be done first is done.");
        await rita.HearsAboutAsync("Fennel Board", "Yes. Fennel Board is approved");
        await priya.SeesInChannelAsync("Fennel Board: approved with conditions", "Switch on single sign-on for everybody.", "done");
    }

    [Fact]
    public async Task A_condition_by_a_date_lets_it_be_used_with_care_at_once()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        await rita.AsksForAsync(Supplier.NotesApp("Sorrel Board"));
        await sam.ReviewsAsync("Sorrel Board");
        await sam.PressesAsync("With conditions…");
        await sam.Fills(
                ("condition_text", "Get the list of companies behind it."),
                ("condition_when", "by_date"),
                ("condition_due", "2001-01-01"),
                ("terms", "covered")
            )
            .PressesAsync("Approve with these");
        await sam.ReadsAsync("Please choose a day between tomorrow and");
        var due = DateTime.UtcNow.Date.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await sam.Fills(("condition_due", due)).PressesAsync("Approve with these");
        await sam.ReadsAsync("Done. Rita will be told.");
        await rita.SeesAsync("You can use Sorrel Board now.", "Get the list of companies behind it.");
        await rita.HearsAboutAsync("Sorrel Board", "Yes, with conditions: ask Rita first.");
    }

    [Fact]
    public async Task An_open_contract_keeps_it_out_of_use_until_it_is_agreed()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        await rita.AsksForAsync(Supplier.NotesApp("Chervil Board"));
        await sam.ReviewsAsync("Chervil Board");
        await sam.PressesAsync("With conditions…");
        var due = DateTime.UtcNow.Date.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await sam.Fills(
                ("condition_text", "Get the list of companies behind it."),
                ("condition_when", "by_date"),
                ("condition_due", due),
                ("terms", "open")
            )
            .PressesAsync("Approve with these");
        await rita.SeesAsync("Nearly there: Chervil Board", "Agree the contract points with the supplier.");
        await rita.PressesAsync("Condition 2 is done");
        await rita.Fills(("proof_text", "Signed by both sides, in the contract folder.")).PressesAsync("It's done");
        await rita.HearsAboutAsync("Chervil Board", "Not yet: approved, but some things must be done first.");
        await sam.SeesAsync("Please confirm a condition for Chervil Board");
        await sam.PressesAsync("Confirm condition 2");
        await rita.HearsAboutAsync("Chervil Board", "Yes, with conditions: ask Rita first.");
    }

    [Fact]
    public async Task A_contract_point_that_cannot_be_waived_is_not_left_open()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        await rita.AsksForAsync(Supplier.NotesApp("Tansy Board"));
        await sam.ReviewsAsync("Tansy Board");
        await sam.ApprovesAsync("open");
        await sam.ReadsAsync("These contract points can't be waived: Data-processing terms, No training without consent.");
        await rita.HearsAboutAsync("Tansy Board", "Not yet: being checked");
        await sam.ApprovesAsync("covered", "Terms v7");
        await sam.ReadsAsync("Done. Rita will be told.");
    }

    [Theory]
    [InlineData("covered", "covered by their own terms (Terms v7)")]
    [InlineData("agreed", "in the signed contract (Terms v7)")]
    public async Task A_settled_contract_lets_it_be_used_and_is_on_every_copy(string terms, string shown)
    {
        var (rita, sam, priya) = (company.Rita, company.Sam, company.Priya);
        var name = $"Borage {terms} Board";
        await rita.AsksForAsync(Supplier.NotesApp(name));
        await sam.ReviewsAndApprovesAsync(name, terms, "Terms v7");
        foreach (var screen in new[] { sam, priya })
            await screen.SeesInChannelAsync($"{name}: approved", shown);
        await rita.HearsAboutAsync(name, "Yes.");
    }

    [Fact]
    public async Task Where_the_contract_stands_must_be_said_before_a_yes()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        await rita.AsksForAsync(Supplier.NotesApp("Lovage Board"));
        await sam.ReviewsAsync("Lovage Board");
        await sam.PressesAsync("Approve");
        await sam.ReadsAsync("Please say where the contract points stand, then approve.");
        await rita.HearsAboutAsync("Lovage Board", "Not yet: being checked");
    }
}
