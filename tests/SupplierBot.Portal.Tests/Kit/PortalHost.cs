using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupplierBot.Chat;
using SupplierBot.Chat.Access;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Portal.Tests.Kit;

/// <summary>The interface on a real port, over a bot that people chat with.</summary>
internal sealed class PortalHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private PortalHost(TestBot bot, WebApplication app)
    {
        (Bot, this.app) = (bot, app);
        Http = new() { BaseAddress = new(app.Urls.First()) };
    }

    public TestBot Bot { get; }

    public HttpClient Http { get; }

    public static async Task<PortalHost> StartAsync(TestBot? with = null)
    {
        var bot = with ?? await TestBot.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder
            .Services.AddSingleton<TimeProvider>(bot.Time)
            .AddSingleton(bot.The<ChatSettings>())
            .AddSingleton(bot.The<ITable>())
            .AddSingleton(bot.The<CaseStore>())
            .AddSingleton(bot.The<RegisterReader>())
            .AddSingleton(bot.The<RegisterSearch>())
            .AddSingleton(bot.The<UndoStore>())
            .AddSingleton(bot.The<SupplierNameLoader>())
            .AddSingleton(bot.The<ConversationStore>())
            .AddSingleton(bot.The<ApiKeyStore>())
            .AddSingleton(bot.The<ITurnHandler>())
            .AddPortal();
        var app = builder.Build();
        app.MapPortal();
        await app.StartAsync();
        return new(bot, app);
    }

    /// <summary>With everything, and owned by somebody in security, unless it is said otherwise.</summary>
    public async Task<string> KeyAsync(IReadOnlyList<string>? scopes = null, Person? owner = null, int days = 30)
    {
        var by = TestBot.Carla.Id;
        var made = await Bot.The<ApiKeyStore>()
            .MakeAsync("test", scopes ?? ApiScopes.All, owner ?? TestBot.Sam, by, days, CancellationToken.None);
        return made.Secret;
    }

    public async Task<HttpResponseMessage> GetAsync(string path, string? key, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return await Http.SendAsync(request);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, string? key, string body, string? idempotency)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (idempotency is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotency);
        return await Http.SendAsync(request);
    }

    /// <summary>What a call is answered with, which has to be a 200.</summary>
    public async Task<JsonElement> ReadAsync(string path, string key)
    {
        using var response = await GetAsync(path, key);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return await JsonOf(response);
    }

    public static async Task<JsonElement> JsonOf(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        await Bot.DisposeAsync();
    }
}
