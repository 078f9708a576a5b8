using System.Text;
using System.Text.RegularExpressions;
using SupplierBot.Onboarding.Intake;

namespace SupplierBot.Onboarding.Views;

/// <summary>
/// Addresses in a text of a view, for the channel to make links of. They are marked by control characters, which are taken out of all that
/// is typed, so nobody can type a link that leads elsewhere than it says.
/// </summary>
public static partial class Links
{
    public const char Open = '\u0002';
    public const char To = '\u0003';
    public const char End = '\u0004';

    /// <summary>A web address as somebody typed it, "acme.com": a link to itself. What is none stays as it is.</summary>
    public static string OfSite(string typed) => WebAddress.LinkOf(typed) is { } address ? Of(typed, address) : typed;

    /// <summary>Every whole address in what somebody wrote ("https://…") becomes a link to itself.</summary>
    public static string In(string text) =>
        text.Contains("://", StringComparison.Ordinal) ? Address().Replace(text, found => OfSite(found.Value)) : text;

    /// <summary>The text as it reads, without addresses.</summary>
    public static string Plain(string text) => Rewrite(text, (words, _) => words);

    /// <summary>
    /// Each link by what <paramref name="link"/> makes of its words and its address. Half of one, where a text was cut, is its words.
    /// </summary>
    public static string Rewrite(string text, Func<string, string, string> link)
    {
        if (!text.AsSpan().ContainsAny(Open, To, End))
            return text;
        var written = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            if (text[at] == Open && Whole(text, at) is var (to, end))
            {
                written.Append(link(text[(at + 1)..to], text[(to + 1)..end]));
                at = end + 1;
            }
            else if (text[at] == To)
                at = text.IndexOf(End, at) is >= 0 and var rest ? rest + 1 : text.Length;
            else
            {
                if (text[at] is not (Open or End))
                    written.Append(text[at]);
                at++;
            }
        }
        return written.ToString();
    }

    /// <summary>The whole in a channel's mark-up: everything but the links by <paramref name="escape"/>, their words as well.</summary>
    public static string Escape(string text, Func<string, string> escape, Func<string, string, string> link)
    {
        if (!text.AsSpan().ContainsAny(Open, To, End))
            return escape(text);
        var links = new List<string>();
        var kept = Rewrite(
            text,
            (words, address) =>
            {
                links.Add(link(escape(words), address));
                return Open.ToString();
            }
        );
        return string.Concat(escape(kept).Split(Open).SelectMany((piece, at) => at < links.Count ? [piece, links[at]] : new[] { piece }));
    }

    private static string Of(string words, string address) => $"{Open}{words}{To}{address}{End}";

    /// <summary>Null where the text ends before the link does.</summary>
    private static (int To, int End)? Whole(string text, int open) =>
        text.IndexOf(To, open) is >= 0 and var to
        && text.IndexOf(Open, open + 1) is var next
        && (next < 0 || next > to)
        && text.IndexOf(End, to) is >= 0 and var end
            ? (to, end)
            : null;

    /// <summary>Up to what ends a sentence.</summary>
    [GeneratedRegex(@"https?://[^\s<>""'“”‘’]*[^\s<>""'“”‘’.,;:!?)\]]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
