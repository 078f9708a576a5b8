using System.Net;
using System.Text;
using System.Text.Json;
using SupplierBot.BotFramework.Protocol;

namespace SupplierBot.BotFramework.Teams;

/// <summary>What a message of Teams says, as plain text: its HTML is foreign text and is never shown as HTML.</summary>
internal static class MessageText
{
    /// <summary>Characters that are looked at; nobody quotes more.</summary>
    private const int MostRead = 20_000;
    private static readonly string[] Lines =
    [
        "br",
        "p",
        "div",
        "li",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "ul",
        "ol",
        "table",
        "pre",
    ];
    private static readonly string[] Unseen = ["script", "style"];

    /// <param name="message">A <c>messagePayload</c>: subject and body, each of which may be missing.</param>
    public static string Of(JsonElement? message)
    {
        var body = message?.Object("body") ?? default;
        var content = body.Text("content") ?? "";
        var said = body.Text("contentType") == "text" ? content : Plain(content);
        return $"{message?.Text("subject")}\n{said}".Trim();
    }

    /// <summary>Total, and linear in the length: any text is HTML of some kind.</summary>
    public static string Plain(string html)
    {
        var text = new StringBuilder();
        var left = html.AsSpan(0, Math.Min(html.Length, MostRead));
        while (left.Length > 0)
        {
            var open = left.IndexOf('<');
            var close = open < 0 ? -1 : left[open..].IndexOf('>');
            if (close < 0)
            {
                text.Append(left);
                break;
            }
            text.Append(left[..open]);
            var tag = left.Slice(open + 1, close - 1);
            left = left[(open + close + 1)..];
            left = Took(tag, left, text);
        }
        return Tidy(WebUtility.HtmlDecode(text.ToString()));
    }

    /// <returns>What is left after the tag, and after what nobody sees of it.</returns>
    private static ReadOnlySpan<char> Took(ReadOnlySpan<char> tag, ReadOnlySpan<char> left, StringBuilder text)
    {
        var name = NameOf(tag.TrimStart('/'));
        if (name.Length == 0 && !(tag.Length > 0 && tag[0] is '!' or '?'))
            text.Append('<').Append(tag).Append('>');
        else if (Lines.Contains(name))
            text.Append('\n');
        else if (name is "img" or "emoji")
            text.Append(Alt(tag));
        else if (Unseen.Contains(name) && tag[0] != '/')
            return Behind(left, name);
        return left;
    }

    private static string NameOf(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && char.IsAsciiLetterOrDigit(tag[length]))
            length++;
        return length > 0 && char.IsAsciiLetter(tag[0]) ? tag[..length].ToString().ToLowerInvariant() : "";
    }

    /// <summary>An emoji is a picture with its character beside it.</summary>
    private static ReadOnlySpan<char> Alt(ReadOnlySpan<char> tag)
    {
        var start = tag.IndexOf("alt=\"", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return [];
        var value = tag[(start + 5)..];
        return value.IndexOf('"') is var end and >= 0 ? value[..end] : [];
    }

    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> left, string name) =>
        left.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase) is var end and >= 0 ? left[end..] : [];

    private static string Tidy(string text) =>
        string.Join(
            '\n',
            text.Split('\n')
                .Select(line => string.Join(' ', line.Split([' ', '\t', '\r', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)))
                .Where(line => line.Length > 0)
        );
}
