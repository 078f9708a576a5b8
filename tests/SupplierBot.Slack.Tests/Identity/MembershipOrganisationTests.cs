using System.Text.Json.Nodes;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Slack.Identity;
using SupplierBot.Slack.Reading;
using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Identity;

/// <summary>
/// In an Enterprise organisation requests name a person's home, or the organisation, in place of our workspace: its own record of them
/// decides.
/// </summary>
public sealed class MembershipOrganisationTests(Workspace workspace) : IClassFixture<Workspace>
{
    private const string Home = "T0HOME00001",
        Organisation = "E0ORG000001",
        Other = "T0OTHER0001";

    private FakeSlack Slack => workspace.Slack;

    private Turn Of(string named, string request, Request? input = null)
    {
        var user = Slack.User("rita");
        return new(
            "turn",
            RequestSenders.Own(user, request, FakeSlack.App),
            RequestSenders.ActorOf(user, "rita", request, new() { TeamId = FakeSlack.Team, SigningSecrets = ["s"] }, named),
            input ?? RequestReader.Typed("help"),
            null,
            false
        );
    }

    private void IsAtHomeElsewhere(params string[] teams) =>
        Slack.Traits[Slack.User("rita")] = new()
        {
            ["team_id"] = Home,
            ["enterprise_user"] = new JsonObject
            {
                ["enterprise_id"] = Organisation,
                ["teams"] = new JsonArray([.. teams.Select(team => (JsonNode)team)]),
            },
        };

    [Theory]
    [
        InlineData(Home, FakeSlack.Team),
        InlineData(Organisation, FakeSlack.Team),
        InlineData(Home, Home),
        InlineData(Organisation, Organisation)
    ]
    public async Task Who_is_of_ours_by_its_record_is_ours_whatever_home_a_request_names(string named, string request)
    {
        await using var bot = workspace.NewBot();
        IsAtHomeElsewhere(Home, FakeSlack.Team);
        var turn = (await bot.Get<Membership>().JudgeAsync(Of(named, request), default))!;
        Assert.Equal(
            (true, SlackIds.IdOf(FakeSlack.Team, Slack.User("rita")), FakeSlack.Team),
            (turn.Actor.Member, turn.Actor.Id, turn.Conversation.TenantId)
        );
        Assert.Equal("Rita", turn.Actor.Person.Name);
    }

    public static readonly TheoryData<string, string[], string> Strangers = new()
    {
        { Home, [Home], "their record does not name ours" },
        { Other, [Home, FakeSlack.Team], "the request names what their record does not" },
    };

    [Theory, MemberData(nameof(Strangers))]
    public async Task Anybody_else_stays_a_stranger(string named, string[] teams, string why)
    {
        await using var bot = workspace.NewBot();
        IsAtHomeElsewhere(teams);
        var turn = Of(named, FakeSlack.Team);
        Assert.True(ReferenceEquals(turn, await bot.Get<Membership>().JudgeAsync(turn, default)), why);
        Assert.False(turn.Actor.Member);
    }

    [Theory]
    [InlineData("is_restricted"), InlineData("is_bot"), InlineData("deleted"), InlineData("is_stranger")]
    public async Task Nor_does_a_guest_become_a_member_by_it(string trait)
    {
        await using var bot = workspace.NewBot();
        IsAtHomeElsewhere(Home, FakeSlack.Team);
        Slack.Traits[Slack.User("rita")][trait] = true;
        Assert.False((await bot.Get<Membership>().JudgeAsync(Of(Home, FakeSlack.Team), default))!.Actor.Member);
    }

    [Fact]
    public async Task Where_the_workspace_does_not_answer_nobody_can_say_who_it_is()
    {
        await using var bot = workspace.NewBot();
        Slack.Faults.Answer("users.info", 500);
        Assert.Null(await bot.Get<Membership>().JudgeAsync(Of(Home, FakeSlack.Team), default));
    }
}
