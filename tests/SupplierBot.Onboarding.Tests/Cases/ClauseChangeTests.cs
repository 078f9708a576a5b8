using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>The supplier signed and changed or refused contract points: Legal takes part, and the review is due sooner.</summary>
public sealed class ClauseChangeTests
{
    private const string Words = "They notify us within 96 hours, not 72.";
    private static readonly Actor Lena = new(new Person(new("teams:lena"), "Lena"), Member: true);
    private static readonly RoleHolders WithLegal = RolesOf(
        (RoleNames.Security, [Sam, Priya]),
        (RoleNames.Ciso, [Carla]),
        (RoleNames.Legal, [Lena])
    );

    [Fact]
    public void A_changed_contract_point_brings_legal_and_halves_the_months()
    {
        var room = With(CaseAnswers.Medium, roles: WithLegal);
        Assert.Equal((24, 1), (room.Case!.Assessment.ReviewMonths, Needed(room)));
        Approve(room, Sam, "INC,EXIT");
        var current = room.Case!;
        Assert.Equal((true, 1, ContractTerms.Changed), (current.IsOpen, current.Approvals.Count, current.Approvals[0].Terms));
        Assert.Equal(
            [new("INC", Words, Sam.Person, room.Now), new ClauseChange("EXIT", Words, Sam.Person, room.Now)],
            current.ClauseChanges
        );
        Assert.Equal((12, 2), (current.Assessment.ReviewMonths, current.ContentVersion));
        Assert.Contains(new ApprovalSeat(1, RoleNames.Legal, 1) { Optional = true }, current.Assessment.Approvals);
        Assert.Contains(Slots.Of(current, room.Roles), slot => slot.Id == "review-legal");
        Whole(room);
        room.Approve(Lena);
        Assert.Equal((CaseStatus.Approved, new DateOnly(2027, 11, 17)), (room.Case!.Status, room.Entry!.NextReview));
        Assert.Equal((ContractTerms.Changed, 0), (room.Entry.Terms, room.Case.Deviations.Count));
        Whole(room);
    }

    [Fact]
    public void The_months_are_never_under_three()
    {
        var room = With(CaseAnswers.Critical, roles: WithLegal);
        Approve(room, Sam, "SLA");
        Assert.Equal(3, room.Case!.Assessment.ReviewMonths);
        Whole(room);
    }

    [Fact]
    public void Where_nobody_holds_legal_it_is_on_the_record()
    {
        var room = With(CaseAnswers.Medium);
        Approve(room, Sam, "INC");
        Assert.Equal((CaseStatus.Approved, 12), (room.Case!.Status, room.Case.Assessment.ReviewMonths));
        Assert.Equal(["Legal should take part in this decision, but nobody holds that role."], room.Case.Deviations);
        Assert.Contains(new("clauses", "INC"), room.Facts[^1].Event.Details);
        Whole(room);
    }

    [Fact]
    public void A_yes_with_conditions_names_them_too()
    {
        var room = With(CaseAnswers.Medium, roles: WithLegal);
        room.Press(
            Sam,
            "approve_conditions",
            "sent",
            values:
            [
                ("terms", "changed"),
                ("terms_ref", "MSA v3"),
                ("changed_clauses", "INC"),
                ("changed_words", Words),
                ("condition_text", "Switch off training."),
                ("condition_when", "before_use"),
            ]
        );
        Assert.Equal((1, 1, true), (room.Case!.ClauseChanges.Count, room.Case.Conditions.Count, room.Case.IsOpen));
        Whole(room);
    }

    [Theory]
    [InlineData("changed", "", Words, "approve.clauses_missing")]
    [InlineData("changed", "AUDIT,NONSENSE", Words, "approve.clauses_missing")]
    [InlineData("changed", "INC", "", "approve.changed_words")]
    [InlineData("changed", "INC", "\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B", "approve.changed_words")]
    [InlineData("agreed", "INC", Words, "approve.clauses_unclear")]
    [InlineData("covered", "INC", "", "approve.clauses_unclear")]
    [InlineData("Changed", "INC", Words, "approve.terms_missing")]
    public void What_is_unclear_is_asked_and_decides_nothing(string terms, string clauses, string words, string key)
    {
        var room = With(CaseAnswers.Medium, roles: WithLegal);
        room.Press(
            Sam,
            "approve",
            values: [("terms", terms), ("terms_ref", "MSA v3"), ("changed_clauses", clauses), ("changed_words", words)]
        );
        Assert.Equal((key, 0), (room.Last.Refused, room.Case!.Approvals.Count));
        Assert.Equal(words, Field(room, "changed_words").Value);
    }

    [Fact]
    public void What_was_changed_fits_five_hundred_characters()
    {
        var room = With(CaseAnswers.Medium);
        Approve(room, Sam, "INC", new string('x', 501));
        Assert.Equal("approve.changed_words", room.Last.Refused);
        Approve(room, Sam, "INC", new string('x', 500));
        Assert.Equal(CaseStatus.Approved, room.Case!.Status);
    }

    /// <summary>The requester edits; an approver who did not hear of it says that all is agreed.</summary>
    [Fact]
    public void Other_answers_do_not_shed_legal()
    {
        var room = With(CaseAnswers.Medium, roles: WithLegal);
        Approve(room, Sam, "INC");
        room.Send(CaseAnswers.Medium.With("purpose", "Notes of our other talks."), Rita, room.Case!.Id);
        Assert.Equal((0, 1), (room.Case!.Approvals.Count, room.Case.ClauseChanges.Count));
        room.Approve(Priya);
        Assert.True(room.Case.IsOpen);
        Whole(room);
        room.Send(CaseAnswers.Low, Rita, room.Case.Id);
        Assert.DoesNotContain(room.Case!.Assessment.Approvals, seat => seat.Role == RoleNames.Legal);
        room.Send(CaseAnswers.Medium, Rita, room.Case.Id);
        Assert.Contains(room.Case!.Assessment.Approvals, seat => seat.Role == RoleNames.Legal);
        Whole(room);
    }

    [Fact]
    public void A_card_from_before_it_decides_nothing()
    {
        var room = With(CaseAnswers.High, roles: WithLegal);
        Approve(room, Sam, "SLA");
        room.Press(Priya, "approve", version: 1, values: room.Yes());
        Assert.Equal(("refusal.stale", 1), (room.Last.Refused, room.Case!.Approvals.Count));
        Assert.Equal("refusal.already_yours", room.Approve(Sam).Refused);
    }

    [Fact]
    public void An_open_licence_has_nobody_who_changes_anything()
    {
        var room = With(SampleSuppliers.Answers(SampleSuppliers.OpenWeights).With("owner", "Owner"), roles: WithLegal);
        Assert.True(room.Case!.Assessment.InternalChecksOnly);
        Approve(room, Sam, room.Case.Assessment.Clauses[0].Id);
        Assert.Empty(room.Case!.ClauseChanges);
    }

    /// <summary>A confirmation by one person becomes a decision of all.</summary>
    [Fact]
    public void A_review_in_which_they_change_something_needs_everybody()
    {
        var room = UnderReview(CaseAnswers.High);
        Approve(room, Sam, "SLA");
        Assert.Equal((true, 1), (room.Case!.IsOpen, room.Case.ClauseChanges.Count));
        room.Approve(Priya);
        Assert.Equal(CaseStatus.Approved, room.Case.Status);
        Whole(room);
    }

    [Fact]
    public void Cards_say_which_points_were_changed_and_how()
    {
        var room = With(CaseAnswers.Medium, roles: WithLegal);
        Approve(room, Sam, "INC,EXIT");
        var words = new LabelledText($"Incident notification, Exit strategy: “{Words}” (Sam)", "Changed contract points");
        Assert.Contains(words, Assert.IsType<View.Review>(room.Show("review-legal")).Details);
        Assert.Contains($"{words.Label}: {words.Text}", Assert.IsType<View.Deciding>(room.Press(Lena, "review").Answer).News);
        room.Approve(Lena);
        Assert.Contains(words, Assert.IsType<View.Decided>(room.Show("review-legal")).Details);
    }

    [Fact]
    public void The_least_settled_of_the_terms_counts()
    {
        var room = With(CaseAnswers.High, roles: WithLegal);
        Approve(room, Sam, "SLA");
        room.ApproveIf(Priya, "Sign it before anything is sent.", terms: "open");
        room.Approve(Lena);
        Assert.Equal(ContractTerms.Open, room.Entry!.Terms);
    }

    [Theory]
    [InlineData("none"), InlineData("another"), InlineData("more"), InlineData("by"), InlineData("words")]
    public void A_change_made_by_hand_is_found(string changed)
    {
        var room = With(CaseAnswers.Medium, roles: WithLegal);
        Approve(room, Sam, "INC,EXIT");
        var (kept, change) = (room.Case!, room.Case!.ClauseChanges[0]);
        IReadOnlyList<ClauseChange> other = changed switch
        {
            "none" => [],
            "another" => [change with { Clause = "CONTACT" }, kept.ClauseChanges[1]],
            "more" => [.. kept.ClauseChanges, change with { Clause = "CONTACT" }],
            "by" => [change with { By = Priya.Person }, kept.ClauseChanges[1]],
            _ => [change with { Words = "They signed everything we asked for." }, kept.ClauseChanges[1]],
        };
        Assert.Contains(
            changed == "words"
                ? "what was changed in the contract is not what its facts say"
                : "the contract points that were changed or refused are not those in its facts",
            Found(kept with { ClauseChanges = other })
        );
        Assert.Contains(
            "its assessment is not what its answers and the decisions about them come to",
            Found(kept with { Assessment = Assessor.Assess(CaseScenario.Policy, kept.Answers) })
        );

        IReadOnlyList<string> Found(Case one) => CaseVerifier.Contradictions(one, room.Facts, CaseScenario.Policy);
    }

    private static int Needed(CaseScenario room) => Quorum.Of(room.Case!, room.Roles).Needed;

    private static Field Field(CaseScenario room, string id) =>
        Assert.IsType<View.Deciding>(room.Last.Answer).Fields.Single(field => field.Id == id);

    private static Outcome Approve(CaseScenario room, Actor actor, string clauses, string words = Words) =>
        room.Press(actor, "approve", values: [.. room.Yes("changed"), ("changed_clauses", clauses), ("changed_words", words)]);

    private static void Whole(CaseScenario room)
    {
        Assert.Empty(CaseVerifier.Contradictions(room.Case!, room.Facts, CaseScenario.Policy));
        if (EntryVerifier.StandsBehind(room.Case!))
            Assert.Empty(EntryVerifier.Contradictions(room.Entry!, room.Case!, room.Entry!.Review?.CaseId));
    }
}
