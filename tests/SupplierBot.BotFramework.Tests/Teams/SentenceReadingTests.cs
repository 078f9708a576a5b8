using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Teams;
using SupplierBot.BotFramework.Tests.Kit;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.BotFramework.Tests.Teams;

/// <summary>A sentence is the same sentence with what Teams puts around mentions, spaces and signs.</summary>
public sealed class SentenceReadingTests
{
    public static TheoryData<string, Request> Rows =>
        new()
        {
            { "we need Gong", new Request.WantSupplier("Gong", "", WantedAs.Bought) },
            {
                "I’d like to buy ChatGPT Enterprise for the marketing team",
                new Request.WantSupplier("ChatGPT Enterprise", "the marketing team", WantedAs.Bought)
            },
            { "https://www.deepl.com/pro", new Request.NameSite("deepl.com", true) },
            { "is ChatGPT\u00A0approved?", new Request.CheckSupplier("ChatGPT", "") },
            { "where’s my request?", new Request.AskOnRequest(RequestTopic.News, "") },
            { "reject Gong, too expensive", new Request.DecideInWords("Gong", Verbs.Reject, "too expensive") },
            { "thanks!", new Request.MakeSmallTalk(SmallTalk.Thanks) },
            { "👍 🎉 ❤️", new Request.MakeSmallTalk(SmallTalk.Emoji) },
            { "hlep", new Request.Mistyped("help", "hlep") },
            { "¿puedo usar Notion?", new Request.AskInAnotherLanguage("Notion") },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void It_is_read(string text, Request asked)
    {
        Assert.Equal(asked, Read(SampleActivities.Message(text)));
        // In a channel the bot is mentioned.
        Assert.Equal(
            asked,
            Read(
                SampleActivities.Message(
                    $"<at>SupplierBot</at>\u00A0{text}",
                    sent =>
                        sent["entities"] = new JsonArray(
                            new JsonObject
                            {
                                ["type"] = "mention",
                                ["text"] = "<at>SupplierBot</at>",
                                ["mentioned"] = new JsonObject { ["id"] = SampleActivities.Bot, ["name"] = "SupplierBot" },
                            }
                        )
                )
            )
        );
    }

    private static Request Read(JsonObject activity) => Mentions.Read(activity.Read(), SampleActivities.Today) with { Typed = null };
}
