namespace SupplierBot.Slack;

/// <summary>The product's own clock for what is remembered, so that time can be staged.</summary>
internal sealed class CacheClock(TimeProvider time) : Microsoft.Extensions.Internal.ISystemClock
{
    public DateTimeOffset UtcNow => time.GetUtcNow();
}
