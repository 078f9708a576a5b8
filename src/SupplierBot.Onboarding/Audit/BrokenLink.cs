using System.Text.Json;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Publishing;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Audit;

/// <summary>Where the chain of a case is broken first, and what differs there.</summary>
/// <param name="Event">1-based.</param>
public sealed record BrokenLink(int Event, string Words)
{
    /// <summary>
    /// Null where every event is whole, in order, follows the one before and says what is kept beside it; the events of one case, oldest
    /// first.
    /// </summary>
    /// <param name="caseId">The case whose number must be in every event; null where that is not asked.</param>
    public static BrokenLink? FirstOf(IEnumerable<ChainedEvent> events, string? caseId = null)
    {
        var (head, count) = (HashChain.Start, 0);
        foreach (var auditEvent in events)
        {
            if (Difference(auditEvent, head, ++count, caseId) is { } words)
                return new(count, words);
            head = auditEvent.Hash;
        }
        return null;
    }

    /// <summary>Of a case that counts so many events and names the hash of the newest.</summary>
    public static BrokenLink? FirstOf(Case kept, IReadOnlyList<ChainedEvent> events) =>
        FirstOf(events, kept.Id, "the case", kept.EventCount, kept.ChainHead);

    /// <summary>Of the changes of roles and places.</summary>
    public static BrokenLink? FirstOf(RoleAssignments kept, IReadOnlyList<ChainedEvent> events) =>
        FirstOf(events, RoleAssignments.Name, "the book of roles", kept.EventCount, kept.ChainHead);

    /// <summary>Of what left the bot.</summary>
    public static BrokenLink? FirstOf(ExportLog kept, IReadOnlyList<ChainedEvent> events) =>
        FirstOf(events, ExportLog.Name, "the log of exports", kept.EventCount, kept.ChainHead);

    /// <summary>Of what was brought onto the register from files.</summary>
    public static BrokenLink? FirstOf(ImportLog kept, IReadOnlyList<ChainedEvent> events) =>
        FirstOf(events, ImportLog.Name, "the log of imports", kept.EventCount, kept.ChainHead);

    /// <summary>Of the policies that were proposed and accepted.</summary>
    public static BrokenLink? FirstOf(PolicyLog kept, IReadOnlyList<ChainedEvent> events) =>
        FirstOf(events, PolicyLog.Name, "the log of policies", kept.EventCount, kept.ChainHead);

    private static BrokenLink? FirstOf(IReadOnlyList<ChainedEvent> events, string name, string keeper, int count, string head)
    {
        if (FirstOf(events, name) is { } broken)
            return broken;
        if (events.Count < count)
            return new(events.Count + 1, $"it is missing; {keeper} counts {count}");
        if (events.Count > count)
            return new(count + 1, $"{keeper} counts {count} and knows nothing of it");
        var newest = events.Count > 0 ? events[^1].Hash : HashChain.Start;
        return newest == head
            ? null
            : new(events.Count, $"{keeper} names {head} as its newest fact; the hash of the newest kept is {newest}");
    }

    private static string? Difference(ChainedEvent auditEvent, string head, int number, string? caseId)
    {
        if (auditEvent.Sequence != number)
            return $"it is missing; the next one kept is {auditEvent.Sequence}";
        if (auditEvent.PreviousHash != head)
            return $"the hash before it is {head}; it follows {auditEvent.PreviousHash}";
        if (HashChain.Hash(auditEvent.Canonical.Span) is var hash && auditEvent.Hash != hash)
            return $"its bytes have the hash {hash}; {auditEvent.Hash} is kept";
        // The link is in the hashed bytes too, so that a row cannot be moved to another place.
        if (Hashed(auditEvent) is not { } hashed || hashed.Previous != head || hashed.Sequence != number)
            return "its hashed bytes name another place in the chain";
        if (caseId is not null && hashed.Case != caseId)
            return $"its hashed bytes are of {hashed.Case}";
        return BesideDiffers(auditEvent.Event, hashed);
    }

    /// <summary>Erasing a text takes its salt along: both are there, and the text is the one that was hashed, or both are gone.</summary>
    private static string? BesideDiffers(AuditEvent beside, HashedEvent hashed)
    {
        if (beside.Kind.ToString() != hashed.Kind)
            return $"{hashed.Kind} was hashed; {beside.Kind} is kept beside it";
        if (beside.Actor.Value != hashed.Actor || beside.At.UtcDateTime != hashed.At)
            return "actor or time beside it are not what was hashed";
        if (!beside.Details.SequenceEqual(hashed.Details))
            return "the details beside it are not what was hashed";
        if (beside.Comment.Length == 0 && beside.Salt.Length == 0)
            return null;
        if (beside.Comment.Length == 0)
            return "the text beside it is gone, and its salt is not: that is no erased text";
        if (beside.Salt.Length == 0)
            return "there is a text beside it without a salt, which nothing proves";
        return beside.Details.Contains(KeyValuePair.Create("comment", HashChain.Salted(beside.Salt, beside.Comment)))
            ? null
            : "the text beside it is not the one that was hashed";
    }

    /// <summary>Null where the bytes are no event of ours.</summary>
    private static HashedEvent? Hashed(ChainedEvent auditEvent)
    {
        try
        {
            using var json = JsonDocument.Parse(auditEvent.Canonical);
            var root = json.RootElement;
            return new(
                Text(root, "case"),
                root.GetProperty("sequence").GetInt32(),
                Text(root, "previous"),
                Text(root, "kind"),
                Text(root, "actor"),
                root.GetProperty("at").GetDateTime(),
                [
                    .. root.GetProperty("details")
                        .EnumerateObject()
                        .Select(detail => KeyValuePair.Create(detail.Name, detail.Value.GetString() ?? "")),
                ]
            );
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static string Text(JsonElement root, string name) => root.GetProperty(name).GetString() ?? "";

    private sealed record HashedEvent(
        string Case,
        int Sequence,
        string Previous,
        string Kind,
        string Actor,
        DateTime At,
        IReadOnlyList<KeyValuePair<string, string>> Details
    );
}
