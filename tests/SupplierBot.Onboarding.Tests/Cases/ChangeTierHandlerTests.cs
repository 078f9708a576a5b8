using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>Who sets another tier than the answers give, which, and what follows from it.</summary>
public sealed class ChangeTierHandlerTests
{
    private const string Why = "They were in the news for a leak.";

    /// <summary>Helps decide about people: F6, and nobody goes under High.</summary>
    private static readonly Answers Decides = CaseAnswers.Medium.With("effects", "decides");

    [Fact]
    public void A_reviewer_raises_an_open_case_and_everything_follows_the_new_tier()
    {
        var room = With(CaseAnswers.Medium);
        Assert.Null(Set(room, Sam, "High").Refused);
        var current = room.Case!;
        Assert.Equal((Tier.High, Tier.Medium), (current.Assessment.Tier, current.Assessment.ComputedTier));
        Assert.Equal(new TierChange(Tier.Medium, Tier.High, Sam.Person, room.Now, Why, null, 2), current.TierChange);
        Assert.Equal((2, 2, 12), (current.ContentVersion, current.Assessment.Approvals[0].People, current.Assessment.ReviewMonths));
        Assert.Contains(current.Assessment.Clauses, clause => clause.Id == "AUDIT");
        Assert.Equal(Utc.DueAfter(room.Now, 5), current.DueAt);
        Assert.Equal([Rita.Id], Told(room, NotificationKind.TierDecided));
        Assert.Equal((Tier.High, Tier.Medium), (room.Entry!.Tier, room.Entry.ComputedTier));
        Assert.Equal($"Sam raised the tier to High: {Why}", current.History[^1].Words);
        var raised = room.Facts[^1].Event;
        Assert.Equal((AuditEventKind.TierChanged, Why, "High"), (raised.Kind, raised.Comment, Detail(raised, "tier")));
        Assert.Equal(("Medium", "Medium", "void"), (Detail(raised, "from"), Detail(raised, "computed"), Detail(raised, "approvals")));
        Whole(room);
    }

    [Fact]
    public void Approvals_for_the_other_tier_are_void()
    {
        var room = With(CaseAnswers.High);
        room.ApproveIf(Sam, "Name a fallback and try it.");
        Set(room, Priya, "Critical");
        Assert.Equal((0, 0, true), (room.Case!.Approvals.Count, room.Case.Conditions.Count, room.Case.IsOpen));
        foreach (var reviewer in new[] { Sam, Priya, Carla })
            room.Approve(reviewer);
        Assert.Equal(CaseStatus.Approved, room.Case.Status);
        Whole(room);
    }

    [Fact]
    public void The_ciso_lowers_an_open_case_until_a_day()
    {
        var room = With(CaseAnswers.High);
        Assert.Null(Set(room, Carla, "Medium", "2027-03-01").Refused);
        var current = room.Case!;
        Assert.Equal((Tier.Medium, Tier.High), (current.Assessment.Tier, current.Assessment.ComputedTier));
        Assert.Equal((new DateOnly(2027, 3, 1), Carla.Person), (current.TierChange!.Until, current.TierChange.By));
        Assert.Equal((1, 24), (current.Assessment.Approvals[0].People, current.Assessment.ReviewMonths));
        Assert.Equal(new DateOnly(2027, 3, 1), room.Entry!.TierUntil);
        Assert.Equal($"Carla lowered the tier to Medium until Mon 1 Mar 2027: {Why}", current.History[^1].Words);
        room.Approve(Sam);
        Assert.Equal(CaseStatus.Approved, room.Case!.Status);
        Whole(room);
    }

    [Fact]
    public void A_higher_tier_of_what_is_in_use_takes_effect_at_once_and_asks_for_a_review()
    {
        var room = Approved(CaseAnswers.Medium);
        room.Now = room.Now.AddDays(100);
        Assert.Null(Set(room, Sam, "High").Refused);
        var current = room.Case!;
        Assert.Equal((CaseStatus.Approved, Tier.High, 1), (current.Status, current.Assessment.Tier, current.Approvals.Count));
        Assert.Equal((new DateOnly(2027, 2, 25), ReviewState.Due), (current.ReviewDue, current.ReviewState));
        Assert.Equal((EntryStatus.ReviewDue, Tier.High, current.ReviewDue), (room.Entry!.Status, room.Entry.Tier, room.Entry.NextReview));
        Assert.Equal([Rita.Id, Priya.Id], Told(room, NotificationKind.TierRaised));
        Assert.StartsWith("Saved. The risk is now High. You can keep using it", room.Problem, StringComparison.Ordinal);
        Whole(room);
    }

    [Fact]
    public void What_nobody_reviews_within_thirty_days_lapses()
    {
        var room = Approved(CaseAnswers.Medium);
        room.Now = room.Now.AddDays(100);
        Set(room, Sam, "High");
        room.Now = room.Now.AddDays(1);
        Assert.Empty(Told(room, NotificationKind.ReviewSoon));
        room.Now = room.Now.AddDays(14);
        room.Tick();
        Assert.Equal(ReviewState.Overdue, room.Case!.ReviewState);
        room.Now = room.Now.AddDays(17);
        room.Tick();
        Assert.Equal((ReviewState.Lapsed, EntryStatus.Lapsed), (room.Case.ReviewState, room.Entry!.Status));
        Whole(room);
    }

    [Fact]
    public void A_raised_tier_goes_with_the_review_and_everybody_approves_it()
    {
        var room = Approved(CaseAnswers.Medium);
        Set(room, Sam, "High");
        room.Say(Rita, $"review {room.Entry!.Id}");
        room.SendAsItIs(Rita);
        var review = room.Case!;
        Assert.Equal((Tier.High, Tier.Medium, Sam.Person), (review.Assessment.Tier, review.Assessment.ComputedTier, review.TierChange!.By));
        room.Approve(Priya);
        Assert.True(room.Case!.IsOpen);
        room.Approve(Sam);
        Assert.Equal(CaseStatus.Approved, room.Case.Status);
        Whole(room);
    }

    [Fact]
    public void Asking_again_does_not_shed_a_raised_tier()
    {
        var room = With(CaseAnswers.Medium);
        Set(room, Sam, "High");
        room.Reject(Sam);
        room.Press(Rita, "edit", slot: "receipt");
        room.NextCaseId = "REQ-2026-0013";
        Assert.Equal("High risk", Assert.IsType<View.Summary>(room.Last.Answer).Tier);
        room.PressDraft(Rita, "submit");
        Assert.Equal(("REQ-2026-0013", Tier.High, Why), (room.Case!.Id, room.Case.Assessment.Tier, room.Case.TierChange!.Reason));
        Whole(room);
    }

    [Fact]
    public void A_lower_tier_does_not_go_with_the_review()
    {
        var room = Approved(CaseAnswers.High);
        Set(room, Carla, "Medium", "2027-03-01");
        room.Say(Rita, $"review {room.Entry!.Id}");
        room.SendAsItIs(Rita);
        Assert.Equal((Tier.High, null), (room.Case!.Assessment.Tier, room.Case.TierChange));
        room.Approve(Priya);
        Assert.True(room.Case.IsOpen);
        Whole(room);
    }

    [Fact]
    public void A_review_that_is_due_does_not_wait_because_the_tier_is_lower()
    {
        var room = Approved(CaseAnswers.High);
        room.Now = room.Now.AddMonths(12).AddDays(15);
        room.Tick();
        Assert.Equal(ReviewState.Overdue, room.Case!.ReviewState);
        var due = room.Entry!.NextReview;
        Set(room, Carla, "Medium", "2028-01-10");
        Assert.Equal((ReviewState.Overdue, due, Tier.Medium), (room.Case.ReviewState, room.Entry.NextReview, room.Entry.Tier));
        Whole(room);
    }

    [Fact]
    public void Other_answers_keep_a_raised_tier_while_it_is_above_theirs()
    {
        var room = With(CaseAnswers.Medium);
        Set(room, Sam, "High");
        room.Send(CaseAnswers.Medium.With("volume", "medium"), Rita, room.Case!.Id);
        Assert.Equal((Tier.High, Tier.Medium), (room.Case!.Assessment.Tier, room.Case.Assessment.ComputedTier));
        Whole(room);
        room.Send(CaseAnswers.High, Rita, room.Case.Id);
        Assert.Equal((Tier.High, null, null), (room.Case!.Assessment.Tier, room.Case.Assessment.ComputedTier, room.Case.TierChange));
        Assert.Contains(room.Case.History, line => line.Words == "Answers changed: the tier that Sam raised to High is no longer needed");
        Whole(room);
    }

    [Fact]
    public void Other_answers_end_a_lowered_tier_and_the_reviewers_read_so()
    {
        var room = With(CaseAnswers.High);
        Set(room, Carla, "Medium", "2027-03-01");
        room.Send(CaseAnswers.High.With("volume", "medium"), Rita, room.Case!.Id);
        Assert.Equal((Tier.High, null, null), (room.Case!.Assessment.Tier, room.Case.Assessment.ComputedTier, room.Case.TierChange));
        Assert.Contains(
            room.Case.History,
            line => line.Words == "Answers changed: the tier that Carla lowered to Medium no longer applies"
        );
        Whole(room);
    }

    [Fact]
    public void A_tier_that_is_less_lowered_ends_on_the_same_day()
    {
        var room = With(CaseAnswers.High.With("volume", "small"));
        Set(room, Carla, "Low", "2027-03-01");
        Set(room, Sam, "Medium");
        Assert.Equal((Tier.Medium, new DateOnly(2027, 3, 1)), (room.Case!.Assessment.Tier, room.Case.TierChange!.Until));
        Set(room, Sam, "High");
        Assert.Equal((Tier.High, null, null), (room.Case!.Assessment.Tier, room.Case.Assessment.ComputedTier, room.Case.TierChange));
        Assert.Equal($"Sam set the tier back to High, as the policy gives it: {Why}", room.Case.History[^1].Words);
        Whole(room);
    }

    [Fact]
    public void The_ciso_takes_back_a_raised_tier_without_an_end()
    {
        var room = With(CaseAnswers.Medium);
        Set(room, Sam, "Critical");
        Assert.Equal("tier.not_lowering", Set(room, Priya, "Medium").Refused);
        Set(room, Carla, "High");
        Assert.Equal((Tier.High, null), (room.Case!.Assessment.Tier, room.Case.TierChange!.Until));
        Set(room, Carla, "Medium");
        Assert.Null(room.Case!.TierChange);
        Whole(room);
    }

    [Fact]
    public void Lowering_twice_starts_from_the_answers()
    {
        var room = With(CaseAnswers.High);
        Set(room, Carla, "Medium", "2027-03-01");
        Set(room, Carla, "Low", "2027-01-15");
        Assert.Equal(
            (Tier.Low, Tier.High, Tier.Medium, new DateOnly(2027, 1, 15)),
            (room.Case!.Assessment.Tier, room.Case.Assessment.ComputedTier, room.Case.TierChange!.From, room.Case.TierChange.Until)
        );
        Assert.Equal("tier.same", Set(room, Carla, "Low", "2027-03-01").Refused);
        Whole(room);
    }

    public static readonly TheoryData<string, string, string?, string?, string> Refused = new()
    {
        { "Rita", "High", null, Why, "refusal.own_request" },
        { "Stranger", "High", null, Why, "refusal.not_approver" },
        { "Auditor", "High", null, Why, "refusal.not_approver" },
        { "Admin", "High", null, Why, "refusal.not_approver" },
        { "Sam", "Low", "2027-01-15", Why, "tier.not_lowering" },
        { "Carla", "High", null, Why, "tier.not_reviewer" },
        { "Sam", "Medium", null, Why, "tier.same" },
        { "Sam", "", null, Why, "tier.missing" },
        { "Sam", "Root", null, Why, "tier.missing" },
        { "Sam", "3", null, Why, "tier.missing" },
        { "Sam", "high", null, Why, "tier.missing" },
        { "Sam", "High", null, "Because.", "refusal.too_short" },
        { "Sam", "High", null, "", "refusal.too_short" },
        { "Carla", "Low", null, Why, "tier.until_range" },
        { "Carla", "Low", "2026-11-17", Why, "tier.until_range" },
        { "Carla", "Low", "2027-05-17", Why, "tier.until_range" },
        { "Carla", "Low", "never", Why, "tier.until_range" },
        { "Carla", "Low", "5/12/2026", Why, "field.day_either" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void What_is_wrong_is_a_refusal_and_changes_nothing(string who, string tier, string? until, string? reason, string key)
    {
        var room = With(CaseAnswers.Medium.With("volume", "medium").With("proof", "none"));
        var before = room.Case;
        var actor = new[] { Rita, Stranger, Auditor, Admin, Sam, Carla }.Single(one => one.Person.Name == who);
        Assert.Equal(key, Set(room, actor, tier, until, reason).Refused);
        Assert.Same(before, room.Case);
    }

    /// <summary>The last day that is taken: 180 days ahead.</summary>
    [Fact]
    public void The_end_of_a_lower_tier_is_up_to_180_days_ahead()
    {
        var room = With(CaseAnswers.High);
        Assert.Null(Set(room, Carla, "Medium", "2027-05-16").Refused);
    }

    [Fact]
    public void Nobody_goes_below_a_floor_that_is_never_gone_under()
    {
        var room = With(Decides);
        Assert.Equal((Tier.High, "tier.below_floor"), (room.Case!.Assessment.Tier, Set(room, Carla, "Medium", "2027-03-01").Refused));
        Assert.Equal("It can't go below High: it helps decide about people (F6).", room.Problem);
        var live = With(CaseAnswers.Critical);
        Assert.Equal("tier.below_floor", Set(live, Carla, "High", "2027-03-01").Refused);
        Assert.Equal("It can't go below Critical: they host our live product (F1).", live.Problem);
    }

    [Fact]
    public void A_raised_tier_comes_down_as_far_as_the_floor()
    {
        var room = With(Decides);
        Set(room, Sam, "Critical");
        Assert.Equal("tier.below_floor", Set(room, Carla, "Medium", "2027-03-01").Refused);
        Assert.Null(Set(room, Carla, "High").Refused);
        Assert.Null(room.Case!.TierChange);
    }

    [Fact]
    public void A_ciso_who_owns_it_or_got_the_role_from_who_asked_lowers_nothing()
    {
        var owned = With(CaseAnswers.High.OwnedBy(Owner), roles: RolesOf((RoleNames.Security, [Sam, Priya]), (RoleNames.Ciso, [Owner])));
        Assert.Equal("refusal.owner", Set(owned, Owner, "Medium", "2027-03-01").Refused);
        var asked = With(CaseAnswers.High, Carla);
        Assert.Equal("refusal.own_request", Set(asked, Carla, "Medium", "2027-03-01").Refused);
        var room = With(CaseAnswers.High, Admin);
        var company = new CaseRoles(room, Carla);
        Assert.True(company.Says(Admin, $"roles add ciso {Stranger.Person.Name}"));
        Assert.NotNull(Set(room, Stranger, "Medium", "2027-03-01").Refused);
        Assert.Equal(Tier.High, room.Case!.Assessment.Tier);
    }

    [Fact]
    public void A_card_from_before_keeps_what_was_typed_and_sets_nothing()
    {
        var room = With(CaseAnswers.Medium);
        room.Send(CaseAnswers.Medium.With("volume", "medium"), Rita, room.Case!.Id);
        Set(room, Sam, "High", version: 1);
        var form = Assert.IsType<View.Form>(room.Last.Answer);
        Assert.Equal(
            (CaseScenario.Wording["refusal.stale"], Why),
            (form.Problem, form.Fields.Single(field => field.Id == "comment").Value)
        );
        Assert.Null(room.Case!.TierChange);
        Assert.Equal("refusal.stale", room.Press(Sam, Verbs.Tier, version: 1).Refused);
    }

    [Fact]
    public void A_second_press_of_the_same_form_changes_nothing()
    {
        var room = With(CaseAnswers.Medium);
        Set(room, Sam, "High");
        var once = room.Case;
        Assert.Equal("tier.same", Set(room, Sam, "High", version: 1).Refused);
        Assert.Same(once, room.Case);
        Assert.Equal(["tier-REQ-2026-0012-c1-teams:sam"], room.Operations.Skip(1));
    }

    [Theory]
    [InlineData("REQ-2026-0099"), InlineData("SUP-0099")]
    public void A_press_that_names_another_case_is_about_none(string target)
    {
        var room = With(CaseAnswers.Medium);
        room.Press(Sam, Verbs.Tier, target, values: [("tier", "High"), ("comment", Why)]);
        Assert.Equal(("refusal.which_case", Tier.Medium), (room.Last.Refused, room.Case!.Assessment.Tier));
    }

    [Fact]
    public void What_is_decided_otherwise_or_being_ended_keeps_its_tier()
    {
        var rejected = With(CaseAnswers.Medium);
        rejected.Reject(Sam);
        Assert.Equal("refusal.already_decided", Set(rejected, Sam, "High").Refused);
        var ending = Approved(CaseAnswers.Medium);
        ending.Press(Rita, "exit", "sent", values: [("exit_access", "closed")]);
        Assert.Equal("tier.leaving", Set(ending, Sam, "High").Refused);
        var reviewed = UnderReview(CaseAnswers.Medium);
        reviewed.PressEarlier(Sam, Verbs.Tier, "sent", ("tier", "High"), ("comment", Why));
        Assert.Equal(("tier.under_review", Tier.Medium), (reviewed.Last.Refused, reviewed.Earlier!.Assessment.Tier));
    }

    [Fact]
    public void The_form_offers_what_the_person_may_set()
    {
        Assert.Equal(["High", "Critical"], Offered(Sam));
        Assert.Equal(["Low"], Offered(Carla));
        var form = Form(Carla);
        Assert.Equal(["tier", "comment", "until"], form.Fields.Select(field => field.Id));
        Assert.Equal([new("Medium risk", "Now")], form.Lines);

        View.Form Form(Actor actor)
        {
            var room = With(CaseAnswers.Medium);
            return Assert.IsType<View.Form>(room.Say(actor, $"tier {room.Case!.Id}").Answer);
        }

        IEnumerable<string> Offered(Actor actor) => Form(actor).Fields[0].Choices.Select(choice => choice.Id);
    }

    [Fact]
    public void Everybody_who_may_finds_the_button_on_the_card()
    {
        var room = With(CaseAnswers.Medium);
        Assert.Contains(Verbs.Tier, Buttons(room.Press(Sam, Verbs.Review)));
        Assert.Equal([Verbs.Tier], Buttons(room.Press(Carla, Verbs.Open)));
        Assert.Empty(Buttons(room.Press(Auditor, Verbs.Open)));
        Assert.DoesNotContain(Verbs.Tier, Buttons(room.Press(Rita, Verbs.Open)));
        room.Approve(Sam);
        Assert.Contains(Verbs.Tier, Buttons(room.Press(Priya, Verbs.Open)));
        Assert.Contains(Verbs.Tier, Buttons(room.Press(Carla, Verbs.Open)));
    }

    [Fact]
    public void Every_card_says_who_set_the_tier_and_why()
    {
        var room = With(CaseAnswers.Medium);
        Set(room, Sam, "High");
        var why = $"Medium by the policy; raised by Sam on Tue 17 Nov: {Why}";
        var words = $"High risk ({why})";
        var review = Assert.IsType<View.Review>(room.Show("review-security"));
        var deciding = Assert.IsType<View.Deciding>(room.Press(Priya, Verbs.Review).Answer);
        Assert.Equal(("High risk", why), (review.Badge!.Words, review.Tier));
        Assert.Equal(("High risk", why), (deciding.Badge!.Words, deciding.Tier));
        Assert.Equal(words, Assert.IsType<View.Receipt>(room.Show("receipt")).Lines[0]);
        room.Approve(Sam);
        room.Approve(Priya);
        var decided = Assert.IsType<View.Decided>(room.Show("review-security"));
        Assert.Contains(new($"Medium by the policy; raised by Sam on Tue 17 Nov: {Why}", "High"), decided.Details);
        Assert.EndsWith(
            "Its risk tier is High; the policy gives Medium.",
            EntryCard.Words(room.Entry!, CaseScenario.Policy, room.Context),
            StringComparison.Ordinal
        );
    }

    private static IEnumerable<string> Buttons(Outcome outcome) => outcome.Answer!.Buttons.Select(button => button.Verb);

    private static string? Detail(AuditEvent auditEvent, string name) => auditEvent.Details.LastOrDefault(pair => pair.Key == name).Value;

    private static IEnumerable<PersonId> Told(CaseScenario room, NotificationKind kind) =>
        room.Case!.Notifications.Where(notification => notification.Kind == kind).Select(notification => notification.To.Id);

    private static void Whole(CaseScenario room)
    {
        Assert.Empty(CaseVerifier.Contradictions(room.Case!, room.Facts, CaseScenario.Policy));
        if (EntryVerifier.StandsBehind(room.Case!))
            Assert.Empty(EntryVerifier.Contradictions(room.Entry!, room.Case!, room.Entry!.Review?.CaseId));
    }

    private static Outcome Set(
        CaseScenario room,
        Actor actor,
        string tier,
        string? until = null,
        string? reason = Why,
        int? version = null
    ) => room.Press(actor, Verbs.Tier, "sent", version, values: [("tier", tier), ("comment", reason ?? ""), ("until", until ?? "")]);
}
