using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SupplierBot.BotFramework.Authentication;
using SupplierBot.BotFramework.Hosting;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;

namespace SupplierBot.BotFramework.Tests.Kit;

/// <summary>The endpoint with sign-in on, its issuer and a connector, all on loopback ports.</summary>
internal sealed class RegisteredBot : IAsyncDisposable, ITurnHandler, ILoggerProvider, ILogger
{
    private LoopbackServer bot = null!;
    private HttpClient client = null!;

    public RSA Key { get; } = RSA.Create(2048);
    public RSA OtherKey { get; } = RSA.Create(2048);
    public FakeIssuer Issuer { get; private set; } = null!;
    public FakeConnector Connector { get; private set; } = null!;
    public FakeTimeProvider Time { get; } = new(TestToken.Now);
    public ConcurrentQueue<Turn> Turns { get; } = new();
    public ConcurrentQueue<string> Logged { get; } = new();
    public Func<AccessToken> OwnToken { get; set; } = () => new("own-1", TestToken.Now.AddHours(1));
    public Func<Turn, CancellationToken, Task<TurnAnswer>> Answer { get; set; } = (_, _) => Task.FromResult<TurnAnswer>(new TurnAnswer.Nothing());
    public int SignIns { get; private set; }
    public TestToken Good => TestToken.For(Key, Connector.Url);
    public IServiceProvider Services => bot.Services;

    public static async Task<RegisteredBot> StartAsync()
    {
        var made = new RegisteredBot { Issuer = await FakeIssuer.StartAsync(), Connector = await FakeConnector.StartAsync() };
        made.Issuer.Publish(made.Key, "key-1", "msteams", "webchat");
        made.bot = await LoopbackServer.StartAsync(app => app.MapBotFramework(app.Services.GetRequiredService<TokenAuthenticator>()), builder =>
        {
            builder.Logging.AddProvider(made);
            made.AddServices(builder.Services);
        });
        made.client = new() { BaseAddress = made.bot.Address };
        return made;
    }

    private void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ITurnHandler>(this).AddSingleton<TimeProvider>(Time);
        var cards = BareCards.Cards(("fault.fault", "Reference {ref}."), ("teams.done", "Done."), ("teams.unknown_button", "What?"));
        var cloud = BotCloud.Public with { Issuer = TestToken.Issuer, Metadata = Issuer.Metadata };
        services.AddBotFramework(new() { Tenants = [SampleActivities.Tenant], ServiceUrls = [Connector.Url] }, cards, new(TestToken.AppId, cloud, () => NewSignIn()));
    }

    public Task<(int Status, string Body)> PostAsync(string? authorization, JsonObject? activity = null) => PostAsync(authorization is null ? [] : [authorization], (activity ?? Message()).Bytes());

    public async Task<(int Status, string Body)> PostAsync(string[] authorization, byte[] body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(body) { Headers = { ContentType = new(type) } } };
        foreach (var header in authorization) request.Headers.TryAddWithoutValidation("Authorization", header);
        using var response = await client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public JsonObject Message(Action<JsonObject>? change = null) => SampleActivities.Message("help", sent =>
    {
        sent["serviceUrl"] = Connector.Url;
        change?.Invoke(sent);
    });

    public Task<TurnAnswer> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        Turns.Enqueue(turn);
        return Answer(turn, cancellation);
    }

    private Credential NewSignIn()
    {
        SignIns++;
        return new(this);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await bot.DisposeAsync();
        await Issuer.DisposeAsync();
        await Connector.DisposeAsync();
        Key.Dispose();
        OtherKey.Dispose();
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;
    void IDisposable.Dispose() { }
    IDisposable? ILogger.BeginScope<TState>(TState state) => null;
    bool ILogger.IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;
    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Warning) Logged.Enqueue(formatter(state, exception) + exception);
    }

    private sealed class Credential(RegisteredBot of) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => of.OwnToken();
        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(of.OwnToken());
    }
}
