using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SupplierBot.Chat;

namespace SupplierBot.Web;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: what is kept can be read too.</summary>
internal static class Health
{
    public static void AddHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddHealthChecks().AddCheck<StorageCheck>("storage", timeout: TimeSpan.FromSeconds(5));

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
    }

    private sealed class StorageCheck(IEnumerable<ITable> tables, Settings settings) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            foreach (var table in tables) await table.GetAsync(settings.Organisation.Id, "health", cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }
}
