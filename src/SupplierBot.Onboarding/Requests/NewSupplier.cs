using System.Text.RegularExpressions;

namespace SupplierBot.Onboarding.Requests;

/// <summary>
/// The name behind "new": "new supplier Acme" is about Acme, "new Supplier Shield" about Supplier Shield. Where both may be, the other is
/// told.
/// </summary>
internal static partial class NewSupplier
{
    private static readonly string[][] Fillers =
    [
        .. new[]
        {
            "supplier",
            "supplier called",
            "supplier named",
            "supplier request",
            "supplier request for",
            "vendor",
            "vendor called",
            "vendor named",
            "request",
            "request for",
            "request for supplier",
            "request for the supplier",
            "request for a supplier called",
        }
            .Select(filler => filler.Split(' '))
            .OrderByDescending(filler => filler.Length),
    ];

    private static readonly string[] Sure = ["for", "called", "named"];

    /// <summary>
    /// What a button says: <c>new “Gong” for “sales calls” anyway</c>. "Anyway" where the person knows what is on the register and means
    /// another.
    /// </summary>
    public static string Saying(string name, string purpose = "", bool anyway = false) =>
        $"new “{name}”{(purpose.Length > 0 ? $" for “{purpose}”" : "")}{(anyway ? " anyway" : "")}";

    /// <summary>What <see cref="Saying"/> says; null for a name alone.</summary>
    public static Request.StartDraft? Quoted(IReadOnlyList<CommandWord> rest) =>
        NameAndMore().Match(Joined(rest)) is { Success: true } match && (match.Groups["purpose"].Success || match.Groups["anyway"].Success)
            ? new(match.Groups["name"].Value.Trim())
            {
                Purpose = match.Groups["purpose"].Value.Trim(),
                Anyway = match.Groups["anyway"].Success,
            }
            : null;

    /// <param name="opening">"new" or "onboard", as typed.</param>
    /// <param name="rest">What follows, with the polite words at its end.</param>
    /// <param name="awaited">A text is asked for, so that it may be no command at all.</param>
    /// <returns>Null where it is an answer.</returns>
    public static Request.StartDraft? Read(CommandWord opening, IReadOnlyList<CommandWord> rest, bool awaited)
    {
        var spoken = rest.Take(PoliteWords.Until(rest)).ToList();
        if (SpokenName.IsQuoted(Joined(rest)))
            return new(Name(rest));
        if (spoken.Count == 0)
            return new("");
        var filler =
            Fillers.FirstOrDefault(one => one.Length <= spoken.Count && one.Index().All(part => spoken[part.Index].Plain == part.Item))
            ?? [];
        var (bare, whole) = (Name(spoken.Skip(filler.Length)), Name(spoken));
        if (filler.Length > 0 && bare.Length == 0)
            return new("");
        // "new Acme" is a command whatever is asked for; "New Relic" and "new wording for our letters" may be what was asked for.
        var isCommand = !awaited || (IsLower(opening) && !IsLower(spoken[0]));
        if (filler.Length > 0)
            return Filled(opening, spoken, filler, bare, whole) is var named && !isCommand && named.Or.Length > 0 ? null : named;
        if (!isCommand)
            return null;
        var asTyped = Name(rest);
        var or =
            awaited ? $"{opening.Typed} {whole}"
            : spoken.Count < rest.Count && asTyped != whole && !PoliteWords.EndsSentence(spoken[^1]) && !SpokenName.IsQuoted(Joined(spoken))
                ? asTyped
            : "";
        return new(whole) { Or = or };
    }

    /// <summary>A word of ours with a capital amid a sentence is a word of the name; where capitals say nothing, it is ours.</summary>
    private static Request.StartDraft Filled(CommandWord opening, List<CommandWord> spoken, string[] filler, string bare, string whole)
    {
        var capitals = !IsLower(spoken[0]) && !IsAllUpper(opening);
        var (first, next) = (spoken[filler.Length - 1], spoken[filler.Length]);
        var sure =
            first.Typed.EndsWith(':')
            || SpokenName.IsQuoted(Joined(spoken.Skip(filler.Length)))
            || (!capitals && (Sure.Contains(filler[^1]) || (IsLower(spoken[0]) && !IsLower(next))));
        return sure ? new(bare)
            : capitals ? new(whole) { Or = bare }
            : new(bare) { Or = whole };
    }

    private static bool IsLower(CommandWord word) => word.Typed.FirstOrDefault(char.IsLetterOrDigit) is var first && char.IsLower(first);

    private static bool IsAllUpper(CommandWord word) => word.Typed.Where(char.IsLetter).All(char.IsUpper);

    private static string Name(IEnumerable<CommandWord> words) => SpokenName.Of(Joined(words));

    private static string Joined(IEnumerable<CommandWord> words) => string.Join(' ', words.Select(word => word.Typed));

    [GeneratedRegex("^“(?<name>.+?)”(?: for “(?<purpose>.+)”)?(?<anyway> anyway)?$", RegexOptions.CultureInvariant)]
    private static partial Regex NameAndMore();
}
