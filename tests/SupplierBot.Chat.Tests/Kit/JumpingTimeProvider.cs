using Microsoft.Extensions.Time.Testing;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>A machine whose clock can be put forward or back while its own count of time goes on.</summary>
internal class JumpingTimeProvider(DateTimeOffset now) : FakeTimeProvider(now)
{
    /// <summary>How far the clock is off.</summary>
    public TimeSpan Off { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Off;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;

    public void Jump(int days) => Off += TimeSpan.FromDays(days);
}
