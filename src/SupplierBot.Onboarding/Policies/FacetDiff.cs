using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Policies;

/// <summary>The differences of one thing that two policies have.</summary>
internal static class FacetDiff
{
    /// <summary>A longer text is not read twice: only where it differs, with a few words around it.</summary>
    private const int ShortText = 100;
    private const int WordsAround = 3;
    private const int LongestPiece = 240;

    public static IEnumerable<string> Of(PolicyItem before, PolicyItem after, Wording wording)
    {
        var (old, now) = (before.Facets.ToDictionary(facet => facet.Key), after.Facets.ToDictionary(facet => facet.Key));
        foreach (var facet in after.Facets.Where(facet => facet.Parent is null || old.ContainsKey(facet.Parent)))
        {
            foreach (var words in Words(old.GetValueOrDefault(facet.Key), facet, wording))
                yield return words;
        }
        foreach (var gone in before.Facets.Where(facet => facet.Items is null && !now.ContainsKey(facet.Key)))
        {
            if (gone.Parent is { } parent && !now.ContainsKey(parent))
                continue;
            yield return wording.Fill("difference.removed", ("what", gone.What), ("old", Piece(gone, gone.Value, wording)));
        }
    }

    private static IEnumerable<string> Words(PolicyFacet? earlier, PolicyFacet facet, Wording wording) =>
        (earlier, facet) switch
        {
            (_, { Items: { } items }) => Listed(facet.What, earlier?.Items ?? [], items, wording),
            (null, _) => [wording.Fill("difference.added", ("what", facet.What), ("new", Piece(facet, facet.Value, wording)))],
            _ when (earlier.Exact ?? earlier.Value) == (facet.Exact ?? facet.Value) => [],
            _ => PartByPart(earlier, facet, wording) ?? [Changed(earlier, facet, wording)],
        };

    /// <summary>Of a condition that still is what it was in some part, what came and what went.</summary>
    private static List<string>? PartByPart(PolicyFacet earlier, PolicyFacet facet, Wording wording)
    {
        if (
            (earlier.Parts, facet.Parts) is not ({ } old, { } now)
            || (old.All ?? now.All) is not { } all
            || (now.All ?? all) != all
            || !old.Words.Intersect(now.Words).Any()
        )
            return null;
        var between = wording[all ? "when.and_far" : "when.or_far"];
        string Joined(IEnumerable<string> parts) =>
            parts.ToList() is [var one]
                ? one
                : string.Join(between, parts.Select(part => part.Contains(';', StringComparison.Ordinal) ? $"({part})" : part));
        (string Key, IEnumerable<string> Parts)[] differences =
        [
            (all ? "difference.needed_too" : "difference.enough_too", now.Words.Except(old.Words)),
            (all ? "difference.not_needed" : "difference.not_enough", old.Words.Except(now.Words)),
        ];
        return
        [
            .. differences
                .Where(difference => difference.Parts.Any())
                .Select(difference => wording.Fill(difference.Key, ("what", facet.What), ("parts", Joined(difference.Parts)))),
        ];
    }

    private static string Changed(PolicyFacet earlier, PolicyFacet facet, Wording wording)
    {
        // Two conditions may differ in what their words pass over.
        var (old, now) = earlier.Value == facet.Value ? (earlier.Exact ?? "", facet.Exact ?? "") : (earlier.Value, facet.Value);
        var (from, to) = facet.IsText && Math.Max(old.Length, now.Length) > ShortText ? Differing(old, now) : (old, now);
        return wording.Fill(
            "difference.changed",
            ("what", facet.What),
            ("old", Piece(facet, from, wording)),
            ("new", Piece(facet, to, wording))
        );
    }

    private static IEnumerable<string> Listed(string what, IReadOnlyList<string> old, IReadOnlyList<string> now, Wording wording)
    {
        if (now.Except(old).ToList() is { Count: > 0 } added)
            yield return wording.Fill("difference.list_added", ("what", what), ("items", string.Join("; ", added)));
        if (old.Except(now).ToList() is { Count: > 0 } removed)
            yield return wording.Fill("difference.list_removed", ("what", what), ("items", string.Join("; ", removed)));
    }

    private static string Piece(PolicyFacet facet, string text, Wording wording)
    {
        var clipped = facet.IsText ? Texts.Clip(text, LongestPiece) : text;
        return facet.IsText ? wording.Fill("when.quoted", ("what", clipped)) : clipped;
    }

    private static (string Old, string New) Differing(string old, string now)
    {
        var (before, after) = (old.Split(' '), now.Split(' '));
        var shorter = Math.Min(before.Length, after.Length);
        var start = 0;
        while (start < shorter && before[start] == after[start])
            start++;
        var end = 0;
        while (end < shorter - start && before[^(end + 1)] == after[^(end + 1)])
            end++;
        var (from, until) = (Math.Max(0, start - WordsAround), Math.Max(0, end - WordsAround));
        return (Between(before, from, until), Between(after, from, until));
    }

    private static string Between(string[] words, int from, int until)
    {
        var between = string.Join(' ', words[from..(words.Length - until)]);
        return $"{(from > 0 ? "… " : "")}{between}{(until > 0 ? " …" : "")}";
    }
}
