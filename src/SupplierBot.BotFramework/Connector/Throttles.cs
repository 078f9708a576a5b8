using System.Collections.Concurrent;
using SupplierBot.Chat;

namespace SupplierBot.BotFramework;

/// <summary>Where the platform said "too many", and until when: the conversation, and its tenant, because the answer does not say whose limit it was.</summary>
public sealed class Throttles(TimeProvider time)
{
    private const int MostKept = 1_000;
    private readonly ConcurrentDictionary<string, DateTimeOffset> until = new(StringComparer.Ordinal);

    /// <returns>The delivery itself.</returns>
    public Delivery Note(ConversationReference to, Delivery delivery)
    {
        if (delivery is not Delivery.Throttled { RetryAfter: var wait }) return delivery;
        if (until.Count > MostKept) Forget();
        foreach (var key in Keys(to)) until[key] = time.GetUtcNow() + wait;
        return delivery;
    }

    public bool Rests(ConversationReference to) => !until.IsEmpty && Keys(to).Any(key => until.TryGetValue(key, out var over) && over > time.GetUtcNow());

    private static string[] Keys(ConversationReference to) => [$"c {to.ConversationId}", $"t {to.TenantId}"];

    private void Forget()
    {
        foreach (var (key, over) in until) if (over <= time.GetUtcNow()) until.TryRemove(key, out _);
    }
}
