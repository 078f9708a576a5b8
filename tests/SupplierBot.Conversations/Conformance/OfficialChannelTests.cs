using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Conformance;
using SupplierBot.Conversations.Kit.Delivery;
using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Conformance;

/// <summary>
/// botbuilder 4.23.3 as the channel: every activity and every connector call goes through the official models, both ways
/// (tests/clients/README.md "JavaScript botbuilder").
/// </summary>
public sealed class OfficialChannelTests(OfficialCompany company) : IClassFixture<OfficialCompany>
{
    private readonly LoopbackConnector connector = company.Connector;
    private readonly OfficialChannel channel = company.Channel;

    private Employee Person(string key) => company.Employee(key);

    [Fact]
    public async Task A_request_is_made_reviewed_and_decided()
    {
        foreach (var place in DeliverySteps.ReviewChannels)
            Assert.True((await Person("admin").InstallsInAsync(place)).Good);
        var request = new EmployeeRequest(Person("asking"), Supplier.NotesApp("Acme Notes"));
        while (request.CaseId is null)
            await request.GoesOnAsync();
        await WaitUntil.TrueAsync(() => connector.Threads(Personas.Sam.ChannelId).Count == 1, () => "the review card");
        var review = connector.Threads(Personas.Sam.ChannelId)[0];
        var sam = new Employee(company.Http, connector, Personas.Sam);
        var thread = $"{Personas.Sam.ChannelId};messageid={review.Id}";
        var deciding = (await sam.GiveAsync(sam.PressIn(thread, review, "review"))).Card!;
        var automatic = sam.PressIn(thread, review, "review");
        automatic["value"]!["trigger"] = "automatic";
        Assert.Equal(deciding.Texts, (await sam.GiveAsync(automatic)).Card!.Texts);
        Assert.Equal((1, 1), (connector.In(thread).Count, connector.In(thread)[0].Version));
        var form = (await sam.GiveAsync(In(thread, sam.Press(deciding, "reject", replyTo: review.Id)))).Card!;
        Assert.Contains(
            "not approved",
            string.Join(
                '\n',
                (
                    await sam.GiveAsync(
                        In(
                            thread,
                            sam.Press(
                                form,
                                "reject",
                                new Dictionary<string, string> { ["comment"] = "Not with these terms, sorry." },
                                review.Id
                            )
                        )
                    )
                )
                    .Card!
                    .Texts
            ),
            StringComparison.Ordinal
        );
        await WaitUntil.TrueAsync(
            () => DeliverySteps.ReviewChannels.All(place => connector.Threads(place)[0].Contains("Not with these terms")),
            () => "the outcome on every copy"
        );
        foreach (var name in new[] { "createConversation", "sendToConversation", "updateActivity" })
            Assert.Contains(name, channel.CallNames);
        Assert.DoesNotContain("refused", channel.CallNames);
        Assert.All(channel.Calls.Where(call => (string)call["call"]! == "authenticate"), call => Assert.Equal("", (string)call["header"]!));
    }

    private static JsonObject In(string thread, JsonObject activity)
    {
        activity["conversation"] = new JsonObject
        {
            ["id"] = thread,
            ["conversationType"] = "channel",
            ["isGroup"] = true,
            ["tenantId"] = Personas.TenantId,
        };
        return activity;
    }
}
