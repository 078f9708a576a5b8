using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Delivery;

/// <summary>Somebody who decides whatever is in their channel, in any order, and remembers each decision the bot confirmed.</summary>
/// <param name="answered">Called for each answer.</param>
internal sealed class Approver(WireCompany company, Persona persona, Random chance, Action answered)
{
    private const string Confirmed = "Done.";
    private const string Recorded = "Your approval is recorded.";

    /// <summary>What a yes is asked for: where the terms are agreed, and a reason at High and above.</summary>
    private static readonly Dictionary<string, string> Answers = new()
    {
        ["terms"] = "agreed",
        ["terms_ref"] = "Order 7",
        ["comment"] = "We can leave it in days.",
    };
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private readonly Employee employee = new(company.Bot.Http, company.Connector, persona);
    private readonly HashSet<(string Message, int Version)> done = [];

    public PersonId Id => persona.Id;

    /// <summary>What was on screen as done: case and verb.</summary>
    public ConcurrentBag<(string Case, string Verb)> Acknowledged { get; } = [];
    private string Channel => persona.ChannelId;

    public Task<Answer> InstallsAsync() => employee.InstallsAsync();

    public async Task DecidesUntilAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            if (Waiting() is [_, ..] waiting)
                await DecidesOnAsync(waiting[chance.Next(waiting.Count)]);
            else
                await Task.Delay(Look, CancellationToken.None);
        }
    }

    /// <summary>Looks at every copy that does not show the outcome: that tells the bot where it is.</summary>
    public async Task LooksAtOldCopiesAsync()
    {
        foreach (var message in company.Connector.Threads(Channel).Where(message => message.Card!.Has("review")))
            await GivesAsync(employee.PressIn(Thread(message), message, "review"));
    }

    private List<Posted> Waiting() =>
        [
            .. company
                .Connector.Threads(Channel)
                .Where(message => message.Card!.Has("review") && !done.Contains((message.Id, message.Version))),
        ];

    private async Task DecidesOnAsync(Posted message)
    {
        done.Add((message.Id, message.Version));
        var opened = (await GivesAsync(employee.PressIn(Thread(message), message, "review"))).Card;
        if (opened is null || !opened.Has("reject"))
            return;
        var verb = opened.Has("approve") && chance.Next(10) < 7 ? "approve" : "reject";
        var answer = await GivesAsync(In(message, verb == "approve" ? Approval(opened) : await RejectionAsync(message, opened)));
        if (
            answer.Card is { } card
            && card.Texts.Any(text =>
                text.StartsWith(Confirmed, StringComparison.Ordinal) || text.StartsWith(Recorded, StringComparison.Ordinal)
            )
        )
            Acknowledged.Add((CaseOf(message), verb));
    }

    private async Task<Answer> GivesAsync(JsonObject activity)
    {
        var answer = await employee.GivesUntilTakenAsync(activity);
        answered();
        return answer;
    }

    private JsonObject Approval(Card opened) =>
        employee.Press(opened, "approve", Answers.Where(pair => opened.Inputs.Any(input => input.Id == pair.Key)).ToDictionary());

    private async Task<JsonObject> RejectionAsync(Posted message, Card opened)
    {
        var form = (await GivesAsync(In(message, employee.Press(opened, "reject")))).Card;
        // Somebody else was faster: there is no form any more, and the press is answered with who it was.
        return form is not null && form.Inputs.Any(input => input.Id == "comment")
            ? employee.Press(form, "Reject", new Dictionary<string, string> { ["comment"] = "Not with these terms, sorry." })
            : employee.Press(opened, "reject");
    }

    private JsonObject In(Posted message, JsonObject press)
    {
        press["replyToId"] = message.Id;
        press["conversation"] = new JsonObject
        {
            ["id"] = Thread(message),
            ["conversationType"] = "channel",
            ["isGroup"] = true,
            ["tenantId"] = Personas.TenantId,
        };
        return press;
    }

    private string Thread(Posted message) => $"{Channel};messageid={message.Id}";

    private static string CaseOf(Posted message) => (string)message.Card!.Button("review").Action["data"]!["_"]!["case"]!;
}
