using System.Text.Json;
using System.Text.RegularExpressions;
using SupplierBot.BotFramework.Protocol;

namespace SupplierBot.BotFramework.Teams;

/// <summary>
/// What was quoted is somebody else's text, and its mark is the platform's: taken out where the activity itself says that there is a quote,
/// so
/// that angle brackets somebody typed stay. Teams writes <c>&lt;quoted messageId="…"/&gt;</c> with an entity beside it; older clients put
/// the quoted
/// words in front and their HTML into an attachment.
/// </summary>
internal static partial class Quotes
{
    private const string Reply = "http://schema.skype.com/Reply";
    private const int MostQuotes = 20;

    /// <summary>The activity without the marks and words of what it quotes.</summary>
    public static Activity Without(Activity activity)
    {
        if (activity.Text is not { Length: > 0 } text)
            return activity;
        var ids = Ids(activity);
        var left = ids is null
            ? text
            : Mark().Replace(text, mark => ids.Count == 0 || ids.Contains(mark.Groups["id"].Value) ? " " : mark.Value);
        left = Block().Replace(left, block => IsReply(block) ? " " : block.Value);
        foreach (var quote in Html(activity).SelectMany(html => Block().Matches(html).Where(IsReply)).Take(MostQuotes))
            left = Behind(left, MessageText.Plain(quote.Groups["inside"].Value));
        return ReferenceEquals(left, text) ? activity : activity with { Text = left };
    }

    /// <summary>Of the messages the activity says it quotes; empty where it names none of them, null where it quotes none.</summary>
    private static HashSet<string>? Ids(Activity activity)
    {
        var quotes = (activity.Entities ?? []).Where(entity => entity.Text("type") == "quotedReply").ToList();
        return quotes.Count == 0
            ? null
            : [.. quotes.Select(quote => (quote.Object("quotedReply") ?? quote).Text("messageId")).OfType<string>()];
    }

    private static IEnumerable<string> Html(Activity activity) =>
        activity.Rest?.TryGetValue("attachments", out var attachments) == true && attachments.ValueKind == JsonValueKind.Array
            ? attachments
                .EnumerateArray()
                .Where(one => one.Text("contentType") == "text/html")
                .Select(one => one.Text("content"))
                .OfType<string>()
            : [];

    private static bool IsReply(Match block) => block.Groups["head"].Value.Contains(Reply, StringComparison.OrdinalIgnoreCase);

    /// <summary>What follows the quoted words; all of it where they are not what it begins with.</summary>
    private static string Behind(string text, string quote)
    {
        var at = 0;
        foreach (var word in quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '>'))
                at++;
            if (!text.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
                return text;
            at += word.Length;
        }
        return at == text.Length || char.IsWhiteSpace(text[at]) ? text[at..] : text;
    }

    [GeneratedRegex(
        """(?:<|&lt;)quoted\s+messageId\s*=\s*(?:"|'|&quot;)(?<id>[^"'<>&]{0,1000})(?:"|'|&quot;)[^<>&]{0,1000}?(?:/(?:>|&gt;)|(?:>|&gt;)[^<>]{0,4000}?(?:<|&lt;)/quoted(?:>|&gt;))[ ]?""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Mark();

    [GeneratedRegex(
        """<blockquote(?<head>[^<>]{0,2000})>(?<inside>(?:(?!</?blockquote)[\s\S]){0,20000})</blockquote\s*>""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Block();
}
