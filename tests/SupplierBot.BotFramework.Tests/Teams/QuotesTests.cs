using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Teams;
using SupplierBot.BotFramework.Tests.Kit;

namespace SupplierBot.BotFramework.Tests.Teams;

/// <summary>What was quoted is somebody else's text; what looks like a mark and is none stays.</summary>
public sealed class QuotesTests
{
    private const string Mark = """<quoted messageId="1772050244572"/>""";
    private static readonly Tenants Ours = Tenants.Of([SampleActivities.Tenant]);

    private static string Said(JsonNode activity) =>
        ActivityToTurn.Read(activity.Read(), Ours, "made-up", SampleActivities.Today)!.Request.Typed!.Text;

    private static JsonObject Quoting(string text, params string[] ids) =>
        SampleActivities.Message(
            text,
            sent =>
                sent["entities"] = new JsonArray([
                    .. ids.Select(id =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["type"] = "quotedReply",
                                ["quotedReply"] = new JsonObject { ["messageId"] = id, ["preview"] = "You can say…" },
                            }
                    ),
                    new JsonObject
                    {
                        ["type"] = "mention",
                        ["text"] = "<at>SupplierBot</at>",
                        ["mentioned"] = new JsonObject { ["id"] = SampleActivities.Bot },
                    },
                ])
        );

    [Theory]
    [InlineData(Mark + " status", "status")]
    [InlineData(Mark + "\nhelp", "help")]
    [InlineData("status " + Mark, "status")]
    [InlineData(Mark + " <at>SupplierBot</at> can I use Chan Ltd?", "can I use Chan Ltd?")]
    [InlineData("<at>SupplierBot</at> " + Mark + " new Acme", "new Acme")]
    [InlineData("<quoted messageId='1772050244572' /> mine", "mine")]
    [InlineData("<QUOTED messageid=\"1772050244572\"></QUOTED> mine", "mine")]
    [InlineData("<quoted messageId=\"1772050244572\">You can say…</quoted> mine", "mine")]
    [InlineData("&lt;quoted messageId=\"1772050244572\"/&gt; mine", "mine")]
    [InlineData(Mark + Mark + " mine", "mine")]
    [InlineData(Mark, "")]
    [InlineData(Mark + " a < b and <b>bold</b>", "a < b and <b>bold</b>")]
    [InlineData("<quoted messageId=\"7\"/> mine", "<quoted messageId=\"7\"/> mine")]
    [InlineData("<quoted messageId=\"1772050244572\" mine", "<quoted messageId=\"1772050244572\" mine")]
    public void A_mark_goes_where_the_activity_says_that_it_quotes(string text, string said) =>
        Assert.Equal(said, Said(Quoting(text, "1772050244572")));

    [Theory]
    [InlineData(Mark + " status"), InlineData("a < b and <b>bold</b>"), InlineData("new <quoted> Ltd")]
    public void Without_that_nothing_goes(string text) => Assert.Equal(text, Said(SampleActivities.Message(text)));

    [Fact]
    public void Every_quote_of_several_goes() =>
        Assert.Equal("first and second", Said(Quoting("<quoted messageId=\"1\"/> first and<quoted messageId=\"2\"/> second", "1", "2")));

    [Fact]
    public void An_entity_that_names_no_message_takes_every_mark() =>
        Assert.Equal(
            "status",
            Said(
                SampleActivities.Message(
                    Mark + " status",
                    sent => sent["entities"] = new JsonArray(new JsonObject { ["type"] = "quotedReply" })
                )
            )
        );

    private const string Reply =
        """<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="17"><strong itemprop="mri">SupplierBot</strong><span itemprop="time" itemid="17"></span><p itemprop="preview">Who looks after it?</p></blockquote><p>Tom Baker</p>""";

    [Theory]
    [InlineData("SupplierBot\nWho looks after it?\n\nTom Baker", "Tom Baker")]
    [InlineData("> SupplierBot\n> Who looks after it?\nTom Baker", "Tom Baker")]
    [InlineData("Tom Baker", "Tom Baker")]
    [InlineData("SupplierBot\nWho looks after it?", "")]
    [InlineData("SupplierBot asked: Who looks after it? Tom Baker", "SupplierBot asked: Who looks after it? Tom Baker")]
    [InlineData("SupplierBot\nWho looks after it?Tom", "SupplierBot\nWho looks after it?Tom")]
    public void Quoted_words_in_front_go_where_the_html_beside_them_says_that_they_are_quoted(string text, string said) =>
        Assert.Equal(
            said,
            Said(
                SampleActivities.Message(
                    text,
                    sent => sent["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = Reply })
                )
            )
        );

    [Fact]
    public void What_is_attached_in_another_form_quotes_nothing() =>
        Assert.Equal(
            "SupplierBot\nWho looks after it?\n\nTom Baker",
            Said(
                SampleActivities.Message(
                    "SupplierBot\nWho looks after it?\n\nTom Baker",
                    sent => sent["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/plain", ["content"] = Reply })
                )
            )
        );

    [Fact]
    public void A_quote_in_the_text_itself_goes_and_another_block_stays()
    {
        Assert.Equal("<p>Tom Baker</p>", Said(SampleActivities.Message(Reply)));
        Assert.Equal("<blockquote>mine</blockquote>", Said(SampleActivities.Message("<blockquote>mine</blockquote>")));
    }

    [Fact]
    public void Hostile_texts_cost_little_and_lose_nothing()
    {
        var many = string.Concat(Enumerable.Repeat("<quoted messageId=\"1\">", 4_000));
        Assert.Equal(many, Said(Quoting(many, "1")));
        var open = string.Concat(Enumerable.Repeat("<blockquote itemtype=\"http://schema.skype.com/Reply\">", 1_500));
        Assert.Equal(open, Said(SampleActivities.Message(open)));
    }

    [Theory]
    [InlineData("channel", "19:a@thread.tacv2", "1699999999999", "1699999999999")]
    [InlineData("channel", "19:a@thread.tacv2;messageid=17", "1699999999999", "17")]
    [InlineData("channel", "19:a@thread.tacv2", null, "")]
    [InlineData("channel", "19:a@thread.tacv2", " ", "")]
    [InlineData("channel", "19:a@thread.tacv2", "1700000000001", "")]
    [InlineData("groupChat", "19:g@thread.v2", "1699999999999", null)]
    [InlineData("personal", "a:1", "1699999999999", null)]
    public void A_message_of_a_channel_that_names_its_thread_only_by_what_it_replies_to_is_answered_there(
        string type,
        string conversation,
        string? replyTo,
        string? thread
    ) =>
        Assert.Equal(
            thread,
            ActivityToTurn
                .Read(
                    SampleActivities
                        .Message(change: sent =>
                        {
                            (sent["conversation"]!["conversationType"], sent["conversation"]!["id"]) = (type, conversation);
                            sent["replyToId"] = replyTo;
                        })
                        .Read(),
                    Ours,
                    "made-up",
                    SampleActivities.Today
                )!
                .Conversation.ThreadId
        );
}
