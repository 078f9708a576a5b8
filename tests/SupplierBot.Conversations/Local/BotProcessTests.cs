using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Local;

/// <summary>The built product as a process: it starts, stops and comes back.</summary>
public sealed class BotProcessTests
{
    [Fact]
    public async Task It_is_ready_stops_when_asked_and_starts_again_at_the_same_address()
    {
        await using var bot = await BotProcess.StartAsync();
        Assert.Contains(bot.Log, line => line.Contains("LOCAL MODE", StringComparison.Ordinal));
        Assert.Contains(
            bot.Log,
            line => line.EndsWith($"Listening on {bot.Address.GetLeftPart(UriPartial.Authority)}", StringComparison.Ordinal)
        );
        Assert.Contains(bot.Log, line => line.StartsWith("Ready", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log, line => line.Contains("nothing was changed", StringComparison.Ordinal));
        Assert.True(await bot.StopAsync(), string.Join('\n', bot.Log));
        await bot.StartAgainAsync();
        await bot.KillAsync();
        await bot.StartAgainAsync();
        Assert.Equal("Healthy", await bot.Http.GetStringAsync("/health/live"));
    }

    [Fact]
    public async Task Only_an_allowed_connector_gets_in()
    {
        await using var bot = await BotProcess.StartAsync(
            new Dictionary<string, string> { ["Local:AllowedServiceUrls:0"] = "http://127.0.0.1:20001/_connector" }
        );
        Assert.Equal(403, await Post(bot, "http://127.0.0.1:20002/_connector"));
        Assert.NotEqual(403, await Post(bot, "http://127.0.0.1:20001/_connector"));
    }

    [Fact]
    public async Task A_wrong_setting_is_reported_and_nothing_starts()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            BotProcess.StartAsync(new Dictionary<string, string> { ["Organisation:TimeZone"] = "Europe/Berln" })
        );
        Assert.Contains("Organisation:TimeZone (command line): `Europe/Berln` is not a time zone", fault.Message, StringComparison.Ordinal);
    }

    private static async Task<int> Post(BotProcess bot, string serviceUrl)
    {
        using var body = new StringContent(
            $$$"""{"type":"installationUpdate","action":"add","channelId":"msteams","id":"1","serviceUrl":"{{{serviceUrl}}}","from":{"id":"29:rita"},"recipient":{"id":"28:supplierbot"},"conversation":{"id":"a:rita","conversationType":"personal","tenantId":"{{{Personas.TenantId}}}"}}""",
            System.Text.Encoding.UTF8,
            "application/json"
        );
        using var answer = await bot.Http.PostAsync("/api/messages", body);
        return (int)answer.StatusCode;
    }
}
