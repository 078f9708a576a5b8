using System.Net;
using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Conformance;
using SupplierBot.Conversations.Kit.Delivery;
using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Extension;

/// <summary>The invokes of dialogs and of the message extension, sent and read by botbuilder 4.23.3.</summary>
public sealed class MessageExtensionConformanceTests(OfficialCompany company) : IClassFixture<OfficialCompany>
{
    [Fact]
    public async Task Dialogs_open_answer_and_close()
    {
        foreach (var place in DeliverySteps.ReviewChannels)
            Assert.True((await company.Employee("admin").InstallsInAsync(place)).Good);
        var request = new EmployeeRequest(company.Employee("asking"), Supplier.NotesApp("Acme Notes"));
        while (request.CaseId is null)
            await request.GoesOnAsync();
        await WaitUntil.TrueAsync(() => company.Connector.Threads(Personas.Sam.ChannelId).Count == 1, () => "the review card");
        var review = company.Connector.Threads(Personas.Sam.ChannelId)[0];
        var sam = new Employee(company.Http, company.Connector, Personas.Sam);
        var deciding = (await sam.GiveAsync(sam.PressIn($"{Personas.Sam.ChannelId};messageid={review.Id}", review, "review"))).Card!;
        var form = (
            await sam.GiveAsync(sam.Dialog("task/fetch", deciding.Button("reject").Data(new Dictionary<string, string>())))
        ).Dialog!;
        var closed = await sam.GiveAsync(
            sam.Dialog(
                "task/submit",
                form.Button("reject").Data(new Dictionary<string, string> { ["comment"] = "Not with these terms, sorry." })
            )
        );
        Assert.Equal((HttpStatusCode.OK, ""), (closed.Status, closed.Body));
        await WaitUntil.TrueAsync(
            () => company.Connector.Threads(Personas.Sam.ChannelId)[0].Contains("Not with these terms"),
            () => "the outcome in the channel"
        );
    }

    [Fact]
    public async Task A_search_and_a_request_from_a_message_are_answered()
    {
        var rita = company.Employee("extending");
        var said = await rita.GiveAsync(
            rita.Extends(
                "query",
                new() { ["commandId"] = "find", ["parameters"] = new JsonArray(new JsonObject { ["name"] = "text", ["value"] = "Otter" }) }
            )
        );
        Assert.Contains("isn't on the register yet", said.ResultWords, StringComparison.Ordinal);
        var form = (
            await rita.GiveAsync(
                rita.Extends(
                    "fetchTask",
                    new()
                    {
                        ["commandId"] = "request",
                        ["messagePayload"] = new JsonObject
                        {
                            ["body"] = new JsonObject { ["contentType"] = "text", ["content"] = "Try Otter" },
                        },
                    }
                )
            )
        ).Dialog!;
        var started = await rita.GiveAsync(
            rita.Extends(
                "submitAction",
                new()
                {
                    ["commandId"] = "request",
                    ["data"] = form.Button("request").Data(new Dictionary<string, string> { ["name"] = "Otter" }),
                }
            )
        );
        Assert.Contains("direct chat", started.DialogWords, StringComparison.Ordinal);
    }

    [
        Theory,
        InlineData("task/fetch"),
        InlineData("task/submit"),
        InlineData("composeExtension/query"),
        InlineData("composeExtension/fetchTask"),
        InlineData("composeExtension/submitAction")
    ]
    public async Task What_they_carry_must_be_known(string name)
    {
        var activity = company.Employee("malformed").Dialog(name, null);
        activity["value"] = new JsonObject { ["commandId"] = "no-such-command" };
        Assert.Equal(HttpStatusCode.BadRequest, (await company.Channel.PostAsync(activity)).Status);
    }
}
