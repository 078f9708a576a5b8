namespace SupplierBot.Chat;

/// <summary>
/// Slack's mrkdwn needs three characters as entities and no others (facts/slack.md §1.5): without them a name such as
/// <c>&lt;!channel&gt;</c> calls everybody. <c>plain_text</c> and input values are shown as they are.
/// </summary>
public static class SlackMrkdwn
{
    public static Func<string, string>? For(TextPlace place) => place switch
    {
        { ElementType: "mrkdwn", Property: "text" } => Escape,
        // The text of the whole message: the toast, and mark-up like any other.
        { ElementType: "", ListName: "", Property: "text" } => Escape,
        { ElementType: "plain_text", Property: "text" } => DirectionMarks.Remove,
        _ => null,
    };

    public static string Escape(string text)
    {
        var level = DirectionMarks.Remove(text);
        return level.AsSpan().ContainsAny('&', '<', '>')
            ? level.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
            : level;
    }
}
