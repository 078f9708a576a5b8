using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using SupplierBot.Chat.Access;
using SupplierBot.Portal.Access;
using SupplierBot.Portal.Api;
using SupplierBot.Portal.Mcp;

namespace SupplierBot.Portal;

/// <summary>The ways to the register for who does not chat: other programs, and assistants.</summary>
public static class PortalSetup
{
    internal const string Mcp = "/mcp";

    public static IServiceCollection AddPortal(this IServiceCollection services)
    {
        services.AddProblemDetails().AddAccess().AddSingleton<ApiReader>();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
        services.AddOpenApi(
            "v1",
            openApi =>
            {
                openApi.ShouldInclude = described => described.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
                openApi.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info = new() { Title = "SupplierBot", Version = "v1" };
                        document.Components ??= new();
                        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                        {
                            ["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
                        };
                        document.Security = [new() { [new OpenApiSecuritySchemeReference("key", document)] = [] }];
                        return Task.CompletedTask;
                    }
                );
            }
        );
        services.AddMcpServer().WithHttpTransport(http => http.Stateless = true).AddAuthorizationFilters().WithTools<RegisterTools>();
        return services;
    }

    public static void MapPortal(this WebApplication app)
    {
        app.UseAccess();
        app.MapApi();
        app.MapOpenApi("/api/{documentName}/openapi.json");
        app.MapMcp(Mcp).RequireAuthorization(ApiScopes.Register).RequireRateLimiting(AccessSetup.Limit);
    }
}
