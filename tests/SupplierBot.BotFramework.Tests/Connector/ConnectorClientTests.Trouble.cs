using Microsoft.Extensions.DependencyInjection;
using SupplierBot.BotFramework.Teams;
using SupplierBot.Chat.Ports;

namespace SupplierBot.BotFramework.Tests.Connector;

/// <summary>Limits, lost connections, redirects and addresses that are not listed.</summary>
public sealed partial class ConnectorClientTests
{
    [Theory]
    [InlineData(408)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task An_unclear_post_is_never_repeated_and_an_unclear_update_is(int status)
    {
        connector.Then(status);
        Assert.Equal(new DeliveryOutcome.Unknown($"{status}"), await Send());
        Assert.Single(connector.Calls);

        connector.Then(status).Then(status);
        Assert.IsType<DeliveryOutcome.Delivered>(await Update());
        Assert.Equal(4, connector.Calls.Count);

        connector.Then(status).Then(status).Then(status);
        Assert.Equal(new DeliveryOutcome.NotSent($"{status}"), await Update());
        Assert.Equal(7, connector.Calls.Count);
    }

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(412, null, 2)]
    [InlineData(429, "soon", 2)]
    [InlineData(429, "-3", 2)]
    [InlineData(429, "Mon, 01 Jan 2024 00:00:00 GMT", 0)]
    [InlineData(429, "99999999", 3600)]
    public async Task A_limit_says_how_long_to_wait(int status, string? retryAfter, int seconds)
    {
        connector.Then(status, retryAfter: retryAfter).Then(status, retryAfter: retryAfter);
        Assert.Equal(new DeliveryOutcome.Throttled(TimeSpan.FromSeconds(seconds)), await Send());
        Assert.Equal(new DeliveryOutcome.Throttled(TimeSpan.FromSeconds(seconds)), await Update());
        Assert.Equal(2, connector.Calls.Count);
    }

    [Fact]
    public async Task A_connection_lost_after_the_post_leaves_its_fate_open_even_on_a_used_connection()
    {
        await Send();
        connector.Then(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        Assert.IsType<DeliveryOutcome.Unknown>(await Send());
        Assert.Equal(2, connector.Calls.Count);
    }

    [Fact]
    public async Task A_connection_lost_during_an_update_is_tried_again()
    {
        connector.Then(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        Assert.IsType<DeliveryOutcome.Delivered>(await Update());
        Assert.Equal(2, connector.Calls.Count);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_leaves_a_post_open_and_an_update_undone()
    {
        Func<Microsoft.AspNetCore.Http.HttpContext, Task> never = http =>
            Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        connector.Then(never).Then(never);
        await using var hasty = Services(TimeSpan.FromSeconds(0.5), connector.Url);
        var channel = hasty.GetRequiredService<TeamsChannel>();
        var both = await Task.WhenAll(channel.SendAsync(Personal(), Card, default), channel.UpdateAsync(Personal(), "17:1", Card, default));
        Assert.Equal([new DeliveryOutcome.Unknown("no answer in time"), new DeliveryOutcome.NotSent("no answer in time")], both);
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_thrown()
    {
        using var cancelled = new CancellationTokenSource();
        connector.Then(_ => cancelled.CancelAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Channel.SendAsync(Personal(), Card, cancelled.Token));
    }

    [Fact]
    public async Task Without_a_connection_nothing_was_sent()
    {
        var closed = LoopbackServer.Nobody().ToString();
        await using var provider = Services(closed, "https://no-such-host.invalid/");
        var channel = provider.GetRequiredService<TeamsChannel>();
        Assert.Equal(
            new DeliveryOutcome.NotSent("ConnectionError"),
            await channel.SendAsync(Personal() with { ServiceUrl = closed }, Card, default)
        );
        Assert.IsType<DeliveryOutcome.NotSent>(
            await channel.SendAsync(Personal() with { ServiceUrl = "https://no-such-host.invalid/" }, Card, default)
        );
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        connector.Then(http =>
        {
            http.Response.StatusCode = 307;
            http.Response.Headers.Location = connector.Url + "elsewhere";
            return Task.CompletedTask;
        });
        Assert.Equal(new DeliveryOutcome.Refused("307"), await Send());
        Assert.Single(connector.Calls);
    }

    [Fact]
    public async Task Nothing_is_sent_to_an_address_that_is_not_listed()
    {
        await using var provider = Services();
        Assert.IsType<DeliveryOutcome.Refused>(await provider.GetRequiredService<TeamsChannel>().SendAsync(Personal(), Card, default));
        Assert.Empty(connector.Calls);
    }
}
