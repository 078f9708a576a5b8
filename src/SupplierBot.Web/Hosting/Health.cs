using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Web.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: what is kept can be read and is what was there at the start, and what
/// waits is being delivered. One word each.
/// </summary>
internal static class Health
{
    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<StorageCheck>();
        builder.Services.AddHealthChecks().AddCheck<StorageCheck>("storage").AddCheck<DeliveryCheck>("delivery");
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).DisableHttpMetrics();
        app.MapHealthChecks("/health/ready").DisableHttpMetrics();
    }
}

/// <summary>One read answers everybody who asks within a second.</summary>
internal sealed class StorageCheck(Sentinel sentinel, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Lock authenticator = new();
    private Task<HealthCheckResult>? newest;
    private long asked;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (authenticator)
        {
            if (newest is null || time.GetElapsedTime(asked) >= Fresh)
                (newest, asked) = (ReadAsync(), time.GetTimestamp());
            return newest.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Not tied to the one who asked first: others wait for it, too.</summary>
    private async Task<HealthCheckResult> ReadAsync()
    {
        using var patience = new CancellationTokenSource(Patience, time);
        await sentinel.LookAsync(patience.Token).WaitAsync(patience.Token);
        return HealthCheckResult.Healthy();
    }
}

/// <summary>The dispatcher's loop is running; it ends only with the process, or by a fault of the program.</summary>
internal sealed class DeliveryCheck(Dispatcher dispatcher) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            dispatcher.ExecuteTask is { IsCompleted: false }
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The dispatcher has ended; nothing is delivered.")
        );
}
