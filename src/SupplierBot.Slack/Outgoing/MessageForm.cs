using System.Text;
using SupplierBot.Chat.Turns;
using SupplierBot.Slack.Cards;

namespace SupplierBot.Slack.Outgoing;

/// <summary>A message as the Web API's arguments (PROTOCOL.md "Web API"). Pure.</summary>
internal static class MessageForm
{
    /// <summary>Its text, which the toast and screen readers take, and its blocks.</summary>
    public static Dictionary<string, string> Of(RenderedCard card)
    {
        var form = Plain(card.Summary);
        if (!card.Content.IsEmpty)
            form["blocks"] = Encoding.UTF8.GetString(card.Content.Span);
        return form;
    }

    /// <summary>Words of ours, which may repeat somebody's: nothing in them is mark-up.</summary>
    public static Dictionary<string, string> Of(string words) => Plain(SlackMrkdwn.Escape(words)).With("mrkdwn", "false");

    public static Dictionary<string, string> With(this Dictionary<string, string> form, string name, string? value)
    {
        if (value is not null)
            form[name] = value;
        return form;
    }

    public static Dictionary<string, string> WithoutPreviews(this Dictionary<string, string> form) =>
        form.With("unfurl_links", "false").With("unfurl_media", "false");

    private static Dictionary<string, string> Plain(string text) => new() { ["text"] = text };
}
