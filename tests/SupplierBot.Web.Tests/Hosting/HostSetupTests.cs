using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat.Delivery;

namespace SupplierBot.Web.Tests.Hosting;

/// <summary>The whole host in memory.</summary>
public sealed class HostSetupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("host-");
    private readonly WebApplicationFactory<Program> factory;

    public HostSetupTests() =>
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
            builder.UseSetting("Local:Playground", "false").UseSetting("Storage:Sqlite:Path", Path.Combine(folder.FullName, "data.db"))
        );

    public void Dispose()
    {
        factory.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("/health/live"), InlineData("/health/ready")]
    public async Task It_is_healthy(string path)
    {
        using var client = factory.CreateClient();
        Assert.Equal("Healthy", await client.GetStringAsync(path));
    }

    [Fact]
    public async Task It_is_alive_but_not_ready_once_nothing_is_delivered_any_more()
    {
        using var client = factory.CreateClient();
        await factory.Services.GetRequiredService<Dispatcher>().StopAsync(TestContext.Current.CancellationToken);
        using var ready = await client.GetAsync("/health/ready");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (ready.StatusCode, await ready.Content.ReadAsStringAsync()));
        Assert.Equal("Healthy", await client.GetStringAsync("/health/live"));
    }

    [Fact]
    public async Task It_is_not_ready_once_its_database_file_is_gone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows holds an open file in its place.");
        using var client = factory.CreateClient();
        File.Move(Path.Combine(folder.FullName, "data.db"), Path.Combine(folder.FullName, "away.db"));
        await Task.Delay(TimeSpan.FromSeconds(1.1), TestContext.Current.CancellationToken); // A look is good for a second.
        using var ready = await client.GetAsync("/health/ready");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (ready.StatusCode, await ready.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("/api/messages"), InlineData("/anything/else")]
    public async Task A_page_in_a_browser_gets_nowhere(string path)
    {
        using var client = factory.CreateClient();
        client.DefaultRequestHeaders.Add("Origin", "https://example.com");
        using var answer = await client.PostAsJsonAsync(path, new { });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/slack/events"), InlineData("/slack/interactions"), InlineData("/slack/commands"), InlineData("/slack/options")]
    public async Task A_channel_that_is_not_configured_is_nowhere(string path)
    {
        using var client = factory.CreateClient();
        using var answer = await client.PostAsJsonAsync(path, new { type = "url_verification", challenge = "x" });
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task An_unknown_connector_is_refused()
    {
        using var client = factory.CreateClient();
        using var answer = await client.PostAsJsonAsync(
            "/api/messages",
            new
            {
                type = "message",
                id = "1",
                text = "help",
                channelId = "msteams",
                serviceUrl = "http://127.0.0.1:9/_connector",
                from = new { id = "29:rita" },
                recipient = new { id = "28:supplierbot" },
                conversation = new { id = "a:rita" },
            }
        );
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
