using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Imports;

/// <summary>What headers of columns mean: those that companies use, and every one of our own export.</summary>
public static class ImportColumns
{
    private static readonly Dictionary<string, (ImportField Field, int Rank)> ByHeader = ImportHeaders
        .Known.SelectMany(pair => pair.Value.Select((header, rank) => (Header: Fold(header), pair.Key, rank)))
        .GroupBy(one => one.Header)
        .ToDictionary(group => group.Key, group => (group.First().Key, group.First().rank), StringComparer.Ordinal);

    /// <summary>What a header says, and how sure it is: 0 is surest. Null for one that nobody knows.</summary>
    public static (ImportField Field, int Rank)? Of(string header, Wording wording)
    {
        var folded = Fold(header);
        if (folded.Length == 0)
            return null;
        foreach (var (name, field) in ImportHeaders.Own)
        {
            if (Fold(wording[$"file.register_{name}"]) == folded)
                return (field, 0);
        }
        return ByHeader.TryGetValue(folded, out var known) ? known : null;
    }

    /// <summary>Nothing but letters and digits counts: "Risk-Tier *" is "risk tier".</summary>
    internal static string Fold(string header) => VisibleText.Any(header) ? SupplierNames.Plain(header) : "";

    /// <summary>As it is typed on the command line: <c>contract_end</c>.</summary>
    public static string Word(ImportField field) =>
        string.Concat(
            field
                .ToString()
                .Select(
                    (letter, at) =>
                        at > 0 && char.IsUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"
                )
        );

    /// <summary>What somebody may choose for a column.</summary>
    public static IReadOnlyList<ImportField> Choices { get; } =
    [.. Enum.GetValues<ImportField>().Where(field => field != ImportField.Derived)];

    /// <summary>By its word, or by a header that means it; null where nothing is meant.</summary>
    public static ImportField? Field(string typed, Wording wording) =>
        Choices.Select(field => (ImportField?)field).FirstOrDefault(field => Fold(Word(field!.Value)) == Fold(typed))
        ?? (Of(typed, wording) is (var field, _) && field != ImportField.Derived ? field : null);
}
