using SupplierBot.Conversations.Kit.Talk;

namespace SupplierBot.Conversations.Journeys;

/// <summary>Suppliers from before the register: brought along beside the running bot, asked about, assessed, approved.</summary>
public abstract class ImportJourneyTests(Company company)
{
    [Fact]
    public async Task What_was_in_use_before_is_never_a_yes_until_somebody_assessed_it()
    {
        var (rita, sam) = (company.Rita, company.Sam);
        var said = await company.ImportAsync("Vendor;Business owner;What for\nGodwit Board;Rita;Notes of our sales calls.\n");
        Assert.Contains("1 supplier is on the register, in use and not assessed yet.", said, StringComparison.Ordinal);
        await rita.DiscardsDraftAsync();
        await rita.SaysAsync("can I use Godwit Board", "In use since before the register; not assessed yet.");
        await rita.PressesAsync("Start the assessment", "This is the first assessment of SUP-", "Godwit Board");
        await rita.GoesOnAsync(Supplier.NotesApp("Godwit Board"));
        await rita.PressesAsync("Send to Security");
        await rita.ReadsAsync("Sent. Thanks", "Godwit Board");
        await rita.SaysAsync("can I use Godwit Board", "its first assessment is in review");
        await sam.ReviewsAndApprovesAsync("Godwit Board");
        await rita.HearsAboutAsync("Godwit Board", "Yes, you can use Godwit Board");
    }
}
