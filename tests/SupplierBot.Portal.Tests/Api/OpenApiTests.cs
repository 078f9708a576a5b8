using SupplierBot.Portal.Tests.Kit;

namespace SupplierBot.Portal.Tests.Api;

/// <summary>The document describes every way in, and nothing of the bot's own.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task It_names_every_path_with_its_answer_and_the_key()
    {
        await using var portal = await PortalHost.StartAsync();
        using var answer = await portal.GetAsync("/api/v1/openapi.json", key: null);
        var document = await PortalHost.JsonOf(answer);
        Assert.Equal(
            [
                "/api/v1/can-i-use",
                "/api/v1/cases/{id}",
                "/api/v1/cases/{id}/conditions/{number}/done",
                "/api/v1/suppliers",
                "/api/v1/suppliers/{id}",
                "/api/v1/suppliers/{id}/contract-points",
                "/api/v1/suppliers/{id}/evidence",
            ],
            document.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            "bearer",
            document.GetProperty("components").GetProperty("securitySchemes").GetProperty("key").GetProperty("scheme").GetString()
        );
        foreach (var path in document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
            Assert.True(path.Value.GetProperty("responses").GetProperty("200").TryGetProperty("content", out _), path.Name);
    }
}
