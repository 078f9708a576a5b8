using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using SupplierBot.BotFramework.Connector;
using SupplierBot.BotFramework.Tests.Kit;
using SupplierBot.Chat.Ports;

namespace SupplierBot.BotFramework.Tests.Authentication;

/// <summary>What the bot shows of itself to the connector.</summary>
public sealed class ConnectorTokensTests : IAsyncLifetime
{
    private RegisteredBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await RegisteredBot.StartAsync();

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task One_token_serves_many_calls_and_is_renewed_before_it_ends()
    {
        var made = 0;
        bot.SignsInWith(() => new($"own-{++made}", bot.Time.GetUtcNow().AddHours(1)));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync()));
        Assert.All(bot.Connector.Calls, call => Assert.Equal("Bearer own-1", call.Authorization));
        bot.Time.Advance(TimeSpan.FromMinutes(56));
        await SendAsync();
        Assert.Equal("Bearer own-2", bot.Connector.Calls.Last().Authorization);
    }

    [Fact]
    public async Task A_token_the_connector_does_not_take_is_replaced_once()
    {
        var made = 0;
        bot.SignsInWith(() => new($"own-{++made}", bot.Time.GetUtcNow().AddHours(1)));
        bot.Connector.Then(401);
        Assert.IsType<DeliveryOutcome.Delivered>(await SendAsync());
        Assert.Equal(["Bearer own-1", "Bearer own-2"], bot.Connector.Calls.Select(call => call.Authorization));
        Assert.Equal(2, bot.SignIns);
        bot.Connector.Then(401).Then(401);
        Assert.IsType<DeliveryOutcome.Refused>(await SendAsync());
        Assert.Equal(4, bot.Connector.Calls.Count);
    }

    [Theory]
    [InlineData("AADSTS700016: Application with identifier 'secret-hint' was not found", "Teams:TenantId must be the tenant")]
    [InlineData("AADSTS7000215: Invalid client secret provided 'secret-hint'", "takes the secret's value")]
    [InlineData("AADSTS99999: secret-hint", "AADSTS99999: see")]
    [InlineData("secret-hint", "no such identity")]
    public async Task Without_a_token_nothing_leaves_and_the_log_says_what_to_correct(string said, string logged)
    {
        bot.SignsInWith(() => throw new AuthenticationFailedException(said));
        Assert.IsType<DeliveryOutcome.NotSent>(await SendAsync());
        Assert.Empty(bot.Connector.Calls);
        var line = Assert.Single(bot.Logged);
        Assert.Contains(logged, line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-hint", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_token_serves_while_the_directory_is_down()
    {
        await SendAsync();
        bot.SignsInWith(() => throw new AuthenticationFailedException("down"));
        bot.Time.Advance(TimeSpan.FromMinutes(56));
        Assert.IsType<DeliveryOutcome.Delivered>(await SendAsync());
        bot.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.IsType<DeliveryOutcome.NotSent>(await SendAsync());
    }

    [Theory]
    [
        InlineData("https://evil.example/"),
        InlineData("https://169.254.169.254/"),
        InlineData("http://127.0.0.1:1/"),
        InlineData("https://smba.trafficmanager.net@evil.example/")
    ]
    public async Task No_token_is_even_fetched_for_an_address_that_is_not_allowed(string address)
    {
        bot.SignsInWith(() => throw new InvalidOperationException("asked"));
        Assert.IsType<DeliveryOutcome.Refused>(await SendAsync(address));
    }

    private Task<DeliveryOutcome> SendAsync(string? address = null) =>
        bot
            .Services.GetRequiredService<ConnectorClient>()
            .SendAsync(address ?? bot.Connector.Url, "a:1", new() { From = new(SampleActivities.Bot), Text = "x" }, CancellationToken.None);
}
