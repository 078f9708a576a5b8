using SupplierBot.Onboarding.Requests;
using SupplierBot.Slack.Reading;

namespace SupplierBot.Slack.Tests.Reading;

/// <summary>A sentence is the same sentence with what Slack puts around links, pictures, people and signs.</summary>
public sealed class SentenceReadingTests
{
    public static TheoryData<string, Request> Rows =>
        new()
        {
            { "<@B1> we need Gong", new Request.WantSupplier("Gong", "", WantedAs.Bought) },
            {
                "I'd like to buy *ChatGPT Enterprise* for the marketing team",
                new Request.WantSupplier("ChatGPT Enterprise", "the marketing team", WantedAs.Bought)
            },
            { "<https://www.deepl.com/pro>", new Request.NameSite("deepl.com", true) },
            { "<http://deepl.com|deepl.com>", new Request.NameSite("deepl.com", false) },
            { "is ChatGPT approved?", new Request.CheckSupplier("ChatGPT", "") },
            { "where’s my request?", new Request.AskOnRequest(RequestTopic.News, "") },
            { "reject Gong, too expensive", new Request.DecideInWords("Gong", Verbs.Reject, "too expensive") },
            { "&gt; thanks!", new Request.MakeSmallTalk(SmallTalk.Thanks) },
            { ":+1: :tada:", new Request.MakeSmallTalk(SmallTalk.Emoji) },
            { "<@B1> :heart:", new Request.MakeSmallTalk(SmallTalk.Emoji) },
            { "`hlep`", new Request.Mistyped("help", "hlep") },
            { "AT&amp;T got hacked", new Request.ReportOnSupplier("AT&T", Verbs.Incident) },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void It_is_read(string text, Request asked) =>
        Assert.Equal(asked, MessageWords.Read(text, "B1", new(2026, 11, 2)) with { Typed = null });
}
