using System.Text.Json.Nodes;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Cards;

namespace SupplierBot.Chat.Tests.Templates;

/// <summary>
/// Names, purposes and everything else that people type, in every view: drawn as it was typed, no mark-up, emoji, quote, call or link comes
/// of it.
/// </summary>
public sealed class SlackMrkdwnTests
{
    private const string Typed = "`code` *bold* _leaning_ ~gone~ ```block``` :tada: :+1: <!channel> <@U1> > said & done";

    /// <summary>What Slack would make something of, were it there as it stands.</summary>
    private static readonly string[] Drawn = ["`code`", "*bold*", "_leaning_", "~gone~", "```block```", ":tada:", ":+1:", "<!", "<@"];

    [Fact]
    public void In_every_view()
    {
        foreach (var view in SampleViews.All(SampleTexts.Normal with { Say = (_, most) => Typed[..Math.Min(Typed.Length, most)] }))
        {
            var card = ShippedCards.MessageOnSlack(view);
            foreach (var text in TextsOf(card, "mrkdwn").Append((string)card["text"]!))
                Assert.All(Drawn, mark => Assert.DoesNotContain(mark, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_text_says_that_it_is_drawn_as_it_is()
    {
        foreach (
            var (name, view) in SlackCardTests
                .Real()
                .Concat(SampleTexts.All.SelectMany(SampleViews.All).Select(view => (view.GetType().Name, view)))
        )
        {
            var card = ShippedCards.MessageOnSlack(view);
            Assert.All(Objects(card, "plain_text"), text => Assert.True((bool?)text["emoji"] == false, $"{name}: {text.ToJsonString()}"));
            Assert.All(Objects(card, "mrkdwn"), text => Assert.True((bool?)text["verbatim"] == true, $"{name}: {text.ToJsonString()}"));
        }
    }

    [Fact]
    public void A_link_is_ours_and_the_words_around_it_are_theirs() =>
        Assert.Equal(
            "<https://acme.com/?a=1&amp;b=2|acme.com/?a=1&amp;b=2> &lt;https://evil.example|x&gt;",
            SlackMrkdwn.Escape($"{Links.OfSite("acme.com/?a=1&b=2")} <https://evil.example|x>")
        );

    [Theory]
    [InlineData("snake_case_ai", "snake_case_ai")]
    [InlineData("2*3*4", "2*3*4")]
    [InlineData("10:30", "10:\u206030")]
    [InlineData("https://acme.example/a", "https://acme.example/a")]
    [InlineData("*a*", "\u2060*\u2060a\u2060*\u2060")]
    [InlineData("> a\n  > b > c", "\u2060&gt; a\n  \u2060&gt; b &gt; c")]
    [InlineData(":white_check_mark:", ":\u2060white_check_mark:")]
    [InlineData("R&D <b>", "R&amp;D &lt;b&gt;")]
    [InlineData("plain", "plain")]
    [InlineData("\u0001ours\u0001 *theirs*", "*ours* \u2060*\u2060theirs\u2060*\u2060")]
    public void Marks_have_something_beside_them_that_nobody_sees(string typed, string written) =>
        Assert.Equal(written, SlackMrkdwn.Escape(typed));

    /// <summary>Whatever is typed: without what was added, and as Slack reads entities, it is what was typed.</summary>
    [Theory]
    [InlineData(Typed), InlineData("*"), InlineData("_*~`:a"), InlineData(">>> a"), InlineData("&amp;"), InlineData("a_b_ _c")]
    public void Nothing_else_is_changed(string typed) =>
        Assert.Equal(
            typed,
            SlackMrkdwn
                .Escape(typed)
                .Replace("\u2060", "", StringComparison.Ordinal)
                .Replace("&lt;", "<", StringComparison.Ordinal)
                .Replace("&gt;", ">", StringComparison.Ordinal)
                .Replace("&amp;", "&", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData(200, 200), InlineData(4_000, 3_000), InlineData(0, 3_000)]
    public void A_text_that_is_longer_than_its_field_is_cut_for_it(int most, int shown)
    {
        var view = new View.Page(
            "T",
            "",
            "",
            [new("name", FieldKind.LongText, "Name", "", new string('x', 3_999) + "😀", true, "", "", "", most, [])],
            ""
        )
        {
            Plain = "T",
        };
        var element = ShippedCards.MessageOnSlack(view)["blocks"]!.AsArray().Single(block => (string?)block!["block_id"] == "name")![
            "element"
        ]!;
        Assert.Equal(shown, ((string)element["initial_value"]!).Length);
        Assert.True(most == 0 || (int)element["max_length"]! == shown);
    }

    private static IEnumerable<string> TextsOf(JsonNode card, string type) => Objects(card, type).Select(text => (string)text["text"]!);

    private static IEnumerable<JsonObject> Objects(JsonNode? node, string type) =>
        node switch
        {
            JsonArray items => items.SelectMany(item => Objects(item, type)),
            JsonObject members => ((string?)(members["type"] as JsonValue) == type ? [members] : Array.Empty<JsonObject>()).Concat(
                members.SelectMany(member => Objects(member.Value, type))
            ),
            _ => [],
        };
}
