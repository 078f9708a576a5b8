using System.Globalization;
using SupplierBot.Conversations.Kit.Talk;

namespace SupplierBot.Conversations.Journeys;

/// <summary>
/// What the supplier signs: refused points bring Legal and the person who answers for the gap, and each has a place to look.
/// </summary>
public abstract class ContractPointJourneyTests(Company company)
{
    private const string Words = "They train on everything they get.";

    [Fact]
    public async Task A_refused_point_brings_legal_and_is_used_once_somebody_answers_for_the_gap()
    {
        var (rita, sam, priya, carla) = (company.Rita, company.Sam, company.Priya, company.Carla);
        await carla.SaysAsync("roles add legal Priya", "Priya", "Legal");
        await rita.AsksForAsync(Supplier.NotesApp("Plover Ledger").But("data", "confidential"));
        await sam.SaysAsync("contract points Plover Ledger", "Contract points", "Needed before use", "No training without consent");
        await sam.PressesAsync("clause");
        await sam.ReadsAsync("We ask for", "It's needed before use.");
        await sam.Fills(("clause_state", "refused"), ("clause_words", Words)).PressesAsync("Save");
        await sam.ReadsAsync("Refused");

        await sam.ReviewsAsync("Plover Ledger");
        await sam.ReadsAsync("Changed contract points", Words);
        await sam.ApprovesAsync();
        // Legal has no place of its own here.
        await priya.SeesAsync("Plover Ledger", "Decide by", "Review");
        await priya.ReviewsAsync("Plover Ledger");
        await priya.ReadsAsync(Words);
        await priya.ApprovesAsync();
        await rita.SeesAsync("Approved – not ready to use: Plover Ledger", "1 contract point");
        await rita.HearsAboutAsync("Plover Ledger", "Not yet: it's approved, but not ready to use.");

        await carla.SaysAsync("contract points Plover Ledger", "Contract points");
        await carla.PressesAsync("accept_clause");
        var until = DateTime.UtcNow.Date.AddDays(90).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await carla
            .Fills(("accept_reason", "Only public notes go there until they change it."), ("accept_until", until))
            .PressesAsync("Accept the gap");
        await carla.ReadsAsync("Accepted “");
        await rita.SeesAsync("You can use Plover Ledger now");
        await rita.HearsAboutAsync("Plover Ledger", "Yes, you can use Plover Ledger");
        await carla.SaysAsync("roles remove legal Priya", "Legal");
    }
}
