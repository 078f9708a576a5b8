using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Clients;

/// <summary>
/// Microsoft's Agents Playground of one persona, driven over HTTP by the endpoints its own web page uses (tests/clients/README.md "Agents
/// Playground").
/// </summary>
internal sealed class Playground : IAsyncDisposable
{
    private readonly PlaygroundProcess process;
    private readonly PlaygroundStream stream;

    private Playground(PlaygroundProcess process, PlaygroundStream stream) => (this.process, this.stream) = (process, stream);

    public Persona Persona => process.Start.Persona;
    public Uri Address => process.Start.Address;
    public Transcript Transcript => stream.Transcript;

    /// <param name="port">Free, and allowed by the bot: <c>Local:AllowedServiceUrls</c> holds
    /// <see cref="PlaygroundStart.ServiceUrlOf"/>.</param>
    public static async Task<Playground> StartAsync(
        Persona persona,
        int port,
        Uri bot,
        string workFolder,
        IReadOnlyDictionary<string, string>? variables = null,
        CancellationToken cancellation = default
    )
    {
        var cli = await PlaygroundPackage.EnsureAsync(PlaygroundPackage.Folder, TextWriter.Null, cancellation);
        var process = await PlaygroundProcess.StartAsync(
            new(persona, port, bot, cli, workFolder) { Variables = variables ?? new Dictionary<string, string>() },
            cancellation
        );
        return new Playground(process, await PlaygroundStream.OpenAsync(process.Start.Address));
    }

    /// <summary>The bot is added to the personal chat and the channel; it is told soon after.</summary>
    public async Task InstallAsync(CancellationToken cancellation = default)
    {
        await InstallAsync(Persona.PersonalChatId, cancellation);
        await InstallAsync(Persona.ChannelId, cancellation);
    }

    public Task SayAsync(string text) => Say(Persona.PersonalChatId, text, []);

    /// <summary>In the channel only what mentions the bot reaches it.</summary>
    public Task SayInChannelAsync(string text) =>
        Say(
            Persona.ChannelId,
            $"<at>SupplierBot</at> {text}",
            [
                new JsonObject
                {
                    ["mentioned"] = new JsonObject { ["id"] = Personas.BotId, ["name"] = "SupplierBot" },
                    ["text"] = "<at>SupplierBot</at>",
                },
            ]
        );

    /// <summary>The newest message in the personal chat that contains all the texts.</summary>
    public Task<ShownMessage> SeesAsync(params string[] texts) => SeesIn(Persona.PersonalChatId, texts);

    public Task<ShownMessage> SeesInChannelAsync(params string[] texts) => SeesIn(Persona.ChannelId, texts);

    /// <summary>Fills the inputs and presses the button, as the page would.</summary>
    /// <param name="by">Somebody else of the channel; the persona of this Playground where it is null.</param>
    public Task<PressResult> PressAsync(
        ShownMessage on,
        string titleOrVerb,
        IReadOnlyDictionary<string, string>? inputs = null,
        Persona? by = null
    )
    {
        var button = (on.Card ?? throw new InvalidOperationException($"There is no card: {on}")).Button(titleOrVerb);
        var data = button.Data(inputs ?? new Dictionary<string, string>());
        return button.Type == "Action.Submit" ? Submit(on, data, by ?? Persona) : Execute(on, button, data, by ?? Persona);
    }

    /// <summary>
    /// A press no client would offer, with the stamp of the card's first button: what somebody with a tool of their own can send.
    /// </summary>
    public Task<PressResult> ForceAsync(ShownMessage on, string verb, IReadOnlyDictionary<string, string> inputs, Persona by)
    {
        var stamped = (on.Card ?? throw new InvalidOperationException($"There is no card: {on}")).Buttons.First(button =>
            button.Action["data"]?["_"] is not null
        );
        var data = new JsonObject { ["verb"] = verb, ["_"] = stamped.Action["data"]!["_"]!.DeepClone() };
        foreach (var (id, value) in inputs)
            data[id] = value;
        return Execute(on, stamped with { Type = "Action.Execute", Title = verb, Verb = verb }, data, by);
    }

    /// <summary>From the compose box or the menu of a message, as its page does; the bot's whole answer.</summary>
    public async Task<JsonNode?> ExtendAsync(string name, JsonObject value)
    {
        var invoke = new JsonObject
        {
            ["name"] = $"composeExtension/{name}",
            ["value"] = value,
            ["from"] = From(Persona),
            ["conversation"] = new JsonObject { ["id"] = Persona.PersonalChatId },
        };
        using var answer = await process.Http.PostAsJsonAsync("/_conversation/v1/invoke", invoke);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        await process.DisposeAsync();
    }

    private async Task InstallAsync(string conversation, CancellationToken cancellation)
    {
        using var answer = await process.Http.PostAsJsonAsync(
            $"/_debug/conversation/{Uri.EscapeDataString(conversation)}/installation",
            new { },
            cancellation
        );
        answer.EnsureSuccessStatusCode();
    }

    private Task<ShownMessage> SeesIn(string conversation, string[] texts) =>
        Transcript.SeesAsync(
            said => said.IsIn(conversation) && texts.All(said.Contains),
            $"`{string.Join("` and `", texts)}` in {conversation}"
        );

    private async Task Say(string conversation, string text, JsonArray mentions)
    {
        var message = new JsonObject
        {
            ["text"] = text,
            ["textFormat"] = "plain",
            ["from"] = From(Persona),
            ["mentions"] = mentions,
        };
        using var answer = await process.Http.PostAsJsonAsync(
            $"/_conversation/v1/conversations/{Uri.EscapeDataString(conversation)}/messages",
            message
        );
        answer.EnsureSuccessStatusCode();
    }

    private async Task<PressResult> Submit(ShownMessage on, JsonObject data, Persona by)
    {
        var submit = new JsonObject
        {
            ["conversation"] = Conversation(on),
            ["from"] = From(by),
            ["replyToId"] = on.MessageId,
            ["value"] = data,
        };
        using var answer = await process.Http.PostAsJsonAsync("/_conversation/v1/submit", submit);
        answer.EnsureSuccessStatusCode();
        return new PressResult.Nothing();
    }

    private async Task<PressResult> Execute(ShownMessage on, CardButton button, JsonObject data, Persona by)
    {
        var action = new JsonObject
        {
            ["type"] = button.Type,
            ["title"] = button.Title,
            ["verb"] = button.Verb,
            ["data"] = data,
        };
        var invoke = new JsonObject
        {
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject { ["action"] = action },
            ["from"] = From(by),
            ["conversation"] = Conversation(on),
            ["replyToId"] = on.MessageId,
        };
        using var answer = await process.Http.PostAsJsonAsync("/_conversation/v1/invoke", invoke);
        var text = await answer.Content.ReadAsStringAsync();
        return Show(on, text.Length == 0 ? null : JsonNode.Parse(text), answer.IsSuccessStatusCode);
    }

    private PressResult Show(ShownMessage on, JsonNode? answer, bool succeeded)
    {
        switch ((string?)answer?["type"])
        {
            case "application/vnd.microsoft.card.adaptive":
                return new PressResult.Replaced(Replace(on with { Card = new Card(answer["value"]!.AsObject()) }));
            case "application/vnd.microsoft.activity.message":
                return new PressResult.Words((string)answer["value"]!, Error: false);
            default:
                return succeeded && answer is null
                    ? new PressResult.Nothing()
                    : new PressResult.Words((string?)answer?["value"]?["message"] ?? answer?.ToJsonString() ?? "", Error: true);
        }
    }

    /// <summary>In a channel the answer is seen by the one who pressed alone; the message of everybody else stays as it is.</summary>
    private ShownMessage Replace(ShownMessage answer)
    {
        if (!answer.IsIn(Persona.PersonalChatId))
            return answer;
        Transcript.Write(answer);
        return Transcript.Messages.Last(said => said.MessageId == answer.MessageId && said.Conversation == answer.Conversation) with
        {
            Card = answer.Card,
        };
    }

    private static JsonObject From(Persona persona) => new() { ["id"] = persona.Mri };

    private static JsonObject Conversation(ShownMessage on) => new() { ["id"] = on.Post ?? on.Conversation };
}
