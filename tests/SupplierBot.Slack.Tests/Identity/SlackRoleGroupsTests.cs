using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Slack.Identity;
using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Identity;

/// <summary>Who holds a role because a user group says so.</summary>
public sealed class SlackRoleGroupsTests(Workspace workspace) : IClassFixture<Workspace>
{
    private const string Group = "S0SECURITY";

    private static readonly Person Teams = new(new("teams:5b0a3a2e-6f0d-4c61-9a53-000000000004"), "Carla");

    private FakeSlack Slack => workspace.Slack;

    private Person On(string name, string called) => new(SlackIds.IdOf(FakeSlack.Team, Slack.User(name)), called);

    private RoleHolders Configured =>
        new(
            new Dictionary<string, IReadOnlyList<Person>>
            {
                [RoleNames.Security] = [On("sam", "Sam"), Teams],
                [RoleNames.Ciso] = [On("carla", "Carla")],
            },
            []
        );

    private OutgoingBot NewBot(params string[] members)
    {
        Slack.PlanHasGroups = true;
        Slack.Groups[Group] = [.. members.Select(Slack.User)];
        return workspace.NewBot(groups: new Dictionary<string, string> { [RoleNames.Security] = Group });
    }

    private async Task<IReadOnlyList<Person>> HoldersAsync(OutgoingBot bot) =>
        (await bot.Get<IRoleGroups>().FillAsync(Configured, default)).Of(RoleNames.Security);

    [Fact]
    public async Task A_group_stands_in_for_the_people_of_the_workspace_and_for_nobody_else()
    {
        await using var bot = NewBot("priya", "rita");
        Assert.Equal([Teams, On("priya", "Priya"), On("rita", "Rita")], await HoldersAsync(bot));
        Assert.Equal([On("carla", "Carla")], (await bot.Get<IRoleGroups>().FillAsync(Configured, default)).Of(RoleNames.Ciso));
    }

    [Fact]
    public async Task Guests_and_people_who_left_hold_nothing_though_they_are_in_it()
    {
        await using var bot = NewBot("priya", "guest", "rita");
        Slack.Traits[Slack.User("guest")] = new() { ["is_restricted"] = true };
        Slack.Traits[Slack.User("rita")] = new() { ["deleted"] = true };
        Assert.Equal([Teams, On("priya", "Priya")], await HoldersAsync(bot));
    }

    [Fact]
    public async Task A_plan_without_groups_leaves_the_configured_people_and_is_not_asked_again_for_an_hour()
    {
        await using var bot = NewBot("priya");
        Slack.PlanHasGroups = false;
        for (var time = 0; time < 3; time++)
            Assert.Equal([On("sam", "Sam"), Teams], await HoldersAsync(bot));
        Assert.Single(Slack.Calls);
        Assert.Contains(bot.Log.Lines, line => line.Contains("plan_upgrade_required", StringComparison.Ordinal));
        Slack.PlanHasGroups = true;
        bot.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal([Teams, On("priya", "Priya")], await HoldersAsync(bot));
    }

    [Fact]
    public async Task A_group_that_is_not_there_or_empty_leaves_the_configured_people()
    {
        await using var bot = NewBot();
        Assert.Equal([On("sam", "Sam"), Teams], await HoldersAsync(bot));
        Slack.Groups.Clear();
        bot.Get<UserGroups>().Forget(Group);
        Assert.Equal([On("sam", "Sam"), Teams], await HoldersAsync(bot));
    }

    [Fact]
    public async Task A_change_counts_when_Slack_tells_of_it_and_a_quarter_of_an_hour_later_at_the_latest()
    {
        await using var bot = NewBot("priya");
        await HoldersAsync(bot);
        Slack.Groups[Group] = [Slack.User("carla")];
        Assert.Equal([Teams, On("priya", "Priya")], await HoldersAsync(bot));
        bot.Get<UserGroups>().Forget(Group);
        Assert.Equal([Teams, On("carla", "Carla")], await HoldersAsync(bot));
        Slack.Groups[Group] = [Slack.User("sam")];
        bot.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal([Teams, On("sam", "Sam")], await HoldersAsync(bot));
    }

    [Fact]
    public async Task Where_Slack_does_not_answer_its_last_answer_counts()
    {
        await using var bot = NewBot("priya");
        Slack.Faults.Answer("usergroups.users.list", 500);
        Assert.Equal([On("sam", "Sam"), Teams], await HoldersAsync(bot));
        bot.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal([Teams, On("priya", "Priya")], await HoldersAsync(bot));
        bot.Time.Advance(TimeSpan.FromMinutes(16));
        Slack.Faults.Limit("usergroups.users.list", "30");
        Assert.Equal([Teams, On("priya", "Priya")], await HoldersAsync(bot));
    }
}
