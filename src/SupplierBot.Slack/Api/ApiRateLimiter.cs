using System.Collections.Concurrent;
using SupplierBot.Chat.Timers;

namespace SupplierBot.Slack.Api;

/// <summary>
/// Methods Slack asked to rest, each for itself, as limits are counted: for a method and a workspace (PROTOCOL.md "Web API").
/// </summary>
internal sealed class ApiRateLimiter(TimeProvider machine)
{
    private readonly MonotonicTime time = new(machine);

    /// <summary>By the methods that are called, which are a few.</summary>
    private readonly ConcurrentDictionary<string, DateTimeOffset> until = new(StringComparer.Ordinal);

    public void Note(string method, TimeSpan wait) => until[method] = time.GetUtcNow() + wait;

    /// <summary>Zero where it may be called.</summary>
    public TimeSpan LeftOf(string method) =>
        until.TryGetValue(method, out var over) && over - time.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero;
}
