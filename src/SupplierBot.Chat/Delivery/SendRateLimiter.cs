using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Timers;

namespace SupplierBot.Chat.Delivery;

/// <summary>
/// How fast this process may post: token buckets for a conversation and a tenant, below the platform's own limits (DELIVERY.md "Pace"), and
/// rests after the platform said "too many". Every replica has its own; what they exceed together comes back as 429 and is repeated. On the
/// process's own time, not on timers, so that it can be staged.
/// </summary>
public sealed class SendRateLimiter(TimeProvider machine)
{
    /// <summary>So many messages may leave for a conversation in a burst, and then one in <see cref="Each"/>.</summary>
    public const int AtOnce = 50;
    public static readonly TimeSpan Each = TimeSpan.FromMilliseconds(600);

    /// <summary>And over all conversations of a tenant one in this time, once it has posted for a while.</summary>
    public static readonly TimeSpan OfTenant = TimeSpan.FromSeconds(1.0 / 30);

    /// <summary>What is forgotten gets its burst again.</summary>
    private const int MostKept = 10_000;
    private static readonly Bucket Short = new(TimeSpan.FromMilliseconds(200), 5);
    private static readonly Bucket Long = new(Each, AtOnce);
    private static readonly Bucket Tenant = new(OfTenant, 30);

    private readonly MonotonicTime time = new(machine);
    private readonly Lock authenticator = new();
    private readonly BoundedCache<(string Key, Bucket Of), DateTimeOffset> full = new(MostKept);
    private readonly BoundedCache<string, DateTimeOffset> rests = new(MostKept, StringComparer.Ordinal);

    /// <summary>Zero where a message may leave now, which is then counted; else how long to wait before asking again.</summary>
    /// <param name="conversation">Row key of the conversation.</param>
    public TimeSpan Take(string conversation, string tenant)
    {
        var now = time.GetUtcNow();
        lock (authenticator)
        {
            if (Wait(conversation, tenant, now) is { Ticks: > 0 } wait)
                return wait;
            foreach (var bucket in Buckets(conversation, tenant))
                full.Set(bucket, bucket.Of.Taken(full.Get(bucket), now));
            return TimeSpan.Zero;
        }
    }

    /// <summary>As <see cref="Take"/>, without counting anything: for who would first have to draw the message.</summary>
    public TimeSpan Ask(string conversation, string tenant)
    {
        lock (authenticator)
            return Wait(conversation, tenant, time.GetUtcNow());
    }

    /// <summary>The platform asked for a rest in this conversation.</summary>
    public void Rest(string conversation, TimeSpan rest)
    {
        lock (authenticator)
            rests.Set(conversation, time.GetUtcNow() + rest);
    }

    private TimeSpan Wait(string conversation, string tenant, DateTimeOffset now) =>
        Buckets(conversation, tenant).Select(bucket => bucket.Of.Wait(full.Get(bucket), now)).Append(RestOf(conversation, now)).Max();

    private static (string Key, Bucket Of)[] Buckets(string conversation, string tenant) =>
        [(conversation, Short), (conversation, Long), (tenant, Tenant)];

    private TimeSpan RestOf(string conversation, DateTimeOffset now) =>
        rests.TryGet(conversation, out var until) && until > now ? until - now : TimeSpan.Zero;

    /// <summary>Kept as the moment at which it will be empty again: one number, and nothing to refill.</summary>
    /// <param name="Every">One message leaks out in this time.</param>
    /// <param name="Holds">So many at once.</param>
    private sealed record Bucket(TimeSpan Every, int Holds)
    {
        public TimeSpan Wait(DateTimeOffset empty, DateTimeOffset now) =>
            Taken(empty, now) - now - Every * Holds is { Ticks: > 0 } wait ? wait : TimeSpan.Zero;

        public DateTimeOffset Taken(DateTimeOffset empty, DateTimeOffset now) => (empty > now ? empty : now) + Every;
    }
}
