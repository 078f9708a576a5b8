using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Tests.Kit;

namespace SupplierBot.BotFramework.Tests.Teams;

/// <summary>Guests have a directory id of the tenant; the platform's list of members says what they are.</summary>
public sealed class GuestTurnsTests : IAsyncLifetime
{
    private RegisteredBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await RegisteredBot.StartAsync();

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("""{ "id": "29:rita", "userRole": "user", "userPrincipalName": "rita@example.com" }""", true)]
    [InlineData("""{ "id": "29:rita", "userRole": "guest" }""", false)]
    [InlineData("""{ "id": "29:rita", "userRole": "anonymous" }""", false)]
    [InlineData("""{ "id": "29:rita", "userPrincipalName": "rita_other.example#EXT#@example.com" }""", false)]
    [InlineData("""{ "id": "29:rita" }""", true)]
    public async Task Who_is_a_guest_never_acts(string account, bool member)
    {
        bot.Connector.Members[SampleActivities.Rita] = account;
        await SayAsync();
        Assert.Equal(member, Assert.Single(bot.Turns).Actor.Member);
    }

    [Theory]
    [InlineData("not json"), InlineData("[]"), InlineData("""{ "userRole": "guest" }""")]
    public async Task What_the_platform_does_not_say_is_asked_again_a_minute_later(string account)
    {
        bot.Connector.Members[SampleActivities.Rita] = account;
        await SayAsync();
        await SayAsync();
        Assert.Single(bot.Connector.AskedFor, SampleActivities.Rita);
        bot.Connector.Members[SampleActivities.Rita] = """{ "id": "29:rita", "userRole": "guest" }""";
        bot.Time.Advance(TimeSpan.FromSeconds(61));
        await SayAsync();
        Assert.Equal([true, true, false], bot.Turns.Select(turn => turn.Actor.Member));
    }

    [Fact]
    public async Task One_is_asked_for_once_an_hour_by_the_directory_id()
    {
        bot.Connector.Members[SampleActivities.Rita] = """{ "id": "29:rita", "userRole": "user" }""";
        for (var turn = 0; turn < 3; turn++)
            await SayAsync();
        Assert.Equal([SampleActivities.Rita], bot.Connector.AskedFor);
        bot.Connector.Members[SampleActivities.Rita] = """{ "id": "29:rita", "userRole": "guest" }""";
        bot.Time.Advance(TimeSpan.FromMinutes(61));
        await SayAsync();
        Assert.False(bot.Turns.Last().Actor.Member);
    }

    [Theory]
    [InlineData(SampleActivities.Rita, true, "rita@example.com"), InlineData("aaaaaaaa-0000-0000-0000-0000000000ee", false, null)]
    public async Task Where_the_platform_knows_the_channels_own_ids_alone_it_must_speak_of_the_same_person(
        string person,
        bool same,
        string? email
    )
    {
        bot.Connector.Members["29:rita"] =
            $$"""{ "id": "29:rita", "aadObjectId": "{{person}}", "userRole": "guest", "email": "rita@example.com" }""";
        await SayAsync();
        bot.Connector.Members["29:rita"] = bot.Connector.Members["29:rita"].Replace("guest", "user", StringComparison.Ordinal);
        bot.Time.Advance(TimeSpan.FromMinutes(61));
        await SayAsync();
        Assert.Equal([!same, true], bot.Turns.Select(turn => turn.Actor.Member));
        Assert.Equal(email, bot.Turns.Last().Email);
    }

    [Fact]
    public async Task The_address_comes_with_every_turn()
    {
        bot.Connector.Members[SampleActivities.Rita] =
            """{ "id": "29:rita", "userRole": "user", "email": "rita@example.com", "userPrincipalName": "rita@example.onmicrosoft.com" }""";
        for (var turn = 0; turn < 2; turn++)
            await SayAsync();
        Assert.Equal(["rita@example.com", "rita@example.com"], bot.Turns.Select(turn => turn.Email));
    }

    [Fact]
    public async Task What_nobody_says_in_a_strange_chat_does_not_count_in_ones_own()
    {
        for (var keystroke = 0; keystroke < 3; keystroke++)
            await SearchAsync();
        Assert.Single(bot.Connector.AskedFor, SampleActivities.Rita);
        bot.Connector.Members[SampleActivities.Rita] = """{ "id": "29:rita", "userRole": "guest" }""";
        await SayAsync();
        await SearchAsync();
        Assert.Equal([true, true, true, false, false], bot.Turns.Select(turn => turn.Actor.Member));
        Assert.Equal(2, bot.Connector.AskedFor.Count(id => id == SampleActivities.Rita));
    }

    [Fact]
    public async Task Nobody_is_asked_about_whom_the_tenant_already_tells()
    {
        var (status, _) = await bot.PostAsync(Authorization, bot.Message(sent => sent["from"] = new JsonObject { ["id"] = "29:someone" }));
        Assert.Equal(200, status);
        Assert.Empty(bot.Connector.AskedFor);
        Assert.False(Assert.Single(bot.Turns).Actor.Member);
    }

    private string Authorization => $"Bearer {bot.Good.With("exp", TestToken.Seconds(2 * 3600))}";

    private async Task SearchAsync() =>
        Assert.Equal(
            200,
            (
                await bot.PostAsync(
                    Authorization,
                    bot.Message(sent =>
                        (sent["type"], sent["name"], sent["value"]) = ("invoke", "composeExtension/query", new JsonObject())
                    )
                )
            ).Status
        );

    private async Task SayAsync() => Assert.Equal(200, (await bot.PostAsync(Authorization, bot.Message())).Status);
}
