using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;
using SupplierBot.BotFramework.Cards;
using SupplierBot.BotFramework.Connector;
using SupplierBot.BotFramework.Hosting;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Templates;
using SupplierBot.Chat.Turns;
using SupplierBot.Conversations.Kit.Conformance;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Conversations.Conformance;

/// <summary>Our connector client against the routes of botbuilder 4.23.3 (tests/clients/README.md "JavaScript botbuilder").</summary>
public sealed class ConnectorClientConformanceTests : IAsyncLifetime
{
    private LoopbackConnector connector = null!;
    private OfficialChannel channel = null!;

    public async ValueTask InitializeAsync()
    {
        connector = await LoopbackConnector.StartAsync();
        channel = await OfficialChannel.StartAsync(connector.ServiceUrl, connector.ServiceUrl);
    }

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Fact]
    public async Task Every_call_of_our_connector_client_is_one_the_library_serves()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "cards");
        using var services = new ServiceCollection()
            .AddSingleton(Mock.Of<ITurnHandler>())
            .AddLogging()
            .AddBotFramework(
                new() { Tenants = ["t"], ServiceUrls = [channel.ServiceUrl.ToString()] },
                TeamsCards.Load(folder, WordingFile.Read(folder))
            )
            .BuildServiceProvider();
        var client = services.GetRequiredService<ConnectorClient>();
        var url = channel.ServiceUrl.ToString();
        var words = new OutgoingActivity { From = new("28:bot"), Text = "Hello" };
        var sent = Assert.IsType<DeliveryOutcome.Delivered>(await client.SendAsync(url, "a:rita", words, default));
        Assert.IsType<DeliveryOutcome.Delivered>(await client.ReplyAsync(url, "a:rita", sent.MessageId!, words, default));
        Assert.IsType<DeliveryOutcome.Delivered>(
            await client.UpdateAsync(url, "a:rita", sent.MessageId!, words with { Text = "Hello again" }, default)
        );
        Assert.IsType<DeliveryOutcome.Delivered>(await client.DeleteAsync(url, "a:rita", sent.MessageId!, default));
        Assert.Equal(new DeliveryOutcome.Delivered("a:direct"), await client.OpenDirectAsync(url, "28:bot", "29:rita", "t", default));
        var thread = Assert.IsType<DeliveryOutcome.Delivered>(
            await client.StartThreadAsync(
                url,
                new()
                {
                    IsGroup = true,
                    Bot = new("28:bot"),
                    TenantId = "t",
                    Activity = words,
                    ChannelData = new(Channel: new("19:c@thread.tacv2")),
                },
                default
            )
        );
        Assert.Equal("Hello", connector.In($"19:c@thread.tacv2;messageid={thread.MessageId}").Single().Text);
        var members = Assert.IsType<Roster.Known>(await Roster.ReadAsync(client, To(url), default)).Members;
        Assert.Equal(["Rita", "Sam"], members.Select(member => member.Name));
        Assert.True((await Roster.FindAsync(client, To(url), "aaaaaaaa-0000-0000-0000-000000000001", default))!.Guest);
        Assert.Equal(
            [
                "sendToConversation",
                "replyToActivity",
                "updateActivity",
                "deleteActivity",
                "createConversation",
                "createConversation",
                "getConversationPagedMembers",
                "getConversationPagedMembers",
                "getConversationMember",
            ],
            channel.CallNames
        );
    }

    private static ConversationReference To(string url) =>
        new("teams", url, "19:c@thread.tacv2", ConversationScope.Channel, "28:bot", "t", null, null);
}
