namespace SupplierBot.Chat;

/// <summary>
/// How fast this process may post: token buckets for a conversation and a tenant, below the platform's own limits
/// (facts/teams-and-tables.md §7.9), and rests after the platform said "too many". Every replica has its own; what they exceed
/// together comes back as 429 and is repeated. On the process's clock, not on timers, so that time can be staged.
/// </summary>
public sealed class Pace(TimeProvider time)
{
    /// <summary>So many messages may leave for a conversation in a burst, and then one in <see cref="Each"/>.</summary>
    public const int AtOnce = 50;
    public static readonly TimeSpan Each = TimeSpan.FromMilliseconds(600);
    /// <summary>And over all conversations of a tenant one in this time, once it has posted for a while.</summary>
    public static readonly TimeSpan OfTenant = TimeSpan.FromSeconds(1.0 / 30);

    private const int MostKept = 10_000;
    private static readonly Bucket Short = new(TimeSpan.FromMilliseconds(200), 5);
    private static readonly Bucket Long = new(Each, AtOnce);
    private static readonly Bucket Tenant = new(OfTenant, 30);

    private readonly Dictionary<(string Key, Bucket Of), DateTimeOffset> full = [];
    private readonly Dictionary<string, DateTimeOffset> rests = new(StringComparer.Ordinal);

    /// <summary>Zero where a message may leave now, which is then counted; else how long to wait before asking again.</summary>
    /// <param name="conversation">Row key of the conversation.</param>
    public TimeSpan Take(string conversation, string tenant)
    {
        var now = time.GetUtcNow();
        lock (full)
        {
            if (Wait(conversation, tenant, now) is { Ticks: > 0 } wait) return wait;
            foreach (var bucket in Buckets(conversation, tenant)) full[bucket] = bucket.Item2.Taken(full.GetValueOrDefault(bucket), now);
            if (full.Count > MostKept) Forget(now);
            return TimeSpan.Zero;
        }
    }

    /// <summary>As <see cref="Take"/>, without counting anything: for who would first have to draw the message.</summary>
    public TimeSpan Ask(string conversation, string tenant)
    {
        lock (full) return Wait(conversation, tenant, time.GetUtcNow());
    }

    /// <summary>The platform asked for a rest in this conversation.</summary>
    public void Rest(string conversation, TimeSpan rest)
    {
        lock (full) rests[conversation] = time.GetUtcNow() + rest;
    }

    private TimeSpan Wait(string conversation, string tenant, DateTimeOffset now) =>
        Buckets(conversation, tenant).Select(bucket => bucket.Of.Wait(full.GetValueOrDefault(bucket), now)).Append(RestOf(conversation, now)).Max();

    private static (string Key, Bucket Of)[] Buckets(string conversation, string tenant) => [(conversation, Short), (conversation, Long), (tenant, Tenant)];

    private TimeSpan RestOf(string conversation, DateTimeOffset now) => rests.TryGetValue(conversation, out var until) && until > now ? until - now : TimeSpan.Zero;

    private void Forget(DateTimeOffset now)
    {
        foreach (var empty in full.Where(bucket => bucket.Value <= now).Select(bucket => bucket.Key).ToList()) full.Remove(empty);
        foreach (var over in rests.Where(rest => rest.Value <= now).Select(rest => rest.Key).ToList()) rests.Remove(over);
    }

    /// <summary>Kept as the moment at which it will be empty again: one number, and nothing to refill.</summary>
    /// <param name="Every">One message leaks out in this time.</param>
    /// <param name="Holds">So many at once.</param>
    private sealed record Bucket(TimeSpan Every, int Holds)
    {
        public TimeSpan Wait(DateTimeOffset empty, DateTimeOffset now) => Taken(empty, now) - now - Every * Holds is { Ticks: > 0 } wait ? wait : TimeSpan.Zero;
        public DateTimeOffset Taken(DateTimeOffset empty, DateTimeOffset now) => (empty > now ? empty : now) + Every;
    }
}
