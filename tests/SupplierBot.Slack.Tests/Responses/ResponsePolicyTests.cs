using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Reading;
using SupplierBot.Slack.Responses;

namespace SupplierBot.Slack.Tests.Responses;

/// <summary>The switch from an answer to what is shown: by where the person is and by what is to be seen.</summary>
public sealed class ResponsePolicyTests
{
    private static readonly Origin Channel = new Origin.Message("C1", "1.1", Direct: false),
        Direct = new Origin.Message("D1", "1.1", Direct: true),
        Ephemeral = new Origin.Ephemeral("https://hooks.slack.com/x"),
        Sent = new Origin.Modal("V1", "h", Submitted: true, ["name", "comment"]),
        Pressed = new Origin.Modal("V1", "h", Submitted: false, ["name"]),
        Home = new Origin.AppHome(),
        Nothing = new Origin.Nothing(),
        Command = new Origin.Command(null);

    private static readonly Origin[] All = [Channel, Direct, Ephemeral, Sent, Pressed, Home, Nothing, Command];
    private static readonly CardStamp OnCase = CardStamp.OfCase("REQ-2026-0001", "review-security", 1),
        OnDraft = CardStamp.OfDraft("dr1", "basics", 4);

    private static View.Notice Notice() => new("", [new LabelledText("Words")]) { Plain = "Words" };

    private static View.Page Page(string error = "", CardStamp? stamp = null) =>
        new("Basics", "", "", [Field("name", error)], "") { Plain = "Basics", Stamp = stamp ?? OnDraft };

    private static View.Form Form(string problem = "", CardStamp? stamp = null) =>
        new("Reject", [], problem, [Field("comment", "")], "")
        {
            Plain = "Reject",
            Stamp = stamp ?? OnCase,
            Buttons = [new("Reject", "reject", "sent")],
        };

    private static View.Decided Decided(string problem) =>
        new("Acme", "", problem, [], [], [], [], "")
        {
            Plain = "Acme",
            Stamp = OnCase,
            Status = new(NoticeKind.Success, "", "Ready to use."),
        };

    private static View.Deciding Deciding(string problem, params Button[] buttons) =>
        new("Acme", "", problem, "", "", "", "", [], [], [], [], [], [], "", "")
        {
            Plain = "Acme",
            Stamp = OnCase,
            Buttons = buttons,
        };

    private static View.Entries Entries() => new("Mine", "", [], null, "") { Plain = "Mine" };

    private static Field Field(string id, string error) => new(id, FieldKind.LongText, "Label", "", "", true, "", error, "", 100, []);

    /// <summary>A view of each kind, by a name a row can have.</summary>
    private static readonly Dictionary<string, View> Views = new()
    {
        ["notice"] = Notice(),
        ["page"] = Page(),
        ["form"] = Form(),
        ["decided"] = Decided(""),
        ["decided, refused"] = Decided("x"),
        ["deciding"] = Deciding(""),
        ["deciding, refused"] = Deciding("x"),
        ["list"] = Entries(),
    };

    private static SlackResponse Of(Origin origin, View view, Request? input = null, bool changed = false) =>
        ResponsePolicy.Of(
            Asked(origin, input ?? RequestReader.Pressed("review", "", OnCase, new Dictionary<string, string>(), false)),
            new TurnAnswer.Card(view) { ChangedCase = changed }
        );

    private static SlackTurn Asked(Origin origin, Request input) =>
        new(
            new("t", RequestSenders.Own("U1", "T1", "A1"), new(new(new("slack:T1:U1"), "Rita"), true), input, null, true),
            origin,
            "trigger"
        );

    private static Request Press(string verb, CardStamp stamp, string target = "") =>
        RequestReader.Pressed(verb, target, stamp, new Dictionary<string, string>(), false);

    [Fact]
    public void Who_may_decide_gets_a_window_and_the_channel_stays_as_it_is() =>
        Assert.IsType<SlackResponse.Opened>(Of(Channel, Deciding("", new Button("Approve", "approve"))));

    [Fact]
    public void Who_may_not_reads_why_alone()
    {
        Assert.IsType<SlackResponse.Ephemeral>(Of(Channel, Notice()));
        Assert.IsType<SlackResponse.Ephemeral>(Of(Channel, Deciding("Your own request.")));
        Assert.IsType<SlackResponse.Ephemeral>(Of(Channel, Decided("Sam decided.")));
    }

    [Theory]
    [InlineData("direct message"), InlineData("channel"), InlineData("ephemeral message")]
    public void A_list_stays_when_nothing_came_of_its_button(string where)
    {
        var origin = where switch
        {
            "direct message" => Direct,
            "channel" => Channel,
            _ => Ephemeral,
        };
        Assert.IsType<SlackResponse.Ephemeral>(Of(origin, Notice(), Press("open", CardStamp.None, "REQ-2026-0009")));
    }

    [Fact]
    public void Who_said_yes_already_can_still_say_no() =>
        Assert.IsType<SlackResponse.Opened>(Of(Channel, Deciding("You said yes.", new Button("Reject", "reject"))));

    [Theory]
    [
        InlineData("notice"),
        InlineData("page"),
        InlineData("form"),
        InlineData("decided"),
        InlineData("decided, refused"),
        InlineData("deciding"),
        InlineData("deciding, refused"),
        InlineData("list")
    ]
    public void Nothing_of_one_person_is_ever_put_in_place_of_the_channels_message(string view)
    {
        Assert.IsNotType<SlackResponse.Updated>(Of(Channel, Views[view]));
        Assert.IsNotType<SlackResponse.Updated>(Of(Channel, Views[view], changed: true));
    }

    [Fact]
    public void In_the_own_chat_a_page_takes_the_place_of_the_one_before()
    {
        Assert.IsType<SlackResponse.Updated>(Of(Direct, Page(), Press("answer", OnDraft)));
        Assert.IsType<SlackResponse.Updated>(Of(Direct, Entries(), Press("next_page", CardStamp.None, "10 mine")));
    }

    [Fact]
    public void A_form_over_a_case_and_a_case_from_a_list_have_a_window_of_their_own()
    {
        Assert.IsType<SlackResponse.Opened>(Of(Direct, Form()));
        Assert.IsType<SlackResponse.Opened>(Of(Direct, Decided(""), Press("open", CardStamp.None)));
    }

    [Fact]
    public void A_form_in_a_window_comes_on_top_of_it()
    {
        Assert.IsType<SlackResponse.Pushed>(Of(Pressed, Form()));
        Assert.IsType<SlackResponse.Rewritten>(Of(Pressed, Page(), Press("back", OnDraft)));
    }

    [Fact]
    public void What_there_is_to_open_comes_on_top_and_a_form_that_changes_itself_stays()
    {
        var details = new View.Background("Details", []) { Plain = "Details", Stamp = OnCase };
        Assert.IsType<SlackResponse.Pushed>(Of(Pressed, details, Press("details", OnCase)));
        Assert.IsType<SlackResponse.Opened>(Of(Channel, details, Press("details", OnCase)));
        Assert.IsType<SlackResponse.Rewritten>(Of(Pressed, Form(), Press("approve_conditions", OnCase with { Page = "f1" }, "add")));
    }

    /// <summary>The modal's own button is the yes: nothing is asked once more.</summary>
    [Fact]
    public void A_yes_closes_its_window_or_says_what_is_missing_at_its_field()
    {
        var asked = new Origin.Modal("V1", "h", Submitted: true, ["terms"]);
        Assert.IsType<SlackResponse.Closed>(Of(asked, Decided(""), Press("approve", OnCase), changed: true));
        var terms = Field("terms", "Choose which terms are agreed, then try again.");
        var wrong = Assert.IsType<SlackResponse.Wrong>(
            Of(asked, Deciding("x", new Button("Approve", "approve")) with { Fields = [terms] }, Press("approve", OnCase))
        );
        Assert.Equal(terms.Error, wrong.Words["terms"]);
        Assert.IsType<SlackResponse.Rewritten>(Of(asked, Deciding("x", new Button("Approve", "approve")), Press("approve", OnCase)));
    }

    [Fact]
    public void A_decision_and_a_request_that_is_sent_close_their_windows()
    {
        Assert.IsType<SlackResponse.Closed>(
            Of(new Origin.Modal("V2", "h", Submitted: true, []) { Below = "V1" }, Decided(""), Press("approve", OnCase), changed: true)
        );
        Assert.IsType<SlackResponse.Closed>(Of(Sent, Decided(""), Press("submit", OnDraft), changed: true));
    }

    [Fact]
    public void A_form_that_was_opened_alone_says_that_it_is_done() =>
        Assert.IsType<SlackResponse.Rewritten>(Of(Sent, Decided("Noted."), Press("incident", OnCase), changed: true));

    /// <summary>On the decision, with its form on it: three modals, and the form goes back to the list or on to the next point.</summary>
    [Fact]
    public void The_list_of_contract_points_has_a_modal_and_its_form_another()
    {
        var list = Entries() with { Stamp = OnCase };
        Assert.IsType<SlackResponse.Opened>(Of(Direct, list, Press("clauses", OnCase)));
        Assert.IsType<SlackResponse.Opened>(Of(Channel, list, Press("clauses", OnCase)));
        Assert.IsType<SlackResponse.Pushed>(Of(Pressed, list, Press("clauses", OnCase)));
        Assert.IsType<SlackResponse.Rewritten>(Of(Pressed, list, Press("clauses", OnCase, "10")));
        Assert.IsType<SlackResponse.Rewritten>(Of(Pressed, list, Press("clauses", OnCase with { Page = "form" })));
        Assert.IsType<SlackResponse.Pushed>(Of(Pressed, Form(), Press("clause", OnCase, "CONF")));
        var onTop = new Origin.Modal("V2", "h", Submitted: true, ["clause_state"]) { Below = "V1" };
        var saved = Press("clause", OnCase with { Page = "form" }, "CONF:0123456789ab:next");
        Assert.Equal("V1", Assert.IsType<SlackResponse.Uncovered>(Of(onTop, list, saved, changed: true)).Modal);
        Assert.IsType<SlackResponse.Rewritten>(Of(onTop, Form(), saved, changed: true));
    }

    /// <summary>Three modals are the most there can be.</summary>
    [Fact]
    public void A_decision_that_is_not_done_goes_on_in_the_modal_below()
    {
        var onTop = new Origin.Modal("V2", "h", Submitted: true, ["terms"]) { Below = "V1" };
        var deciding = Deciding("Please say where the contract points stand.", new Button("Approve", "approve"));
        Assert.Equal("V1", Assert.IsType<SlackResponse.Uncovered>(Of(onTop, deciding, Press("approve", OnCase))).Modal);
        Assert.Equal("V1", Assert.IsType<SlackResponse.Uncovered>(Of(onTop, deciding, Press("settle", OnCase), changed: true)).Modal);
        Assert.IsType<SlackResponse.Rewritten>(Of(Sent, deciding, Press("settle", OnCase), changed: true));
        Assert.IsType<SlackResponse.Closed>(Of(onTop, deciding, Press("approve", OnCase), changed: true));
        Assert.IsType<SlackResponse.Rewritten>(Of(onTop, Decided("Sam was faster."), Press("approve", OnCase)));
    }

    /// <summary>A form that was opened from the list of documents, or of contract points, leaves it as it is now.</summary>
    [Fact]
    public void A_form_on_top_of_a_list_of_a_case_uncovers_it()
    {
        var onTop = new Origin.Modal("V2", "h", Submitted: true, ["evidence_link"]) { Below = "V1" };
        var list = new View.Entries("Documents", "", [], null, "")
        {
            Plain = "Documents",
            Stamp = CardStamp.OfCase("REQ-2026-0012", "receipt", 1),
        };
        Assert.Equal("V1", Assert.IsType<SlackResponse.Uncovered>(Of(onTop, list, Press("evidence_add", OnCase), changed: true)).Modal);
        var elsewhere = list with { Stamp = CardStamp.None };
        Assert.IsNotType<SlackResponse.Uncovered>(Of(onTop, elsewhere, Press("evidence_add", OnCase), changed: true));
    }

    [Fact]
    public void A_refused_decision_does_not() =>
        Assert.IsType<SlackResponse.Rewritten>(Of(Sent, Decided("Sam was faster."), Press("approve", OnCase)));

    [Fact]
    public void What_is_wrong_with_a_page_is_said_beside_its_fields_under_its_newest_revision()
    {
        var wrong = Assert.IsType<SlackResponse.Wrong>(
            Of(Sent, Page("Too long.", CardStamp.OfDraft("dr1", "basics", 5)), Press("answer", OnDraft))
        );
        Assert.Equal(("name", "Too long.", 5), (Assert.Single(wrong.Words).Key, wrong.Words["name"], wrong.Version));
    }

    /// <summary>A refusal beside what was typed, or on top of it: never in its place.</summary>
    [Fact]
    public void Who_may_not_keeps_what_they_typed()
    {
        SlackResponse Refused(Origin origin) => ResponsePolicy.Of(Stranger(origin), new TurnAnswer.Card(Notice()));
        Assert.Equal("Words", Assert.IsType<SlackResponse.Wrong>(Refused(Sent)).Words["name"]);
        Assert.IsType<SlackResponse.Alerted>(Refused(Pressed));
        Assert.IsType<SlackResponse.Rewritten>(Refused(new Origin.Modal("V1", "h", Submitted: true, [])));
        Assert.IsType<SlackResponse.Ephemeral>(Refused(Channel));
    }

    [Fact]
    public void Nor_does_a_fault_take_it()
    {
        Assert.Equal(
            "Again.",
            Assert.IsType<SlackResponse.Wrong>(ResponsePolicy.Of(Stranger(Sent), new TurnAnswer.Failed("Again."))).Words["name"]
        );
        Assert.IsType<SlackResponse.Alerted>(ResponsePolicy.Of(Stranger(Pressed), new TurnAnswer.Failed("Again.")));
    }

    private static SlackTurn Stranger(Origin origin)
    {
        var asked = Asked(origin, Press("answer", OnDraft));
        return asked with { Turn = asked.Turn with { Actor = asked.Turn.Actor with { Member = false } } };
    }

    [Fact]
    public void What_is_wrong_with_another_page_is_shown_on_that_page() =>
        Assert.IsType<SlackResponse.Rewritten>(Of(Sent, Page("Too long.", CardStamp.OfDraft("dr1", "other", 5)), Press("answer", OnDraft)));

    [Fact]
    public void What_is_wrong_with_a_field_that_is_not_shown_is_shown_with_it() =>
        Assert.IsType<SlackResponse.Rewritten>(
            Of(
                Sent with
                { },
                new View.Page("Basics", "", "", [Field("website", "No address.")], "") { Plain = "x", Stamp = OnDraft },
                Press("answer", OnDraft)
            )
        );

    [Fact]
    public void A_form_says_what_it_needs_beside_the_one_field_it_needs() =>
        Assert.Equal(
            "Write a reason.",
            Assert.IsType<SlackResponse.Wrong>(Of(Sent, Form("Write a reason."), Press("reject", OnCase, "sent"))).Words["comment"]
        );

    [Fact]
    public void An_outdated_form_is_shown_again() =>
        Assert.IsType<SlackResponse.Rewritten>(
            Of(Sent, Form("It changed.", CardStamp.OfCase("REQ-2026-0001", "review-security", 2)), Press("reject", OnCase, "sent"))
        );

    [Fact]
    public void A_command_is_answered_in_words_and_opens_what_has_fields()
    {
        Assert.IsType<SlackResponse.Ephemeral>(Of(Command, Entries(), RequestReader.Typed("mine")));
        Assert.IsType<SlackResponse.Opened>(Of(Command, Page(), RequestReader.Typed("cancel")));
        Assert.IsType<SlackResponse.Replaced>(Of(Ephemeral, Entries(), RequestReader.Typed("mine")));
        Assert.IsType<SlackResponse.Opened>(Of(Ephemeral, Page(), RequestReader.Typed("new")));
    }

    [Theory]
    [InlineData("notice"), InlineData("page"), InlineData("form"), InlineData("decided"), InlineData("deciding"), InlineData("list")]
    public void A_shortcut_and_the_home_open_windows(string view)
    {
        Assert.IsType<SlackResponse.Opened>(Of(Nothing, Views[view]));
        Assert.IsType<SlackResponse.Opened>(Of(Home, Views[view]));
    }

    [Fact]
    public void A_fault_is_reported_wherever_the_person_is()
    {
        foreach (var origin in All)
            Assert.IsNotType<SlackResponse.Nothing>(
                ResponsePolicy.Of(Asked(origin, RequestReader.Typed("x")), new TurnAnswer.Failed("Try again."))
            );
    }

    [Fact]
    public void A_fault_costs_nothing_that_was_typed() =>
        Assert.Equal(
            "Try again.",
            Assert
                .IsType<SlackResponse.Wrong>(ResponsePolicy.Of(Asked(Sent, Press("answer", OnDraft)), new TurnAnswer.Failed("Try again.")))
                .Words["name"]
        );

    [Fact]
    public void Where_there_is_nothing_to_say_the_window_closes()
    {
        Assert.IsType<SlackResponse.Closed>(ResponsePolicy.Of(Asked(Sent, Press("answer", OnDraft)), new TurnAnswer.Nothing()));
        Assert.IsType<SlackResponse.Nothing>(ResponsePolicy.Of(Asked(Direct, RequestReader.Typed("mine")), new TurnAnswer.Nothing()));
    }

    /// <summary>Nobody else may see it yet, and no message shows it: the person who pressed does, where they are.</summary>
    [Fact]
    public void What_can_be_undone_is_shown_to_who_pressed()
    {
        var undo = Decided("Done.") with { Buttons = [new("Undo (30 s)", Verbs.Undo, "2")] };
        Assert.Same(undo, Assert.IsType<SlackResponse.Rewritten>(Of(Sent, undo)).View);
        Assert.Same(undo, Assert.IsType<SlackResponse.Ephemeral>(Of(Channel, undo)).View);
        Assert.Same(undo, Assert.IsType<SlackResponse.Updated>(Of(Direct, undo)).View);
    }
}
