using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Web.Commands;

/// <summary>What was typed about an import beside its file.</summary>
internal static class RegisterChoices
{
    private static readonly string[] Nothing = ["-", "ignore", "none", "skip"];

    /// <exception cref="CommandFault">Something of it can't be read.</exception>
    public static ImportChoices Read(string? map, string? sheet, string? duplicates, string? decide, Wording wording) =>
        new(
            [.. Pairs(map, "--map", "Vendor=supplier").Select(pair => (pair.Name, Field(pair.Value, wording)))],
            duplicates is null ? DuplicateDecision.Skip : Decision(duplicates, "--duplicates"),
            Pairs(decide, "--decide", "Acme Notes=same")
                .GroupBy(pair => pair.Name, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(group => group.Key, group => Decision(group.Last().Value, "--decide"))
        )
        {
            Sheet = sheet ?? "",
        };

    /// <summary>A header may have a comma or an equals sign in it: the last one before the next pair parts it.</summary>
    private static IEnumerable<(string Name, string Value)> Pairs(string? typed, string option, string example)
    {
        var name = "";
        foreach (var part in (typed ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Length == 0)
                continue;
            name = name.Length == 0 ? part : $"{name}, {part}";
            if (name.LastIndexOf('=') is not (var at and > 0))
                continue;
            yield return (name[..at].Trim(), name[(at + 1)..].Trim());
            name = "";
        }
        if (name.Length > 0)
            throw new CommandFault([$"{option} {name}: is not understood. Write it as \"{example}\"."]);
    }

    private static ImportField? Field(string typed, Wording wording) =>
        Nothing.Contains(typed, StringComparer.OrdinalIgnoreCase)
            ? null
            : ImportColumns.Field(typed, wording)
                ?? throw new CommandFault([
                    $"--map: `{typed}` is no field. Fields: {string.Join(", ", ImportColumns.Choices.Select(ImportColumns.Word))}; - leaves a column out.",
                ]);

    private static DuplicateDecision Decision(string typed, string option) =>
        Enum.TryParse<DuplicateDecision>(typed, ignoreCase: true, out var decision) && Enum.IsDefined(decision)
            ? decision
            : throw new CommandFault([$"{option}: `{typed}` is not understood. Write skip, same or both."]);
}
