using System.Text.Json;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.BotFramework.Teams;

/// <summary>
/// What the person typed, without the words that only address the bot; other people's mentions are part of what was said. Who is mentioned
/// is read from the entities of the activity alone: what somebody types as <c>&lt;at&gt;</c> is text.
/// </summary>
public static class Mentions
{
    private const int MostRead = 20;
    private const int LongestName = 100;

    public static Request Read(Activity activity, DateOnly today)
    {
        var (text, mentions) = (activity.Text ?? "", new List<Mention>());
        foreach (var (words, account) in (activity.Entities ?? []).Select(Mentioned).OfType<(string, JsonElement)>().Take(MostRead))
        {
            var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
            if (account.Text("id") == activity.Recipient.Id)
                text = text.Replace(words, " ", StringComparison.OrdinalIgnoreCase);
            else if (at >= 0 && Named(words) is { Length: > 0 } name && account.Text("id") is { Length: > 0 } id)
            {
                text = $"{text[..at]}@{name}{text[(at + words.Length)..]}";
                mentions.Add(new(name, id));
            }
        }
        // Teams puts a no-break space after a mention; no command contains one.
        return RequestReader.Typed(text.Replace('\u00A0', ' ').Trim(), today, mentions);
    }

    /// <summary>What stands in the text, and who it is.</summary>
    private static (string Words, JsonElement Account)? Mentioned(JsonElement entity) =>
        entity.Text("type") == "mention"
        && entity.Object("mentioned") is { } account
        && (NotEmpty(entity.Text("text")) ?? Tagged(NotEmpty(account.Text("name")))) is { } words
            ? (words, account)
            : null;

    /// <summary>What is between the tags.</summary>
    private static string Named(string words)
    {
        var (open, close) = (words.IndexOf('>', StringComparison.Ordinal), words.LastIndexOf("</", StringComparison.Ordinal));
        var name = open >= 0 && close > open ? words[(open + 1)..close] : words;
        return Texts.Clip(System.Net.WebUtility.HtmlDecode(name).Trim(), LongestName);
    }

    private static string? Tagged(string? name) => name is null ? null : $"<at>{name}</at>";

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
