using System.Text.RegularExpressions;
using SupplierBot.Conversations.Kit.Talk;

namespace SupplierBot.Conversations.Journeys;

/// <summary>People call a supplier what they like: products, typos, the name an admin recorded, and the one it has now.</summary>
public abstract partial class NamesJourneyTests(Company company)
{
    [Fact]
    public async Task Whatever_it_is_called_it_is_found_and_its_passport_is_shown()
    {
        var (rita, sam, carla) = (company.Rita, company.Sam, company.Carla);
        await rita.AsksForAsync(
            Supplier.NotesApp("Whinchat Notes").But("data", "confidential").But("service", "Whinchat Pad, Business plan")
        );
        await sam.ReviewsAndApprovesAsync("Whinchat Notes");
        await rita.SeesAsync("Whinchat Notes");

        await rita.HearsAboutAsync("Whinchat Pad", "Yes, you can use Whinchat Notes");
        await rita.ReadsAsync("Business plan");
        await rita.HearsAboutAsync("Whinchat Ntoes", "Did you mean Whinchat Notes?");
        await rita.HearsAboutAsync("Chatterbird Memo", "Chatterbird Memo isn't on the register yet.");

        await carla.HearsAboutAsync("Whinchat Notes", "Yes, you can use Whinchat Notes");
        await carla.PressesAsync("Approval passport", "Approval passport: Whinchat Notes", "Approved by", "Valid until");
        var entry = EntryNumber().Match(carla.CurrentView.Reading).Value;

        await rita.SaysAsync($"alias {entry} Chatterbird Memo", "Only an admin can change names");
        await carla.SaysAsync($"alias {entry} Chatterbird Memo", "Chatterbird Memo now means Whinchat Notes");
        await rita.HearsAboutAsync("chatterbird memo", "Yes, you can use Whinchat Notes");
        await carla.SaysAsync($"rename {entry} to Whinchat Labs", "Rename Whinchat Notes", "stays as a former name");
        await carla.PressesAsync("Rename");
        await carla.ReadsAsync("is now Whinchat Labs");
        await rita.HearsAboutAsync("Whinchat Notes", "Yes, you can use Whinchat Labs");
        await carla.SaysAsync($"alias remove {entry} Chatterbird Memo", "Chatterbird Memo no longer means");
        await rita.HearsAboutAsync("Chatterbird Memo", "Chatterbird Memo isn't on the register yet.");
    }

    [Fact]
    public async Task Two_entries_of_one_supplier_are_merged_and_taken_apart_again()
    {
        var (rita, sam, carla) = (company.Rita, company.Sam, company.Carla);
        foreach (var name in new[] { "Dunnock Labs", "Firecrest Notes" })
        {
            await rita.AsksForAsync(Supplier.NotesApp(name));
            await sam.ReviewsAndApprovesAsync(name);
            await rita.SeesAsync(name);
        }
        await rita.SaysAsync("merge Dunnock Labs into Firecrest Notes", "Only an admin can merge register entries");
        await carla.SaysAsync("merge Dunnock Labs into Firecrest Notes", "Merge Dunnock Labs", "The merge approves nothing");
        await carla.PressesAsync("Merge", "Merged. Dunnock Labs");
        await rita.HearsAboutAsync("Dunnock Labs", "Yes, you can use Firecrest Notes");
        await carla.PressesAsync("Undo the merge", "stands for itself again");
        await rita.HearsAboutAsync("Dunnock Labs", "Yes, you can use Dunnock Labs");
    }

    [GeneratedRegex("SUP-[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex EntryNumber();
}
