using SupplierBot.Chat;
using SupplierBot.Onboarding;

namespace SupplierBot.Slack.Tests;

/// <summary>The switch from an answer to what is shown: by where the person is and by what is to be seen.</summary>
public sealed class WhereAnswersAreShown
{
    private static readonly Surface channel = new Surface.Message("C1", "1.1", Direct: false), direct = new Surface.Message("D1", "1.1", Direct: true), whisper = new Surface.Whisper("https://hooks.slack.com/x"),
        sent = new Surface.Window("V1", "h", Submitted: true, ["name", "comment"]), pressed = new Surface.Window("V1", "h", Submitted: false, ["name"]), home = new Surface.Home(), nothing = new Surface.Nothing(), command = new Surface.Command(null);

    private static readonly Surface[] all = [channel, direct, whisper, sent, pressed, home, nothing, command];
    private static readonly Stamp onCase = Stamp.OfCase("REQ-2026-0001", "review-security", 1), onDraft = Stamp.OfDraft("dr1", "basics", 4);

    private static View.Notice Notice() => new("", [new Line("Words")]) { Plain = "Words" };
    private static View.Page Page(string error = "", Stamp? stamp = null) => new("Basics", "", "", [Field("name", error)], "") { Plain = "Basics", Stamp = stamp ?? onDraft };
    private static View.Form Form(string problem = "", Stamp? stamp = null) => new("Reject", [], problem, [Field("comment", "")], "") { Plain = "Reject", Stamp = stamp ?? onCase, Buttons = [new("Reject", "reject", "sent")] };
    private static View.Decided Decided(string problem) => new("Acme", "", problem, [], [], [], [], "") { Plain = "Acme", Stamp = onCase };
    private static View.Deciding Deciding(string problem, params Button[] buttons) => new("Acme", "", problem, "", "", "", "", [], [], "", [], [], [], [], "", "") { Plain = "Acme", Stamp = onCase, Buttons = buttons };
    private static View.Entries Entries() => new("Mine", "", [], null, "") { Plain = "Mine" };
    private static Field Field(string id, string error) => new(id, FieldKind.LongText, "Label", "", "", true, "", error, "", 100, []);

    private static Shown Of(Surface surface, View view, Input? input = null, bool changed = false) => Showing.Of(
        Asked(surface, input ?? new Input.Pressed("review", "", onCase, new Dictionary<string, string>(), false)),
        new TurnAnswer.Card(Plain.Card("x")) { View = view, ChangedCase = changed });

    private static Asked Asked(Surface surface, Input input) => new(new("t", Senders.Own("U1", "T1", "A1"), new(new(new("slack:T1:U1"), "Rita"), true), input, null, true), surface, "trigger");

    private static Input.Pressed Press(string verb, Stamp stamp, string target = "") => new(verb, target, stamp, new Dictionary<string, string>(), false);

    [Fact]
    public void Who_may_decide_gets_a_window_and_the_channel_stays_as_it_is() => Assert.IsType<Shown.Opened>(Of(channel, Deciding("", new Button("Approve", "approve"))));

    [Fact]
    public void Who_may_not_reads_why_alone()
    {
        Assert.IsType<Shown.Whispered>(Of(channel, Notice()));
        Assert.IsType<Shown.Whispered>(Of(channel, Deciding("Your own request.")));
        Assert.IsType<Shown.Whispered>(Of(channel, Decided("Sam decided.")));
    }

    [Fact]
    public void Who_said_yes_already_can_still_say_no() => Assert.IsType<Shown.Opened>(Of(channel, Deciding("You said yes.", new Button("Reject", "reject"))));

    [Fact]
    public void Nothing_of_one_person_is_ever_put_in_place_of_the_channels_message()
    {
        foreach (var view in new View[] { Notice(), Page(), Form(), Decided(""), Decided("x"), Deciding(""), Deciding("x"), Entries() })
        {
            Assert.IsNotType<Shown.Updated>(Of(channel, view));
            Assert.IsNotType<Shown.Updated>(Of(channel, view, changed: true));
        }
    }

    [Fact]
    public void In_the_own_chat_a_page_takes_the_place_of_the_one_before()
    {
        Assert.IsType<Shown.Updated>(Of(direct, Page(), Press("answer", onDraft)));
        Assert.IsType<Shown.Updated>(Of(direct, Entries(), Press("next_page", Stamp.None, "10 mine")));
    }

    [Fact]
    public void A_form_over_a_case_and_a_case_from_a_list_have_a_window_of_their_own()
    {
        Assert.IsType<Shown.Opened>(Of(direct, Form()));
        Assert.IsType<Shown.Opened>(Of(direct, Decided(""), Press("open", Stamp.None)));
    }

    [Fact]
    public void A_form_in_a_window_comes_on_top_of_it()
    {
        Assert.IsType<Shown.Pushed>(Of(pressed, Form()));
        Assert.IsType<Shown.Rewritten>(Of(pressed, Page(), Press("back", onDraft)));
    }

    [Fact]
    public void A_decision_and_a_request_that_is_sent_close_their_windows()
    {
        Assert.IsType<Shown.Closed>(Of(new Surface.Window("V2", "h", Submitted: true, []) { Below = "V1" }, Decided(""), Press("approve", onCase), changed: true));
        Assert.IsType<Shown.Closed>(Of(sent, Decided(""), Press("submit", onDraft), changed: true));
    }

    [Fact]
    public void A_form_that_was_opened_alone_says_that_it_is_done() => Assert.IsType<Shown.Rewritten>(Of(sent, Decided("Noted."), Press("incident", onCase), changed: true));

    /// <summary>Three windows are the most there can be.</summary>
    [Fact]
    public void Whoever_is_not_done_deciding_goes_on_in_the_window_below()
    {
        var onTop = new Surface.Window("V2", "h", Submitted: true, ["terms"]) { Below = "V1" };
        var deciding = Deciding("Please say where the contract points stand.", new Button("Approve", "approve"));
        Assert.Equal("V1", Assert.IsType<Shown.Uncovered>(Of(onTop, deciding, Press("approve", onCase))).Window);
        Assert.Equal("V1", Assert.IsType<Shown.Uncovered>(Of(onTop, deciding, Press("settle", onCase), changed: true)).Window);
        Assert.IsType<Shown.Rewritten>(Of(sent, deciding, Press("settle", onCase), changed: true));
        Assert.IsType<Shown.Closed>(Of(onTop, deciding, Press("approve", onCase), changed: true));
        Assert.IsType<Shown.Rewritten>(Of(onTop, Decided("Sam was faster."), Press("approve", onCase)));
    }

    [Fact]
    public void A_refused_decision_does_not() => Assert.IsType<Shown.Rewritten>(Of(sent, Decided("Sam was faster."), Press("approve", onCase)));

    [Fact]
    public void What_is_wrong_with_a_page_is_said_beside_its_fields_under_its_newest_revision()
    {
        var wrong = Assert.IsType<Shown.Wrong>(Of(sent, Page("Too long.", Stamp.OfDraft("dr1", "basics", 5)), Press("answer", onDraft)));
        Assert.Equal(("name", "Too long.", 5), (Assert.Single(wrong.Words).Key, wrong.Words["name"], wrong.Version));
    }

    /// <summary>A refusal beside what was typed, or on top of it: never in its place.</summary>
    [Fact]
    public void Who_may_not_keeps_what_they_typed()
    {
        Shown Refused(Surface surface) => Showing.Of(Stranger(surface), new TurnAnswer.Card(Plain.Card("Words")) { View = Notice() });
        Assert.Equal("Words", Assert.IsType<Shown.Wrong>(Refused(sent)).Words["name"]);
        Assert.IsType<Shown.Alerted>(Refused(pressed));
        Assert.IsType<Shown.Rewritten>(Refused(new Surface.Window("V1", "h", Submitted: true, [])));
        Assert.IsType<Shown.Whispered>(Refused(channel));
    }

    [Fact]
    public void Nor_does_a_fault_take_it()
    {
        Assert.Equal("Again.", Assert.IsType<Shown.Wrong>(Showing.Of(Stranger(sent), new TurnAnswer.Failed("Again."))).Words["name"]);
        Assert.IsType<Shown.Alerted>(Showing.Of(Stranger(pressed), new TurnAnswer.Failed("Again.")));
    }

    private static Asked Stranger(Surface surface)
    {
        var asked = Asked(surface, Press("answer", onDraft));
        return asked with { Turn = asked.Turn with { Actor = asked.Turn.Actor with { Member = false } } };
    }

    [Fact]
    public void What_is_wrong_with_another_page_is_shown_on_that_page() => Assert.IsType<Shown.Rewritten>(Of(sent, Page("Too long.", Stamp.OfDraft("dr1", "other", 5)), Press("answer", onDraft)));

    [Fact]
    public void What_is_wrong_with_a_field_that_is_not_shown_is_shown_with_it() =>
        Assert.IsType<Shown.Rewritten>(Of(sent with { }, new View.Page("Basics", "", "", [Field("website", "No address.")], "") { Plain = "x", Stamp = onDraft }, Press("answer", onDraft)));

    [Fact]
    public void A_form_says_what_it_needs_beside_the_one_field_it_needs() =>
        Assert.Equal("Write a reason.", Assert.IsType<Shown.Wrong>(Of(sent, Form("Write a reason."), Press("reject", onCase, "sent"))).Words["comment"]);

    [Fact]
    public void A_form_that_grew_old_is_shown_anew() => Assert.IsType<Shown.Rewritten>(Of(sent, Form("It changed.", Stamp.OfCase("REQ-2026-0001", "review-security", 2)), Press("reject", onCase, "sent")));

    [Fact]
    public void A_command_is_answered_in_words_and_opens_what_has_fields()
    {
        Assert.IsType<Shown.Whispered>(Of(command, Entries(), new Input.Said("mine")));
        Assert.IsType<Shown.Opened>(Of(command, Page(), new Input.Said("cancel")));
        Assert.IsType<Shown.Replaced>(Of(whisper, Entries(), new Input.Said("mine")));
        Assert.IsType<Shown.Opened>(Of(whisper, Page(), new Input.Said("new")));
    }

    [Fact]
    public void A_shortcut_and_the_home_open_windows()
    {
        foreach (var view in new View[] { Notice(), Page(), Form(), Decided(""), Deciding(""), Entries() })
        {
            Assert.IsType<Shown.Opened>(Of(nothing, view));
            Assert.IsType<Shown.Opened>(Of(home, view));
        }
    }

    [Fact]
    public void A_fault_is_told_wherever_the_person_is()
    {
        foreach (var surface in all) Assert.IsNotType<Shown.Nothing>(Showing.Of(Asked(surface, new Input.Said("x")), new TurnAnswer.Failed("Try again.")));
    }

    [Fact]
    public void A_fault_costs_nothing_that_was_typed() =>
        Assert.Equal("Try again.", Assert.IsType<Shown.Wrong>(Showing.Of(Asked(sent, Press("answer", onDraft)), new TurnAnswer.Failed("Try again."))).Words["name"]);

    [Fact]
    public void Where_there_is_nothing_to_say_the_window_closes()
    {
        Assert.IsType<Shown.Closed>(Showing.Of(Asked(sent, Press("answer", onDraft)), new TurnAnswer.Nothing()));
        Assert.IsType<Shown.Nothing>(Showing.Of(Asked(direct, new Input.Said("mine")), new TurnAnswer.Nothing()));
    }
}
