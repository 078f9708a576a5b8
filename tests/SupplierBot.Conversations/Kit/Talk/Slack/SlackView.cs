using System.Text.Json.Nodes;

namespace SupplierBot.Conversations.Kit.Talk.Slack;

/// <summary>Block Kit as Slack shows it: a message, a modal, or words for one person alone.</summary>
internal abstract record SlackView : ShownView
{
    private static readonly string[] Readable = ["text", "initial_value", "initial_date"];

    private IReadOnlyList<JsonObject> Elements => [.. Blocks.Select(block => block!.AsObject()).SelectMany(TypedState.Elements)];

    public abstract JsonArray Blocks { get; }

    public override IReadOnlyList<ShownInput> Inputs =>
        [.. Blocks.Select(block => block!.AsObject()).Where(block => (string?)block["type"] == "input").Select(InputOf)];

    public override IReadOnlyList<string> Verbs => [.. Elements.Where(IsButton).Select(button => VerbOf((string?)button["value"]))];

    public override IReadOnlyList<string> Addresses =>
        [.. Elements.Where(IsButton).Select(button => (string?)button["url"]).OfType<string>()];

    public override bool Has(string titleOrVerb) => ActionOf(titleOrVerb) is not null;

    /// <summary>The id of the button's action; null where there is no such button.</summary>
    public string? ActionOf(string titleOrVerb) =>
        (string?)
            Elements
                .FirstOrDefault(element =>
                    IsButton(element)
                    && (
                        (string?)element["action_id"] == titleOrVerb
                        || (string?)element["text"]!["text"] == titleOrVerb
                        || VerbOf((string?)element["value"]) == titleOrVerb
                        || TargetOf((string?)element["value"]) == titleOrVerb
                    )
                )
                ?["action_id"];

    /// <summary>The value a button of this has, with another verb: of the first that speaks of a case.</summary>
    public string Forged(string verb) =>
        Elements
            .Where(IsButton)
            .Select(button => ((string?)button["value"] ?? "").Split(';', 7))
            .First(parts => parts is [{ Length: > 0 }, ..])
            is var parts
            ? string.Join(';', [.. parts[..5], verb, ""])
            : "";

    /// <summary>Without the entities Slack turns into characters.</summary>
    protected static IEnumerable<string> TextsIn(JsonNode? node) =>
        node switch
        {
            JsonArray list => list.SelectMany(TextsIn),
            JsonObject element => element.SelectMany(pair =>
                Readable.Contains(pair.Key) && pair.Value is JsonValue value ? [Plain((string)value!)] : TextsIn(pair.Value)
            ),
            _ => [],
        };

    /// <summary>Of a button's value: <c>case;slot;version;draft;page;verb;target</c>.</summary>
    protected static string VerbOf(string? value) => value?.Split(';', 7) is [_, _, _, _, _, var verb, _] ? verb : "";

    private static string TargetOf(string? value) => value?.Split(';', 7) is [_, _, _, _, _, _, var target] ? target : "";

    /// <summary>With the word joiner that keeps a mark from formatting, which nobody sees.</summary>
    private static string Plain(string text) =>
        text.Replace("\u2060", "", StringComparison.Ordinal)
            .Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);

    private static bool IsButton(JsonObject element) => (string?)element["type"] is "button" or "overflow";

    private static ShownInput InputOf(JsonObject block)
    {
        var element = block["element"]!.AsObject();
        var shown =
            (string?)element["initial_value"]
            ?? (string?)element["initial_date"]
            ?? (string?)element["initial_option"]?["value"]
            ?? string.Join(',', element["initial_options"]?.AsArray().Select(option => (string)option!["value"]!) ?? []);
        return new((string)block["block_id"]!, shown, [.. TextsIn(element["options"])]);
    }
}

/// <param name="IsEphemeral">For this person's eyes alone.</param>
internal sealed record SlackMessage(string Channel, JsonObject Message, bool IsEphemeral = false) : SlackView
{
    public override JsonArray Blocks => Message["blocks"]?.AsArray() ?? [];
    public override IReadOnlyList<string> Texts => [.. TextsIn(Message)];
    public string Ts => (string)Message["ts"]!;
}

/// <param name="Errors">Shown beside its fields.</param>
/// <param name="From">Where it was opened from; null where it was opened by a command.</param>
internal sealed record SlackModal(JsonObject View, SlackMessage? From, IReadOnlyList<string> Errors) : SlackView
{
    public override JsonArray Blocks => View["blocks"]!.AsArray();
    public override IReadOnlyList<string> Texts =>
        [.. TextsIn(View["title"]), .. TextsIn(View["blocks"]), .. TextsIn(View["submit"]), .. Errors];
    public override IReadOnlyList<string> Verbs => [.. base.Verbs, VerbOf((string?)View["private_metadata"])];

    /// <summary>Asks once more, with what was filled in behind its value.</summary>
    public bool AsksAgain => ((string?)View["private_metadata"])?.Contains('\n', StringComparison.Ordinal) == true;

    /// <summary>The turn takes longer than a modal may: the answer comes later.</summary>
    public bool Waits => Texts.Contains("Saving…");

    public override bool Has(string titleOrVerb) => Sends(titleOrVerb) || base.Has(titleOrVerb);

    /// <summary>Its own button.</summary>
    public bool Sends(string titleOrVerb) =>
        View["submit"] is { } submit
        && ((string?)submit["text"] == titleOrVerb || VerbOf((string?)View["private_metadata"]) == titleOrVerb);
}

/// <summary>All modals closed: what came of it is to be seen where the first was opened from, or in the own chat.</summary>
/// <param name="Before">How it looked there when the last button was pressed.</param>
internal sealed record SlackClosedModal(SlackMessage? From, SlackSnapshot Before) : SlackView
{
    public override JsonArray Blocks => [];
    public override IReadOnlyList<string> Texts => [];
}
