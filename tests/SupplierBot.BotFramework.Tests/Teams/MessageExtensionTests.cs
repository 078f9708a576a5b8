using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Teams;
using SupplierBot.BotFramework.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.BotFramework.Tests.Teams;

/// <summary>What Teams sends from the compose box and from the menu of a message, as a turn.</summary>
public sealed class MessageExtensionTests
{
    private const string Query = "composeExtension/query",
        Fetch = "composeExtension/fetchTask",
        Submit = "composeExtension/submitAction";

    private static Turn? Read(string value, string name) =>
        ActivityToTurn.Read(
            SampleActivities.Invoke(value, name).Read(),
            Tenants.Of([SampleActivities.Tenant]),
            "made-up",
            SampleActivities.Today
        );

    [Theory]
    [InlineData(
        """{ "commandId": "find", "parameters": [{ "name": "text", "value": " Acme " }], "queryOptions": { "skip": 10, "count": 25 } }""",
        "Acme",
        10,
        25
    )]
    [InlineData(
        """{ "commandId": "find", "parameters": [{ "name": "initialRun", "value": "true" }], "queryOptions": { "skip": 0, "count": 25 } }""",
        "",
        0,
        25
    )]
    [InlineData(
        """{ "commandId": "find", "parameters": [{ "name": "initialRun", "value": true }, { "name": "text", "value": "Acme" }] }""",
        "Acme",
        0,
        10
    )]
    [InlineData("""{ "parameters": [{ "value": "Acme" }] }""", "Acme", 0, 10)]
    [InlineData("""{ "commandId": null, "parameters": null, "queryOptions": null }""", "", 0, 10)]
    [InlineData("{}", "", 0, 10)]
    [InlineData(
        """{ "commandId": "find", "parameters": [null, 3, "x", [], {}, { "name": "text", "value": { "a": 1 } }, { "name": "text", "value": 42 }] }""",
        "42",
        0,
        10
    )]
    [InlineData("""{ "commandId": "find", "queryOptions": { "skip": -3, "count": 0 } }""", "", 0, 1)]
    [InlineData("""{ "commandId": "find", "queryOptions": { "skip": 2147483647, "count": 2147483647 } }""", "", int.MaxValue, 25)]
    [InlineData("""{ "commandId": "find", "queryOptions": { "skip": 1e99, "count": "many" } }""", "", 0, 1)]
    [InlineData("""{ "commandId": "find", "queryOptions": [] }""", "", 0, 10)]
    public void A_search_is_read_as_far_as_it_goes(string value, string text, int skip, int take)
    {
        var turn = Read(value, Query)!;
        Assert.Equal(new Request.BrowseRegister(text, skip, take), turn.Request);
        Assert.Equal((true, false, true), (turn.AnswersInPlace, turn.InDialog, turn.Elsewhere));
    }

    public static MatrixTheoryData<string, string> NotOurs =>
        new(
            [Query, Fetch, Submit],
            [
                "null",
                "[]",
                "\"find\"",
                "3",
                """{ "commandId": "drop" }""",
                """{ "commandId": "" }""",
                """{ "commandId": 3 }""",
                """{ "commandId": ["find"] }""",
                """{ "commandId": "Find" }""",
            ]
        );

    [Theory]
    [MemberData(nameof(NotOurs))]
    public void A_command_that_is_not_ours_is_no_turn(string name, string value) => Assert.Null(Read(value, name));

    [
        Theory,
        InlineData("""{ "commandId": "find", "parameters": "Acme" }"""),
        InlineData("""{ "commandId": "find", "parameters": { "name": "text", "value": "Acme" } }"""),
        InlineData("""{ "commandId": "request" }""")
    ]
    public void A_search_of_another_shape_is_no_turn(string value) => Assert.Null(Read(value, Query));

    [Theory]
    [InlineData(
        """{ "commandId": "request", "messagePayload": { "id": "1", "body": { "contentType": "html", "content": "<p>Try <b>Acme</b> &amp; Sons</p>" } } }""",
        "Try Acme & Sons"
    )]
    [InlineData(
        """{ "commandId": "request", "messagePayload": { "subject": "Transcripts", "body": { "contentType": "text", "content": "Try <b>Acme</b>" } } }""",
        "Transcripts\nTry <b>Acme</b>"
    )]
    [InlineData("""{ "commandId": "request", "messagePayload": { "body": { "content": 3 }, "subject": {} } }""", "")]
    [InlineData("""{ "commandId": "request", "messagePayload": "Acme" }""", "")]
    [InlineData("""{ "commandId": "request" }""", "")]
    [InlineData("{}", "")]
    public void A_message_is_pointed_at(string value, string text)
    {
        var turn = Read(value, Fetch)!;
        Assert.Equal(new Request.StartFromMessage(text), turn.Request);
        Assert.Equal((true, true, true), (turn.AnswersInPlace, turn.InDialog, turn.Elsewhere));
    }

    [Fact]
    public void A_message_about_a_change_is_pointed_at() =>
        Assert.Equal(
            new Request.ChangeFromMessage("Acme moved"),
            Read(
                """{ "commandId": "change", "messagePayload": { "body": { "contentType": "html", "content": "<p>Acme moved</p>" } } }""",
                Fetch
            )!.Request
        );

    [Theory]
    [InlineData(
        """{ "commandId": "change", "data": { "verb": "change", "target": "SUP-0003", "_": {}, "triggers": "T2,T7", "change_text": "Moved." } }""",
        "SUP-0003",
        "SUP-0003",
        "T2,T7",
        "Moved."
    )]
    [InlineData(
        """{ "data": { "verb": "change", "target": "SUP-0003,SUP-0004", "supplier": "SUP-0004" } }""",
        "SUP-0004",
        "SUP-0003,SUP-0004",
        "",
        ""
    )]
    [InlineData("""{ "commandId": "change", "data": { "target": "SUP-0003,SUP-0004" } }""", "", "SUP-0003,SUP-0004", "", "")]
    [InlineData("""{ "commandId": "change", "data": { "supplier": { "a": 1 } } }""", "", "", "", "")]
    public void A_change_is_reported(string value, string entry, string offered, string triggers, string words)
    {
        var turn = Read(value, Submit)!;
        Assert.Equal(new Request.ChangeElsewhere(entry, offered, triggers, words), turn.Request);
        Assert.Equal((true, true, true), (turn.AnswersInPlace, turn.InDialog, turn.Elsewhere));
    }

    [Theory]
    [InlineData(
        """{ "commandId": "request", "data": { "verb": "request", "_": {}, "name": "Acme", "purpose": "Notes." }, "messagePayload": { "body": { "content": "x" } } }""",
        "Acme",
        "Notes."
    )]
    [InlineData("""{ "commandId": "request", "data": { "name": 42, "purpose": null } }""", "42", "")]
    [InlineData("""{ "commandId": "request", "data": { "name": { "a": 1 } } }""", "", "")]
    [InlineData("""{ "data": {} }""", "", "")]
    public void A_request_is_started(string value, string name, string purpose)
    {
        var turn = Read(value, Submit)!;
        Assert.Equal(new Request.StartElsewhere(name, purpose), turn.Request);
        Assert.Equal((true, true, true), (turn.AnswersInPlace, turn.InDialog, turn.Elsewhere));
    }

    [
        Theory,
        InlineData("""{ "commandId": "request" }"""),
        InlineData("""{ "commandId": "request", "data": null }"""),
        InlineData("""{ "commandId": "request", "data": [] }"""),
        InlineData("""{ "commandId": "find", "data": { "name": "Acme" } }""")
    ]
    public void A_request_without_data_is_no_turn(string value) => Assert.Null(Read(value, Submit));

    [Theory]
    [InlineData("", "")]
    [InlineData("plain words", "plain words")]
    [InlineData("<div><div>One</div><div>Two<br>Three</div></div>", "One\nTwo\nThree")]
    [InlineData("<p>Hi <at id=\"0\">Sam</at>,&nbsp;&nbsp;look</p>\n\n<p>&nbsp;</p>", "Hi Sam, look")]
    [InlineData("<ul><li>Acme</li><li>Otter</li></ul>", "Acme\nOtter")]
    [InlineData("a <script>alert('x</b>')</script>b<style>p{}</style>c", "a bc")]
    [InlineData("<script>never closed", "")]
    [InlineData(
        "fine <emoji id=\"like\" alt=\"\uD83D\uDC4D\" title=\"Like\"></emoji><img src=\"https://x/y.png\" alt=\"logo\"> <img src=x onerror=alert(1)>",
        "fine \uD83D\uDC4Dlogo"
    )]
    [InlineData("&lt;b&gt;not bold&lt;/b&gt; &amp;amp; &#128077; &bogus; &#xD800;", "<b>not bold</b> &amp; \uD83D\uDC4D &bogus; &#xD800;")]
    [InlineData("1 < 2 > 0 <> <3 and <b", "1 < 2 > 0 <> <3 and <b")]
    [InlineData("<!-- hidden -->seen<?x?>", "seen")]
    [InlineData("<attachment id=\"1\"></attachment>", "")]
    [InlineData("<P>Big</P><B>bold</B><scripture>kept</scripture>", "Big\nboldkept")]
    public void Html_becomes_what_a_person_reads(string html, string text) => Assert.Equal(text, MessageText.Plain(html));

    [Fact]
    public void Any_text_is_html_of_some_kind()
    {
        var chance = new Random(7);
        string[] pieces =
        [
            "<",
            ">",
            "</",
            "<p",
            "<br/>",
            "<script>",
            "</script",
            "&",
            "&#",
            "&lt;",
            "alt=\"",
            "\"",
            "!",
            "--",
            "\uD83D",
            "\uDC4D",
            "\u00A0",
            "\n",
            "x",
            " ",
            "<emoji ",
            "/",
        ];
        for (var round = 0; round < 5_000; round++)
        {
            var text = MessageText.Plain(
                string.Concat(Enumerable.Range(0, chance.Next(30)).Select(_ => pieces[chance.Next(pieces.Length)]))
            );
            Assert.Equal(text, text.Trim(' ', '\n'));
        }
        Assert.InRange(MessageText.Plain(string.Concat(Enumerable.Repeat("<a", 100_000))).Length, 0, 20_000);
        Assert.InRange(MessageText.Plain(string.Concat(Enumerable.Repeat("<script>", 30_000))).Length, 0, 20_000);
    }
}
