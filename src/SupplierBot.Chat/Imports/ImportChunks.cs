using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Imports;

namespace SupplierBot.Chat.Imports;

/// <summary>
/// How many lines go into one transaction: it holds 100 rows and 4 MiB (src/SupplierBot.Storage/TABLES.md "Limits"), and one of the rows is
/// the batch, so that a chunk and the note that it is written stand or fall together.
/// </summary>
internal static class ImportChunks
{
    public const int MostLines = 80;
    private const int MostChanges = 90;
    private const int MostCharacters = 150_000;

    /// <summary>The first lines that fit, with what is written for them; at least one.</summary>
    public static (int Lines, IReadOnlyList<RowChange> Changes) First(
        IReadOnlyList<ImportedLine> lines,
        Func<ImportedLine, int, IReadOnlyList<RowChange>> changesOf
    )
    {
        var (taken, changes, characters) = (0, new List<RowChange>(), 0);
        foreach (var line in lines)
        {
            var next = changesOf(line, taken);
            characters += CharactersOf(line);
            if (taken > 0 && (changes.Count + next.Count > MostChanges || characters > MostCharacters))
                break;
            changes.AddRange(next);
            taken++;
        }
        return (taken, changes);
    }

    public static IReadOnlyList<RowChange> Entry(ImportedLine line, ImportBatch batch, int number, DateTimeOffset at)
    {
        var entry = LegacyEntry.Of(CaseStore.EntryId(batch.First + number), line, at);
        return
        [
            new RowChange.Add(Rows.Of(Keys.Entry(entry.Id), entry, StoredJson.Default.RegisterEntry)),
            .. IndexRows.Of(entry).Select(row => new RowChange.Put(row)),
        ];
    }

    private static int CharactersOf(ImportedLine line) =>
        1_000 + (2 * (line.Purpose.Length + line.Notes.Length + line.Supplier.Length + line.Service.Length + line.Data.Length));
}
