using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat.Access;
using SupplierBot.Portal.Api;

namespace SupplierBot.Portal.Access;

/// <summary>Who may ask, and how often.</summary>
internal static class AccessSetup
{
    public const string Limit = "keys";

    /// <summary>Calls a minute with one key; beyond that the answer is 429 with Retry-After.</summary>
    internal const int CallsPerMinute = 600;

    /// <summary>Below which keys are asked for.</summary>
    private static readonly string[] Ways = [ApiEndpoints.Path, PortalSetup.Mcp];

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        // No default: the bot's own messages bring tokens of their platforms, and nobody should look for a key in them.
        AppContext.SetSwitch("Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme", true);
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null);
        var authorization = services.AddAuthorizationBuilder();
        foreach (var scope in ApiScopes.All)
            authorization.AddPolicy(
                scope,
                policy => policy.AddAuthenticationSchemes(ApiKeyHandler.SchemeName).RequireClaim(ApiKeyHandler.ScopeClaim, scope)
            );
        return services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(Limit, Of);
            limiter.OnRejected = RejectedAsync;
        });
    }

    /// <summary>Who asks is known before the limit, which is one for each key, and before anything is refused.</summary>
    public static void UseAccess(this WebApplication app)
    {
        app.UseWhen(
            http => Ways.Any(way => http.Request.Path.StartsWithSegments(way, StringComparison.OrdinalIgnoreCase)),
            ways =>
                ways.Use(
                    async (http, next) =>
                    {
                        await http.AuthenticateAsync(ApiKeyHandler.SchemeName);
                        await next(http);
                    }
                )
        );
        app.UseRateLimiter();
        app.UseAuthorization();
    }

    /// <summary>By key; a caller without one that works gets no further than the 401, and shares a limit with all of them.</summary>
    private static RateLimitPartition<string> Of(HttpContext http) =>
        RateLimitPartition.GetSlidingWindowLimiter(
            http.Features.Get<ApiKey>()?.Id ?? "",
            _ =>
                new()
                {
                    PermitLimit = CallsPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = 6,
                }
        );

    private static async ValueTask RejectedAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(10);
        rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(
            System.Globalization.CultureInfo.InvariantCulture
        );
        await Results
            .Problem(
                statusCode: StatusCodes.Status429TooManyRequests,
                detail: $"More than {CallsPerMinute} calls a minute with one key. Wait as long as Retry-After says."
            )
            .ExecuteAsync(rejected.HttpContext);
    }
}
