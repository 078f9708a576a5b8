using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>Every refusal says why and changes nothing.</summary>
public sealed class RefusalsTests
{
    private static readonly string[] Deciding = ["approve", "approve_conditions", "reject", "ask", "settle", "claim", "review"];

    public static TheoryData<string, string, string> Refused()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var verb in Deciding)
        {
            rows.Add(verb, "rita", "refusal.own_request");
            rows.Add(verb, "owner", "refusal.owner");
            rows.Add(verb, "auditor", "refusal.not_approver");
            rows.Add(verb, "admin", "refusal.not_approver");
            rows.Add(verb, "stranger", "refusal.not_approver");
            rows.Add(verb, "guest", "refusal.not_member");
        }
        foreach (var who in new[] { "stranger" })
        {
            foreach (var verb in new[] { "open", "reply", "withdraw", "edit", "done", "back" })
                rows.Add(verb, who, "refusal.unknown_case");
        }
        foreach (var verb in new[] { "withdraw", "edit" })
        {
            rows.Add(verb, "sam", "refusal.requester_only");
            rows.Add(verb, "owner", "refusal.requester_only");
        }
        rows.Add("reply", "sam", "refusal.requester_only");
        rows.Add("reply", "rita", "reply.nothing_asked");
        rows.Add("done", "rita", "done.nothing");
        rows.Add("confirm", "sam", "confirm.nothing");
        rows.Add("revoke", "sam", "revoke.not_approved");
        return rows;
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_press_without_the_right_is_refused_with_its_reason(string verb, string who, string key)
    {
        var room = With(CaseAnswers.Medium.OwnedBy(Owner));
        var before = room.Case;
        room.Press(Who(who), verb, "sent", values: Filled());
        Assert.Null(room.Last.Case);
        Assert.Same(before, room.Case);
        Assert.True(room.Says(key), $"{verb} by {who}: {room.Problem}");
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("approve_conditions")]
    [InlineData("reject")]
    [InlineData("review")]
    [InlineData("withdraw")]
    public void After_the_decision_the_opposite_is_too_late(string verb)
    {
        var room = With(CaseAnswers.Medium);
        room.Approve(Sam);
        room.Press(verb == "withdraw" ? Rita : Priya, verb, "sent", values: Filled());
        Assert.True(room.Says("refusal.already_decided"), room.Problem);
        Assert.Contains("Sam", room.Problem, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Approved, room.Case!.Status);
    }

    [Fact]
    public void After_a_withdrawal_the_reviewer_hears_who_took_it_back()
    {
        var room = With(CaseAnswers.Medium);
        room.Press(Rita, "withdraw", slot: "receipt");
        Assert.True(room.Case!.IsOpen);
        room.Press(Rita, "withdraw", "yes", slot: "receipt");
        Assert.Equal(CaseStatus.Withdrawn, room.Case!.Status);
        Assert.Equal(EntryStatus.Withdrawn, room.Entry!.Status);
        room.Approve(Sam);
        Assert.True(room.Says("refusal.withdrawn"), room.Problem);
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("approve_conditions")]
    [InlineData("reject")]
    [InlineData("ask")]
    public void An_older_card_never_decides(string verb)
    {
        var room = With(CaseAnswers.Medium);
        room.Send(CaseAnswers.Medium.With("volume", "medium"), Rita, room.Case!.Id);
        room.Press(Sam, verb, "sent", version: 1, values: Filled());
        Assert.True(room.Says("refusal.stale"), room.Problem);
        Assert.Null(room.Last.Case);
        if (verb is "reject" or "approve_conditions")
            return;
        Assert.IsType<View.Deciding>(room.Last.Answer);
        Assert.NotEmpty(((View.Deciding)room.Last.Answer!).News);
    }

    [Theory, InlineData("reject", "comment"), InlineData("approve_conditions", "condition_text")]
    public void A_form_written_over_an_older_card_comes_back_with_what_changed_on_top_and_everything_typed(string verb, string field)
    {
        var room = With(CaseAnswers.Medium);
        room.Send(CaseAnswers.Medium.With("volume", "medium"), Rita, room.Case!.Id);
        room.Press(Sam, verb, "sent", version: 1, values: Filled());
        var form = Assert.IsType<View.Form>(room.Last.Answer);
        Assert.StartsWith("Rita changed", form.Lines[0].Text, StringComparison.Ordinal);
        Assert.Contains(form.Lines, line => line.Text == "Medium risk");
        Assert.Equal(
            Filled().Single(value => value.Item1 == field).Item2,
            form.Blocks.SelectMany(block => block.Fields).Concat(form.Fields).Single(one => one.Id == field).Value
        );
        Assert.Equal(room.Case.ContentVersion, form.Stamp.Version);
        room.Press(Priya, verb, "sent", version: form.Stamp.Version, values: Filled());
        Assert.NotNull(room.Case.Decision);
    }

    [Theory]
    [InlineData("Rita"), InlineData("Carla")]
    public void Who_may_not_decide_gets_no_form_for_being_late(string who)
    {
        var room = With(CaseAnswers.Medium);
        room.Send(CaseAnswers.Medium.With("volume", "medium"), Rita, room.Case!.Id);
        room.Press(who == "Rita" ? Rita : Carla, "reject", "sent", version: 1, values: Filled());
        Assert.IsNotType<View.Form>(room.Last.Answer);
        Assert.Null(room.Last.Case);
    }

    [Theory]
    [InlineData("reject", "comment")]
    [InlineData("ask", "question")]
    [InlineData("approve_conditions", "condition_text")]
    public void A_text_of_nine_characters_is_too_short_and_of_2001_too_long(string verb, string field)
    {
        var room = With(CaseAnswers.Medium);
        room.Press(Sam, verb);
        Assert.IsType<View.Form>(room.Last.Answer);
        Assert.Equal("", room.Problem);
        room.Press(Sam, verb, "sent", values: [(field, "123456789"), ("terms", "agreed"), ("terms_ref", "MSA v3")]);
        Assert.True(room.Says("refusal.too_short"), room.Problem);
        room.Press(Sam, verb, "sent", values: [(field, new string('x', 2001)), ("terms", "agreed"), ("terms_ref", "MSA v3")]);
        Assert.True(room.Says("refusal.too_long"), room.Problem);
        Assert.Equal(1, room.Case!.Version);
        room.Press(Sam, verb, "sent", values: [(field, "1234567890"), ("terms", "agreed"), ("terms_ref", "MSA v3")]);
        Assert.Equal(2, room.Case!.Version);
    }

    [Theory]
    [InlineData("2026-11-17", false)]
    [InlineData("2026-11-18", true)]
    [InlineData("2027-02-15", true)]
    [InlineData("2027-02-16", false)]
    [InlineData("tomorrow", true)]
    [InlineData("soon", false)]
    public void A_date_lies_between_tomorrow_and_ninety_days(string due, bool fits)
    {
        var room = With(CaseAnswers.Medium);
        room.Press(
            Sam,
            "approve_conditions",
            values:
            [
                ("terms", "agreed"),
                ("terms_ref", "MSA v3"),
                ("condition_text", "Switch off training."),
                ("condition_when", "by_date"),
                ("condition_due", due),
            ]
        );
        Assert.Equal(fits, room.Case!.IsApproved);
        if (!fits)
            Assert.True(room.Says("refusal.due_range"), room.Problem);
    }

    [Theory]
    [InlineData("training open at Medium", false)]
    [InlineData("where open at Medium", true)]
    [InlineData("where open at High", false)]
    public void An_open_point_that_matters_bars_a_plain_yes(string what, bool passes)
    {
        var room = With(
            what switch
            {
                "training open at Medium" => CaseAnswers.MediumTrainingOpen,
                "where open at Medium" => CaseAnswers.MediumWhereOpen,
                _ => CaseAnswers.HighWhereOpen,
            }
        );
        room.Approve(Sam);
        Assert.Equal(passes, room.Case!.Approvals.Count == 1);
        if (passes)
            return;
        Assert.True(room.Says("refusal.open_points"), room.Problem);
        room.ApproveIf(Sam, "Find that out before use.");
        Assert.Single(room.Case!.Approvals);
    }

    [Fact]
    public void An_approval_says_where_the_contract_stands()
    {
        var room = With(CaseAnswers.Medium);
        room.Press(Sam, "approve");
        Assert.True(room.Says("approve.terms_missing"), room.Problem);
        Assert.True(room.Case!.IsOpen);
    }

    [Fact]
    public void A_ticked_condition_is_never_lost_in_a_plain_yes()
    {
        var room = With(CaseAnswers.MediumTrainingOpen);
        room.Press(Sam, "approve", values: [("terms", "agreed"), ("terms_ref", "MSA v3"), ("suggested", "S1")]);
        var form = Assert.IsType<View.Form>(room.Last.Answer);
        Assert.StartsWith("Switch off training", Assert.Single(form.Blocks).Fields[0].Value, StringComparison.Ordinal);
        Assert.Equal("agreed", form.Fields.First(field => field.Id == "terms").Value);
        Assert.True(room.Case!.IsOpen);
    }

    [Fact]
    public void An_automatic_refresh_changes_nothing()
    {
        var room = With(CaseAnswers.Medium);
        foreach (var verb in Deciding)
            room.Press(Sam, verb, "sent", automatic: true, values: Filled());
        Assert.Equal(1, room.Case!.Version);
        Assert.IsType<View.Deciding>(room.Last.Answer);
    }

    [Fact]
    public void A_case_out_of_sight_is_answered_like_none()
    {
        var room = With(CaseAnswers.Medium);
        var press = RequestReader.Pressed("open", "REQ-2026-0012", CardStamp.None, new Dictionary<string, string>(), false);
        var unseen = CaseDecider.Handle(
            new TurnState { Case = room.Case, Entry = room.Entry },
            press,
            Stranger,
            CaseScenario.Policy,
            room.Context
        );
        var none = CaseDecider.Handle(new TurnState(), press, Stranger, CaseScenario.Policy, room.Context);
        Assert.Equal(((View.Notice)none.Answer!).Lines, ((View.Notice)unseen.Answer!).Lines);
    }

    public static TheoryData<string> OfLists =>
        [
            .. Verbs
                .All.Except([Verbs.Say, Verbs.RequestSupplier, Verbs.NextPage, Verbs.Retry])
                .Where(verb => RequestReader.Pressed(verb, "", CardStamp.None, NothingPicked, false) is Request.OnCase)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Slack sends the choice of a list without a value; it cannot ask for one before it sends.</summary>
    private static Dictionary<string, string> NothingPicked => new() { [CardPress.Pick] = "" };

    [Theory]
    [MemberData(nameof(OfLists))]
    public void A_list_with_nothing_chosen_asks_for_a_choice(string verb)
    {
        foreach (var who in new[] { Rita, Sam, Admin })
        {
            var press = RequestReader.Pressed(verb, "", CardStamp.None, NothingPicked, false);
            var outcome = CaseDecider.Handle(new TurnState(), press, who, CaseScenario.Policy, With(CaseAnswers.Medium).Context);
            Assert.Equal(("refusal.nothing_chosen", true), (outcome.Refused, outcome.ChangesNothing));
        }
    }

    private static (string, string)[] Filled() =>
        [
            ("terms", "agreed"),
            ("terms_ref", "MSA v3"),
            ("comment", "It is not needed."),
            ("question", "What goes in there?"),
            ("condition_text", "Switch off training."),
            ("source", "their terms"),
            ("where", "elsewhere"),
        ];

    private static Actor Who(string name) =>
        new[] { Rita, Sam, Owner, Auditor, Admin, Stranger, Guest }.First(actor => actor.Id.Value == $"teams:{name}");
}
