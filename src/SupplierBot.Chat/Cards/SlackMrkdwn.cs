namespace SupplierBot.Chat;

/// <summary>
/// Slack's mrkdwn needs three characters as entities and no others (facts/slack.md §1.5): without them a name such as
/// <c>&lt;!channel&gt;</c> calls everybody. <c>plain_text</c> and input values are shown as they are.
/// </summary>
public static class SlackMrkdwn
{
    public static Func<string, string>? For(TextPlace place) => place is { ElementType: "mrkdwn", Property: "text" } ? Escape : null;

    public static string Escape(string text) => text.AsSpan().ContainsAny('&', '<', '>')
        ? text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        : text;
}
