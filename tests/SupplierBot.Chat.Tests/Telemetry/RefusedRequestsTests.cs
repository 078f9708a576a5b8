using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SupplierBot.Chat.Telemetry;

namespace SupplierBot.Chat.Tests.Telemetry;

/// <summary>A flood at the door costs the log two lines a minute, whatever it is made of.</summary>
public sealed class RefusedRequestsTests : ILogger<RefusedRequests>, IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly ConcurrentQueue<string> lines = new();
    private readonly RefusedRequests refused;

    public RefusedRequestsTests() => refused = new(services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>(), time, this);

    [Fact]
    public void The_first_of_a_kind_is_told_at_once_and_the_rest_of_a_minute_in_one_line()
    {
        for (var number = 0; number < 500; number++)
            refused.Count("Teams", 401, "no Authorization header");
        refused.Count("Slack /events", 401, "signature: Wrong");
        Assert.Equal(2, lines.Count);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, lines.Count);
        Assert.Contains("500 × 401 Teams: no Authorization header", lines.Last(), StringComparison.Ordinal);
        Assert.DoesNotContain("Slack", lines.Last(), StringComparison.Ordinal);
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(3, lines.Count);
        refused.Count("Teams", 401, "no Authorization header");
        Assert.Equal(4, lines.Count);
    }

    [Fact]
    public void However_many_names_there_are_the_lines_of_a_minute_are_bounded()
    {
        for (var number = 0; number < 10_000; number++)
            refused.Count("Slack", 200, "an event that is not read", $"event-{number}");
        Assert.InRange(lines.Count, 1, 60);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.InRange(lines.Count, 1, 61);
        Assert.Contains("other", lines.Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smba.example", "(smba.example)"), InlineData("a\nb\u202Ec", "(a?b?c)"), InlineData("", "()")]
    public void A_name_breaks_no_line(string named, string written)
    {
        refused.Count("Teams", 403, "outside", named);
        Assert.Contains(written, Assert.Single(lines), StringComparison.Ordinal);
        refused.Count("Teams", 403, "outside", new string('x', 10_000));
        Assert.InRange(lines.Last().Length, 1, 250);
    }

    [Fact]
    public void What_was_counted_is_reported_at_the_end()
    {
        for (var number = 0; number < 3; number++)
            refused.Count("Teams", 401, "x");
        refused.Dispose();
        Assert.Equal(2, lines.Count);
    }

    public void Dispose()
    {
        refused.Dispose();
        services.Dispose();
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => lines.Enqueue(formatter(state, exception));
}
