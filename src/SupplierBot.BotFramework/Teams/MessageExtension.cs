using System.Text.Json;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.BotFramework.Teams;

/// <summary>
/// What the message extension sends: its three commands are those of <c>manifests/teams/manifest.json</c>. Null for what is none of them.
/// </summary>
public static class MessageExtension
{
    public const string Find = "find";
    public const string RequestSupplier = "request";
    public const string ChangeSupplier = "change";
    public const string TypedText = "text";

    /// <summary>Of one page; Teams asks for 25.</summary>
    private const int MostHits = 25;
    private const int UsualHits = 10;

    /// <summary>
    /// What is typed, keystroke by keystroke; nothing yet when the box is opened. Microsoft's Playground names neither command nor
    /// parameter (tests/clients/README.md "Agents Playground").
    /// </summary>
    internal static Request.BrowseRegister? Search(JsonElement value)
    {
        if (!Is(value, Find))
            return null;
        if (value.Member("parameters") is { ValueKind: not (JsonValueKind.Array or JsonValueKind.Null) })
            return null;
        var options = value.Object("queryOptions") ?? default;
        var take = Math.Clamp(options.Member("count") is { } count ? CardData.Number(count) : UsualHits, 1, MostHits);
        return new(Typed(value).Trim(), Math.Max(0, options.Member("skip") is { } skip ? CardData.Number(skip) : 0), take);
    }

    /// <summary>The message somebody opened the menu of; a command of a message without one begins with an empty form.</summary>
    internal static Request? PointedAt(JsonElement value) =>
        IsChange(value) ? new Request.ChangeFromMessage(MessageText.Of(value.Object("messagePayload")))
        : Is(value, RequestSupplier) ? new Request.StartFromMessage(MessageText.Of(value.Object("messagePayload")))
        : null;

    /// <summary>What was filled in over the message. The button says of which supplier, where there was one to speak of.</summary>
    internal static Request? SentOver(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || value.Object("data") is not { } data)
            return null;
        if (IsChange(value) || CardData.Text(data, "verb") == Verbs.ChangeSupplier)
            return Changed(data);
        return Is(value, RequestSupplier)
            ? new Request.StartElsewhere(CardData.Text(data, "name") ?? "", CardData.Text(data, "purpose") ?? "")
            : null;
    }

    private static Request.ChangeElsewhere Changed(JsonElement data) =>
        MessageChangeHandler.Reported(
            CardData.Text(data, MessageChangeHandler.Supplier),
            CardData.Text(data, "target") ?? "",
            CardData.Text(data, MessageChangeHandler.Triggers),
            CardData.Text(data, MessageChangeHandler.Words)
        );

    /// <summary>Only where it is said: a client that names no command means the first one.</summary>
    private static bool IsChange(JsonElement value) => value.ValueKind == JsonValueKind.Object && value.Text("commandId") == ChangeSupplier;

    private static bool Is(JsonElement value, string command) =>
        value.ValueKind == JsonValueKind.Object
        && (value.Member("commandId") is not { ValueKind: not JsonValueKind.Null } || value.Text("commandId") == command);

    private static string Typed(JsonElement value)
    {
        if (value.Member("parameters") is not { ValueKind: JsonValueKind.Array } parameters)
            return "";
        foreach (var parameter in parameters.EnumerateArray())
        {
            if (parameter.Text("name") is null or "" or TypedText && CardData.Text(parameter, "value") is { } typed)
                return typed;
        }
        return "";
    }
}
