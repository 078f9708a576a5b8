using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Extension;

/// <summary>The message extension in Microsoft's own client, which names neither its command nor its parameter.</summary>
public sealed class MessageExtensionPlaygroundTests
{
    [Fact]
    public async Task A_message_becomes_a_request_and_the_request_is_found_from_the_compose_box()
    {
        await using var company = await LocalCompany.StartAsync(null, Personas.Rita);
        var rita = company.Rita;
        await rita.SeesAsync("Hello");
        var nothing = await rita.ExtendAsync("query", new() { ["parameters"] = new JsonArray(new JsonObject { ["value"] = "Larkspur" }) });
        Assert.Contains("isn't on the register yet", (string?)nothing!["composeExtension"]!["text"], StringComparison.Ordinal);

        var opened = await rita.ExtendAsync(
            "fetchTask",
            new()
            {
                ["commandContext"] = "message",
                ["messagePayload"] = new JsonObject
                {
                    ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<p>Try Larkspur Notes?</p>" },
                },
            }
        );
        var form = new Card(opened!["task"]!["value"]!["card"]!["content"]!.AsObject());
        Assert.Equal("Try Larkspur Notes?", form.Input("purpose").Value);
        var data = form.Button("request").Data(new Dictionary<string, string> { ["name"] = "Larkspur Notes" });
        var started = await rita.ExtendAsync("submitAction", new() { ["commandContext"] = "message", ["data"] = data });
        Assert.Contains("Draft started for “Larkspur Notes”.", (string?)started!["task"]!["value"], StringComparison.Ordinal);

        var supplier = Supplier.NotesApp("Larkspur Notes");
        var page = await rita.SeesAsync("Larkspur Notes · saved");
        for (var pages = 0; pages < 7 && page.Card!.Has("answer"); pages++)
            page = Assert.IsType<PressResult.Replaced>(await rita.PressAsync(page, "answer", supplier.On(page.Card))).Said;
        await rita.PressAsync(page, "submit");
        var changed = await rita.ExtendAsync(
            "fetchTask",
            new()
            {
                ["commandId"] = "change",
                ["commandContext"] = "message",
                ["messagePayload"] = new JsonObject
                {
                    ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<p>Larkspur Notes has a new model</p>" },
                },
            }
        );
        // What is still in review has nothing that could change yet.
        Assert.Contains("REQ-", changed!.ToJsonString(), StringComparison.Ordinal);
        var found = await rita.ExtendAsync("query", new() { ["parameters"] = new JsonArray(new JsonObject { ["value"] = "lark" }) });
        Assert.StartsWith(
            "Larkspur Notes",
            (string?)Assert.Single(found!["composeExtension"]!["attachments"]!.AsArray())!["preview"]!["content"]!["title"],
            StringComparison.Ordinal
        );
    }
}
