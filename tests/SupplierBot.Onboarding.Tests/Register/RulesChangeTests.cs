using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Register;

/// <summary>A later policy gives what is approved another tier.</summary>
public sealed class RulesChangeTests
{
    private static readonly DateTimeOffset Later = new(2027, 1, 12, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Personal data is High, not Medium.</summary>
    private static readonly Policy Stricter = Changed("stricter", "F14", Tier.High);

    [Fact]
    public void A_higher_tier_makes_the_review_due_now_and_owner_and_security_hear_of_it()
    {
        var room = InUse(CaseAnswers.Medium);
        var (content, assessment) = (room.Case!.ContentVersion, room.Case.Assessment);
        Assert.NotNull(room.Compare(Stricter));
        var current = room.Case;
        Assert.Equal(
            (new DateOnly(2027, 1, 12), ReviewState.Due, EntryStatus.ReviewDue),
            (current.ReviewDue, current.ReviewState, room.Entry!.Status)
        );
        Assert.Equal(new DateOnly(2027, 1, 12), room.Entry.NextReview);
        Assert.Equal(new RulesChange("stricter", Stricter.Hash, Tier.Medium, Tier.High), current.RulesChange);
        Assert.Equal((content, assessment, CaseScenario.Policy.Hash), (current.ContentVersion, current.Assessment, current.PolicyHash));
        Assert.Equal([Rita.Id, Sam.Id, Priya.Id], Told(room));
        Assert.Equal("Policy changed (version stricter): High instead of Medium, review due", current.History[^1].Words);
        var fact = room.Facts[^1].Event;
        Assert.Equal((AuditEventKind.RulesChanged, CaseTimers.Nobody), (fact.Kind, fact.Actor));
        Assert.Equal(
            [
                new("moment", $"RulesChanged-{Stricter.Hash}"),
                new("rules", Stricter.Hash),
                new("rules_version", "stricter"),
                new("from", "Medium"),
                new("to", "High"),
                new("review_due", "2027-01-12"),
            ],
            fact.Details.Take(6)
        );
        Whole(room);
    }

    [Fact]
    public void The_message_says_what_changed_and_starts_a_review()
    {
        var room = InUse(CaseAnswers.Medium);
        room.Compare(Stricter);
        var notice = Assert.IsType<View.Notice>(room.Show("told-RulesChanged-1-teams:sam"));
        Assert.Equal("Policy changed: Acme Notes would be High", notice.Title);
        Assert.Equal(
            "Under version stricter of the policy it would be High instead of Medium. Start a review. You can keep using Acme Notes, but if it "
                + "isn't reviewed by Thu 11 Feb, don't start anything new with it.",
            notice.Lines[0].Text
        );
        Assert.Equal([Verbs.Renew, Verbs.Open], notice.Buttons.Select(button => button.Verb));
    }

    [Fact]
    public void The_timers_of_a_review_follow()
    {
        var room = InUse(CaseAnswers.Medium);
        room.Compare(Stricter);
        room.Now = Later.AddDays(14);
        room.Tick();
        Assert.Equal(ReviewState.Overdue, room.Case!.ReviewState);
        room.Now = Later.AddDays(31);
        room.Tick();
        Assert.Equal(EntryStatus.Lapsed, room.Entry!.Status);
        Whole(room);
    }

    [Fact]
    public void The_review_that_is_started_from_it_is_about_the_rules_and_asks_everybody_again()
    {
        var room = InUse(CaseAnswers.Medium);
        room.Compare(Stricter);
        room.Press(Rita, Verbs.Renew);
        Assert.Equal(["T12"], room.Draft!.ReviewOrigin!.Triggers);
        Assert.Equal(CaseScenario.Policy.Questions.Select(question => question.Id), room.Draft.AskAgain);
        room.SendAsItIs(Rita);
        Assert.Equal((true, false), (room.Case!.IsOpen, PeriodicReview.Confirms(room.Case)));
        Assert.Equal(["T12"], room.Case.ReviewOrigin!.Triggers);
        Assert.Empty(CaseVerifier.Contradictions(room.Case, room.Facts, CaseScenario.Policy));
    }

    [Fact]
    public void A_review_for_another_reason_is_about_nothing() =>
        Assert.Empty(RulesChanges.Triggers(InUse(CaseAnswers.Medium).Case!, CaseScenario.Policy));

    [Fact]
    public void The_same_and_a_lower_tier_do_nothing()
    {
        Assert.Null(InUse(CaseAnswers.Medium).Compare(Changed("same", "F14", Tier.Medium)));
        var lower = Changed("lower", "F11", Tier.Medium);
        Assert.Equal(Tier.Medium, Onboarding.Risk.Assessor.TierOf(lower, CaseAnswers.High));
        Assert.Null(InUse(CaseAnswers.High).Compare(lower));
    }

    [Fact]
    public void The_policy_of_the_case_itself_does_nothing() => Assert.Null(InUse(CaseAnswers.Medium).Compare(CaseScenario.Policy));

    [Fact]
    public void A_policy_without_the_trigger_does_nothing() =>
        Assert.Null(InUse(CaseAnswers.Medium).Compare(Stricter with { Triggers = [.. Stricter.Triggers.Where(one => one.Id != "T12")] }));

    [Fact]
    public void A_choice_that_the_later_policy_no_longer_has_is_not_picked()
    {
        var room = InUse(CaseAnswers.Medium.With("proof", "a_badge_of_old"));
        room.Compare(Stricter);
        Assert.Equal(Tier.High, room.Case!.RulesChange?.To);
    }

    [Fact]
    public void It_happens_once_for_a_policy_and_again_for_the_next()
    {
        var room = InUse(CaseAnswers.Medium);
        room.Compare(Stricter);
        Assert.Null(room.Compare(Stricter));
        room.Now = Later.AddDays(3);
        var strictest = Changed("strictest", "F14", Tier.Critical);
        Assert.NotNull(room.Compare(strictest));
        Assert.Null(room.Compare(Stricter));
        Assert.Equal((Tier.Critical, new DateOnly(2027, 1, 12)), (room.Case!.RulesChange!.To, room.Case.ReviewDue));
        Assert.Equal(6, Told(room).Count());
        Whole(room);
    }

    [Fact]
    public void Two_replicas_do_the_same_operation()
    {
        var room = InUse(CaseAnswers.Medium);
        var other = RulesChanges.Of(room.Case!, room.Entry, Stricter, CaseScenario.Policy, room.Context);
        Assert.Equal(other!.Operation, room.Compare(Stricter)!.Operation);
        Assert.Equal($"rules-REQ-2026-0012-{Stricter.Hash}", other.Operation);
    }

    [Fact]
    public void What_is_reviewed_replaced_offboarded_or_not_approved_is_left_alone()
    {
        var reviewed = UnderReview(CaseAnswers.Medium);
        Assert.Null(reviewed.Compare(Stricter));
        Assert.Null(RulesChanges.Of(reviewed.Earlier!, reviewed.Entry, Stricter, CaseScenario.Policy, reviewed.Context));
        var room = InUse(CaseAnswers.Medium);
        Assert.Null(Of(room.Case! with { Replaced = true }, room.Entry, room));
        Assert.Null(Of(room.Case, room.Entry! with { CaseId = "REQ-2027-0001" }, room));
        Assert.Null(Of(room.Case, null, room));
        Assert.Null(With(CaseAnswers.Medium).Compare(Stricter));
        room.Press(
            Rita,
            Verbs.Exit,
            "sent",
            values: [("exit_access", "Accounts closed."), ("exit_data", "Deletion letter is here."), ("exit_moved", "There were none.")]
        );
        Assert.NotNull(room.Case.Offboarding);
        Assert.Null(room.Compare(Stricter));
    }

    [Fact]
    public void A_tier_that_somebody_raised_so_far_already_needs_no_review()
    {
        var room = InUse(CaseAnswers.Medium);
        Set(room, Sam, "High");
        Assert.Null(room.Compare(Stricter));
        var lowered = InUse(CaseAnswers.High);
        Set(lowered, Carla, "Medium", "2027-03-01");
        Assert.Null(lowered.Compare(Stricter));
        Assert.NotNull(lowered.Compare(Changed("strictest", "F11", Tier.Critical)));
        Assert.Equal((Tier.High, Tier.Critical), (lowered.Case!.RulesChange!.From, lowered.Case.RulesChange.To));
        Whole(lowered);
    }

    [Fact]
    public void A_review_that_was_overdue_keeps_its_day()
    {
        var room = InUse(CaseAnswers.Medium);
        var due = room.Entry!.NextReview!.Value;
        room.Now = new(due.AddDays(16), new(10, 0), TimeSpan.Zero);
        room.Tick();
        Assert.Equal(ReviewState.Overdue, room.Case!.ReviewState);
        room.Compare(Stricter);
        Assert.Equal((due, ReviewState.Overdue), (room.Case.ReviewDue, room.Case.ReviewState));
        Whole(room);
    }

    [Theory]
    [InlineData("gone"), InlineData("other"), InlineData("version")]
    public void What_is_kept_of_it_and_is_not_in_its_facts_is_found(string what)
    {
        var room = InUse(CaseAnswers.Medium);
        room.Compare(Stricter);
        var change = room.Case!.RulesChange!;
        var forged = what switch
        {
            "gone" => null,
            "other" => change with { To = Tier.Critical },
            _ => change with { PolicyVersion = "another" },
        };
        Assert.Contains(
            "the policy that gives it a higher tier is not the one in its facts",
            CaseVerifier.Contradictions(room.Case with { RulesChange = forged }, room.Facts, CaseScenario.Policy)
        );
    }

    private static CaseScenario InUse(Answers answers)
    {
        var room = Approved(answers);
        room.Now = Later;
        return room;
    }

    internal static Policy Changed(string version, string floor, Tier minimum) =>
        PolicyText.Policy with
        {
            Version = version,
            Hash = $"hash of {version}",
            Floors = [.. PolicyText.Policy.Floors.Select(one => one.Id == floor ? one with { Minimum = minimum } : one)],
        };

    private static Outcome? Of(Case current, RegisterEntry? kept, CaseScenario room) =>
        RulesChanges.Of(current, kept, Stricter, CaseScenario.Policy, room.Context);

    private static IEnumerable<PersonId> Told(CaseScenario room) =>
        room.Case!.Notifications.Where(one => one.Kind == NotificationKind.RulesChanged).Select(one => one.To.Id);

    private static void Set(CaseScenario room, Actor actor, string tier, string until = "") =>
        room.Press(actor, Verbs.Tier, "sent", values: [("tier", tier), ("comment", "They were in the news for a leak."), ("until", until)]);

    private static void Whole(CaseScenario room)
    {
        Assert.Empty(CaseVerifier.Contradictions(room.Case!, room.Facts, CaseScenario.Policy));
        Assert.Empty(EntryVerifier.Contradictions(room.Entry!, room.Case!, null));
    }
}
