using System.Net;
using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Delivery;
using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Extension;

/// <summary>The compose box and the menu of a message, as Teams sends them, up to a request in the person's own chat.</summary>
public sealed class MessageExtensionTests : IAsyncLifetime
{
    private const string Message =
        """<div><div>We should use <b>Acme&nbsp;Notes</b> &amp; stop typing ourselves <emoji id="smile" alt="🙂"></emoji></div><script>alert(1)</script></div>""";
    private WireCompany company = null!;
    private Employee rita = null!;

    public async ValueTask InitializeAsync()
    {
        company = await WireCompany.StartAsync();
        rita = new(company.Bot.Http, company.Connector, Personas.Rita);
    }

    public ValueTask DisposeAsync() => company.DisposeAsync();

    private static JsonObject Query(string text, int skip = 0, int count = 25) =>
        new()
        {
            ["commandId"] = "find",
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = "text", ["value"] = text }),
            ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count },
        };

    private static JsonObject Command(JsonObject? data = null) =>
        new()
        {
            ["commandId"] = "request",
            ["commandContext"] = "message",
            ["context"] = new JsonObject { ["theme"] = "default" },
            ["data"] = data,
            ["messagePayload"] = new JsonObject
            {
                ["id"] = "1700000000000",
                ["from"] = new JsonObject
                {
                    ["user"] = new JsonObject { ["id"] = Guid.NewGuid().ToString(), ["displayName"] = "Bob" },
                },
                ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = Message },
                ["attachments"] = new JsonArray(),
            },
        };

    private Task<Answer> FindsAsync(JsonObject query) => rita.GiveAsync(rita.Extends("query", query));

    [Fact]
    public async Task Who_searches_finds_lines_of_the_register_page_by_page()
    {
        Assert.Equal(
            "The register is empty.",
            (
                await FindsAsync(
                    new()
                    {
                        ["commandId"] = "find",
                        ["parameters"] = new JsonArray(new JsonObject { ["name"] = "initialRun", ["value"] = "true" }),
                    }
                )
            ).ResultWords
        );
        var requests = Enumerable.Range(0, 3).Select(number => EmployeeRequest.Number(number, company)).ToList();
        await requests.GoOnAsync();
        var all = (await FindsAsync(Query(""))).Results!;
        Assert.Equal(["Vendor 0 Ltd", "Vendor 1 Ltd", "Vendor 2 Ltd"], all.Keys.Select(title => title.Split(" ·")[0]));
        Assert.All(all.Values, card => Assert.True(card.Contains("Not yet: it's in review") && card.Buttons.Count == 0));
        Assert.StartsWith("Vendor 1", Assert.Single((await FindsAsync(Query("vendor", 1, 1))).Results!).Key, StringComparison.Ordinal);
        Assert.StartsWith("Vendor 2", Assert.Single((await FindsAsync(Query("2 ltd"))).Results!).Key, StringComparison.Ordinal);
        Assert.Contains("isn't on the register yet", (await FindsAsync(Query("Otter"))).ResultWords, StringComparison.Ordinal);
        Assert.Contains("200 characters", (await FindsAsync(Query(new string('x', 5_000)))).ResultWords, StringComparison.Ordinal);
        Assert.Empty((await FindsAsync(Query("vendor", 1_000_000))).Results!);
    }

    [Fact]
    public async Task A_message_becomes_a_request_that_goes_on_in_the_own_chat()
    {
        await rita.InstallsAsync();
        var form = (await rita.GiveAsync(rita.Extends("fetchTask", Command()))).Dialog!;
        Assert.Equal("We should use Acme Notes & stop typing ourselves 🙂", form.Input("purpose").Value);
        var again = (await rita.GiveAsync(rita.Extends("submitAction", Command(Typed(form, " "))))).Dialog!;
        Assert.True(again.Contains("Enter the supplier's name."));
        Assert.Equal(form.Input("purpose").Value, again.Input("purpose").Value);
        var done = await rita.GiveAsync(rita.Extends("submitAction", Command(Typed(again, "Acme Notes"))));
        Assert.StartsWith("Draft started for “Acme Notes”.", done.DialogWords, StringComparison.Ordinal);
        var page = rita.Newest.Card!;
        Assert.True(page.Contains("Step 2 of 5"), string.Join('\n', page.Texts));
        var next = await rita.PressesAsync(page, "answer", Supplier.NotesApp("Acme Notes").On(page), rita.Newest.Id);
        Assert.True(next.Card!.Contains("What information could they access, store or give us?"));
        Assert.Empty(company.Connector.In("19:rita_colleague@unq.gbl.spaces"));
    }

    [Fact]
    public async Task Without_an_own_chat_the_way_there_is_told_and_the_request_waits_in_it()
    {
        var newcomer = company.Employee("newcomer");
        var answer = await newcomer.GiveAsync(
            newcomer.Extends("submitAction", Command(new() { ["name"] = "Acme Notes", ["purpose"] = "Notes of our sales calls." }))
        );
        Assert.Contains("direct chat", answer.DialogWords, StringComparison.Ordinal);
        await newcomer.InstallsAsync();
        await newcomer.SaysAsync("new");
        Assert.True(newcomer.Newest.Contains("You have a draft request for Acme Notes"));
    }

    [Theory]
    [InlineData("query"), InlineData("fetchTask"), InlineData("submitAction")]
    public async Task What_is_no_command_of_ours_is_a_bad_request_and_another_invoke_not_implemented(string name)
    {
        foreach (
            var value in new[] { "null", "[]", "3", "\"find\"", """{"commandId":"drop"}""", """{"commandId":3}""", """{"commandId":{}}""" }
        )
        {
            var activity = rita.Extends(name, []);
            activity["value"] = JsonNode.Parse(value);
            var answer = await rita.GiveAsync(activity);
            Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{value}: {answer.Status} {answer.Body}");
        }
        Assert.Equal(HttpStatusCode.NotImplemented, (await rita.GiveAsync(rita.Extends(name + "Link", Query("x")))).Status);
    }

    [Fact]
    public async Task A_guest_finds_and_asks_for_nothing()
    {
        var guest = company.Employee("guest");
        foreach (
            var (name, value) in new[]
            {
                ("query", Query("")),
                ("fetchTask", Command()),
                ("submitAction", Command(new() { ["name"] = "Acme" })),
            }
        )
        {
            var activity = guest.Extends(name, value);
            activity["from"]!.AsObject().Remove("aadObjectId");
            var answer = await guest.GiveAsync(activity);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.StartsWith("Only people at", answer.DialogWords + answer.ResultWords, StringComparison.Ordinal);
        }
    }

    private static JsonObject Typed(Card form, string name) =>
        form.Button("request").Data(new Dictionary<string, string> { ["name"] = name });
}
