using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupplierBot.BotFramework;
using SupplierBot.Chat;
using SupplierBot.Web;

namespace SupplierBot.Conversations;

/// <summary>botbuilder 4.23.3 as the channel: every activity and every connector call goes through the official models, both ways (facts/clients.md §4c).</summary>
public sealed class OfficialLibraryAsChannel(OfficialCompany company) : IClassFixture<OfficialCompany>
{
    private readonly LoopbackConnector connector = company.Connector;
    private readonly OfficialChannel channel = company.Channel;

    private Employee Person(string key) => company.Employee(key);

    [Fact]
    public async Task A_request_is_made_reviewed_and_decided()
    {
        foreach (var place in Storms.ReviewChannels) Assert.True((await Person("admin").InstallsInAsync(place)).Good);
        var request = new Request(Person("asking"), Supplier.NotesApp("Acme Notes"));
        while (request.CaseId is null) await request.GoesOnAsync();
        await Until.TrueAsync(() => connector.Threads(Personas.Sam.ChannelId).Count == 1, () => "the review card");
        var review = connector.Threads(Personas.Sam.ChannelId)[0];
        var sam = new Employee(company.Http, connector, Personas.Sam);
        var thread = $"{Personas.Sam.ChannelId};messageid={review.Id}";
        var deciding = (await sam.GiveAsync(sam.PressIn(thread, review, "review"))).Card!;
        var automatic = sam.PressIn(thread, review, "review");
        automatic["value"]!["trigger"] = "automatic";
        var calls = channel.Calls.Count;
        Assert.Equal(deciding.Texts, (await sam.GiveAsync(automatic)).Card!.Texts);
        Assert.Equal(calls, channel.Calls.Count);
        var form = (await sam.GiveAsync(In(thread, sam.Press(deciding, "reject", replyTo: review.Id)))).Card!;
        Assert.Contains("not approved", string.Join('\n', (await sam.GiveAsync(In(thread, sam.Press(form, "reject", new Dictionary<string, string> { ["comment"] = "Not with these terms, sorry." }, review.Id)))).Card!.Texts), StringComparison.Ordinal);
        await Until.TrueAsync(() => Storms.ReviewChannels.All(place => connector.Threads(place)[0].Contains("Not with these terms")), () => "the outcome on every copy");
        foreach (var name in new[] { "createConversation", "sendToConversation", "updateActivity" }) Assert.Contains(name, channel.CallNames);
        Assert.All(channel.Calls.Where(call => (string)call["call"]! == "authenticate"), call => Assert.Equal("", (string)call["header"]!));
    }

    [Theory]
    [InlineData("message", null, 200), InlineData("messageUpdate", null, 200), InlineData("messageDelete", null, 200), InlineData("messageReaction", null, 200), InlineData("typing", null, 200)]
    [InlineData("event", "application/vnd.microsoft.readReceipt", 200), InlineData("endOfConversation", null, 200), InlineData("handoff", null, 200), InlineData("trace", null, 200)]
    [InlineData("suggestion", null, 200), InlineData("contactRelationUpdate", null, 200), InlineData("deleteUserData", null, 200), InlineData("command", "x", 200), InlineData("commandResult", "x", 200)]
    [InlineData("conversationUpdate", null, 200), InlineData("installationUpdate", null, 200), InlineData("somethingNew", null, 200)]
    [InlineData("invoke", "signin/verifyState", 501), InlineData("invoke", "fileConsent/invoke", 501), InlineData("invoke", "actionableMessage/executeAction", 501), InlineData("invoke", "tab/fetch", 501)]
    [InlineData("invoke", "config/fetch", 501), InlineData("invoke", "message/submitAction", 501), InlineData("invoke", "no/such", 501)]
    [InlineData("invoke", "composeExtension/queryLink", 501), InlineData("invoke", "composeExtension/selectItem", 501)]
    public async Task Every_type_and_every_invoke_gets_the_status_of_the_protocol(string type, string? name, int status)
    {
        var activity = Person("typing").Message("help");
        activity["type"] = type;
        if (name is not null) activity["name"] = name;
        if (type != "message") activity.Remove("text");
        if (type == "invoke") activity["value"] = new JsonObject();
        Assert.Equal((HttpStatusCode)status, (await channel.PostAsync(activity)).Status);
    }

    [Fact]
    public async Task Installing_and_removing_come_in_any_order_and_greet_once()
    {
        var rita = Person("installing");
        foreach (var action in new[] { "add", "add", "add-upgrade", "remove-upgrade", "remove", "remove", "add" })
        {
            var activity = rita.Installation();
            activity["action"] = action;
            Assert.True((await channel.PostAsync(activity)).Good, action);
            var update = rita.Message("");
            update["type"] = "conversationUpdate";
            update[action.StartsWith("add", StringComparison.Ordinal) ? "membersAdded" : "membersRemoved"] = new JsonArray(new JsonObject { ["id"] = Personas.BotId }, new JsonObject { ["id"] = "29:installing" });
            Assert.True((await channel.PostAsync(update)).Good, action);
        }
        Assert.Single(rita.Messages);
    }

    [Fact]
    public async Task Answers_that_are_expected_in_the_response_come_there_and_nowhere_else()
    {
        var activity = Person("expecting").Message("help");
        activity["deliveryMode"] = "expectReplies";
        var answer = await channel.PostAsync(activity);
        var reply = Assert.Single(JsonNode.Parse(answer.Body)!["activities"]!.AsArray())!;
        Assert.Equal("message", (string)reply["type"]!);
        Assert.Equal("AdaptiveCard", (string)reply["attachments"]![0]!["content"]!["type"]!);
        Assert.Empty(connector.In("a:expecting"));
    }

    [Fact]
    public async Task A_press_that_carries_nothing_known_is_answered_as_an_error_in_a_good_response()
    {
        var rita = Person("pressing");
        var press = rita.Execute("nonsense", null);
        press["value"] = new JsonObject();
        var answer = JsonNode.Parse((await channel.PostAsync(press)).Body)!;
        Assert.Equal((400, "application/vnd.microsoft.error"), ((int)answer["statusCode"]!, (string)answer["type"]!));
    }

    [Fact]
    public async Task Every_call_of_our_connector_client_is_one_the_library_serves()
    {
        using var services = new ServiceCollection()
            .AddSingleton<ITurnHandler, NoTurns>().AddLogging()
            .AddBotFramework(new() { Tenants = ["t"], ServiceUrls = [channel.ServiceUrl.ToString()] }).BuildServiceProvider();
        var client = services.GetRequiredService<ConnectorClient>();
        var url = channel.ServiceUrl.ToString();
        var words = new OutgoingActivity { From = new("28:bot"), Text = "Hello" };
        var before = channel.CallNames.Count();
        var sent = Assert.IsType<Delivery.Delivered>(await client.SendAsync(url, "a:rita", words, default));
        Assert.IsType<Delivery.Delivered>(await client.ReplyAsync(url, "a:rita", sent.MessageId!, words, default));
        Assert.IsType<Delivery.Delivered>(await client.UpdateAsync(url, "a:rita", sent.MessageId!, words with { Text = "Hello again" }, default));
        Assert.IsType<Delivery.Delivered>(await client.DeleteAsync(url, "a:rita", sent.MessageId!, default));
        Assert.Equal(new Delivery.Delivered("a:direct"), await client.OpenDirectAsync(url, "28:bot", "29:rita", "t", default));
        var thread = Assert.IsType<Delivery.Delivered>(await client.StartThreadAsync(url, new() { IsGroup = true, Bot = new("28:bot"), TenantId = "t", Activity = words, ChannelData = new(Channel: new("19:c@thread.tacv2")) }, default));
        Assert.Equal("Hello", connector.In($"19:c@thread.tacv2;messageid={thread.MessageId}").Single().Text);
        var members = Assert.IsType<Roster.Known>(await Roster.ReadAsync(client, To(url), default)).Members;
        Assert.Equal(["Rita", "Sam"], members.Select(member => member.Name));
        Assert.True((await Roster.FindAsync(client, To(url), "aaaaaaaa-0000-0000-0000-000000000001", default))!.Guest);
        Assert.Equal(
            ["sendToConversation", "replyToActivity", "updateActivity", "deleteActivity", "createConversation", "createConversation", "getConversationPagedMembers", "getConversationPagedMembers", "getConversationMember"],
            channel.CallNames.Skip(before));
    }

    private static ConversationReference To(string url) => new("teams", url, "19:c@thread.tacv2", ConversationScope.Channel, "28:bot", "t", null, null);

    private static JsonObject In(string thread, JsonObject activity)
    {
        activity["conversation"] = new JsonObject { ["id"] = thread, ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = Personas.TenantId };
        return activity;
    }

    private sealed class NoTurns : ITurnHandler
    {
        public Task<TurnAnswer> HandleAsync(Turn turn, CancellationToken cancellation) => Task.FromResult<TurnAnswer>(new TurnAnswer.Nothing());
    }
}

/// <summary>The product, the official library in front of it, and our own connector behind the library.</summary>
public sealed class OfficialCompany : IAsyncLifetime
{
    private BotProcess bot = null!;

    internal LoopbackConnector Connector { get; private set; } = null!;
    internal OfficialChannel Channel { get; private set; } = null!;
    internal HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Connector = await LoopbackConnector.StartAsync();
        // The channel must know where the bot is, and the bot where the channel is.
        var port = FreePort.Take();
        Channel = await OfficialChannel.StartAsync(new($"http://127.0.0.1:{port}/api/messages"), Connector.ServiceUrl);
        bot = await BotProcess.StartAsync(new Dictionary<string, string> { ["Local:AllowedServiceUrls:0"] = Channel.ServiceUrl.ToString() }, null, port);
        Http = new(Channel, disposeHandler: false) { BaseAddress = bot.Address };
    }

    internal Employee Employee(string key) => new(Http, Connector, key);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await bot.DisposeAsync();
        await Channel.DisposeAsync();
        await Connector.DisposeAsync();
    }
}
