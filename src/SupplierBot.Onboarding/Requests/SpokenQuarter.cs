using System.Globalization;
using SupplierBot.Onboarding.Exports;

namespace SupplierBot.Onboarding.Requests;

/// <summary>"Q4 2026", "2026-Q4", "for Q4", "last quarter".</summary>
internal static class SpokenQuarter
{
    /// <param name="year">The year a quarter without one belongs to; null where it means nothing.</param>
    /// <returns>No quarter for the one that runs, or the one before it; null where it is something else.</returns>
    public static (Quarter? Quarter, bool Last)? Read(IReadOnlyList<CommandWord> words, int? year)
    {
        var plain = string.Join(
            ' ',
            words.Select(word => word.Plain).Where(plain => plain.Length > 0 && plain is not ("for" or "of" or "the" or "in"))
        );
        if (plain is "" or "this quarter" or "quarter")
            return (null, false);
        if (plain is "last quarter" or "previous quarter" or "quarter before")
            return (null, true);
        var parts = plain.Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries);
        var quarter = parts switch
        {
            [var one] when year is { } known => Of(one, known.ToString(CultureInfo.InvariantCulture)),
            [var first, var second] => Of(first, second) ?? Of(second, first),
            _ => null,
        };
        return quarter is { } read ? (read, false) : null;
    }

    public static Quarter? Of(string quarter, string year) =>
        quarter is ['q', >= '1' and <= '4' and var number] && Year(year) is { } read ? new(read, number - '0') : null;

    public static int? Year(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2199
            ? year
            : null;
}
