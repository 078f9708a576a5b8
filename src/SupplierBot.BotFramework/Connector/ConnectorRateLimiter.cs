using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Timers;
using SupplierBot.Chat.Turns;

namespace SupplierBot.BotFramework.Connector;

/// <summary>
/// Where the platform said "too many", and until when: the conversation, and its tenant, because the answer does not say whose limit it
/// was.
/// </summary>
public sealed class ConnectorRateLimiter(TimeProvider machine)
{
    private const int MostKept = 1_000;
    private readonly MonotonicTime time = new(machine);
    private readonly BoundedCache<string, DateTimeOffset> until = new(MostKept, StringComparer.Ordinal);

    /// <returns>The delivery itself.</returns>
    public DeliveryOutcome Note(ConversationReference to, DeliveryOutcome delivery)
    {
        if (delivery is not DeliveryOutcome.Throttled { RetryAfter: var wait })
            return delivery;
        foreach (var key in Keys(to))
            until.Set(key, time.GetUtcNow() + wait);
        return delivery;
    }

    public bool IsLimited(ConversationReference to) => Keys(to).Any(key => until.TryGet(key, out var over) && over > time.GetUtcNow());

    private static string[] Keys(ConversationReference to) => [$"c {to.ConversationId}", $"t {to.TenantId}"];
}
