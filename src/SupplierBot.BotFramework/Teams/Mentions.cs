using System.Text.Json;

namespace SupplierBot.BotFramework;

/// <summary>What the person typed, without the words that only address the bot.</summary>
public static class Mentions
{
    /// <summary>Removes mentions of the recipient alone, by their literal text; other people's mentions are part of what was said.</summary>
    public static string Remove(Activity activity)
    {
        var text = (activity.Entities ?? [])
            .Select(entity => TextOf(entity, activity.Recipient.Id))
            .OfType<string>()
            .Aggregate(activity.Text ?? "", (left, mention) => left.Replace(mention, " ", StringComparison.OrdinalIgnoreCase));
        // Teams puts a no-break space after a mention; no command contains one.
        return text.Replace('\u00A0', ' ').Trim();
    }

    private static string? TextOf(JsonElement entity, string bot) =>
        entity.Text("type") == "mention" && entity.Object("mentioned") is { } mentioned && mentioned.Text("id") == bot
            ? NotEmpty(entity.Text("text")) ?? Tagged(NotEmpty(mentioned.Text("name")))
            : null;

    private static string? Tagged(string? name) => name is null ? null : $"<at>{name}</at>";

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
