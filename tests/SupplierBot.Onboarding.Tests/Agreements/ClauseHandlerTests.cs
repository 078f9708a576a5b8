using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Agreements;

/// <summary>Contract points one by one and many at once: who settles, who fills in, and what does not count.</summary>
public sealed class ClauseHandlerTests
{
    [Fact]
    public void The_list_shows_what_is_open_first_ten_at_a_time_and_folds_what_is_settled()
    {
        var room = With(CaseAnswers.Critical);
        var all = room.Case!.Clauses!.Count;
        Assert.True(all > 10, $"{all}");
        var list = Assert.IsType<View.Entries>(room.Press(Sam, "clauses").Answer);
        Assert.Equal(($"0 of {all} contract points settled", 10), (list.Small, list.Groups.Sum(group => group.Rows.Count)));
        Assert.Equal(("Needed before use", ""), (list.Groups[0].Title, list.Problem));
        Assert.Equal(
            ("clause", room.Case.Clauses[0].Clause, "Open"),
            (list.Groups[0].Rows[0].Press!.Verb, list.Groups[0].Rows[0].Press!.Target, list.Groups[0].Rows[0].Press!.Label)
        );
        var more = list.Buttons.Single(button => button.Label == "Show more");
        var next = Assert.IsType<View.Entries>(room.Press(Sam, more.Verb, more.Target).Answer);
        Assert.NotEqual(list.Groups[0].Rows[0].Title, next.Groups[0].Rows[0].Title);
        Settle(room, Sam, "CONF", ("clause_state", "covered"), ("clause_document", "DPA v3"), ("clause_section", "§4"));
        var last = Assert.IsType<View.Entries>(room.Press(Sam, "clauses", "99").Answer);
        var folded = Assert.Single(last.Groups.Single(group => group.Title == "Settled").Rows);
        Assert.StartsWith("1 of ", folded.Text, StringComparison.Ordinal);
        var opened = Assert.IsType<View.Entries>(room.Press(Sam, folded.Press!.Verb, folded.Press.Target).Answer);
        Assert.Equal(("DPA v3, §4", "Their terms"), (opened.Groups[0].Rows[0].Text, opened.Groups[0].Rows[0].Press!.Label));
        Assert.IsType<View.Entries>(room.Say(Sam, $"contract points {room.Case.Id}").Answer);
    }

    [Fact]
    public void A_reviewer_settles_one_and_goes_on_to_the_next()
    {
        var room = With(CaseAnswers.Medium);
        var form = Assert.IsType<View.Form>(room.Press(Sam, "clause", "CONF").Answer);
        Assert.Contains(form.Lines, line => line.Label == "We ask for");
        Settle(room, Sam, "CONF", "next", ("clause_state", "agreed"), ("clause_document", "MSA v3"), ("clause_version", "of May"));
        var item = Item(room, "CONF");
        Assert.Equal(
            (ClauseState.Agreed, "MSA v3", "of May", Sam.Person, (DateTimeOffset?)room.Now),
            (item.State, item.Document, item.Version, item.By, item.At)
        );
        Assert.EndsWith(
            "Sam settled “Data protection and confidentiality”: In contract",
            room.Case!.History[^1].Words,
            StringComparison.Ordinal
        );
        Assert.Equal((AuditEventKind.ClauseSettled, true), (room.Facts[^1].Event.Kind, room.Last.ByRole));
        var next = Assert.IsType<View.Form>(room.Last.Answer);
        Assert.Equal(("Saved “Data protection and confidentiality”.", NoticeKind.Success), (next.Problem, next.ProblemKind));
        Assert.Equal("MSA v3", next.Fields.Single(field => field.Id == "clause_document").Value);
        Assert.NotEqual(form.Title, next.Title);
        Verify(room);
    }

    [Theory]
    [InlineData("", "", "", "clause_state", "Choose how it's settled.")]
    [InlineData("compensated", "", "A second supplier does it.", "clause_state", "No reviewer can let “")]
    [InlineData("agreed", "", "", "clause_document", "Name the document")]
    [InlineData("covered", "​​", "", "clause_document", "Name the document")]
    [InlineData("agreed", "MSA", "", "clause_section", "Name the section")]
    [InlineData("refused", "", "short", "clause_words", "Say what differs or why")]
    [InlineData("changed", "", "", "clause_words", "Say what differs or why")]
    public void What_is_missing_is_said_at_its_field(string state, string document, string words, string field, string problem)
    {
        var room = With(CaseAnswers.High);
        var firm = room.Case!.Requirements!.Firm[0];
        Settle(room, Sam, firm, ("clause_state", state), ("clause_document", document), ("clause_words", words));
        var form = Assert.IsType<View.Form>(room.Last.Answer);
        Assert.StartsWith(problem, form.Fields.Single(one => one.Id == field).Error, StringComparison.Ordinal);
        Assert.Equal(ClauseState.Open, Item(room, firm).State);
    }

    [Fact]
    public void Texts_that_are_too_long_and_values_nobody_offers_are_refused()
    {
        var room = With(CaseAnswers.Medium);
        Settle(room, Sam, "INC", ("clause_state", "agreed"), ("clause_document", new string('x', 201)));
        Assert.Contains("201 characters", Assert.IsType<View.Form>(room.Last.Answer).Problem, StringComparison.Ordinal);
        Settle(room, Sam, "INC", ("clause_state", "agreed"), ("clause_document", "MSA"), ("clause_value_notice", "48 hours"));
        Assert.Equal("clause.value_unknown", room.Last.Refused);
        Assert.Equal(ClauseState.Open, Item(room, "INC").State);
    }

    [Fact]
    public void A_milder_value_is_a_change_and_a_stricter_one_is_not()
    {
        var room = With(CaseAnswers.Medium);
        var form = Assert.IsType<View.Form>(room.Press(Sam, "clause", "INC").Answer);
        var notice = form.Fields.Single(field => field.Id == "clause_value_notice");
        var required = room.Case!.Assessment.Clauses.Single(clause => clause.Id == "INC").Parameters["notice"];
        Assert.Equal(required, notice.Choices.Single(choice => choice.Id == notice.Value).Label);
        Assert.Equal(("24 hours", "5 working days"), (notice.Choices[0].Label, notice.Choices[^1].Label));
        Settle(room, Sam, "INC", ("clause_state", "agreed"), ("clause_document", "MSA"), ("clause_value_notice", notice.Choices[^1].Id));
        var milder = Item(room, "INC");
        Assert.Equal(
            (ClauseState.Changed, false, $"notice: 5 working days, not {required}", "5 working days"),
            (milder.State, milder.IsSettled, milder.Words, milder.Values["notice"])
        );
        Assert.Contains("milder than required", room.Last.Said, StringComparison.Ordinal);
        Settle(room, Sam, "INC", ("clause_state", "agreed"), ("clause_document", "MSA"), ("clause_value_notice", "0"));
        Assert.Equal(
            (ClauseState.Agreed, true, "24 hours"),
            (Item(room, "INC").State, Item(room, "INC").IsSettled, Item(room, "INC").Values["notice"])
        );
        Assert.Equal(ClauseState.Changed, Assert.Single(Item(room, "INC").Before).State);
        Verify(room);
    }

    [Fact]
    public void The_requester_fills_in_and_a_reviewer_confirms_with_one_press()
    {
        var room = With(CaseAnswers.Medium);
        Settle(room, Rita, "CONF", ("clause_state", "covered"), ("clause_document", "Terms of May"), ("clause_section", "§9"));
        var filled = Item(room, "CONF");
        Assert.Equal((ClauseState.Requested, (ClauseState?)ClauseState.CoveredByTheirTerms), (filled.State, filled.Proposed));
        Assert.Equal((AuditEventKind.ClauseProposed, false), (room.Facts[^1].Event.Kind, room.Last.ByRole));
        var form = Assert.IsType<View.Form>(room.Press(Sam, "clause", "CONF").Answer);
        Assert.Contains(form.Lines, line => line.Text == "Rita says: Their terms, Terms of May, §9");
        Settle(room, Sam, "CONF", [.. form.Fields.Where(field => field.Value.Length > 0).Select(field => (field.Id, field.Value))]);
        var settled = Item(room, "CONF");
        Assert.Equal(
            (ClauseState.CoveredByTheirTerms, null, "Terms of May", "§9", Sam.Person),
            (settled.State, settled.Proposed, settled.Document, settled.Section, settled.By)
        );
        Settle(room, Rita, "CONF", ("clause_state", "refused"), ("clause_words", "They say no to it now."));
        Assert.Equal("clause.settled", room.Last.Refused);
        Assert.Equal(ClauseState.CoveredByTheirTerms, Item(room, "CONF").State);
        Assert.Empty(Assert.IsType<View.Form>(room.Press(Rita, "clause", "CONF").Answer).Fields);
        Verify(room);
    }

    [Fact]
    public void Two_people_at_the_same_moment_overwrite_nothing_unseen()
    {
        var room = With(CaseAnswers.Medium);
        var shown = TargetOf(room, Priya, "CONF", "");
        Settle(room, Sam, "CONF", ("clause_state", "agreed"), ("clause_document", "MSA v3"));
        room.Press(Priya, "clause", shown, values: [("clause_state", "refused"), ("clause_words", "They say no to all of it.")]);
        var form = Assert.IsType<View.Form>(room.Last.Answer);
        Assert.Equal(("clause.meanwhile", ClauseState.Agreed), (room.Last.Refused, Item(room, "CONF").State));
        Assert.StartsWith("Sam changed this contract point", form.Problem, StringComparison.Ordinal);
        Assert.Contains(form.Lines, line => line.Text == "In contract, MSA v3. Sam, Tue 17 Nov");
        Assert.Equal("They say no to all of it.", form.Fields.Single(field => field.Id == "clause_words").Value);
        var again = form.Buttons.Single(button => button.Label == "Save");
        room.Press(Priya, again.Verb, again.Target, values: [("clause_state", "refused"), ("clause_words", "They say no to all of it.")]);
        Assert.Equal((ClauseState.Refused, Priya.Person), (Item(room, "CONF").State, Item(room, "CONF").By));
    }

    [Fact]
    public void The_same_press_twice_is_one()
    {
        var room = With(CaseAnswers.Medium);
        var shown = TargetOf(room, Sam, "CONF", "");
        (string, string)[] sent = [("clause_state", "agreed"), ("clause_document", "MSA v3")];
        room.Press(Sam, "clause", shown, values: sent);
        var events = room.Facts.Count;
        room.Press(Sam, "clause", shown, values: sent);
        Assert.IsType<View.Entries>(room.Last.Answer);
        Assert.Equal((events, null), (room.Facts.Count, room.Last.Refused));
    }

    [Fact]
    public void Many_are_covered_in_one_press_but_for_those_that_are_unticked()
    {
        var room = With(CaseAnswers.High);
        var form = Assert.IsType<View.Form>(room.Press(Sam, "cover").Answer);
        var ids = room.Case!.Clauses!.Select(item => item.Clause).ToList();
        Assert.Equal(string.Join(',', ids), form.Fields[0].Value);
        var which = string.Join(',', ids.Skip(1));
        Cover(room, Sam, which, "covered", "Data Processing Addendum", "");
        Assert.StartsWith("Name the section", Assert.IsType<View.Form>(room.Last.Answer).Problem, StringComparison.Ordinal);
        Cover(room, Sam, "", "covered", "DPA", "§4");
        Assert.StartsWith("Tick at least one", Assert.IsType<View.Form>(room.Last.Answer).Problem, StringComparison.Ordinal);
        Cover(room, Sam, which, "covered", "DPA v3", "§4 to §9");
        Assert.Equal(ClauseState.Open, Item(room, ids[0]).State);
        Assert.All(
            room.Case.Clauses!.Skip(1),
            item => Assert.Equal((ClauseState.CoveredByTheirTerms, "DPA v3", "§4 to §9"), (item.State, item.Document, item.Section))
        );
        Assert.Equal($"Settled {ids.Count - 1} contract points.", Assert.IsType<View.Entries>(room.Last.Answer).Problem);
        room.Press(Sam, "cover", "0123456789ab", values: [("cover_which", ids[0]), ("clause_state", "agreed"), ("clause_document", "MSA")]);
        Assert.Equal("cover.meanwhile", room.Last.Refused);
        Verify(room);
    }

    [Fact]
    public void The_owner_covers_and_it_waits_for_a_reviewer()
    {
        var room = With(CaseAnswers.Medium);
        Cover(room, Rita, "CONF,INC", "agreed", "MSA v3", "");
        Assert.Equal(
            (ClauseState.Requested, (ClauseState?)ClauseState.Agreed, AuditEventKind.ClauseProposed),
            (Item(room, "INC").State, Item(room, "INC").Proposed, room.Facts[^1].Event.Kind)
        );
        Assert.Equal("Saved 2 contract points. A reviewer confirms them.", room.Last.Said);
        Verify(room);
    }

    [Fact]
    public void Who_has_no_part_settles_nothing()
    {
        var room = With(CaseAnswers.Medium);
        foreach (var (actor, refused) in new[] { (Auditor, "refusal.not_approver"), (Carla, "refusal.not_approver") })
        {
            Settle(room, actor, "CONF", ("clause_state", "agreed"), ("clause_document", "MSA v3"));
            Assert.Equal(refused, room.Last.Refused);
            Assert.IsType<View.Entries>(room.Press(actor, "clauses").Answer);
        }
        Assert.Equal(ClauseState.Open, Item(room, "CONF").State);
        room.Reject(Sam);
        Settle(room, Sam, "CONF", ("clause_state", "agreed"), ("clause_document", "MSA v3"));
        Assert.Equal("refusal.already_decided", room.Last.Refused);
    }

    [Fact]
    public void The_last_one_that_is_needed_makes_it_ready_and_those_who_wait_hear_of_it()
    {
        var room = With(CaseAnswers.Medium);
        room.Press(Sam, "approve", values: [("terms", "open")]);
        Assert.NotEmpty(UseGate.Gaps(room.Case!));
        Assert.Equal(EntryStatus.Onboarding, room.Entry!.Status);
        Cover(room, Priya, string.Join(',', room.Case!.Clauses!.Select(item => item.Clause)), "covered", "Terms v7", "§1");
        Assert.Empty(UseGate.Gaps(room.Case!));
        Assert.Equal(EntryStatus.Active, room.Entry.Status);
        Assert.Contains(room.Case!.Notifications, told => told.Kind == NotificationKind.Usable && told.To.Id == Rita.Id);
        Verify(room);
    }

    private static ClauseItem Item(CaseScenario room, string id) => room.Case!.Clauses!.Single(item => item.Clause == id);

    /// <summary>Of the button on the form as the person sees it now.</summary>
    internal static string TargetOf(CaseScenario room, Actor actor, string id, string then) =>
        Assert
            .IsType<View.Form>(room.Press(actor, "clause", id).Answer)
            .Buttons.Where(button => button.Verb == "clause")
            .Select(button => button.Target)
            .FirstOrDefault(target => target.EndsWith(":next", StringComparison.Ordinal) == (then == "next"))
        ?? $"{id}:0123456789ab";

    internal static void Settle(CaseScenario room, Actor actor, string id, params (string Id, string Value)[] values) =>
        room.Press(actor, "clause", TargetOf(room, actor, id, ""), values: values);

    private static void Settle(CaseScenario room, Actor actor, string id, string then, params (string Id, string Value)[] values) =>
        room.Press(actor, "clause", TargetOf(room, actor, id, then), values: values);

    private static void Cover(CaseScenario room, Actor actor, string which, string state, string document, string section) =>
        room.Press(
            actor,
            "cover",
            Assert.IsType<View.Form>(room.Press(actor, "cover").Answer).Buttons[0].Target,
            values: [("cover_which", which), ("clause_state", state), ("clause_document", document), ("clause_section", section)]
        );

    internal static void Verify(CaseScenario room)
    {
        Assert.Null(BrokenLink.FirstOf(room.Case!, room.Facts));
        Assert.Empty(CaseVerifier.Contradictions(room.Case!, room.Facts, Policy));
    }
}
