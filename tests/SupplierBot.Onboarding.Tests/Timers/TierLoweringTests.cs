using CsCheck;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Timers;

/// <summary>A tier lower than that of the answers ends by itself.</summary>
public sealed class TierLoweringTests
{
    private static readonly DateTimeOffset EndOfIt = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Seven_days_before_who_lowered_it_and_security_are_reminded()
    {
        var room = Lowered(approved: true);
        room.Now = new(2027, 2, 22, 8, 59, 0, TimeSpan.Zero);
        room.Tick();
        Assert.Empty(Told(room, NotificationKind.TierLoweringSoon));
        room.Now = new(2027, 2, 22, 9, 0, 0, TimeSpan.Zero);
        room.Tick();
        Assert.Equal([Carla.Id, Sam.Id, Priya.Id], Told(room, NotificationKind.TierLoweringSoon));
        var notice = Assert.IsType<View.Notice>(room.Show("told-TierLoweringSoon-20270301-teams:carla"));
        Assert.Equal("Lower tier ends on Mon 1 Mar: Acme Notes", notice.Title);
        Assert.Equal(Tier.Medium, room.Case!.Assessment.Tier);
        Assert.Equal(EndOfIt, room.Case.Wakes);
    }

    [Fact]
    public void On_the_day_what_is_in_use_has_the_tier_of_its_answers_and_a_review_is_due()
    {
        var room = Lowered(approved: true);
        room.Now = EndOfIt;
        room.Tick();
        var current = room.Case!;
        Assert.Equal(
            (CaseStatus.Approved, Tier.High, null, null),
            (current.Status, current.Assessment.Tier, current.Assessment.ComputedTier, current.TierChange)
        );
        Assert.Equal((new DateOnly(2027, 3, 1), ReviewState.Due), (current.ReviewDue, current.ReviewState));
        Assert.Equal(
            (EntryStatus.ReviewDue, Tier.High, null, null),
            (room.Entry!.Status, room.Entry.Tier, room.Entry.ComputedTier, room.Entry.TierUntil)
        );
        Assert.Equal([Rita.Id, Carla.Id, Sam.Id, Priya.Id], Told(room, NotificationKind.TierLoweringEnded));
        Assert.Equal("Lower tier ended: the policy's tier applies again", current.History[^1].Words);
        var ended = room.Facts[^1].Event;
        Assert.Equal((AuditEventKind.TierLoweringEnded, CaseTimers.Nobody), (ended.Kind, ended.Actor));
        Assert.Contains(new("review_due", "2027-03-01"), ended.Details);
        Whole(room);
        room.Now = EndOfIt.AddDays(31);
        room.Tick();
        Assert.Equal(EntryStatus.Lapsed, room.Entry.Status);
        Whole(room);
    }

    [Fact]
    public void On_the_day_approvals_of_an_open_case_are_void()
    {
        var room = With(CaseAnswers.Critical.With("access", "upload").With("volume", "large"));
        Assert.Equal(Tier.High, room.Case!.Assessment.Tier);
        Set(room, Sam, "Critical");
        Set(room, Carla, "Medium", "2026-11-20");
        room.Send(room.Case.Answers.With("purpose", "The same."), Rita, room.Case.Id);
        Assert.Null(room.Case.TierChange);
        Set(room, Carla, "Medium", "2026-11-20");
        room.Press(Sam, "ask", "sent", values: [("question", "Who has the contract?")]);
        room.Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
        room.Tick();
        var current = room.Case!;
        Assert.Equal((CaseStatus.InfoRequested, Tier.High, 0), (current.Status, current.Assessment.Tier, current.Approvals.Count));
        Assert.Equal(Utc.DueAfter(room.Now, 5), current.DueAt);
        Assert.Contains(new("approvals", "void"), room.Facts[^1].Event.Details);
        Assert.Contains(Rita.Id, Told(room, NotificationKind.TierLoweringEnded));
        Whole(room);
    }

    [Fact]
    public void A_yes_for_the_lower_tier_counts_no_more()
    {
        var room = With(CaseAnswers.Critical.With("access", "upload"));
        Set(room, Sam, "Critical");
        Set(room, Carla, "High");
        Assert.Null(room.Case!.TierChange);
        var live = With(
            CaseAnswers.High,
            roles: RolesOf((RoleNames.Security, [Sam, Priya]), (RoleNames.Ciso, [Carla]), (RoleNames.Privacy, [Owner]))
        );
        Set(live, Carla, "Medium", "2026-11-19");
        live.Send(live.Case!.Answers.With("volume", "large"), Rita, live.Case.Id);
        Set(live, Carla, "Medium", "2026-11-19");
        live.Approve(Sam);
        Assert.Single(live.Case.Approvals);
        live.Now = new(2026, 11, 19, 9, 0, 0, TimeSpan.Zero);
        live.Tick();
        Assert.Equal((true, 0, Tier.High), (live.Case.IsOpen, live.Case.Approvals.Count, live.Case.Assessment.Tier));
        Whole(live);
    }

    [Fact]
    public void After_a_standstill_it_ends_once_and_nobody_is_reminded_of_it()
    {
        var room = Lowered(approved: true);
        room.Now = EndOfIt.AddDays(40);
        while (room.Tick() is not null) { }
        Assert.Empty(Told(room, NotificationKind.TierLoweringSoon));
        Assert.Single(room.Facts, fact => fact.Event.Kind == AuditEventKind.TierLoweringEnded);
        Assert.Equal(new DateOnly(2027, 4, 10), room.Case!.ReviewDue);
        Whole(room);
    }

    /// <summary>Also where a clock that was ahead ended it before, and it was lowered until the same day again.</summary>
    [Fact]
    public void The_same_day_again_is_another_end()
    {
        var room = Lowered(approved: true);
        room.Now = EndOfIt;
        room.Tick();
        room.Now = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);
        Set(room, Carla, "Medium", "2027-03-01");
        Assert.Equal(Tier.Medium, room.Case!.Assessment.Tier);
        room.Now = EndOfIt;
        room.Tick();
        Assert.Equal((Tier.High, null), (room.Case.Assessment.Tier, room.Case.TierChange));
    }

    private sealed record Step(int Who, int Tier, int Days, int Does, int Hours);

    private static readonly Gen<(int Answers, Step[] Steps)> Histories = Gen.Select(
        Gen.Int[0, 4],
        Gen.Select(
            Gen.Int[0, 4],
            Gen.Int[0, 4],
            Gen.Int[-1, 181],
            Gen.Int[0, 9],
            Gen.Int[0, 400],
            (who, tier, days, does, hours) => new Step(who, tier, days, does, hours)
        ).Array[1, 25]
    );

    /// <summary>Whoever presses whatever, in whatever order, with time in between.</summary>
    [Fact]
    public void No_sequence_goes_below_a_floor_or_keeps_a_lower_tier_for_ever()
    {
        var (lowered, ended) = (0, 0);
        Histories.Sample(
            history =>
            {
                var room = With(AnswersOf(history.Answers));
                foreach (var step in history.Steps)
                {
                    Take(room, step);
                    lowered += room.Case!.TierChange?.Until is null ? 0 : 1;
                    Bounded(room);
                }
                ended += Ends(room);
            },
            iter: 150,
            threads: 1
        );
        Assert.True(lowered > 50 && ended > 3, $"{lowered} were lowered, {ended} ended");
    }

    private static void Take(CaseScenario room, Step step)
    {
        var actor = new[] { Rita, Sam, Priya, Carla, Carla }[step.Who];
        room.Now = room.Now.AddHours(step.Hours);
        room.Tick();
        switch (step.Does)
        {
            case 0:
                room.Approve(actor);
                break;
            case 1 when room.Case!.IsOpen:
                room.Send(AnswersOf(step.Tier).With("purpose", $"Step {step.Days}"), Rita, room.Case.Id);
                break;
            default:
                Set(room, actor, ((Tier)step.Tier).ToString(), Dates.Value(Utc.Today(room.Now).AddDays(step.Days)));
                break;
        }
    }

    private static void Bounded(CaseScenario room)
    {
        var current = room.Case!;
        Assert.All(
            current.Assessment.Floors.Where(floor => floor.Id is "F1" or "F2" or "F4" or "F6"),
            floor => Assert.True(current.Assessment.Tier >= floor.Minimum, $"{current.Assessment.Tier} is below {floor.Id}")
        );
        var computed = current.Assessment.ComputedTier ?? current.Assessment.Tier;
        Assert.Equal(current.Assessment.Tier < computed, current.TierChange?.Until is not null);
        Assert.Equal(current.Assessment.Tier == computed, current.TierChange is null);
        if (current.TierChange?.Until is { } until)
            Assert.InRange(until.DayNumber - Utc.Today(room.Now).DayNumber, 0, 180);
        Whole(room);
    }

    private static int Ends(CaseScenario room)
    {
        if (room.Case!.TierChange?.Until is null)
            return 0;
        room.Now = room.Now.AddDays(184);
        while (room.Tick() is not null) { }
        Assert.True(room.Case.TierChange is null || !(room.Case.IsOpen || room.Case.IsApproved));
        return 1;
    }

    private static Onboarding.Intake.Answers AnswersOf(int number) =>
        number switch
        {
            0 => CaseAnswers.Medium,
            1 => CaseAnswers.High,
            2 => CaseAnswers.Critical,
            3 => CaseAnswers.Medium.With("effects", "decides"),
            _ => CaseAnswers.High.With("data", "special"),
        };

    private static CaseScenario Lowered(bool approved)
    {
        var room = approved ? Approved(CaseAnswers.High) : With(CaseAnswers.High);
        Set(room, Carla, "Medium", "2027-03-01");
        Assert.Equal(Tier.Medium, room.Case!.Assessment.Tier);
        return room;
    }

    private static IEnumerable<PersonId> Told(CaseScenario room, NotificationKind kind) =>
        room.Case!.Notifications.Where(notification => notification.Kind == kind).Select(notification => notification.To.Id);

    private static void Whole(CaseScenario room)
    {
        Assert.Empty(CaseVerifier.Contradictions(room.Case!, room.Facts, CaseScenario.Policy));
        Assert.Empty(EntryVerifier.Contradictions(room.Entry!, room.Case!, null));
    }

    private static Outcome Set(CaseScenario room, Actor actor, string tier, string until = "") =>
        room.Press(actor, Verbs.Tier, "sent", values: [("tier", tier), ("comment", "They were in the news for a leak."), ("until", until)]);
}
