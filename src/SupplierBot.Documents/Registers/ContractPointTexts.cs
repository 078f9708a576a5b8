using SupplierBot.Onboarding.Agreements;

namespace SupplierBot.Documents.Registers;

/// <summary>A contract point in words, as cards say them.</summary>
internal static class ContractPointTexts
{
    /// <summary>"24 hours"; with its name where there are several: "notice: 24 hours", a line each.</summary>
    public static string Values(IReadOnlyDictionary<string, string>? values) =>
        values is null or { Count: 0 }
            ? ""
            : string.Join(
                '\n',
                values
                    .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => values.Count == 1 ? pair.Value : $"{pair.Key.Replace('_', ' ')}: {pair.Value}")
            );

    public static bool BeforeUse(ContractPointLine line) =>
        line.Supplier.Case?.Requirements is { } needs && (needs.Clauses.Contains(line.Clause.Id) || needs.Firm.Contains(line.Clause.Id));

    public static Cell State(ContractPointLine line) =>
        line.Item is not { } item
            ? Cell.Of(line.Supplier.Wording["file.register_not_recorded"])
            : Cell.Of(
                ClauseWords.State(item, line.Supplier.Wording),
                item switch
                {
                    { State: ClauseState.Refused } or { Lapsed: true } => CellTone.Alert,
                    { IsSettled: false } or { State: ClauseState.RiskAccepted } => CellTone.Warning,
                    _ => CellTone.Good,
                }
            );

    /// <summary>Agreed values that are not the required ones.</summary>
    public static Cell Deviation(ContractPointLine line) =>
        Cell.Lines(
            (line.Item?.Values ?? new Dictionary<string, string>())
                .Where(pair => line.Clause.Parameters.GetValueOrDefault(pair.Key) != pair.Value)
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair =>
                    line.Supplier.Wording.Fill(
                        "clause.value",
                        ("agreed", pair.Value),
                        ("required", line.Clause.Parameters.GetValueOrDefault(pair.Key, ""))
                    )
                )
        );
}
