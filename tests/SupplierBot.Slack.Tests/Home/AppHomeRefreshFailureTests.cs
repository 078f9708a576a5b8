using Microsoft.Extensions.Hosting;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Slack.Home;
using SupplierBot.Slack.Identity;
using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Home;

/// <summary>A home that cannot be brought up to date is tried again and again, but not for ever, and costs nothing else.</summary>
public sealed class AppHomeRefreshFailureTests(Workspace workspace) : IClassFixture<Workspace>, IAsyncLifetime
{
    private StagedBot bot = null!;
    private AppHomeRefresh upkeep = null!;

    private FakeSlack Slack => workspace.Slack;

    public async ValueTask InitializeAsync()
    {
        Slack.Faults.Clear();
        Slack.TokenError = null;
        Slack.Calls.Clear();
        bot = new(Slack, patience: TimeSpan.FromHours(2));
        foreach (var name in new[] { "sam", "priya" })
            await bot.GiveAsync(bot.OnSlack(name), RequestReader.Typed("help"));
        upkeep = bot.The<IEnumerable<IHostedService>>().OfType<AppHomeRefresh>().Single();
        await upkeep.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await upkeep.StopAsync(CancellationToken.None);
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task What_keeps_failing_is_logged_once_and_tried_again_after_the_next_change()
    {
        for (var time = 0; time < 12; time++)
            Slack.Faults.Refuse("views.publish", "internal_error");
        Changed("sam");
        await UntilAsync(() => GivenUp == 1);
        Assert.Equal(12, Published("sam"));
        Changed("sam");
        await UntilAsync(() => Published("sam") == 13);
        Assert.Equal(1, GivenUp);
    }

    [Fact]
    public async Task What_Slack_refuses_is_given_up_at_once_and_the_next_home_is_shown()
    {
        Slack.Faults.Refuse("views.publish", "not_enabled");
        Changed("sam", "priya");
        await UntilAsync(() => Published("priya") == 1);
        Assert.Equal((1, 1), (Published("sam"), GivenUp));
    }

    [Fact]
    public async Task Who_waits_is_published_to_once_however_often_it_changed()
    {
        for (var change = 0; change < 50; change++)
            Changed("sam", "priya");
        bot.The<StaleAppHomes>().Changed([FakeTeamsChannel.PersonNamed("sam").Id, SlackIds.IdOf(FakeSlack.Team, Slack.User("carla"))]);
        await UntilAsync(() => Published("priya") == 1);
        Changed("priya");
        await UntilAsync(() => Published("priya") == 2);
        Assert.Equal((1, 0), (Published("sam"), Published("carla")));
    }

    [Fact]
    public async Task A_token_that_ended_is_not_asked_about_for_everybody_and_all_is_shown_once_it_is_good_again()
    {
        Slack.TokenError = "token_revoked";
        Changed("sam", "priya");
        await UntilAsync(() =>
            bot.Log.Lines.Any(line => line.StartsWith("Error: Slack does not accept us for views.publish", StringComparison.Ordinal))
        );
        Slack.TokenError = null;
        await UntilAsync(() => Published("sam") + Published("priya") == 3);
        Assert.Equal(0, GivenUp);
    }

    [Fact]
    public async Task A_host_that_stops_waits_for_no_limit()
    {
        Slack.Faults.Limit("views.publish", "3600");
        Changed("sam", "priya");
        await UntilAsync(() => Slack.CallNames.Contains("views.publish"));
        await upkeep.StopAsync(CancellationToken.None);
        Assert.True(upkeep.ExecuteTask!.IsCompletedSuccessfully);
    }

    private void Changed(params IEnumerable<string> names) =>
        bot.The<StaleAppHomes>().Changed(names.Select(name => SlackIds.IdOf(FakeSlack.Team, Slack.User(name))));

    private int Published(string name) =>
        Slack.Calls.Count(call => call.Method == "views.publish" && call.Form["user_id"] == Slack.User(name));

    private int GivenUp => bot.Log.Lines.Count(line => line.Contains("shows something older until they open it", StringComparison.Ordinal));

    /// <summary>The bot's clock goes on until then.</summary>
    private async Task UntilAsync(Func<bool> happened)
    {
        for (var look = 0; look < 60_000; look++)
        {
            if (happened())
                return;
            bot.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5);
        }
        throw new TimeoutException($"It never happened. Calls: {string.Join(", ", Slack.CallNames)}\n{string.Join("\n", bot.Log.Lines)}");
    }
}
