using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Moq;
using SupplierBot.BotFramework.Authentication;
using SupplierBot.BotFramework.Hosting;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;

namespace SupplierBot.BotFramework.Tests.Kit;

/// <summary>The endpoint with sign-in on, its issuer and a connector, all on loopback ports.</summary>
internal sealed class RegisteredBot : IAsyncDisposable, ILoggerProvider, ILogger
{
    private readonly Mock<ITurnHandler> handler = new();
    private readonly Mock<TokenCredential> credential = new();
    private LoopbackServer bot = null!;
    private HttpClient client = null!;

    public RSA Key { get; } = RSA.Create(2048);
    public RSA OtherKey { get; } = RSA.Create(2048);
    public FakeIssuer Issuer { get; private set; } = null!;
    public FakeConnector Connector { get; private set; } = null!;
    public FakeTimeProvider Time { get; } = new(TestToken.Now);

    /// <summary>What reached the core, in order.</summary>
    public IEnumerable<Turn> Turns => handler.Invocations.Select(call => (Turn)call.Arguments[0]);
    public ConcurrentQueue<string> Logged { get; } = new();
    public int SignIns { get; private set; }
    public TestToken Good => TestToken.For(Key, Connector.Url);
    public IServiceProvider Services => bot.Services;

    public static async Task<RegisteredBot> StartAsync()
    {
        var made = new RegisteredBot { Issuer = await FakeIssuer.StartAsync(), Connector = await FakeConnector.StartAsync() };
        made.Answers(_ => new TurnAnswer.Nothing());
        made.SignsInWith(() => new("own-1", TestToken.Now.AddHours(1)));
        made.Issuer.Publish(made.Key, "key-1", "msteams", "webchat");
        made.bot = await LoopbackServer.StartAsync(
            app => app.MapBotFramework(app.Services.GetRequiredService<TokenAuthenticator>()),
            builder =>
            {
                builder.Logging.AddProvider(made);
                made.AddServices(builder.Services);
            }
        );
        made.client = new() { BaseAddress = made.bot.Address };
        return made;
    }

    private void AddServices(IServiceCollection services)
    {
        services.AddSingleton(handler.Object).AddSingleton<TimeProvider>(Time);
        var cards = BareCards.Cards(("fault.fault", "Reference {ref}."), ("teams.done", "Done."), ("teams.unknown_button", "What?"));
        var cloud = BotCloud.Public with { Issuer = TestToken.Issuer, Metadata = Issuer.Metadata };
        services.AddBotFramework(
            new() { Tenants = [SampleActivities.Tenant], ServiceUrls = [Connector.Url] },
            cards,
            new(TestToken.AppId, cloud, () => NewSignIn())
        );
    }

    public Task<(int Status, string Body)> PostAsync(string? authorization, JsonObject? activity = null) =>
        PostAsync(authorization is null ? [] : [authorization], (activity ?? Message()).Bytes());

    public async Task<(int Status, string Body)> PostAsync(string[] authorization, byte[] body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new(type) } },
        };
        foreach (var header in authorization)
            request.Headers.TryAddWithoutValidation("Authorization", header);
        using var response = await client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public JsonObject Message(Action<JsonObject>? change = null) =>
        SampleActivities.Message(
            "help",
            sent =>
            {
                sent["serviceUrl"] = Connector.Url;
                change?.Invoke(sent);
            }
        );

    /// <summary>What every turn from now on gets.</summary>
    public void Answers(Func<Turn, TurnAnswer> with) =>
        handler
            .Setup(turns => turns.HandleAsync(It.IsAny<Turn>(), It.IsAny<CancellationToken>()))
            .Returns((Turn turn, CancellationToken _) => Task.FromResult(with(turn)));

    /// <summary>What the directory gives the bot for the connector.</summary>
    public void SignsInWith(Func<AccessToken> token) =>
        credential
            .Setup(own => own.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>()))
            .Returns(() => new ValueTask<AccessToken>(token()));

    private TokenCredential NewSignIn()
    {
        SignIns++;
        return credential.Object;
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

    void ILogger.Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (logLevel >= LogLevel.Warning)
            Logged.Enqueue(formatter(state, exception) + exception);
    }
}
