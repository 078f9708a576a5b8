using System.Text;
using System.Text.Json.Nodes;
using SupplierBot.Slack.Hosting;
using SupplierBot.Slack.Protocol;
using SupplierBot.Slack.Reading;

namespace SupplierBot.Slack.Tests.Reading;

/// <summary>What Slack's editor puts around words is no part of what was said; what only looks like it stays.</summary>
public sealed class MessageWordsTests
{
    private static readonly SlackOptions Options = new() { TeamId = "T1", SigningSecrets = ["s"] };

    [Theory]
    [InlineData("*new Acme*", "new Acme")]
    [InlineData("_status_", "status")]
    [InlineData("~status~", "status")]
    [InlineData("`new Acme`", "new Acme")]
    [InlineData("```help```", "help")]
    [InlineData("```\nnew Acme\n```", "new Acme")]
    [InlineData("*_new Acme_*", "new Acme")]
    [InlineData("_*~new Acme~*_", "new Acme")]
    [InlineData("new *Acme Notes*", "new Acme Notes")]
    [InlineData("new _Acme Notes_", "new Acme Notes")]
    [InlineData("new `Acme Notes`", "new Acme Notes")]
    [InlineData("new (*Acme*), please", "new (Acme), please")]
    [InlineData("*can* I use *Acme*?", "can I use Acme?")]
    [InlineData("*<https://acme.example|acme.example>*", "acme.example")]
    [InlineData("&gt; new Acme", "new Acme")]
    [InlineData("&gt;&gt;&gt; new Acme", "new Acme")]
    [InlineData("&gt;&gt;&gt;new Acme", "new Acme")]
    [InlineData("&gt; *new Acme*", "new Acme")]
    [InlineData("• first\n• second", "first\nsecond")]
    [InlineData("    ◦ third", "third")]
    [InlineData(":wave: help", "help")]
    [InlineData("status :pray: :thumbsup::skin-tone-3:", "status")]
    [InlineData(":+1: status", "status")]
    [InlineData("<!here> status", "status")]
    [InlineData("<!channel|@channel> new Acme <!everyone>", "new Acme")]
    [InlineData("<!subteam^S1|@security> help", "@security help")]
    [InlineData("<!date^1392734382^{date}|today>", "today")]
    [InlineData("new\u00A0Acme\u00A0", "new Acme")]
    public void Marks_fall_away(string text, string said) => Assert.Equal(said, MessageWords.Plain(text, "UBOT"));

    [Theory]
    [InlineData("new snake_case_ai")]
    [InlineData("2 * 3 * 4")]
    [InlineData("2*3*4")]
    [InlineData("C* and D")]
    [InlineData("*nix tools")]
    [InlineData("a_b_ c")]
    [InlineData("_ a _")]
    [InlineData("* a *")]
    [InlineData("~/.config and ~/.cache")]
    [InlineData("`unfinished")]
    [InlineData("```")]
    [InlineData("**")]
    [InlineData("* *")]
    [InlineData("at 10:30:45 sharp")]
    [InlineData(":30:")]
    [InlineData("Notes :rocket: Ltd")]
    [InlineData(":tada:")]
    [InlineData("*first line\nsecond line*")]
    [InlineData("a • b")]
    [InlineData("`one\ntwo`")]
    [InlineData("🚀*Rocket*")]
    [InlineData(":30: is too late")]
    [InlineData("not after :45:")]
    public void What_only_looks_like_a_mark_stays(string text) => Assert.Equal(text, MessageWords.Plain(text, null));

    [Theory]
    [InlineData("5 &gt; 3", "5 > 3")]
    [InlineData("&gt;100 people", ">100 people")]
    [InlineData("`*x* _y_`", "*x* _y_")]
    [InlineData("<https://acme.example/_a_/*b*>", "https://acme.example/_a_/*b*")]
    [InlineData("a <b", "a <b")]
    public void What_is_code_or_a_link_or_a_sign_is_taken_as_it_is(string text, string said) =>
        Assert.Equal(said, MessageWords.Plain(text, null));

    [Theory]
    [
        InlineData("*a "),
        InlineData("_"),
        InlineData("`"),
        InlineData("```"),
        InlineData("<"),
        InlineData("&gt;"),
        InlineData(":a"),
        InlineData("*_~"),
        InlineData("• ")
    ]
    public void Long_and_hostile_texts_are_read_in_one_go(string piece) =>
        Assert.NotNull(MessageWords.Plain(string.Concat(Enumerable.Repeat(piece, 20_000)), null));

    private static EventEnvelope Envelope(string type, string? subtype)
    {
        var said = new JsonObject
        {
            ["type"] = type,
            ["channel_type"] = type == "message" ? "im" : null,
            ["channel"] = type == "message" ? "D1" : "C1",
            ["user"] = "U1",
            ["text"] = "help",
            ["ts"] = "1.2",
        };
        if (subtype is not null)
            said["subtype"] = subtype;
        return PayloadReading.Event(
            Encoding.UTF8.GetBytes(
                new JsonObject
                {
                    ["type"] = "event_callback",
                    ["team_id"] = "T1",
                    ["event_id"] = "Ev1",
                    ["event"] = said,
                }.ToJsonString()
            )
        )!;
    }

    public static MatrixTheoryData<string, string?> Said =>
        new(["message", "app_mention"], [null, "file_share", "me_message", "thread_broadcast"]);

    [Theory]
    [MemberData(nameof(Said))]
    public void A_message_is_read_whatever_subtype_Slack_gives_it(string type, string? subtype) =>
        Assert.Equal("help", EventReader.Read(Envelope(type, subtype), Options, new(2026, 11, 2))!.Request.Typed!.Text);

    [Theory]
    [
        InlineData("pinned_item"),
        InlineData("reminder_add"),
        InlineData("huddle_thread"),
        InlineData("channel_topic"),
        InlineData("message_changed"),
        InlineData("message_deleted"),
        InlineData("bot_message"),
        InlineData("ekm_access_denied")
    ]
    public void Notices_are_not_anyones_words_and_need_no_line_of_the_log(string subtype)
    {
        Assert.Null(EventReader.Read(Envelope("message", subtype), Options, new(2026, 11, 2)));
        Assert.Null(EventReader.Unknown(Envelope("message", subtype)));
    }

    [Theory]
    [
        InlineData("message", "of_tomorrow", "message.of_tomorrow"),
        InlineData("app_mention", "of_tomorrow", "message.of_tomorrow"),
        InlineData("reaction_added", null, "reaction_added")
    ]
    public void What_nobody_knows_is_left_alone_and_named(string type, string? subtype, string named)
    {
        Assert.Null(EventReader.Read(Envelope(type, subtype), Options, new(2026, 11, 2)));
        Assert.Equal(named, EventReader.Unknown(Envelope(type, subtype)));
    }
}
