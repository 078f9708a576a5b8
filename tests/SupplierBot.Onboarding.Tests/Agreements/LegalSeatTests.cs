using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Agreements;

/// <summary>A change that is recorded before the decision brings Legal, and Legal's yes accepts what it read.</summary>
public sealed class LegalSeatTests
{
    private const string Words = "They keep it for two years.";
    private static readonly Actor Lena = Member("Lena");
    private static readonly RoleHolders WithLegal = RolesOf(
        (RoleNames.Security, [Sam, Priya]),
        (RoleNames.Ciso, [Carla]),
        (RoleNames.Legal, [Lena])
    );

    [Theory]
    [InlineData("changed")]
    [InlineData("refused")]
    public void A_change_recorded_before_the_decision_brings_legal_and_halves_the_months(string state)
    {
        var room = With(CaseAnswers.Medium, roles: WithLegal);
        Record(room, Sam, "CONF", state);
        var current = room.Case!;
        Assert.Equal(new ClauseChange("CONF", Words, Sam.Person, room.Now), Assert.Single(current.ClauseChanges));
        Assert.Equal((12, 2), (current.Assessment.ReviewMonths, current.ContentVersion));
        Assert.Contains(current.Assessment.Approvals, seat => seat.Role == RoleNames.Legal);
        Assert.Contains("review-legal", Slots.Of(current, room.Roles).Select(slot => slot.Id));
        ClauseHandlerTests.Verify(room);
        room.Approve(Sam);
        Assert.True(room.Case!.IsOpen);
        room.Approve(Lena);
        Assert.Equal(CaseStatus.Approved, room.Case.Status);
        ClauseHandlerTests.Verify(room);
    }

    [Fact]
    public void A_milder_value_is_a_change_that_brings_legal()
    {
        var room = With(CaseAnswers.Medium, roles: WithLegal);
        var notice = Assert
            .IsType<View.Form>(room.Press(Sam, "clause", "INC").Answer)
            .Fields.Single(field => field.Id == "clause_value_notice");
        ClauseHandlerTests.Settle(
            room,
            Sam,
            "INC",
            ("clause_state", "agreed"),
            ("clause_document", "MSA"),
            ("clause_value_notice", notice.Choices[^1].Id)
        );
        Assert.Equal("INC", Assert.Single(room.Case!.ClauseChanges).Clause);
        Assert.Contains(room.Case.Assessment.Approvals, seat => seat.Role == RoleNames.Legal);
        ClauseHandlerTests.Verify(room);
    }

    [Fact]
    public void A_card_from_before_the_change_decides_nothing_and_the_new_one_names_it()
    {
        var room = With(CaseAnswers.Medium, roles: WithLegal);
        Record(room, Sam, "CONF");
        room.Press(Priya, "approve", version: 1, values: room.Yes());
        Assert.Equal(("refusal.stale", 0), (room.Last.Refused, room.Case!.Approvals.Count));
        var card = Assert.IsType<View.Deciding>(room.Press(Priya, "review").Answer);
        Assert.Contains($"Changed contract points: Data protection and confidentiality: “{Words}” (Sam)", card.News);
        Assert.DoesNotContain(card.News, line => line.StartsWith("Your approval", StringComparison.Ordinal));
    }

    [Fact]
    public void Other_answers_do_not_shed_legal_and_a_change_after_the_decision_brings_nobody()
    {
        var room = With(CaseAnswers.Medium, roles: WithLegal);
        Record(room, Sam, "CONF");
        room.Send(CaseAnswers.Medium.With("purpose", "Notes of our other talks."), Rita, room.Case!.Id);
        Assert.Contains(room.Case!.Assessment.Approvals, seat => seat.Role == RoleNames.Legal);
        ClauseHandlerTests.Verify(room);
        room = With(CaseAnswers.Medium, roles: WithLegal);
        room.Approve(Sam);
        Record(room, Priya, "CONF");
        Assert.Equal((CaseStatus.Approved, 0), (room.Case!.Status, room.Case.ClauseChanges.Count));
        Assert.DoesNotContain(room.Case.Assessment.Approvals, seat => seat.Role == RoleNames.Legal);
        ClauseHandlerTests.Verify(room);
    }

    [Fact]
    public void A_review_in_which_one_is_changed_needs_everybody()
    {
        var room = UnderReview(CaseAnswers.High);
        Record(room, Sam, "SLA");
        room.Approve(Sam);
        Assert.True(room.Case!.IsOpen);
        room.Approve(Priya);
        Assert.Equal(CaseStatus.Approved, room.Case!.Status);
        ClauseHandlerTests.Verify(room);
    }

    /// <summary>What the requester says is confirmed by who decides; a yes in general does not talk it away.</summary>
    [Fact]
    public void What_the_requester_says_was_refused_is_not_covered_by_a_yes_to_all()
    {
        var room = With(CaseAnswers.Medium, roles: WithLegal);
        Record(room, Rita, "DPA", "refused");
        Assert.Empty(room.Case!.ClauseChanges);
        room.Approve(Sam, "covered");
        Assert.Equal((ClauseState.Requested, (ClauseState?)ClauseState.Refused), (Item(room, "DPA").State, Item(room, "DPA").Proposed));
        Assert.Equal(new UseGap(UseGapKind.Clause, "DPA", UseGapHolder.Reviewers, false), Assert.Single(UseGate.Gaps(room.Case!)));
        ClauseHandlerTests.Verify(room);
    }

    [Fact]
    public void Legals_yes_accepts_the_changes_on_its_card()
    {
        var room = With(CaseAnswers.Medium, roles: WithLegal);
        Record(room, Sam, "CONF");
        room.Press(Sam, "approve", values: [.. room.Yes("changed"), ("changed_clauses", "INC"), ("changed_words", Words)]);
        var card = Assert.IsType<View.Deciding>(room.Press(Lena, "review").Answer);
        Assert.Contains(
            card.News,
            line =>
                line.StartsWith(
                    "Your approval accepts the change of Data protection and confidentiality, Incident notification.",
                    StringComparison.Ordinal
                )
        );
        room.Approve(Lena);
        Assert.Equal(CaseStatus.Approved, room.Case!.Status);
        foreach (var id in new[] { "CONF", "INC" })
            Assert.Equal(
                (ClauseState.Changed, Lena.Person, (DateTimeOffset?)room.Now, true),
                (Item(room, id).State, Item(room, id).AcceptedBy, Item(room, id).AcceptedAt, Item(room, id).IsSettled)
            );
        Assert.Contains(new("accepted", "CONF,INC"), room.Facts[^1].Event.Details);
        Assert.Contains(
            "Lena approved and accepted the change of Data protection and confidentiality, Incident notification",
            room.Case.History[^1].Words,
            StringComparison.Ordinal
        );
        Assert.Empty(AgreementWaits.Of(room.Case));
        ClauseHandlerTests.Verify(room);
    }

    /// <summary>No reviewer lets these go: each needs an act of its own.</summary>
    [Fact]
    public void What_cannot_be_waived_is_not_accepted_with_the_yes()
    {
        var room = With(CaseAnswers.Medium, roles: WithLegal);
        foreach (var id in new[] { "CONF", "DPA", "AI-NOTRAIN" })
            Record(room, Sam, id);
        room.Approve(Sam);
        var card = Assert.IsType<View.Deciding>(room.Press(Lena, "review").Answer);
        Assert.Contains(card.News, line => line.StartsWith("Your approval doesn't accept the change of ", StringComparison.Ordinal));
        room.Approve(Lena);
        Assert.Equal(
            ["CONF"],
            room.Case!.Clauses!.Where(item => item is { State: ClauseState.Changed, AcceptedBy: not null }).Select(item => item.Clause)
        );
        Assert.Equal([new(UseGapHolder.Legal, 2, 0)], UseGapCount.Of(UseGate.Gaps(room.Case)));
    }

    [Fact]
    public void Who_decides_in_another_seat_or_named_it_themselves_accepts_nothing()
    {
        var room = With(CaseAnswers.High, roles: WithLegal);
        Record(room, Sam, "SLA");
        room.Approve(Sam);
        room.Approve(Priya);
        Assert.Null(Item(room, "SLA").AcceptedBy);
        room.Press(Lena, "approve", values: [.. room.Yes("changed"), ("changed_clauses", "SLA"), ("changed_words", Words)]);
        Assert.Equal((CaseStatus.Approved, null), (room.Case!.Status, Item(room, "SLA").AcceptedBy));
        ClauseHandlerTests.Verify(room);
    }

    [Fact]
    public void Legals_own_finding_is_accepted_by_another_in_legal()
    {
        var noor = Member("Noor");
        var room = With(
            CaseAnswers.Medium,
            roles: RolesOf((RoleNames.Security, [Sam, Priya]), (RoleNames.Ciso, [Carla]), (RoleNames.Legal, [Lena, noor]))
        );
        Record(room, Sam, "INC");
        Record(room, Lena, "CONF");
        room.Approve(Sam);
        room.Approve(Lena);
        Assert.Equal(
            (CaseStatus.Approved, null, Lena.Person),
            (room.Case!.Status, Item(room, "CONF").AcceptedBy, Item(room, "INC").AcceptedBy)
        );
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("Order 7", "CONF", 1)]
    public void What_legal_finds_open_it_does_not_accept(string reference, string open, int accepted)
    {
        var room = With(CaseAnswers.Medium, roles: WithLegal);
        Record(room, Sam, "CONF");
        Record(room, Sam, "INC");
        room.Approve(Sam);
        room.Press(Lena, "approve", values: [("terms", "open"), ("terms_ref", reference), ("open_clauses", open)]);
        Assert.Equal((CaseStatus.Approved, null), (room.Case!.Status, Item(room, "CONF").AcceptedBy));
        Assert.Equal(accepted, room.Case.Clauses!.Count(item => item.AcceptedBy is not null));
        ClauseHandlerTests.Verify(room);
    }

    private static ClauseItem Item(CaseScenario room, string id) => room.Case!.Clauses!.Single(item => item.Clause == id);

    private static void Record(CaseScenario room, Actor actor, string id, string state = "changed") =>
        ClauseHandlerTests.Settle(room, actor, id, ("clause_state", state), ("clause_words", Words));
}
