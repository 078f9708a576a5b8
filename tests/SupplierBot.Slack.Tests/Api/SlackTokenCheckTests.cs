using Microsoft.Extensions.Hosting;
using SupplierBot.Slack.Api;
using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Api;

/// <summary>Who Slack takes us for is asked once the bot listens, and stands in the log.</summary>
public sealed class SlackTokenCheckTests(Workspace workspace) : IClassFixture<Workspace>
{
    private static async Task<string> SaidAsync(OutgoingBot bot)
    {
        await bot.Get<IEnumerable<IHostedService>>().OfType<SlackTokenCheck>().Single().StartedAsync(default);
        return string.Join("\n", bot.Log.Lines);
    }

    [Fact]
    public async Task The_right_workspace_is_named()
    {
        await using var bot = workspace.NewBot();
        Assert.Contains("Slack's workspace T000000001 knows us as supplierbot", await SaidAsync(bot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_of_another_workspace_is_an_error()
    {
        await using var bot = workspace.NewBot();
        workspace.Slack.Faults.Answer("auth.test", 200, """{"ok":true,"team_id":"T000000002","user":"supplierbot"}""");
        Assert.Contains(
            "Error: The token is of workspace T000000002, and Slack:TeamId says T000000001",
            await SaidAsync(bot),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_token_that_is_not_good_is_an_error()
    {
        await using var bot = workspace.NewBot(token: "xoxb-another");
        Assert.Contains("Error: Slack does not accept us for auth.test: invalid_auth", await SaidAsync(bot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_that_does_not_answer_stops_nobody()
    {
        await using var bot = workspace.NewBot();
        workspace.Slack.Faults.Limit("auth.test", "30");
        Assert.Contains(
            "Warning: Slack did not say whether the token is good: ratelimited",
            await SaidAsync(bot),
            StringComparison.Ordinal
        );
        workspace.Slack.Faults.Hang("auth.test");
        bot.Time.Advance(TimeSpan.FromSeconds(31));
        var asked = SaidAsync(bot);
        await workspace.Slack.CalledAsync(2);
        bot.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Contains("no answer in time", await asked, StringComparison.Ordinal);
    }
}
