using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SupplierBot.Chat.Turns;
using SupplierBot.Slack.Api;
using SupplierBot.Slack.Outgoing;

namespace SupplierBot.Slack.Tests.Kit;

/// <summary>One workspace for the tests of a class, and a bot of their own for each.</summary>
public sealed class Workspace : IAsyncLifetime
{
    internal FakeSlack Slack { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Slack = await FakeSlack.StartAsync();

    public async ValueTask DisposeAsync() => await Slack.DisposeAsync();

    /// <summary>Nothing is known to it yet.</summary>
    internal OutgoingBot NewBot(
        Uri? api = null,
        TimeSpan? timeout = null,
        string token = FakeSlack.BotToken,
        IReadOnlyDictionary<string, string>? groups = null
    )
    {
        Slack.Calls.Clear();
        Slack.Faults.Clear();
        Slack.Traits.Clear();
        Slack.TokenError = null;
        return new(
            new()
            {
                BotToken = token,
                Address = api ?? Slack.Api,
                CallTimeout = timeout ?? TimeSpan.FromSeconds(10),
                TeamId = FakeSlack.Team,
                RoleGroups = groups ?? new Dictionary<string, string>(),
            }
        );
    }

    internal ConversationReference Personal(string name) =>
        new(SlackChannel.Key, "", "", ConversationScope.Personal, FakeSlack.Bot, FakeSlack.Team, Slack.User(name), null);

    internal ConversationReference In(string channel) =>
        new(SlackChannel.Key, "", Slack.Channel(channel), ConversationScope.Channel, FakeSlack.Bot, FakeSlack.Team, null, null);

    internal static RenderedCard Card(string text) =>
        new(Encoding.UTF8.GetBytes($$$"""[{"type":"section","text":{"type":"mrkdwn","text":"*{{{text}}}*"}}]"""), text);
}

/// <summary>What the product sends with, put together as it is in the product, on a clock and with a log of the test's.</summary>
internal sealed class OutgoingBot : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public OutgoingBot(SlackApiOptions options) =>
        services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace))
            .AddSingleton<TimeProvider>(Time)
            .AddSlackApi(options, ShippedCards.Slack)
            .BuildServiceProvider();

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);
    public WrittenLog Log { get; } = new();
    public SlackApi Api => Get<SlackApi>();
    public SlackChannel Channel => Get<SlackChannel>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

/// <summary>Every line, of every category and level.</summary>
internal sealed class WrittenLog : ILoggerProvider, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

    public void Dispose() { }
}
