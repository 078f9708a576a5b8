using SupplierBot.Conversations.Kit.Talk;

namespace SupplierBot.Conversations.Journeys;

/// <summary>Who stands behind a supplier is said once, and counts wherever somebody decides.</summary>
public abstract class ProviderJourneyTests(Company company)
{
    [Fact]
    public async Task Who_decides_reads_what_depends_on_the_same_provider()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        foreach (var name in new[] { "Wigeon Notes", "Gadwall Notes" })
        {
            await rita.AsksForAsync(Supplier.NotesApp(name).And("others_text", "Garganey Models (G-4)"));
            await sam.ReviewsAndApprovesAsync(name);
            await rita.SeesAsync($"You can use {name} now");
        }
        await rita.AsksForAsync(Supplier.NotesApp("Smew Notes").And("others_text", "garganey models and gpt-4o"));
        await sam.ReviewsAsync("Smew Notes");
        await sam.ReadsAsync("2 of our services depend on garganey models.", "OpenAI (gpt-4o, AI model)");
        await sam.SaysAsync(
            "register with Garganey Models",
            "2 of our services depend on Garganey Models.",
            "Wigeon Notes",
            "Gadwall Notes"
        );
    }
}
