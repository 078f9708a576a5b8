using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using SupplierBot.BotFramework.Connector;
using SupplierBot.BotFramework.Hosting;
using SupplierBot.BotFramework.Teams;
using SupplierBot.BotFramework.Tests.Kit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;

namespace SupplierBot.BotFramework.Tests.Connector;

public sealed partial class ConnectorClientTests : IAsyncLifetime
{
    private FakeConnector connector = null!;
    private ServiceProvider services = null!;

    private TeamsChannel Channel => services.GetRequiredService<TeamsChannel>();
    private ConnectorClient Client => services.GetRequiredService<ConnectorClient>();

    private static readonly RenderedCard Card = new("""{"type":"AdaptiveCard","version":"1.5","body":[]}"""u8.ToArray(), "A request waits");

    public async ValueTask InitializeAsync()
    {
        connector = await FakeConnector.StartAsync();
        services = Services(connector.Url);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await connector.DisposeAsync();
    }

    private static ServiceProvider Services(params string[] urls) => Services(TimeSpan.FromSeconds(10), urls);

    private static ServiceProvider Services(TimeSpan timeout, params string[] urls)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddBotFramework(new() { ServiceUrls = urls, ConnectorTimeout = timeout }, BareCards.Cards());
        return services.BuildServiceProvider();
    }

    private ConversationReference Personal(string conversation = "a:1+2/3;x=@y") =>
        new(
            "teams",
            connector.Url,
            conversation,
            ConversationScope.Personal,
            SampleActivities.Bot,
            SampleActivities.Tenant,
            "29:rita",
            null
        );

    private ConversationReference SecurityChannel(string? thread = null) =>
        new(
            "teams",
            connector.Url,
            "19:security@thread.tacv2",
            ConversationScope.Channel,
            SampleActivities.Bot,
            SampleActivities.Tenant,
            null,
            thread
        );

    private Task<DeliveryOutcome> Send() => Channel.SendAsync(Personal(), Card, default);

    private Task<DeliveryOutcome> Update() => Channel.UpdateAsync(Personal(), "17:1", Card, default);

    [Fact]
    public async Task A_card_is_posted_with_its_conversation_escaped()
    {
        Assert.Equal(new DeliveryOutcome.Delivered("1700000000042"), await Send());
        var call = Assert.Single(connector.Calls);
        Assert.Equal(
            ("POST", "/base/v3/conversations/a%3A1%2B2%2F3%3Bx%3D%40y/activities", null),
            (call.Method, call.Target, call.Authorization)
        );
        Assert.Equal(
            """{"type":"message","from":{"id":"28:bot"},"conversation":{"id":"a:1+2/3;x=@y"},"recipient":{"id":"29:rita"},"summary":"A request waits","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","body":[]}}]}""",
            System.Text.RegularExpressions.Regex.Unescape(call.Body!.ToJsonString())
        );
    }

    [Theory]
    [InlineData("..", "%2E%2E")]
    [InlineData("../../v3/teams", "..%2F..%2Fv3%2Fteams")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("%2e%2e", "%252e%252e")]
    public async Task No_id_leaves_its_place_in_the_path(string conversation, string segment)
    {
        await Channel.SendAsync(Personal(conversation), Card, default);
        Assert.Equal($"/base/v3/conversations/{segment}/activities", Assert.Single(connector.Calls).Target);
    }

    [Fact]
    public async Task An_update_puts_to_the_message()
    {
        Assert.Equal(new DeliveryOutcome.Delivered("17:1"), await Update());
        var call = Assert.Single(connector.Calls);
        Assert.Equal(("PUT", "/base/v3/conversations/a%3A1%2B2%2F3%3Bx%3D%40y/activities/17%3A1"), (call.Method, call.Target));
    }

    [Fact]
    public async Task A_reply_a_deletion_and_a_direct_chat_have_their_routes()
    {
        await Client.ReplyAsync(connector.Url, "c", "17", new() { From = new(SampleActivities.Bot), Text = "hi" }, default);
        Assert.Equal(new DeliveryOutcome.Delivered("17"), await Client.DeleteAsync(connector.Url, "c", "17", default));
        connector.Then(201, """{ "id": "a:direct" }""");
        Assert.Equal(
            new DeliveryOutcome.Delivered("a:direct"),
            await Client.OpenDirectAsync(connector.Url, SampleActivities.Bot, "29:sam", SampleActivities.Tenant, default)
        );
        Assert.Equal(
            ["POST /base/v3/conversations/c/activities/17", "DELETE /base/v3/conversations/c/activities/17", "POST /base/v3/conversations"],
            connector.Calls.Select(call => $"{call.Method} {call.Target}")
        );
        Assert.Equal("17", connector.Calls.First().Body!["replyToId"]!.ToString());
        Assert.Equal(
            ("29:sam", "False"),
            (
                connector.Calls.Last().Body!["members"]![0]!["id"]!.ToString(),
                connector.Calls.Last().Body!["isGroup"]!.GetValue<bool>().ToString()
            )
        );
    }

    [Fact]
    public async Task A_channel_gets_a_thread_of_its_own_and_updates_its_root()
    {
        connector.Then(201, """{ "id": "19:security@thread.tacv2;messageid=1700", "activityId": "1700" }""");
        Assert.Equal(new DeliveryOutcome.Delivered("1700"), await Channel.SendAsync(SecurityChannel(), Card, default));
        await Channel.UpdateAsync(SecurityChannel(), "1700", Card, default);
        await Channel.SendAsync(SecurityChannel("1600"), Card, default);
        Assert.Equal(
            [
                "POST /base/v3/conversations",
                "PUT /base/v3/conversations/19%3Asecurity%40thread.tacv2%3Bmessageid%3D1700/activities/1700",
                "POST /base/v3/conversations/19%3Asecurity%40thread.tacv2%3Bmessageid%3D1600/activities",
            ],
            connector.Calls.Select(call => $"{call.Method} {call.Target}")
        );
        var created = connector.Calls.First().Body!;
        Assert.Equal(
            ("19:security@thread.tacv2", "A request waits"),
            (created["channelData"]!["channel"]!["id"]!.ToString(), created["activity"]!["summary"]!.ToString())
        );
    }

    [Theory]
    [InlineData(202, "")]
    [InlineData(200, "not JSON")]
    [InlineData(201, "{}")]
    public async Task Delivered_without_an_id_is_delivered(int status, string body)
    {
        connector.Then(status, body);
        Assert.Equal(new DeliveryOutcome.Delivered(null), await Send());
    }

    private const string Gone = """{ "error": { "code": "BotNotInConversationRoster", "message": "secret" } }""";
    private const string Blocked = """{ "error": { "code": "ConversationBlockedByUser" } }""";
    private const string NoConversation = """{ "error": { "code": "ConversationNotFound" } }""";
    private const string NoActivity = """{ "error": { "code": "ActivityNotFoundInConversation" } }""";
    private const string TooBig = """{ "error": { "code": "MessageSizeTooBig", "message": "secret" } }""";

    public static TheoryData<int, string, DeliveryOutcome, DeliveryOutcome> Answers =>
        new()
        {
            { 400, "{}", new DeliveryOutcome.Refused("400"), new DeliveryOutcome.Refused("400") },
            { 401, "", new DeliveryOutcome.Refused("401"), new DeliveryOutcome.Refused("401") },
            {
                403,
                Gone,
                new DeliveryOutcome.ConversationGone("BotNotInConversationRoster"),
                new DeliveryOutcome.ConversationGone("BotNotInConversationRoster")
            },
            {
                403,
                Blocked,
                new DeliveryOutcome.ConversationGone("ConversationBlockedByUser"),
                new DeliveryOutcome.ConversationGone("ConversationBlockedByUser")
            },
            { 403, "<html>", new DeliveryOutcome.Refused("403"), new DeliveryOutcome.Refused("403") },
            {
                404,
                NoConversation,
                new DeliveryOutcome.ConversationGone("ConversationNotFound"),
                new DeliveryOutcome.ConversationGone("ConversationNotFound")
            },
            { 404, NoActivity, new DeliveryOutcome.ConversationGone("ActivityNotFoundInConversation"), new DeliveryOutcome.MessageGone() },
            { 404, "", new DeliveryOutcome.ConversationGone("NotFound"), new DeliveryOutcome.MessageGone() },
            { 410, "", new DeliveryOutcome.Refused("410"), new DeliveryOutcome.MessageGone() },
            { 413, TooBig, new DeliveryOutcome.Refused("413 MessageSizeTooBig"), new DeliveryOutcome.Refused("413 MessageSizeTooBig") },
            { 501, "", new DeliveryOutcome.Refused("501"), new DeliveryOutcome.Refused("501") },
            { 500, "", new DeliveryOutcome.Unknown("500"), new DeliveryOutcome.NotSent("500") },
        };

    [Theory, MemberData(nameof(Answers))]
    public async Task Every_answer_says_what_may_be_done_next(int status, string body, DeliveryOutcome afterPost, DeliveryOutcome afterPut)
    {
        connector.Then(status, body).Then(status, body);
        Assert.Equal(afterPost, await Send());
        Assert.Equal(afterPut, await Update());
        Assert.Equal(2, connector.Calls.Count);
    }

    [Fact]
    public async Task Members_come_page_by_page_with_either_name_of_their_directory_id()
    {
        connector
            .Then(503)
            .Then(
                200,
                $$"""{ "continuationToken": "a&b", "members": [ { "id": "29:rita", "aadObjectId": "{{SampleActivities.Rita}}", "name": "Rita", "email": "rita@example.com", "userRole": "user" } ] }"""
            )
            .Then(
                200,
                """{ "members": [ { "id": "29:x", "objectId": "AAAAAAAA-0000-0000-0000-000000000002", "userRole": "Guest" }, { "id": "28:bot" } ] }"""
            );
        var members = Assert.IsType<Roster.Known>(await Roster.ReadAsync(Client, SecurityChannel("1700"), default)).Members;
        Assert.Equal(
            [
                new Member("29:rita", new("teams:" + SampleActivities.Rita), "Rita", "rita@example.com", null, Guest: false),
                new Member("29:x", new("teams:aaaaaaaa-0000-0000-0000-000000000002"), "", null, null, Guest: true),
                new Member("28:bot", null, "", null, null, Guest: false),
            ],
            members
        );
        Assert.Equal(
            "/base/v3/conversations/19%3Asecurity%40thread.tacv2/pagedmembers?pageSize=500&continuationToken=a%26b",
            connector.Calls.Last().Target
        );
    }

    [Fact]
    public async Task Members_that_cannot_be_had_are_not_known()
    {
        connector.Then(403, Gone);
        Assert.Equal(
            new Roster.NotKnown(new DeliveryOutcome.ConversationGone("BotNotInConversationRoster")),
            await Roster.ReadAsync(Client, SecurityChannel(), default)
        );
    }
}
