using System.Text.Json;
using SupplierBot.Chat.Templates;
using SupplierBot.Chat.Turns;

namespace SupplierBot.Slack.Outgoing;

/// <summary>A message as the Web API's arguments (PROTOCOL.md "Web API"). Pure.</summary>
internal static class MessageForm
{
    /// <summary>A rendered card has <c>text</c>, which the toast and screen readers take, and <c>blocks</c>.</summary>
    public static Dictionary<string, string> Of(RenderedCard card)
    {
        using var json = JsonDocument.Parse(card.Json);
        var form = Plain(json.RootElement.TryGetProperty("text", out var text) && text.GetString() is { Length: > 0 } words ? words : card.Summary);
        if (json.RootElement.TryGetProperty("blocks", out var blocks)) form["blocks"] = blocks.GetRawText();
        return form;
    }

    /// <summary>Words of ours, which may repeat somebody's: nothing in them is mark-up.</summary>
    public static Dictionary<string, string> Of(string words) => Plain(SlackMrkdwn.Escape(words)).With("mrkdwn", "false");

    public static Dictionary<string, string> With(this Dictionary<string, string> form, string name, string? value)
    {
        if (value is not null) form[name] = value;
        return form;
    }

    public static Dictionary<string, string> WithoutPreviews(this Dictionary<string, string> form) => form.With("unfurl_links", "false").With("unfurl_media", "false");

    private static Dictionary<string, string> Plain(string text) => new() { ["text"] = text };
}
