using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Chat.Files;

/// <summary>The files that the rows of a case promise.</summary>
internal static class NamedFiles
{
    /// <summary>
    /// Each with the document whose file it is. One whose name was taken out was erased with it: nothing promises it any more
    /// (src/SupplierBot.Storage/README.md "Erasing a person").
    /// </summary>
    public static IEnumerable<(string Document, StoredFile File)> Of(Case current)
    {
        if (current.Contract?.File is { Name.Length: > 0 } contract)
            yield return ("the contract", contract);
        foreach (var record in current.Evidence)
        {
            if (record.File is { Name.Length: > 0 } file)
                yield return ($"document {record.Number} ({record.Kind})", file);
        }
    }
}
