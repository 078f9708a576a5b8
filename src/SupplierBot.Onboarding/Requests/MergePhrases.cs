namespace SupplierBot.Onboarding.Requests;

/// <summary>
/// "merge SUP-0004 into SUP-0002", "merge Acme Labs into Acme", "Acme Labs is the same supplier as Acme", "merge undo SUP-0004". A name has
/// no words of its own before "into": what stands there is the name.
/// </summary>
internal static class MergePhrases
{
    private const int MostWordsOfAName = 8;

    private static readonly string[][] Same =
    [
        ["is", "the", "same", "supplier", "as"],
        ["is", "the", "same", "company", "as"],
        ["is", "the", "same", "vendor", "as"],
    ];

    /// <param name="awaited">A text may be the answer to a question: then numbers alone are a command.</param>
    /// <returns>Null where it is none of these.</returns>
    public static Request? Read(IReadOnlyList<CommandWord> said, bool awaited)
    {
        Request? read = said switch
        {
            [{ Plain: "merge" }, { Plain: "undo" }, { Plain: "of" }, ..] => Undo(said, 3),
            [{ Plain: "merge" }, { Plain: "undo" }, ..] => Undo(said, 2),
            [{ Plain: "undo" }, { Plain: "the" }, { Plain: "merge" }, { Plain: "of" }, ..] => Undo(said, 4),
            [{ Plain: "undo" }, { Plain: "merge" or "merging" }, { Plain: "of" }, ..] => Undo(said, 3),
            [{ Plain: "undo" }, { Plain: "merge" or "merging" }, ..] => Undo(said, 2),
            [{ Plain: "unmerge" }, ..] => Undo(said, 1),
            [{ Plain: "confirm" }, { Plain: "merge" }, ..] => Confirmed(said),
            [{ Plain: "merge" }, ..] => Into(said, 1, at => said[at].Plain == "into" ? 1 : 0, ""),
            _ => Into(said, 0, at => Same.Any(words => Begins(said, at, words)) ? Same[0].Length : 0, ""),
        };
        return awaited && !IsOfNumbers(read) ? null : read;
    }

    private static Request.UndoMerge? Undo(IReadOnlyList<CommandWord> said, int from) =>
        Name(said, from, said.Count) is { } name ? new(name) : null;

    /// <summary>"confirm merge SUP-0004 into SUP-0002 as 1f2e…": what was shown is at the end.</summary>
    private static Request.MergeSuppliers? Confirmed(IReadOnlyList<CommandWord> said) =>
        said is [.., { Plain: "as" }, var seen]
            ? Into([.. said.Take(said.Count - 2)], 2, at => said[at].Plain == "into" ? 1 : 0, seen.Typed)
            : null;

    /// <param name="between">How many words are between the two names, where they stand there; else 0.</param>
    private static Request.MergeSuppliers? Into(IReadOnlyList<CommandWord> said, int from, Func<int, int> between, string seen)
    {
        for (var at = from + 1; at < said.Count; at++)
        {
            if (between(at) is > 0 and var length)
                return (Name(said, from, at), Name(said, at + length, said.Count)) is ({ } one, { } other) ? new(one, other, seen) : null;
        }
        return null;
    }

    private static bool Begins(IReadOnlyList<CommandWord> said, int at, string[] words) =>
        said.Count - at > words.Length && said.Skip(at).Take(words.Length).Select(word => word.Plain).SequenceEqual(words);

    /// <summary>A number of ours as we write it; null where there is nothing, or too much for a name.</summary>
    private static string? Name(IReadOnlyList<CommandWord> said, int from, int until)
    {
        if (until - from is <= 0 or > MostWordsOfAName)
            return null;
        var name = SpokenName.Of(string.Join(' ', said.Skip(from).Take(until - from).Select(word => word.Typed)));
        // No sign at its end belongs to a number.
        var number = name.TrimEnd('!', ';', '.');
        return CaseNumbers.IsWhole(number) && CaseNumbers.ReadEntry(number) is { } id ? id
            : name.Length > 0 ? name
            : null;
    }

    private static bool IsOfNumbers(Request? read) =>
        read switch
        {
            Request.MergeSuppliers(var from, var into, _) => CaseNumbers.IsCaseOrEntry(from) && CaseNumbers.IsCaseOrEntry(into),
            Request.UndoMerge(var entry) => CaseNumbers.IsCaseOrEntry(entry),
            _ => false,
        };
}
