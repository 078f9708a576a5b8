using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupplierBot.Conversations.Kit.Fuzz;
using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Fuzz;

/// <summary>A week in a small company, recorded on its way to the product: what the fuzz runs start from is what clients send.</summary>
public sealed partial class RecordedActivitiesTests
{
    [Fact]
    public async Task Are_those_of_today()
    {
        await using var company = await WireCompany.StartAsync();
        using var wire = new RecordingHandler();
        using var http = new HttpClient(wire) { BaseAddress = company.Bot.Address };
        await TalkAsync(new(http, company.Connector, Personas.Rita), new(http, company.Connector, Personas.Sam));
        var recorded = wire.Bodies.Select(body => Holed(body, company.Connector.ServiceUrl)).ToList();
        if (Environment.GetEnvironmentVariable("SUPPLIERBOT_RECORD") is { Length: > 0 } file)
            await File.WriteAllLinesAsync(file, recorded);
        else
            Assert.Equal(RecordedCorpus.Lines, recorded);
    }

    private static async Task TalkAsync(Employee rita, Employee sam)
    {
        foreach (var employee in new[] { rita, sam })
            await employee.InstallsAsync();
        await sam.InstallsInAsync(Personas.Sam.ChannelId);
        foreach (var said in new[] { "help", "mine", "can I use Acme", "find acme", "status", "roles" })
            await rita.SaysAsync(said);
        var first = await AsksAsync(rita, Supplier.NotesApp("Acme Notes").But("training", "not_sure"));
        await sam.SaysAsync("pending");
        foreach (var verb in new[] { "review", "claim" })
            await DecidesAsync(sam, verb, first);
        await DecidesAsync(sam, "ask", first, ("question", "Do they train on what we give them?"), ("about", "training"));
        await DecidesAsync(rita, "reply", first, ("answer_text", "Their terms rule it out."), ("training", "no"));
        await DecidesAsync(
            sam,
            "approve_conditions",
            first,
            ("condition_text", "Switch training off."),
            ("condition_when", "before_use"),
            ("condition_owner", "requester"),
            ("terms", "agreed"),
            ("terms_ref", "MSA v3")
        );
        await DecidesAsync(rita, "done", first, ("target", "1"), ("proof_text", "A picture of the setting."));
        await DecidesAsync(sam, "confirm", first, ("target", "1"));
        await DecidesAsync(sam, "revoke", first, ("comment", "It leaked what we gave it."));
        foreach (var verb in new[] { "settle", "approve", "reject" })
            await DecidesAsync(
                sam,
                verb,
                await AsksAsync(rita, Supplier.Caterer($"Acme {verb}")),
                ("terms", "agreed"),
                ("terms_ref", "MSA v3"),
                ("comment", "Not with these terms, sorry."),
                ("source", "their terms"),
                ("training", "no")
            );
        await DecidesAsync(rita, "withdraw", await AsksAsync(rita, Supplier.ShiftPlanner("Acme Shifts")));
        await OtherWaysAsync(rita, sam, first);
    }

    /// <summary>The same by other kinds of activity: messages with a value, dialogs, refreshes, replies in the response.</summary>
    private static async Task OtherWaysAsync(Employee rita, Employee sam, string request)
    {
        var review = new JsonObject { ["verb"] = "review", ["_"] = Stamp(request) };
        await sam.GiveAsync(With(sam.Message(""), "value", review));
        await sam.GiveAsync(With(sam.Message("pending"), "deliveryMode", "expectReplies"));
        var refresh = sam.Execute("review", review.DeepClone());
        refresh["value"]!["trigger"] = "automatic";
        await sam.GiveAsync(refresh);
        foreach (var name in new[] { "task/fetch", "task/submit", "composeExtension/query", "composeExtension/fetchTask" })
            await sam.GiveAsync(sam.Dialog(name, With(review.DeepClone().AsObject(), "verb", "reject")));
        foreach (var type in new[] { "messageUpdate", "messageDelete", "messageReaction", "typing", "event" })
            await rita.GiveAsync(With(rita.Message("x"), "type", type));
        await rita.GiveAsync(
            With(
                With(rita.Installation(), "type", "conversationUpdate"),
                "membersAdded",
                new JsonArray(new JsonObject { ["id"] = Personas.BotId }, new JsonObject { ["id"] = "29:rita" })
            )
        );
        await rita.GiveAsync(With(rita.Installation(), "action", "remove"));
        await rita.GiveAsync(
            With(
                With(
                    rita.Message("<at>SupplierBot</at> find Acme"),
                    "conversation",
                    new JsonObject
                    {
                        ["id"] = $"{Personas.Sam.ChannelId};messageid=1",
                        ["conversationType"] = "channel",
                        ["isGroup"] = true,
                        ["tenantId"] = Personas.TenantId,
                    }
                ),
                "entities",
                new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "mention",
                        ["text"] = "<at>SupplierBot</at>",
                        ["mentioned"] = new JsonObject { ["id"] = Personas.BotId, ["name"] = "SupplierBot" },
                    }
                )
            )
        );
        await rita.SaysAsync("new Acme Extra");
        var page = PageOf(rita).Card!.Button("answer").Action["data"]!.AsObject();
        foreach (var verb in new[] { "back", "cancel", "edit", "discard" })
            await rita.GiveAsync(rita.Execute(verb, With(page.DeepClone().AsObject(), "verb", verb)));
    }

    private static async Task<string> AsksAsync(Employee rita, Supplier supplier)
    {
        await rita.SaysAsync($"new {supplier.Name}");
        var (card, message) = (PageOf(rita).Card!, PageOf(rita).Id);
        var summary = await rita.AnswersAllAsync(card, supplier.On, message);
        return CaseIds().Match((await rita.PressesAsync(summary, "submit", replyTo: message)).Body).Value;
    }

    /// <summary>What is delivered meanwhile may be below it.</summary>
    private static Posted PageOf(Employee rita) => rita.Messages.Last(message => message.Card?.Has("answer") == true);

    /// <param name="values">Inputs, and <c>target</c> where the button has one.</param>
    private static async Task DecidesAsync(Employee who, string verb, string request, params (string Id, string Value)[] values)
    {
        var data = new JsonObject
        {
            ["verb"] = verb,
            ["target"] = "sent",
            ["_"] = Stamp(request),
        };
        foreach (var (id, value) in values)
            data[id] = value;
        await who.GiveAsync(who.Execute(verb, data));
    }

    private static JsonObject Stamp(string request) =>
        new()
        {
            ["case"] = request,
            ["slot"] = "review-security",
            ["version"] = 1,
        };

    private static JsonObject With(JsonObject activity, string member, JsonNode? value)
    {
        activity[member] = value;
        return activity;
    }

    private static string Holed(string body, Uri serviceUrl)
    {
        var activity = JsonNode.Parse(body)!.AsObject();
        activity["id"] = RecordedCorpus.Id;
        if (activity["replyToId"] is not null)
            activity["replyToId"] = "1";
        var text = CaseIds()
            .Replace(
                activity.ToJsonString(
                    new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
                ),
                RecordedCorpus.Case
            );
        return DraftIds()
            .Replace(
                text.Replace(serviceUrl.ToString(), RecordedCorpus.ServiceUrl, StringComparison.Ordinal),
                $"$1{RecordedCorpus.Draft}\""
            );
    }

    [GeneratedRegex(@"REQ-\d{4}-\d{4,}")]
    private static partial Regex CaseIds();

    [GeneratedRegex("(\"draft\":\")[^\"]*\"")]
    private static partial Regex DraftIds();

    private sealed class RecordingHandler() : DelegatingHandler(new HttpClientHandler())
    {
        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is not null)
                Bodies.Add(await request.Content.ReadAsStringAsync(cancellationToken));
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
