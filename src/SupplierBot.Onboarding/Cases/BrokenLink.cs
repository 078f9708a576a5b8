using System.Text.Json;

namespace SupplierBot.Onboarding;

/// <summary>Where the chain of a case is broken first, and what differs there.</summary>
/// <param name="Fact">1-based.</param>
public sealed record BrokenLink(int Fact, string Words)
{
    /// <summary>Null where every fact is whole, in order, follows the one before and says what is kept beside it; the facts of one case, oldest first.</summary>
    /// <param name="caseId">The case whose number must be in every fact; null where that is not asked.</param>
    public static BrokenLink? FirstOf(IEnumerable<ChainedFact> facts, string? caseId = null)
    {
        var (head, count) = (Chain.Start, 0);
        foreach (var fact in facts)
        {
            if (Difference(fact, head, ++count, caseId) is { } words) return new(count, words);
            head = fact.Hash;
        }
        return null;
    }

    /// <summary>Of a case that counts so many facts and names the hash of the newest.</summary>
    public static BrokenLink? FirstOf(Case kept, IReadOnlyList<ChainedFact> facts) => FirstOf(facts, kept.Id, "the case", kept.FactCount, kept.ChainHead);

    /// <summary>Of the changes of roles and places.</summary>
    public static BrokenLink? FirstOf(RoleBook kept, IReadOnlyList<ChainedFact> facts) => FirstOf(facts, RoleBook.Name, "the book of roles", kept.FactCount, kept.ChainHead);

    private static BrokenLink? FirstOf(IReadOnlyList<ChainedFact> facts, string name, string keeper, int count, string head)
    {
        if (FirstOf(facts, name) is { } broken) return broken;
        if (facts.Count < count) return new(facts.Count + 1, $"it is missing; {keeper} counts {count}");
        if (facts.Count > count) return new(count + 1, $"{keeper} counts {count} and knows nothing of it");
        var newest = facts.Count > 0 ? facts[^1].Hash : Chain.Start;
        return newest == head ? null : new(facts.Count, $"{keeper} names {head} as its newest fact; the hash of the newest kept is {newest}");
    }

    private static string? Difference(ChainedFact fact, string head, int number, string? caseId)
    {
        if (fact.Sequence != number) return $"it is missing; the next one kept is {fact.Sequence}";
        if (fact.PreviousHash != head) return $"the hash before it is {head}; it follows {fact.PreviousHash}";
        if (Chain.Hash(fact.Canonical.Span) is var hash && fact.Hash != hash) return $"its bytes have the hash {hash}; {fact.Hash} is kept";
        // The link is in the hashed bytes too, so that a row cannot be moved to another place.
        if (Hashed(fact) is not { } hashed || hashed.Previous != head || hashed.Sequence != number) return "its hashed bytes name another place in the chain";
        if (caseId is not null && hashed.Case != caseId) return $"its hashed bytes are of {hashed.Case}";
        return BesideDiffers(fact.Fact, hashed);
    }

    /// <summary>Erasing a text takes its salt along: both are there, and the text is the one that was hashed, or both are gone.</summary>
    private static string? BesideDiffers(Fact beside, HashedFact hashed)
    {
        if (beside.Kind.ToString() != hashed.Kind) return $"{hashed.Kind} was hashed; {beside.Kind} is kept beside it";
        if (beside.Actor.Value != hashed.Actor || beside.At.UtcDateTime != hashed.At) return "actor or time beside it are not what was hashed";
        if (!beside.Details.SequenceEqual(hashed.Details)) return "the details beside it are not what was hashed";
        if (beside.Comment.Length == 0 && beside.Salt.Length == 0) return null;
        if (beside.Comment.Length == 0) return "the text beside it is gone, and its salt is not: that is no erased text";
        if (beside.Salt.Length == 0) return "there is a text beside it without a salt, which nothing proves";
        return beside.Details.Contains(KeyValuePair.Create("comment", Chain.Salted(beside.Salt, beside.Comment))) ? null : "the text beside it is not the one that was hashed";
    }

    /// <summary>Null where the bytes are no fact of ours.</summary>
    private static HashedFact? Hashed(ChainedFact fact)
    {
        try
        {
            using var json = JsonDocument.Parse(fact.Canonical);
            var root = json.RootElement;
            return new(
                Text(root, "case"), root.GetProperty("sequence").GetInt32(), Text(root, "previous"), Text(root, "kind"), Text(root, "actor"), root.GetProperty("at").GetDateTime(),
                [.. root.GetProperty("details").EnumerateObject().Select(detail => KeyValuePair.Create(detail.Name, detail.Value.GetString() ?? ""))]);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static string Text(JsonElement root, string name) => root.GetProperty(name).GetString() ?? "";

    private sealed record HashedFact(string Case, int Sequence, string Previous, string Kind, string Actor, DateTime At, IReadOnlyList<KeyValuePair<string, string>> Details);
}
