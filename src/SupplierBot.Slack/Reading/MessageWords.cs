using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Slack.Reading;

/// <summary>
/// What somebody typed, as they see it: Slack sends three characters as entities and everything it recognised in angle brackets.
/// </summary>
internal static class MessageWords
{
    private const int MostMentions = 20;

    /// <summary>With who was picked from Slack's list of people: what somebody types as a mention arrives as text.</summary>
    /// <param name="bot">Its mentions only address it.</param>
    public static Request Read(string? text, string? bot, DateOnly today, bool isExplicit = false)
    {
        var mentions = MentionsIn(text ?? "").Where(mention => mention.UserId != bot).Take(MostMentions).ToList();
        return RequestReader.Typed(Plain(text, bot), today, mentions, isExplicit);
    }

    /// <param name="bot">Its mentions only address it.</param>
    public static string Plain(string? text, string? bot)
    {
        var said = bot is null ? text ?? "" : (text ?? "").Replace($"<@{bot}>", " ", StringComparison.Ordinal);
        return Unescaped(Unbracketed(said.Trim())).Replace('\u00A0', ' ').Trim();
    }

    private static IEnumerable<Mention> MentionsIn(string text)
    {
        for (
            var open = text.IndexOf("<@", StringComparison.Ordinal);
            open >= 0;
            open = text.IndexOf("<@", open + 2, StringComparison.Ordinal)
        )
        {
            var close = text.IndexOf('>', open);
            if (close < 0)
                yield break;
            var inside = text[(open + 1)..close];
            var id = inside[1..].Split('|', 2)[0];
            if (id.Length > 0 && id.All(char.IsAsciiLetterOrDigit))
                yield return new(Unescaped(Seen(inside)).TrimStart('@'), id);
        }
    }

    /// <summary><c>&lt;https://acme.example|acme.example&gt;</c> is what was typed, made a link; a mention keeps its mark.</summary>
    private static string Unbracketed(string text)
    {
        var plain = new MessageMarks();
        for (var at = 0; at < text.Length; )
        {
            var open = text.IndexOf('<', at);
            var close = open < 0 ? -1 : text.IndexOf('>', open);
            if (close < 0)
            {
                plain.Append(text.AsSpan(at));
                break;
            }
            plain.Append(text.AsSpan(at, open - at));
            plain.AppendWhole(Seen(text.AsSpan(open + 1, close - open - 1)));
            at = close + 1;
        }
        return plain.Read();
    }

    /// <summary>What stands behind the bar is what people see; without one, what is before it. A broadcast only calls people.</summary>
    private static string Seen(ReadOnlySpan<char> inside)
    {
        if (IsBroadcast(inside))
            return "";
        var bar = inside.IndexOf('|');
        var seen =
            bar >= 0 && bar + 1 < inside.Length ? inside[(bar + 1)..]
            : bar >= 0 ? inside[..bar]
            : inside;
        if (inside.Length == 0 || inside[0] is not ('@' or '#' or '!'))
            return seen.StartsWith("mailto:", StringComparison.Ordinal) ? seen["mailto:".Length..].ToString() : seen.ToString();
        return inside[0] == '!' ? Special(seen, bar >= 0)
            : bar >= 0 ? $"{inside[0]}{seen.TrimStart(inside[0])}"
            : seen.ToString();
    }

    private static bool IsBroadcast(ReadOnlySpan<char> inside) =>
        inside is ['!', .. var name]
        && (name.IndexOf('|') is var bar and >= 0 ? name[..bar] : name) is "here" or "channel" or "everyone" or "group";

    /// <summary>A user group or a date: what Slack shows in its place.</summary>
    private static string Special(ReadOnlySpan<char> seen, bool shown) => shown ? seen.ToString() : seen.TrimStart('!').ToString();

    private static string Unescaped(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);
}
