using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Wire;

/// <summary>
/// Somebody whose activities the test writes itself, shaped as Teams sends them: for deliveries no client would make on purpose.
/// </summary>
/// <param name="key">Tells people apart; becomes the ids of person and conversation.</param>
/// <param name="objectId">The person's id in the directory; made from the key where it is null.</param>
internal sealed class Employee(HttpClient bot, LoopbackConnector connector, string key, Guid? objectId = null)
{
    private const int MostPages = 7;
    private const int MostTries = 20;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(250);

    /// <summary><c>fault.try_again</c> of the wording.</summary>
    public const string CouldNotSave = "I couldn't save that";
    private int activities;

    public Employee(HttpClient bot, LoopbackConnector connector, Persona persona)
        : this(bot, connector, persona.Name.ToLowerInvariant(), persona.ObjectId) { }

    public string Conversation => $"a:{key}";
    public Guid ObjectId { get; } =
        objectId ?? new Guid(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));

    /// <summary>What the person looks at in their own conversation, oldest first.</summary>
    public IReadOnlyList<Posted> Messages => connector.In(Conversation);
    public Posted Newest => Messages[^1];

    public Task<Answer> InstallsAsync() => GiveAsync(Installation());

    public Task<Answer> SaysAsync(string text) => InsistsAsync(() => Message(text));

    /// <summary>The person fills the inputs and presses; the bot's answer replaces the card.</summary>
    public Task<Answer> PressesAsync(
        Card card,
        string titleOrVerb,
        IReadOnlyDictionary<string, string>? inputs = null,
        string? replyTo = null
    ) => InsistsAsync(() => Press(card, titleOrVerb, inputs, replyTo));

    /// <summary>
    /// What people do when the bot says that it could not save that, and platforms when it does not answer: the same again. On a machine
    /// with much else to do a turn may run out of time, and most tests are about something else.
    /// </summary>
    public async Task<Answer> InsistsAsync(Func<JsonObject> asks)
    {
        for (var tries = 1; ; tries++)
        {
            var seen = Messages.Count;
            var answer = await GiveAsync(asks());
            if (
                tries == MostTries
                || (answer is { Good: true, NotSaved: false } && !Messages.Skip(seen).Any(message => message.Contains(CouldNotSave)))
            )
                return answer;
            await Task.Delay(AfterFailure);
        }
    }

    /// <summary>Page after page, to the summary.</summary>
    /// <param name="inputs">What is filled in on a page.</param>
    /// <param name="message">Where the page is.</param>
    /// <param name="sees">Each answer.</param>
    public async Task<Card> AnswersAllAsync(
        Card page,
        Func<Card, IReadOnlyDictionary<string, string>> inputs,
        string? message = null,
        Action<Answer>? sees = null
    )
    {
        for (var pages = 0; page.Has("answer"); pages++)
        {
            Assert.True(pages < MostPages, $"The questions do not end:\n{string.Join('\n', page.Texts)}");
            var answer = await PressesAsync(page, "answer", inputs(page), message);
            sees?.Invoke(answer);
            page = answer.Card!;
        }
        return page;
    }

    /// <summary>Somebody adds the bot to a team: from now on it can post in the channel.</summary>
    public Task<Answer> InstallsInAsync(string channel) =>
        GiveAsync(
            Activity(
                "installationUpdate",
                new()
                {
                    ["action"] = "add",
                    ["conversation"] = new JsonObject
                    {
                        ["id"] = channel,
                        ["conversationType"] = "channel",
                        ["isGroup"] = true,
                        ["tenantId"] = Personas.TenantId,
                    },
                }
            )
        );

    public JsonObject Installation() => Activity("installationUpdate", new() { ["action"] = "add" });

    public JsonObject Message(string text) =>
        Activity(
            "message",
            new()
            {
                ["text"] = text,
                ["textFormat"] = "plain",
                ["locale"] = "en-GB",
            }
        );

    public JsonObject Press(Card card, string titleOrVerb, IReadOnlyDictionary<string, string>? inputs = null, string? replyTo = null)
    {
        var button = card.Button(titleOrVerb);
        return Execute(button.Verb, button.Data(inputs ?? new Dictionary<string, string>()), button.Title, replyTo);
    }

    /// <summary>A press on a message of a channel, by somebody who reads along there.</summary>
    public JsonObject PressIn(string thread, Posted message, string titleOrVerb, IReadOnlyDictionary<string, string>? inputs = null)
    {
        var press = Press(message.Card!, titleOrVerb, inputs, message.Id);
        press["conversation"] = new JsonObject
        {
            ["id"] = thread,
            ["conversationType"] = "channel",
            ["isGroup"] = true,
            ["tenantId"] = Personas.TenantId,
        };
        return press;
    }

    /// <summary>A press with any data at all: what somebody with a tool of their own can send.</summary>
    public JsonObject Execute(string verb, JsonNode? data, string title = "", string? replyTo = null) =>
        Activity(
            "invoke",
            new()
            {
                ["name"] = "adaptiveCard/action",
                ["replyToId"] = replyTo,
                ["value"] = new JsonObject
                {
                    ["action"] = new JsonObject
                    {
                        ["type"] = "Action.Execute",
                        ["title"] = title,
                        ["verb"] = verb,
                        ["data"] = data,
                    },
                    ["trigger"] = "manual",
                },
            }
        );

    /// <summary>A button that opens a dialog, or one in the dialog, as Teams sends it.</summary>
    /// <param name="name"><c>task/fetch</c> or <c>task/submit</c>.</param>
    public JsonObject Dialog(string name, JsonNode? data) =>
        Activity(
            "invoke",
            new()
            {
                ["name"] = name,
                ["value"] = new JsonObject
                {
                    ["data"] = data,
                    ["context"] = new JsonObject { ["theme"] = "default" },
                },
            }
        );

    /// <summary>
    /// A command of the message extension, from a chat with a colleague: the bot is not in there, and Teams calls it personal all the same.
    /// </summary>
    /// <param name="name">What follows <c>composeExtension/</c>.</param>
    public JsonObject Extends(string name, JsonObject value) =>
        Activity(
            "invoke",
            new()
            {
                ["name"] = $"composeExtension/{name}",
                ["value"] = value,
                ["conversation"] = new JsonObject
                {
                    ["id"] = $"19:{key}_colleague@unq.gbl.spaces",
                    ["conversationType"] = "personal",
                    ["tenantId"] = Personas.TenantId,
                },
            }
        );

    /// <summary>The same activity may be given again: that is a redelivery.</summary>
    public async Task<Answer> GiveAsync(JsonObject activity)
    {
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await bot.PostAsync("/api/messages", content);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private JsonObject Activity(string type, JsonObject members)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"{key}-{Interlocked.Increment(ref activities)}-{Guid.NewGuid():N}"),
            ["timestamp"] = "2026-11-23T09:00:00.000Z",
            ["localTimezone"] = "Europe/London",
            ["channelId"] = "msteams",
            ["serviceUrl"] = connector.ServiceUrl.ToString(),
            ["from"] = new JsonObject
            {
                ["id"] = $"29:{key}",
                ["name"] = key,
                ["aadObjectId"] = ObjectId.ToString(),
            },
            ["recipient"] = new JsonObject { ["id"] = Personas.BotId, ["name"] = "SupplierBot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = Conversation,
                ["conversationType"] = "personal",
                ["tenantId"] = Personas.TenantId,
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Personas.TenantId } },
            ["entities"] = new JsonArray(
                new JsonObject
                {
                    ["locale"] = "en-GB",
                    ["country"] = "GB",
                    ["platform"] = "Windows",
                    ["timezone"] = "Europe/London",
                    ["type"] = "clientInfo",
                }
            ),
        };
        foreach (var (name, value) in members)
            activity[name] = value?.DeepClone();
        return activity;
    }
}

/// <summary>What the bot answered over HTTP.</summary>
/// <param name="Body">Empty for a message that was taken.</param>
internal sealed record Answer(HttpStatusCode Status, string Body)
{
    public bool Good => (int)Status is >= 200 and < 300;
    private readonly Lazy<Card?> read = new(() => CardOf(Body));

    /// <summary>The card that replaces the pressed one; null where words were answered.</summary>
    public Card? Card => read.Value;

    /// <summary>The words below the card; empty where it was replaced.</summary>
    public string Words =>
        Parse(Body)?["value"] switch
        {
            JsonValue text => (string)text!,
            JsonObject error => (string?)error["message"] ?? "",
            _ => "",
        };

    public bool NotSaved => Words.StartsWith(Employee.CouldNotSave, StringComparison.Ordinal);

    /// <summary>The dialog that is open now; null where there is none, or words are in its place.</summary>
    public Card? Dialog => Parse(Body)?["task"]?["value"] is JsonObject open ? new Card(open["card"]!["content"]!.AsObject()) : null;

    /// <summary>The words in place of a dialog; empty where there are none.</summary>
    public string DialogWords => Parse(Body)?["task"]?["value"] is JsonValue words ? (string)words! : "";

    /// <summary>What the compose box shows, by its titles; null where there are words in their place.</summary>
    public IReadOnlyDictionary<string, Card>? Results =>
        Parse(Body)
            ?["composeExtension"]?["attachments"]?.AsArray()
            .ToDictionary(result => (string)result!["preview"]!["content"]!["title"]!, result => new Card(result!["content"]!.AsObject()));
    public string ResultWords => (string?)Parse(Body)?["composeExtension"]?["text"] ?? "";

    private static Card? CardOf(string body) =>
        Parse(body) is { } json && (string?)json["type"] == "application/vnd.microsoft.card.adaptive"
            ? new Card(json["value"]!.AsObject())
            : null;

    private static JsonNode? Parse(string body) => body.StartsWith('{') ? JsonNode.Parse(body) : null;
}
