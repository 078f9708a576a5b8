using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Journeys;

/// <summary>People who may not decide read who does, by name; nothing changes.</summary>
public abstract class RefusedDecisionJourneyTests(Company company)
{
    [Fact]
    public async Task The_requester_cannot_approve_her_own_request_however_she_presses()
    {
        var rita = company.Rita;
        await rita.AsksForAsync(Supplier.NotesApp("Heron Minutes"));
        var ritaInTheChannel = company.InTheChannel(Personas.Rita);
        await ritaInTheChannel.SeesInChannelAsync("Heron Minutes", "Decide by");
        var review = ritaInTheChannel.CurrentView;
        await ritaInTheChannel.ForcesAsync("approve", ("terms", "agreed"), ("terms_ref", "MSA v3"));
        await ritaInTheChannel.ReadsAsync("This is your own request, so someone else must decide: Sam, Priya.");
        ritaInTheChannel.LooksAt(review);
        await ritaInTheChannel.PressesAsync("Review");
        await ritaInTheChannel.ReadsAsync("This is your own request, so someone else must decide: Sam, Priya.");
        ritaInTheChannel.LooksAt(review);
        await ritaInTheChannel.ForcesAsync("settle", ("source", "I know it"), ("training", "no"));
        await ritaInTheChannel.ReadsAsync("This is your own request");
        await rita.HearsAboutAsync("Heron Minutes", "Not yet: it's in review");
    }

    [Fact]
    public async Task The_CISO_does_not_decide_what_is_for_security()
    {
        await company.Rita.AsksForAsync(Supplier.NotesApp("Plover Minutes"));
        var carla = company.InTheChannel(Personas.Carla);
        await carla.SeesInChannelAsync("Plover Minutes", "Decide by");
        var review = carla.CurrentView;
        foreach (var verb in new[] { "approve", "approve_conditions", "reject" })
        {
            carla.LooksAt(review);
            await carla.ForcesAsync(
                verb,
                ("terms", "agreed"),
                ("terms_ref", "MSA v3"),
                ("comment", "A reason that is long enough"),
                ("condition_text", "A condition that is long enough")
            );
            await carla.ReadsAsync("Only Security can do this: Sam, Priya.");
        }
        await company.Rita.HearsAboutAsync("Plover Minutes", "Not yet: it's in review");
    }

    [Fact]
    public async Task A_colleague_without_a_role_learns_who_decides_and_nothing_else()
    {
        await company.Rita.AsksForAsync(Supplier.NotesApp("Dunlin Minutes"));
        var stranger = company.InTheChannel(Personas.Extras[0]);
        await stranger.SeesInChannelAsync("Dunlin Minutes", "Decide by");
        await stranger.PressesAsync("Review");
        await stranger.ReadsAsync("Only Security can do this: Sam, Priya.");
        stranger.DoesNotRead("sales calls");
        await company.Sam.SeesInChannelAsync("Dunlin Minutes", "Decide by");
        await company.Rita.HearsAboutAsync("Dunlin Minutes", "Not yet: it's in review");
    }

    [Fact]
    public async Task A_second_press_after_the_decision_changes_nothing()
    {
        var (rita, sam, priya) = (company.Rita, company.Sam, company.Priya);
        var request = await rita.AsksForAsync(Supplier.NotesApp("Sanderling Minutes"));
        await priya.ReviewsAsync("Sanderling Minutes");
        await sam.ReviewsAsync("Sanderling Minutes");
        var deciding = sam.CurrentView;
        await sam.ApprovesAsync();
        sam.LooksAt(deciding);
        await sam.ApprovesAsync();
        await sam.ReadsAsync("Already decided on", "Sanderling Minutes: approved");
        await priya.PressesAsync("Reject…");
        await priya.ReadsAsync("Already decided on", "Sanderling Minutes: approved");
        await rita.SaysAsync($"status {request}", "Sanderling Minutes: approved", "Sam approved");
        Assert.Single(rita.CurrentView.Texts, text => text.Contains("Sam approved", StringComparison.Ordinal));
        rita.DoesNotRead("Priya did not approve");
    }

    [Fact]
    public async Task A_card_from_before_an_edit_never_decides()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        await rita.AsksForAsync(Supplier.NotesApp("Turnstone Minutes"));
        await sam.ReviewsAsync("Turnstone Minutes");
        await rita.PressesAsync("Change answers");
        await rita.ReadsAsync("Check your changes");
        await rita.PressesAsync("Change answers");
        await rita.PressesAsync("edit:reach");
        await rita.Fills(("access", "upload")).PressesAsync("answer");
        await rita.PressesAsync("Send changes");
        await rita.ReadsAsync("Reviewers will see what changed.");

        await sam.ApprovesAsync();
        await sam.ReadsAsync("This request has changed since you opened it.", "Rita changed");
        await rita.HearsAboutAsync("Turnstone Minutes", "Not yet: it's in review");
        await sam.ApprovesAsync();
        await sam.ReadsAsync("Done. I'll let Rita know.");
        await rita.HearsAboutAsync("Turnstone Minutes", "Yes, you can use");
    }

    [Fact]
    public async Task Of_two_opposite_buttons_at_once_one_decides_and_the_other_is_told()
    {
        var (rita, sam, priya) = (company.Rita, company.Sam, company.Priya);
        await rita.AsksForAsync(Supplier.NotesApp("Knot Minutes"));
        await sam.ReviewsAsync("Knot Minutes");
        await priya.ReviewsAsync("Knot Minutes");
        await priya.PressesAsync("Reject…");
        priya.Fills(("comment", "Please use what we have already."));
        await Task.WhenAll(sam.ApprovesAsync(), priya.PressesAsync("Reject"));

        var (samReads, priyaReads) = (sam.CurrentView, priya.CurrentView);
        await sam.SeesInChannelAsync("Knot Minutes: ");
        var samDecided = !sam.CurrentView.Holds(["Knot Minutes: not approved"]);
        sam.LooksAt(samReads);
        priya.LooksAt(priyaReads);
        var (winner, loser) = samDecided ? (sam, priya) : (priya, sam);
        await winner.ReadsAsync("Done. I'll let Rita know.");
        await loser.ReadsAsync("Already decided on");
        var outcome = samDecided ? "Knot Minutes: approved" : "Knot Minutes: not approved";
        await sam.SeesInChannelAsync(outcome, winner.Name);
        await priya.SeesInChannelAsync(outcome, winner.Name);
        await rita.SeesAsync(samDecided ? "You can use Knot Minutes now" : "Not approved: Knot Minutes");
        await rita.HearsAboutAsync("Knot Minutes", samDecided ? "Yes, you can use" : "No: it isn't approved.");
    }
}
