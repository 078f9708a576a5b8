using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Timers;

/// <summary>
/// What time alone does to a case: it reminds, escalates, closes what the requester never answered, and suspends what was promised and not
/// kept. It never decides: silence approves nothing and rejects nothing. Pure; a late run does once what was missed.
/// </summary>
public static class CaseTimers
{
    /// <summary>In events, where a person's id would be.</summary>
    public static readonly PersonId Nobody = new("clock");

    /// <summary>Of one run, which is one transaction; what is due beyond them comes a minute later.</summary>
    private const int MostAtOnce = 10;

    /// <summary>Something became due by a clock that was ahead.</summary>
    public static bool RanAhead(Case current, Policy policy, WorkingCalendar calendar, DateTimeOffset now) =>
        !ReferenceEquals(ClockAhead.PutRight(current, policy, calendar, now), current);

    /// <summary>When there is something to do again; <see cref="DateTimeOffset.MaxValue"/> for never.</summary>
    public static DateTimeOffset Wakes(Case current, Policy policy, WorkingCalendar calendar) =>
        DueTimers
            .Of(current, policy, calendar, DateTimeOffset.MinValue)
            .Where(timer => !current.Passed.Contains(timer.Id))
            .Select(timer => timer.At)
            .DefaultIfEmpty(DateTimeOffset.MaxValue)
            .Min();

    /// <summary>Null where nothing is due, and the case knows when it wakes.</summary>
    /// <param name="kept">The register entry; null where it is not known.</param>
    public static Outcome? Tick(Case current, RegisterEntry? kept, Policy policy, Context context)
    {
        if (current.Undoable?.IsHeld(context.Now) == true || context.Now < kept?.Held?.Until)
            return null;
        if (kept is not null && kept.CaseId != current.Id && current is { IsOpen: false, Replaced: false })
            return Notified(current, current with { Replaced = true }, [], [], kept, policy, context);
        var after = ClockAhead.PutRight(current, policy, context.Calendar, context.Now);
        var due = DueTimers
            .Of(after, policy, context.Calendar, context.Now)
            .Where(timer => timer.At <= context.Now && !after.Passed.Contains(timer.Id))
            .OrderBy(timer => timer.At)
            .ToList();
        if (due.Count == 0 && ReferenceEquals(after, current) && current.Wakes == Wakes(current, policy, context.Calendar))
            return null;
        var events = new List<AuditEvent>();
        var history = new List<string>();
        if (!ReferenceEquals(after, current))
            events.Add(new(AuditEventKind.PutRight, Nobody, context.Now, ClockAhead.Details(current, after)));
        if (ClockAhead.Shows(current, after))
            history.Add(context.StoredWording["story.clock.put_right"]);
        foreach (var timer in due)
        {
            if (events.Count >= MostAtOnce)
                break;
            after = after with { Passed = [.. after.Passed, timer.Id] };
            if (IsOver(timer, due) || (timer.Kind is CaseTimerKind.ReviewSoon or CaseTimerKind.ContractRenewed && kept?.Review is not null))
                continue;
            history.Add(History(timer, after, policy, context));
            var before = after;
            after = Happens(timer, before, policy, context);
            events.Add(
                EventOf(
                    timer,
                    [
                        .. TierLowering.Details(timer, before, after, policy, context),
                        .. ProofTimers.Details(timer, before),
                        .. timer.Kind == CaseTimerKind.ContractRenewed ? ContractTimers.Details(before, after) : [],
                    ],
                    context
                )
            );
            // What else is due follows from the tier before; a minute later it follows from this one.
            if (timer.Kind == CaseTimerKind.TierLoweringEnded)
                break;
        }
        return Notified(current, after, events, history, kept, policy, context);
    }

    private static Outcome Notified(
        Case current,
        Case after,
        IReadOnlyList<AuditEvent> events,
        IReadOnlyList<string> history,
        RegisterEntry? kept,
        Policy policy,
        Context context
    )
    {
        var (recorded, chained) = CaseRecorder.Of(current, after, events, history, policy, context);
        return new()
        {
            Answer = null,
            Case = recorded,
            Events = chained,
            Entry = RegisterUpdate.After(current, recorded, kept, context.Now),
            Operation = $"clock-{current.Id}-{current.Version}",
        };
    }

    /// <summary>
    /// After an outage the newest notification counts: none says that half the time has passed when all of it has, and none says so twice
    /// at once.
    /// </summary>
    private static bool IsOver(CaseTimer timer, IReadOnlyList<CaseTimer> due) =>
        timer.Kind switch
        {
            CaseTimerKind.HalfTime => due.Any(other => other.Kind == CaseTimerKind.Deadline && other.Number == timer.Number),
            CaseTimerKind.Escalation => due.Any(other =>
                other.Kind == CaseTimerKind.Escalation && other.Number == timer.Number && other.Step > timer.Step
            ),
            CaseTimerKind.AskedAgain => due.Any(other => other.Kind == CaseTimerKind.Unanswered && other.Number == timer.Number),
            CaseTimerKind.ConditionSoon => due.Any(other =>
                other.Number == timer.Number
                && (other.Kind == CaseTimerKind.ConditionOverdue || (other.Kind == CaseTimerKind.ConditionSoon && other.Step < timer.Step))
            ),
            CaseTimerKind.ReviewSoon => due.Any(other =>
                other.Kind == CaseTimerKind.ReviewOverdue || (other.Kind == CaseTimerKind.ReviewSoon && other.Step < timer.Step)
            ),
            CaseTimerKind.ReviewOverdue => due.Any(other => other.Kind == CaseTimerKind.ReviewLapsed),
            CaseTimerKind.ApprovalUnusedSoon => due.Any(other => other.Kind == CaseTimerKind.ApprovalUnused),
            CaseTimerKind.TierLoweringSoon => due.Any(other => other.Kind == CaseTimerKind.TierLoweringEnded),
            CaseTimerKind.AcceptanceSoon => IsBefore(timer, due, CaseTimerKind.AcceptanceLapsed),
            CaseTimerKind.DocumentSoon => IsBefore(timer, due, CaseTimerKind.DocumentExpired),
            CaseTimerKind.NoticeDaySoon => IsBefore(timer, due, CaseTimerKind.NoticeDaySoon),
            _ => false,
        };

    /// <summary>A later reminder of the same day is due as well, or the day has passed.</summary>
    private static bool IsBefore(CaseTimer timer, IReadOnlyList<CaseTimer> due, CaseTimerKind end) =>
        due.Any(other => other.Due == timer.Due && (other.Kind == timer.Kind ? other.Step < timer.Step : other.Kind == end));

    private static Case Happens(CaseTimer timer, Case current, Policy policy, Context context) =>
        timer.Kind switch
        {
            CaseTimerKind.HalfTime => ClaimHandler.Current(current, context) is { } claim
                ? current.Notify(NotificationKind.Reminder, timer.Number, claim.By)
                : current.NotifyGroup(NotificationKind.Reminder, timer.Number, NotificationGroup.Deciders, context.Roles),
            CaseTimerKind.Deadline => Late(timer, current with { Late = true }, context),
            CaseTimerKind.Escalation => current.NotifyGroup(
                NotificationKind.Escalated,
                NotificationNumbers.OfEscalation(timer),
                NotificationGroup.Above,
                context.Roles
            ),
            CaseTimerKind.AskedAgain => current.Notify(NotificationKind.AskedAgain, timer.Number, current.Requester),
            CaseTimerKind.Unanswered => Expired(current, context),
            CaseTimerKind.ConditionSoon => current.Notify(
                NotificationKind.ConditionSoon,
                NotificationNumbers.OfCondition(timer),
                OwnerOf(timer.Number, current)
            ),
            CaseTimerKind.ConditionOverdue => (current with { Overdue = [.. current.Overdue.Union([timer.Number])] }).Notify(
                NotificationKind.ConditionOverdue,
                NotificationNumbers.OfCondition(timer),
                [OwnerOf(timer.Number, current), current.Requester, .. current.Approvals.Select(approval => approval.By)]
            ),
            CaseTimerKind.ReviewSoon => Due(timer.Step <= policy.Timers.Reviews.DueDays ? ReviewState.Due : ReviewState.NotYet, current)
                .Notify(NotificationKind.ReviewSoon, DueTimers.NumberOf(timer.Due!.Value), Keeper(current)),
            CaseTimerKind.ReviewOverdue => Due(ReviewState.Overdue, current)
                .NotifyGroup(
                    NotificationKind.ReviewOverdue,
                    timer.Number,
                    NotificationGroup.Security,
                    context.Roles,
                    [Keeper(current), current.Requester]
                ),
            CaseTimerKind.ReviewLapsed => Due(ReviewState.Lapsed, current)
                .NotifyGroup(
                    NotificationKind.ReviewLapsed,
                    timer.Number,
                    NotificationGroup.Above,
                    context.Roles,
                    [Keeper(current), current.Requester]
                ),
            CaseTimerKind.FirstCheck => current.Notify(NotificationKind.FirstCheck, timer.Number, Keeper(current)),
            CaseTimerKind.ReportDue => current.Notify(NotificationKind.ReportDue, timer.Number, Keeper(current)),
            CaseTimerKind.ApprovalUnusedSoon => UnusedApproval.Soon(timer, current, Keeper(current), context),
            CaseTimerKind.ApprovalUnused => UnusedApproval.Expired(current, context),
            CaseTimerKind.TierLoweringSoon => TierLowering.Soon(timer, current, context),
            CaseTimerKind.TierLoweringEnded => TierLowering.Ended(current, policy, context),
            CaseTimerKind.AcceptanceSoon or CaseTimerKind.AcceptanceLapsed or CaseTimerKind.DocumentSoon or CaseTimerKind.DocumentExpired =>
                ProofTimers.Happens(timer, current, context),
            CaseTimerKind.NoticeDaySoon => ContractTimers.Soon(timer, current, context),
            CaseTimerKind.ContractRenewed => ContractTimers.Renewed(timer, current, policy, context),
        };

    /// <summary>From now on deputies are among those who can decide; the requester hears of it once, whatever is late later.</summary>
    private static Case Late(CaseTimer timer, Case late, Context context) =>
        late.NotifyGroup(NotificationKind.Overdue, timer.Number, NotificationGroup.Deciders, context.Roles)
            .Notify(NotificationKind.Late, 1, late.Requester);

    /// <summary>The one request that time closes: one whose requester did not answer. It can be taken up again.</summary>
    private static Case Expired(Case current, Context context) =>
        current.IsOpen
            ? (
                current with
                {
                    Status = CaseStatus.Expired,
                    Decision = new(CaseStatus.Expired, new(Nobody, context.StoredWording["clock.name"]), context.Now, ""),
                }
            ).Notify(NotificationKind.Expired, current.ContentVersion, current.Affected())
            : current;

    private static Case Due(ReviewState state, Case current) =>
        state > current.ReviewState ? current with { ReviewState = state } : current;

    /// <summary>The person who looks after it; where the owner is only a name, the person who asked.</summary>
    internal static Person Keeper(Case current) => Owners.CanBeNotified(current.Owner) ? current.Owner : current.Requester;

    private static Person OwnerOf(int number, Case current) =>
        current.Conditions.FirstOrDefault(condition => condition.Number == number)?.Owner is { } owner && Owners.CanBeNotified(owner)
            ? owner
            : current.Requester;

    private static AuditEvent EventOf(CaseTimer timer, IEnumerable<KeyValuePair<string, string>> details, Context context) =>
        new(KindOf(timer.Kind), Nobody, context.Now, [new("moment", timer.Id), .. details]);

    private static AuditEventKind KindOf(CaseTimerKind kind) =>
        kind switch
        {
            CaseTimerKind.Escalation => AuditEventKind.Escalated,
            CaseTimerKind.Unanswered => AuditEventKind.Expired,
            CaseTimerKind.ConditionOverdue => AuditEventKind.Suspended,
            CaseTimerKind.ReviewOverdue => AuditEventKind.Escalated,
            CaseTimerKind.ReviewLapsed => AuditEventKind.Lapsed,
            CaseTimerKind.TierLoweringEnded => AuditEventKind.TierLoweringEnded,
            CaseTimerKind.ApprovalUnused => AuditEventKind.Revoked,
            CaseTimerKind.AcceptanceLapsed or CaseTimerKind.DocumentExpired => AuditEventKind.ProofLapsed,
            _ => AuditEventKind.Reminded,
        };

    private static string History(CaseTimer timer, Case current, Policy policy, Context context) =>
        timer.Kind switch
        {
            CaseTimerKind.Escalation
                when NotificationGroups.Members(NotificationGroup.Above, current, context.Roles).ToList() is { Count: > 0 } above =>
                context.StoredWording.Fill("story.clock.Escalation", ("names", CaseTexts.Names(above, context.ForStorage))),
            CaseTimerKind.Escalation => context.StoredWording["story.clock.EscalationToNobody"],
            CaseTimerKind.AcceptanceLapsed or CaseTimerKind.DocumentExpired => ProofTimers.History(timer, current, policy, context),
            _ => context.StoredWording[$"story.clock.{timer.Kind}"],
        };
}
