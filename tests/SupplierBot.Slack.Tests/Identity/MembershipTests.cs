using System.Text.Json.Nodes;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Slack.Identity;
using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Identity;

/// <summary>Requests name users; what they are the workspace says.</summary>
public sealed class MembershipTests(Workspace workspace) : IClassFixture<Workspace>
{
    private FakeSlack Slack => workspace.Slack;

    private Turn Turn(string user, string name = "") =>
        new(
            "turn",
            workspace.Personal("rita") with
            {
                UserId = user,
            },
            new(new(SlackIds.IdOf(FakeSlack.Team, user), name), true),
            RequestReader.Typed("help"),
            null,
            false
        );

    private async Task<Actor> JudgeAsync(OutgoingBot bot, string user = "", string name = "") =>
        (await bot.Get<Membership>().JudgeAsync(Turn(user.Length == 0 ? Slack.User("guest") : user, name), default))!.Actor;

    [Theory]
    [
        InlineData("is_restricted"),
        InlineData("is_ultra_restricted"),
        InlineData("is_bot"),
        InlineData("is_workflow_bot"),
        InlineData("deleted"),
        InlineData("is_stranger")
    ]
    public async Task Who_is_no_member_never_acts(string trait)
    {
        await using var bot = workspace.NewBot();
        Slack.Traits[Slack.User("guest")] = new() { [trait] = true };
        Assert.False((await JudgeAsync(bot)).Member);
    }

    [Theory]
    [InlineData("T000000009", null, false)]
    [InlineData("T000000009", "T000000001", true)]
    [InlineData("T000000009", "T000000008", false)]
    [InlineData("T000000001", null, true)]
    public async Task People_of_another_workspace_are_strangers_unless_the_organisation_is_one(string team, string? others, bool member)
    {
        await using var bot = workspace.NewBot();
        Slack.Traits[Slack.User("guest")] = new()
        {
            ["team_id"] = team,
            ["enterprise_user"] = others is null ? null : new JsonObject { ["teams"] = new JsonArray(others) },
        };
        Assert.Equal(member, (await JudgeAsync(bot)).Member);
    }

    [Fact]
    public async Task Slackbot_is_no_member_whatever_its_record_says()
    {
        await using var bot = workspace.NewBot();
        Slack.Faults.Answer("users.info", 200, """{"ok":true,"user":{"id":"USLACKBOT","is_bot":false}}""");
        Assert.False((await JudgeAsync(bot, "USLACKBOT")).Member);
    }

    [Fact]
    public async Task Who_is_asked_for_is_asked_once_an_hour_or_when_somebody_changes_and_called_by_their_name()
    {
        await using var bot = workspace.NewBot();
        var rita = Slack.User("rita");
        for (var turn = 0; turn < 3; turn++)
            Assert.Equal(
                new Actor(new(SlackIds.IdOf(FakeSlack.Team, rita), "Rita"), true) { Zone = "Europe/Berlin" },
                await JudgeAsync(bot, rita, "rita")
            );
        Assert.Single(Slack.Calls);
        bot.Time.Advance(TimeSpan.FromMinutes(61));
        await JudgeAsync(bot, rita);
        Assert.Equal(2, Slack.Calls.Count);
        bot.Get<SlackPeople>().Forget(rita, FakeSlack.Team);
        await JudgeAsync(bot, rita);
        Assert.Equal(3, Slack.Calls.Count);
    }

    [Fact]
    public async Task Where_the_workspace_does_not_say_one_is_a_member_for_a_minute()
    {
        await using var bot = workspace.NewBot();
        Slack.Traits[Slack.User("guest")] = new() { ["is_restricted"] = true };
        Slack.Faults.Answer("users.info", 500);
        Assert.Equal(
            ("as sent", true),
            await JudgeAsync(bot, name: "as sent") is var unknown ? (unknown.Person.Name, unknown.Member) : default
        );
        await JudgeAsync(bot);
        Assert.Single(Slack.Calls);
        bot.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.False((await JudgeAsync(bot)).Member);
    }

    [Fact]
    public async Task Somebody_the_workspace_does_not_know_is_no_member()
    {
        await using var bot = workspace.NewBot();
        Assert.False((await JudgeAsync(bot, "U0NOBODY")).Member);
    }

    [Fact]
    public async Task People_of_another_platform_are_not_asked_about_and_a_stranger_stays_one()
    {
        await using var bot = workspace.NewBot();
        var stranger = Turn(Slack.User("guest")) with { Actor = new(new(SlackIds.IdOf("T9", "U9"), ""), false) };
        Assert.Same(stranger, await bot.Get<Membership>().JudgeAsync(stranger, default));
        Slack.Calls.Clear();
        var other = Turn("x") with { Actor = new(new(new("teams:5b0a3a2e-6f0d-4c61-9a53-000000000001"), "Rita"), true) };
        Assert.Same(other, await bot.Get<Membership>().JudgeAsync(other, default));
        Assert.Empty(Slack.Calls);
    }

    [Theory]
    [InlineData(true, "guest@elsewhere.example"), InlineData(false, null)]
    public async Task An_address_counts_only_where_Slack_says_that_it_is_theirs(bool confirmed, string? expected)
    {
        await using var bot = workspace.NewBot();
        Slack.Traits[Slack.User("guest")] = new() { ["is_email_confirmed"] = confirmed };
        var known = Assert.IsType<PersonAnswer.Known>(await bot.Get<SlackPeople>().FindAsync(Slack.User("guest"), FakeSlack.Team, default));
        Assert.Equal((expected, "Europe/Berlin"), (known.Person.Email, known.Person.TimeZone));
        Assert.Equal(expected, (await bot.Get<Membership>().JudgeAsync(Turn(Slack.User("guest")), default))!.Email);
    }
}
