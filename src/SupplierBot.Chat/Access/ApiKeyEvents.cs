using System.Globalization;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Access;

/// <summary>What the log says of keys, and whether the keys that are kept are those it speaks of.</summary>
internal static class ApiKeyEvents
{
    public static AuditEvent Made(ApiKey key) =>
        new(
            AuditEventKind.ApiKeyMade,
            key.MadeBy,
            key.MadeAt,
            [
                new("key", key.Id),
                new("name", key.Name),
                new("scopes", string.Join(',', key.Scopes)),
                new("owner", key.Owner.Id.Value),
                new("until", Text(key.Until)),
                new("sha256", key.Hash),
            ]
        );

    public static AuditEvent Ended(ApiKey key, PersonId by) =>
        new(AuditEventKind.ApiKeyEnded, by, key.EndedAt!.Value, [new("key", key.Id)]);

    /// <summary>One sentence for each key that is not what the log says of it.</summary>
    public static IEnumerable<string> Contradictions(IReadOnlyList<ApiKey> keys, IReadOnlyList<ChainedEvent> events)
    {
        var (made, ended) = (LastOf(AuditEventKind.ApiKeyMade, events), LastOf(AuditEventKind.ApiKeyEnded, events));
        foreach (var key in keys)
        {
            if (!made.Remove(key.Id, out var said))
                yield return $"API key {key.Id}: no event says that it was made";
            else if (!Same(said, Made(key)))
                yield return $"API key {key.Id}: is not what was made";
            if (key.EndedAt != ended.GetValueOrDefault(key.Id)?.At)
                yield return $"API key {key.Id}: what says whether it was ended is not what the events say";
        }
        foreach (var id in made.Keys)
            yield return $"API key {id}: is not there";
    }

    /// <summary>Two who end a key at once both said so, and the second is what is kept.</summary>
    private static Dictionary<string, AuditEvent> LastOf(AuditEventKind kind, IReadOnlyList<ChainedEvent> events) =>
        events.Where(one => one.Event.Kind == kind).GroupBy(IdOf).ToDictionary(group => group.Key, group => group.Last().Event);

    private static bool Same(AuditEvent said, AuditEvent kept) =>
        (said.Actor, said.At) == (kept.Actor, kept.At) && said.Details.SequenceEqual(kept.Details);

    private static string IdOf(ChainedEvent one) => one.Event.Details.FirstOrDefault(detail => detail.Key == "key").Value ?? "";

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
