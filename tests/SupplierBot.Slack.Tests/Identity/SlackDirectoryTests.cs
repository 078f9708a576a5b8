using SupplierBot.Chat.Identity;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Slack.Api;
using SupplierBot.Slack.Identity;
using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Identity;

/// <summary>What the workspace says of a person decides whether they are given a role, and whose address is theirs.</summary>
public sealed class SlackDirectoryTests(Workspace workspace) : IClassFixture<Workspace>
{
    private FakeSlack Slack => workspace.Slack;

    private static SlackDirectory Of(OutgoingBot bot) => new(bot.Get<SlackPeople>(), bot.Get<SlackApiOptions>());

    private Task<DirectoryAnswer> FindAsync(OutgoingBot bot, string user, string team = FakeSlack.Team) =>
        Of(bot).FindAsync(SlackIds.IdOf(team, user), [], default);

    [Fact]
    public async Task Somebody_of_another_workspace_is_nobody_here_and_nobody_is_asked()
    {
        await using var bot = workspace.NewBot();
        Slack.Calls.Clear();
        Assert.IsType<DirectoryAnswer.Nobody>(await FindAsync(bot, Slack.User("rita"), "T0OTHER0001"));
        Assert.IsType<DirectoryAnswer.Nobody>(await Of(bot).FindAsync(new PersonId("slack:T1"), [], default));
        Assert.Empty(Slack.Calls);
    }

    [Fact]
    public async Task A_bot_that_was_picked_is_an_app_and_a_guest_is_no_member()
    {
        await using var bot = workspace.NewBot();
        var guest = Slack.User("guest");
        Slack.Traits[guest] = new() { ["is_bot"] = true };
        Assert.IsType<DirectoryAnswer.App>(await Of(bot).FindAsync(new Mention("Helper", guest), workspace.Personal("rita"), default));
        bot.Get<SlackPeople>().Forget(guest, FakeSlack.Team);
        Slack.Traits[guest] = new() { ["is_restricted"] = true };
        Assert.False(Assert.IsType<DirectoryAnswer.Known>(await FindAsync(bot, guest)).Member);
    }

    [Theory]
    [InlineData("user_not_found"), InlineData("user_not_visible")]
    public async Task Whom_the_workspace_does_not_know_is_nobody(string error)
    {
        await using var bot = workspace.NewBot();
        Slack.Faults.Answer("users.info", 200, $$"""{"ok":false,"error":"{{error}}"}""");
        Assert.IsType<DirectoryAnswer.Nobody>(await FindAsync(bot, Slack.User("guest")));
    }

    [Fact]
    public async Task An_address_that_was_not_said_is_asked_for_again_and_silence_takes_nothing_back()
    {
        await using var bot = workspace.NewBot();
        var guest = Slack.User("guest");
        Slack.Traits[guest] = new() { ["is_email_confirmed"] = false };
        Assert.Null(Assert.IsType<DirectoryAnswer.Known>(await FindAsync(bot, guest)).Email);
        Slack.Faults.Answer("users.info", 500);
        Assert.Null(Assert.IsType<DirectoryAnswer.Known>(await FindAsync(bot, guest)).Email);
        Slack.Traits[guest] = new() { ["is_email_confirmed"] = true };
        Assert.Equal("guest@elsewhere.example", Assert.IsType<DirectoryAnswer.Known>(await FindAsync(bot, guest)).Email);
    }
}
