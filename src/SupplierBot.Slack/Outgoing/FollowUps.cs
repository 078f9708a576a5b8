using Microsoft.Extensions.Caching.Memory;
using SupplierBot.Slack.Identity;

namespace SupplierBot.Slack.Outgoing;

/// <summary>
/// Replies that say what a message could not say any more: the next change goes there. Forgotten with the process, after which the thread
/// gets one reply more.
/// </summary>
public sealed class FollowUps(TimeProvider time) : IDisposable
{
    private const int MostKept = 10_000;

    /// <summary>Then its own modal has closed as well.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private readonly MemoryCache replies = new(new MemoryCacheOptions { SizeLimit = MostKept, Clock = new CacheClock(time) });

    public string? Of(string channel, string message) => replies.Get<string>((channel, message));

    public void Note(string channel, string message, string reply) =>
        replies.Set((channel, message), reply, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lifetime });

    public void Dispose() => replies.Dispose();
}
