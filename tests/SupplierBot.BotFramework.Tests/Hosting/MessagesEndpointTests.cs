using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using SupplierBot.BotFramework.Hosting;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.BotFramework.Tests.Kit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.BotFramework.Tests.Hosting;

public sealed partial class MessagesEndpointTests : IAsyncLifetime
{
    private readonly Mock<ITurnHandler> handler = new();
    private readonly Mock<IRequestAuthenticator> authenticator = new();
    private FakeConnector connector = null!;
    private LoopbackServer bot = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        Answers(new TurnAnswer.Nothing());
        authenticator
            .Setup(gate => gate.AuthenticateAsync(It.IsAny<HttpContext>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(AuthenticationResult.Open);
        Authorizes(AuthenticationResult.Open);
        connector = await FakeConnector.StartAsync();
        bot = await LoopbackServer.StartAsync(app => app.MapBotFramework(authenticator.Object), builder => AddServices(builder.Services));
        client = new() { BaseAddress = bot.Address };
    }

    private void AddServices(IServiceCollection services)
    {
        services.AddSingleton(handler.Object);
        var cards = BareCards.Cards(
            ("fault.fault", "Something went wrong. Your saved answers are safe. Reference: {ref}."),
            ("teams.done", "All done."),
            ("teams.unknown_button", "What is this button?")
        );
        services.AddBotFramework(
            new()
            {
                Tenants = [SampleActivities.Tenant],
                ServiceUrls = [connector.Url],
                TurnTimeout = TimeSpan.FromSeconds(2),
            },
            cards
        );
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    private IEnumerable<Turn> Turns => handler.Invocations.Select(call => (Turn)call.Arguments[0]);

    private void Answers(TurnAnswer with) => Answers((_, _) => Task.FromResult(with));

    private void Answers(Func<Turn, CancellationToken, Task<TurnAnswer>> with) =>
        handler.Setup(turns => turns.HandleAsync(It.IsAny<Turn>(), It.IsAny<CancellationToken>())).Returns(with);

    private void Fails() => Answers((_, _) => throw new InvalidOperationException("secret"));

    private void Authorizes(AuthenticationResult with) =>
        authenticator.Setup(gate => gate.AuthorizeActivity(It.IsAny<HttpContext>(), It.IsAny<Activity>())).Returns(with);

    private async Task<(int Status, string Body)> Post(byte[] body, string type = "application/json; charset=utf-8")
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        using var response = await client.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private Task<(int Status, string Body)> Post(JsonObject activity)
    {
        if (activity["serviceUrl"]?.ToString() == SampleActivities.TeamsUrl)
            activity["serviceUrl"] = connector.Url;
        return Post(activity.Bytes());
    }

    [Fact]
    public async Task A_message_is_handed_over_and_acknowledged()
    {
        Assert.Equal((200, ""), await Post(SampleActivities.Message("help")));
        Assert.Equal(RequestReader.Typed("help"), Assert.Single(Turns).Request);
    }

    [Fact]
    public async Task A_press_is_answered_with_a_card_in_place()
    {
        Answers(new TurnAnswer.Card(BareCards.Notice("Done")));
        Assert.Equal(
            (200, """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}"""),
            await Post(SampleActivities.Press("answer"))
        );
        Assert.Empty(connector.Calls);
    }

    [Fact]
    public async Task A_press_without_a_card_is_answered_with_words() =>
        Assert.Equal(
            (200, """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"All done."}"""),
            await Post(SampleActivities.Press("answer"))
        );

    [Fact]
    public async Task A_press_that_failed_says_why()
    {
        Answers(new TurnAnswer.Failed("Try again."));
        Assert.Equal(
            (
                200,
                """{"statusCode":500,"type":"application/vnd.microsoft.error","value":{"code":"InternalServerError","message":"Try again."}}"""
            ),
            await Post(SampleActivities.Press("answer"))
        );
    }

    [Fact]
    public async Task A_fault_in_a_press_still_gets_a_body_with_a_reference()
    {
        Fails();
        var (status, body) = await Post(SampleActivities.Press("answer"));
        Assert.Equal(200, status);
        Assert.Matches(
            "^Something went wrong. Your saved answers are safe. Reference: [0-9A-F]{8}.$",
            JsonNode.Parse(body)!["value"]!["message"]!.ToString()
        );
    }

    [Fact]
    public async Task A_press_that_takes_too_long_still_gets_a_body()
    {
        Answers(
            async (_, cancellation) =>
            {
                await Task.Delay(Timeout.Infinite, cancellation);
                return new TurnAnswer.Nothing();
            }
        );
        Assert.Equal(500, (int)JsonNode.Parse((await Post(SampleActivities.Press("answer"))).Body)!["statusCode"]!);
    }

    [Fact]
    public async Task A_fault_in_a_message_is_reported_in_the_conversation()
    {
        Fails();
        Assert.Equal((200, ""), await Post(SampleActivities.Message("help")));
        var reply = Assert.Single(connector.Calls);
        Assert.Equal("/base/v3/conversations/a%3Achat-with-rita/activities", reply.Target);
        Assert.StartsWith("Something went wrong.", reply.Body!["text"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_could_not_be_shown_is_the_platforms_to_repeat_without_a_word()
    {
        Answers(new TurnAnswer.NotShown());
        Assert.Equal(503, (await Post(SampleActivities.Message("new Acme"))).Status);
        Assert.Empty(connector.Calls);
    }

    [Fact]
    public async Task A_fault_that_cannot_be_told_is_the_platforms_to_repeat()
    {
        Fails();
        connector.Then(429);
        var (status, body) = await Post(SampleActivities.Message("help"));
        Assert.Equal(503, status);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400), InlineData(403), InlineData(404), InlineData(413)]
    public async Task What_the_platform_refuses_for_good_is_not_asked_for_again(int status)
    {
        Fails();
        connector.Then(status);
        Assert.Equal(200, (await Post(SampleActivities.Message("help"))).Status);
    }

    [Fact]
    public async Task A_connector_that_hangs_holds_up_a_failed_turn_for_a_short_time()
    {
        Fails();
        var hangs = new TaskCompletionSource();
        connector.Then(_ => hangs.Task);
        Assert.Equal(200, (await Post(SampleActivities.Message("help"))).Status);
        hangs.SetResult();
    }

    [Fact]
    public async Task A_card_that_answers_a_message_is_posted()
    {
        Answers(new TurnAnswer.Card(BareCards.Notice("Help")));
        Assert.Equal((200, ""), await Post(SampleActivities.Message("help")));
        Assert.Equal("AdaptiveCard", Assert.Single(connector.Calls).Body!["attachments"]![0]!["content"]!["type"]!.ToString());
    }

    [Fact]
    public async Task A_press_of_nothing_is_a_bad_request_in_the_body()
    {
        var answered = JsonNode.Parse((await Post(SampleActivities.Invoke("""{ "action": {} }"""))).Body)!;
        Assert.Equal((400, "What is this button?"), ((int)answered["statusCode"]!, (string?)answered["value"]!["message"]));
    }

    [Theory]
    [InlineData("tab/fetch")]
    [InlineData("composeExtension/queryLink")]
    public async Task Another_invoke_is_not_implemented(string name)
    {
        Assert.Equal(501, (await Post(SampleActivities.Invoke("{}", name))).Status);
        Assert.Empty(Turns);
    }

    [Fact]
    public async Task What_is_none_of_our_business_is_acknowledged()
    {
        Assert.Equal((200, ""), await Post(SampleActivities.With("typing")));
        Assert.Empty(Turns);
    }
}
