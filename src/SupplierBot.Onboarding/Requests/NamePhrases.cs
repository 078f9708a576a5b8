namespace SupplierBot.Onboarding.Requests;

/// <summary>"alias SUP-0003 Chat GPT", "alias remove SUP-0003 Chat GPT", "rename SUP-0003 to OpenAI": by number alone.</summary>
internal static class NamePhrases
{
    private const int MostWordsOfAName = 12;

    /// <returns>Null where it is none of these.</returns>
    public static Request.OnCase? Read(IReadOnlyList<CommandWord> said) =>
        said switch
        {
            [{ Plain: "alias" }, { Plain: "remove" or "delete" }, var entry, ..] => Named(
                entry,
                Rest(said, 3),
                new Request.RemoveAlias("")
            ),
            [{ Plain: "alias" }, { Plain: "add" }, var entry, ..] => Named(entry, Rest(said, 3), new Request.AddAlias("")),
            [{ Plain: "alias" }, var entry, ..] => Named(entry, Rest(said, 2), new Request.AddAlias("")),
            [{ Plain: "rename" }, var entry, ..] => Named(entry, Rest(said, 2), new Request.RenameSupplier("")),
            _ => null,
        };

    private static Request.OnCase? Named(CommandWord entry, IReadOnlyList<CommandWord> words, Request.OnCase request)
    {
        if (CaseNumbers.ReadEntry(entry.Typed) is not { } id || words.Count > MostWordsOfAName)
            return null;
        var name = SpokenName.Of(string.Join(' ', words.Select(word => word.Typed)));
        return request switch
        {
            Request.AddAlias => new Request.AddAlias(name) { Number = id },
            Request.RemoveAlias => new Request.RemoveAlias(name) { Number = id },
            _ => new Request.RenameSupplier(name) { Number = id },
        };
    }

    /// <summary>"to", and "as" or "=" where people write them.</summary>
    private static IReadOnlyList<CommandWord> Rest(IReadOnlyList<CommandWord> said, int from) =>
        said.Count > from && (said[from].Plain is "to" or "as" or "is" or "=") ? [.. said.Skip(from + 1)] : [.. said.Skip(from)];
}
