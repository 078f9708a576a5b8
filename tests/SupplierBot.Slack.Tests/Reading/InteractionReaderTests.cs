using System.Text;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Hosting;
using SupplierBot.Slack.Identity;
using SupplierBot.Slack.Protocol;
using SupplierBot.Slack.Reading;
using SupplierBot.Slack.Responses;

namespace SupplierBot.Slack.Tests.Reading;

public sealed class InteractionReaderTests
{
    private const string Case = "REQ-2026-0001;review-security;3;;;review;";
    private const string User =
        """ "user":{"id":"U1","name":"rita","team_id":"T1"},"team":{"id":"T1"},"api_app_id":"A1","trigger_id":"1.2.ab" """;
    private static readonly SlackOptions Options = new() { TeamId = "T1", SigningSecrets = ["s"] };

    private static Interaction Payload(string json) =>
        PayloadReading.Interaction(Encoding.UTF8.GetBytes("payload=" + Uri.EscapeDataString(json)))!;

    private static SlackTurn? Read(string json) => InteractionReader.Read(Payload(json), Options, new(2026, 11, 2));

    private static string InMessage(string channel, string value, string state = "{}", string message = "{}", string more = "") =>
        $$"""
            {"type":"block_actions",{{User}},"container":{"type":"message","message_ts":"5.0","channel_id":"{{channel}}"{{more}}},"response_url":"https://hooks.slack.com/x",
            "state":{"values":{{state}}},"message":{{message}},"actions":[{"type":"button","action_id":"a","block_id":"actions","value":"{{value}}","action_ts":"9.1"}]}
            """;

    private static string InModal(string type, string metadata, string values, string blocks = "[]", string actions = "") =>
        $$"""
            {"type":"{{type}}",{{User}},"view":{"id":"V1","team_id":"T1","type":"modal","callback_id":"supplierbot","private_metadata":"{{metadata}}","hash":"h1","state":{"values":{{values}}},"blocks":{{blocks}}}{{actions}}}
            """;

    [Fact]
    public void A_press_on_a_review_in_a_channel_belongs_to_that_message()
    {
        var asked = Read(InMessage("C1", Case, more: ""","thread_ts":"4.0" """))!;
        var press = asked.Turn.Request.Press!;
        Assert.Equal(
            ("review", "", new CardStamp("REQ-2026-0001", "review-security", 3, null, null)),
            (press.Verb, press.Target, press.Stamp)
        );
        Assert.Equal(
            (ConversationScope.Channel, "C1", "4.0", "5.0"),
            (asked.Turn.Conversation.Scope, asked.Turn.Conversation.ConversationId, asked.Turn.Conversation.ThreadId, asked.Turn.ReplyToId)
        );
        Assert.Equal("slack:T1:U1:9.1:5.0", asked.Turn.Id);
        Assert.Equal(new Origin.Message("C1", "5.0", Direct: false), asked.Origin);
        Assert.True(asked.Turn.AnswersInPlace);
        Assert.Equal(new Actor(new(new("slack:T1:U1"), "rita"), true), asked.Turn.Actor);
    }

    [Fact]
    public void A_choice_behind_the_dots_is_the_button_it_stands_for()
    {
        var (stamp, choice) = ("REQ-2026-0001;review-security;3;;", "withdraw;now");
        var menu = InMessage("D1", "")
            .Replace(
                """{"type":"button","action_id":"a","block_id":"actions","value":"",""",
                $$$"""{"type":"overflow","action_id":"{{{stamp}}}","block_id":"actions","selected_option":{"value":"{{{choice}}}"},""",
                StringComparison.Ordinal
            );
        var press = Read(menu)!.Turn.Request.Press!;
        Assert.Equal(
            ("withdraw", "now", new CardStamp("REQ-2026-0001", "review-security", 3, null, null)),
            (press.Verb, press.Target, press.Stamp)
        );
        Assert.Null(Read(menu.Replace(stamp, "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_press_on_a_list_in_a_channel_is_between_the_person_and_the_bot()
    {
        var turn = Read(
            InMessage("C1", ";;;;;open;", """{"pick":{"pick":{"type":"radio_buttons","selected_option":{"value":"REQ-2026-0001"}}}}""")
        )!.Turn;
        Assert.Equal(
            (ConversationScope.Personal, "U1", (string?)null),
            (turn.Conversation.Scope, turn.Conversation.ConversationId, turn.ReplyToId)
        );
        Assert.Equal("REQ-2026-0001", turn.Request.Press!.Value("pick"));
    }

    [Fact]
    public void Every_kind_of_field_comes_as_its_text()
    {
        const string values = """
            {"name":{"name":{"type":"plain_text_input","value":"Acme"}},"purpose":{"purpose":{"type":"plain_text_input","value":null}},
            "start":{"start":{"type":"datepicker","selected_date":"2026-12-01"}},"deal":{"deal":{"type":"radio_buttons","selected_option":{"value":"online_terms"}}},
            "data":{"data":{"type":"checkboxes","selected_options":[{"value":"personal"},{"value":"internal"}]}},"role":{"role":{"type":"multi_static_select","selected_options":[]}},
            "owner":{"owner":{"type":"users_select","selected_user":"U7"}},"stop":{"stop":{"type":"static_select","selected_option":null}}}
            """;
        var press = Read(InModal("view_submission", ";;4;dr1;basics;answer;", values))!.Turn.Request.Press!;
        Assert.Equal(new CardStamp(null, null, 4, "dr1", "basics"), press.Stamp);
        Assert.Equal(
            [
                ("data", "personal,internal"),
                ("deal", "online_terms"),
                ("name", "Acme"),
                ("owner", "U7"),
                ("purpose", ""),
                ("role", ""),
                ("start", "2026-12-01"),
                ("stop", ""),
            ],
            press.Values.Select(pair => (pair.Key, pair.Value)).Order()
        );
        var picked = Assert.Single(press.People);
        Assert.Equal(("U7", "U7", "U7"), (picked.Name, picked.UserId, SlackIds.UserOf(picked.Person!.Value)));
    }

    [Fact]
    public void What_nobody_touched_has_the_value_it_was_shown_with()
    {
        const string blocks = """
            [{"type":"input","block_id":"name","element":{"type":"plain_text_input","initial_value":"Acme"}},
             {"type":"input","block_id":"purpose","element":{"type":"plain_text_input","initial_value":"was this"}},
             {"type":"input","block_id":"data","element":{"type":"checkboxes","initial_options":[{"value":"a"},{"value":"b"}]}},
             {"type":"section","block_id":"pick","accessory":{"type":"static_select","initial_option":{"value":"p"}}},{"type":"header"},7]
            """;
        var press = Read(
            InModal("view_submission", ";;4;dr1;basics;answer;", """{"purpose":{"purpose":{"value":null}}}""", blocks)
        )!.Turn.Request.Press!;
        Assert.Equal(
            [("data", "a,b"), ("name", "Acme"), ("pick", "p"), ("purpose", "")],
            press.Values.Select(pair => (pair.Key, pair.Value)).Order()
        );
    }

    [Fact]
    public void Two_submissions_of_one_window_are_two_turns_and_one_that_comes_again_is_one()
    {
        var first = InModal("view_submission", ";;4;dr1;basics;answer;", "{}");
        Assert.Equal(Read(first)!.Turn.Id, Read(first)!.Turn.Id);
        Assert.NotEqual(Read(first)!.Turn.Id, Read(first.Replace("1.2.ab", "1.3.cd", StringComparison.Ordinal))!.Turn.Id);
    }

    [Fact]
    public void A_window_waits_for_its_answer_and_knows_its_fields()
    {
        var modal = Assert.IsType<Origin.Modal>(
            Read(
                InModal(
                    "view_submission",
                    ";;4;dr1;basics;answer;",
                    "{}",
                    """[{"type":"input","block_id":"name"},{"type":"section","block_id":"x"}]"""
                )
            )!.Origin
        );
        Assert.Equal(("V1", "h1", true, "name"), (modal.Id, modal.Hash, modal.Submitted, Assert.Single(modal.Fields)));
    }

    [Fact]
    public void A_button_that_says_something_in_the_own_chat_is_answered_below_it()
    {
        var asked = Read(InMessage("D1", ";;;;;say;mine"))!;
        Assert.Equal(RequestReader.Typed("mine", isExplicit: true), asked.Turn.Request);
        Assert.False(asked.Turn.AnswersInPlace);
    }

    [Theory]
    [InlineData("new"), InlineData("new Acme; and more")]
    public void A_button_that_begins_a_request_opens_its_window(string says)
    {
        var asked = Read(InMessage("D1", $";;;;;say;{says}"))!;
        Assert.Equal(RequestReader.Typed(says, isExplicit: true), asked.Turn.Request);
        Assert.IsType<Origin.Nothing>(asked.Origin);
        Assert.True(asked.Turn is { AnswersInPlace: true, InModal: true, ReplyToId: null });
    }

    [Fact]
    public void A_message_only_they_see_is_changed_by_its_own_address() =>
        Assert.Equal(
            new Origin.Ephemeral("https://hooks.slack.com/x"),
            Read(InMessage("C1", ";;;;;open;", more: ""","is_ephemeral":true"""))!.Origin
        );

    [Fact]
    public void A_list_of_the_home_has_its_own_pick()
    {
        var asked = Read(
            InModal(
                    "block_actions",
                    "",
                    """{"pending/pick":{"pick":{"selected_option":{"value":"REQ-2026-0001"}}},"mine/pick":{"pick":{"selected_option":{"value":"REQ-2026-0002"}}}}""",
                    actions: ""","actions":[{"type":"button","action_id":"a","block_id":"mine/actions","value":";;;;;open;","action_ts":"9.1"}] """
                )
                .Replace("\"modal\"", "\"home\"", StringComparison.Ordinal)
        )!;
        Assert.IsType<Origin.AppHome>(asked.Origin);
        Assert.Equal([new("pick", "REQ-2026-0002")], asked.Turn.Request.Press!.Values);
    }

    [Fact]
    public void The_search_of_the_home_is_typed() =>
        Assert.Equal(
            RequestReader.Typed("find Otter", isExplicit: true),
            Read(
                InModal(
                        "block_actions",
                        "",
                        "{}",
                        actions: ""","actions":[{"type":"plain_text_input","action_id":"find","block_id":"find","value":"Otter","action_ts":"9.1"}] """
                    )
                    .Replace("\"modal\"", "\"home\"", StringComparison.Ordinal)
            )!.Turn.Request
        );

    [Fact]
    public void The_shortcut_begins_a_request() =>
        Assert.Equal(
            RequestReader.Typed("new", isExplicit: true),
            Read($$"""{"type":"shortcut",{{User}},"callback_id":"supplier_new"}""")!.Turn.Request
        );

    [Fact]
    public void The_shortcut_of_a_message_takes_its_words() =>
        Assert.Equal(
            new Request.StartFromMessage("Let's use <Acme> & co: https://acme.example"),
            Read(
                $$"""{"type":"message_action",{{User}},"callback_id":"supplier_request","channel":{"id":"C1"},"message":{"text":"Let's use &lt;Acme&gt; &amp; co: <https://acme.example>"} }"""
            )!.Turn.Request
        );

    [Fact]
    public void A_request_from_a_message_is_sent_from_its_window()
    {
        var turn = Read(
            InModal("view_submission", ";;;;;request;", """{"name":{"name":{"value":"Acme"}},"purpose":{"purpose":{"value":"notes"}}}""")
        )!.Turn;
        Assert.Equal(new Request.StartElsewhere("Acme", "notes"), turn.Request);
        Assert.False(turn.Elsewhere);
    }

    [Fact]
    public void The_shortcut_for_a_change_takes_the_words_of_the_message() =>
        Assert.Equal(
            new Request.ChangeFromMessage("Acme & co moved"),
            Read(
                $$"""{"type":"message_action",{{User}},"callback_id":"supplier_change","channel":{"id":"C1"},"message":{"text":"Acme &amp; co moved"} }"""
            )!.Turn.Request
        );

    [Theory]
    [InlineData("SUP-0003", "", "SUP-0003")]
    [InlineData("SUP-0003,SUP-0004", """,  "supplier":{"supplier":{"selected_option":{"value":"SUP-0004"}}}""", "SUP-0004")]
    [InlineData("SUP-0003,SUP-0004", "", "")]
    public void A_change_is_sent_from_its_window(string target, string chosen, string entry)
    {
        var turn = Read(
            InModal("view_submission", $";;;;;change;{target}", $$$"""{"change_text":{"change_text":{"value":"Moved."}}{{{chosen}}}}""")
        )!.Turn;
        Assert.Equal(new Request.ChangeElsewhere(entry, target, "", "Moved."), turn.Request);
        Assert.False(turn.Elsewhere);
    }

    [Theory]
    [InlineData("", "T2"), InlineData("T2", "T1")]
    public void Somebody_of_another_workspace_is_no_member(string team, string home)
    {
        var json = InMessage("C1", Case).Replace("\"team_id\":\"T1\"", $"\"team_id\":\"{home}\"", StringComparison.Ordinal);
        if (team.Length > 0)
            json = json.Replace("\"team\":{\"id\":\"T1\"}", $"\"team\":{{\"id\":\"{team}\"}}", StringComparison.Ordinal);
        var actor = Read(json)!.Turn.Actor;
        Assert.False(actor.Member);
        Assert.NotEqual("slack:T1:U1", actor.Id.Value);
    }

    [Theory]
    [InlineData("REQ-2026-0001"), InlineData(""), InlineData(";;;;;;"), InlineData(";;;;;"), InlineData("{}")]
    public void A_button_that_carries_nothing_we_know_is_ignored(string value) => Assert.Null(Read(InMessage("C1", value)));

    [Fact]
    public void A_forged_number_is_no_version() =>
        Assert.Equal(0, Read(InMessage("C1", "REQ-2026-0001;review-security;-3;;;approve;"))!.Turn.Request.Press!.Stamp.Version);

    [Theory]
    [InlineData("view_closed"), InlineData("workflow_step_edit"), InlineData("block_suggestion")]
    public void Kinds_we_need_nothing_from_are_ignored(string type) => Assert.Null(Read(InModal(type, ";;4;dr1;basics;answer;", "{}")));

    [Theory]
    [
        InlineData(""),
        InlineData("payload="),
        InlineData("payload=%7B"),
        InlineData("payload=%7B%7D"),
        InlineData("payload=[]"),
        InlineData("payload=7"),
        InlineData("other=%7B%22type%22%3A%22shortcut%22%7D")
    ]
    [
        InlineData("payload=%7B%22type%22%3A%22shortcut%22%7D&payload=%7B%22type%22%3A%22shortcut%22%7D"),
        InlineData("payload=%7B%22type%22%3A%22shortcut%22%2C%22user%22%3A7%7D")
    ]
    public void A_body_that_is_no_interaction_is_malformed(string body) =>
        Assert.Null(PayloadReading.Interaction(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void What_was_filled_in_below_a_confirmation_comes_with_it_and_never_in_place_of_what_it_shows()
    {
        const string metadata = """REQ-2026-0001;review-security;3;;;approve;\n{\"comment\":\"below\",\"terms\":\"agreed\"}""";
        const string values = """{"comment":{"comment":{"type":"plain_text_input","value":"on top"}}}""";
        var press = Read(InModal("view_submission", metadata, values))!.Turn.Request.Press!;
        Assert.Equal(("approve", "on top", "agreed"), (press.Verb, press.Value("comment"), press.Value("terms")));
    }

    [Fact]
    public void No_more_fields_are_read_than_a_form_has()
    {
        var fields = Enumerable
            .Range(1, 150)
            .Select(field =>
                $$$"""
                    "f{{{field}}}":{"f{{{field}}}":{"type":"plain_text_input","value":"x"}}
                    """
            );
        var values = $"{{{string.Join(',', fields.Select(field => field.Trim()))}}}";
        Assert.Equal(100, Read(InModal("view_submission", ";;4;dr1;basics;answer;", values))!.Turn.Request.Press!.Values.Count);
    }
}
