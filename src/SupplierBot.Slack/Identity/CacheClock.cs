using SupplierBot.Chat.Timers;

namespace SupplierBot.Slack.Identity;

/// <summary>The process's own time for what is remembered: it can be staged, and does not jump.</summary>
internal sealed class CacheClock(TimeProvider time) : Microsoft.Extensions.Internal.ISystemClock
{
    private readonly MonotonicTime steady = new(time);

    public DateTimeOffset UtcNow => steady.GetUtcNow();
}
