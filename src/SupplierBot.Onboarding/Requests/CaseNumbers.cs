using System.Globalization;
using System.Text.RegularExpressions;

namespace SupplierBot.Onboarding.Requests;

/// <summary>Case numbers as people type them: <c>req 2026 12</c>, <c>REQ-2026-0012</c>, or <c>12</c> where the year is known.</summary>
public static partial class CaseNumbers
{
    public static string Of(int year, int number) => string.Create(CultureInfo.InvariantCulture, $"REQ-{year:0000}-{number:0000}");

    /// <returns>Null where it cannot be read as a case number.</returns>
    public static string? Read(string typed, int? year)
    {
        if (Pattern().Match(CommandText.Fold(typed)) is not { Success: true } match)
            return null;
        var number = int.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return match.Groups["year"].Success
                ? Of(int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), number)
            : year is { } known ? Of(known, number)
            : null;
    }

    /// <summary>A number of the register: <c>SUP-0031</c>, <c>sup 31</c>, <c>31</c>.</summary>
    /// <returns>Null where it cannot be read as one.</returns>
    public static string? ReadEntry(string typed) =>
        EntryPattern().Match(CommandText.Fold(typed)) is { Success: true } match
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"SUP-{int.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture):0000}"
            )
            : null;

    /// <summary>Written like a number of ours: "12" alone may be part of a name.</summary>
    public static bool IsWhole(string typed) =>
        CommandText.Fold(typed) is var folded
        && (
            folded.StartsWith("req", StringComparison.Ordinal)
            || folded.StartsWith("sup", StringComparison.Ordinal)
            || folded.StartsWith('#')
        )
        && (Pattern().IsMatch(folded) || EntryPattern().IsMatch(folded));

    /// <summary>Whether it is written like the id of a case or of a register entry; nothing is said about whether there is one.</summary>
    public static bool IsCaseOrEntry(string id) =>
        id.StartsWith("REQ-", StringComparison.Ordinal) || id.StartsWith("SUP-", StringComparison.Ordinal);

    [GeneratedRegex(@"^#?(?:sup)?[-_ ]?(?<number>[0-9]{1,7})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EntryPattern();

    [GeneratedRegex(
        @"^#?(?:req)?[-_ ]?(?:(?<year>[0-9]{4})[-_ /])?(?<number>[0-9]{1,7})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Pattern();
}
