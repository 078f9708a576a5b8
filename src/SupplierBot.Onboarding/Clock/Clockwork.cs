namespace SupplierBot.Onboarding;

/// <summary>
/// What time alone does to a case: it reminds, escalates, closes what the requester never answered, and suspends what was promised and not kept.
/// It never decides: silence approves nothing and rejects nothing. Pure; a late run does once what was missed.
/// </summary>
public static class Clockwork
{
    /// <summary>In facts, where a person's id would be.</summary>
    public static readonly PersonId Nobody = new("clock");

    /// <summary>Of one run, which is one transaction; what is due beyond them comes a minute later.</summary>
    private const int MostAtOnce = 10;

    /// <summary>Something became due by a clock that was ahead.</summary>
    public static bool RanAhead(Case current, Policy policy, WorkingCalendar calendar, DateTimeOffset now) => !ReferenceEquals(Ahead.PutRight(current, policy, calendar, now), current);

    /// <summary>When there is something to do again; <see cref="DateTimeOffset.MaxValue"/> for never.</summary>
    public static DateTimeOffset Wakes(Case current, Policy policy, WorkingCalendar calendar) =>
        Moments.Of(current, policy, calendar, DateTimeOffset.MinValue).Where(moment => !current.Passed.Contains(moment.Id)).Select(moment => moment.At).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();

    /// <summary>Null where nothing is due, and the case knows when it wakes.</summary>
    /// <param name="kept">The register line; null where it is not known.</param>
    public static Outcome? Tick(Case current, RegisterEntry? kept, Policy policy, Context context)
    {
        if (kept is not null && kept.CaseId != current.Id && current is { IsOpen: false, Replaced: false }) return Told(current, current with { Replaced = true }, [], [], kept, policy, context);
        var after = Ahead.PutRight(current, policy, context.Calendar, context.Now);
        var due = Moments.Of(after, policy, context.Calendar, context.Now).Where(moment => moment.At <= context.Now && !after.Passed.Contains(moment.Id)).OrderBy(moment => moment.At).ToList();
        if (due.Count == 0 && ReferenceEquals(after, current) && current.Wakes is { } wakes && wakes == Wakes(current, policy, context.Calendar)) return null;
        var facts = new List<Fact>();
        var story = new List<string>();
        if (Ahead.Shows(current, after))
        {
            facts.Add(new(FactKind.PutRight, Nobody, context.Now, []));
            story.Add(context.Wording["story.clock.put_right"]);
        }
        foreach (var moment in due)
        {
            if (facts.Count >= MostAtOnce) break;
            after = after with { Passed = [.. after.Passed, moment.Id] };
            if (IsOver(moment, due) || (moment.Kind == MomentKind.ReviewSoon && kept?.Review is not null)) continue;
            story.Add(Story(moment, after, context));
            after = Happens(moment, after, context);
            facts.Add(new(FactOf(moment.Kind), Nobody, context.Now, [new("moment", moment.Id)]));
        }
        return Told(current, after, facts, story, kept, policy, context);
    }

    private static Outcome Told(Case current, Case after, IReadOnlyList<Fact> facts, IReadOnlyList<string> story, RegisterEntry? kept, Policy policy, Context context)
    {
        var (recorded, chained) = Recording.Of(current, after, facts, story, policy, context);
        return new()
        {
            Answer = null,
            Case = recorded,
            Facts = chained,
            Entry = Register.After(current, recorded, kept, context.Now),
            Operation = $"clock-{current.Id}-{current.Version}",
        };
    }

    /// <summary>After an outage the newest word counts: nobody is told of half the time when all of it has passed, nor twice in one breath that it has.</summary>
    private static bool IsOver(Moment moment, IReadOnlyList<Moment> due) => moment.Kind switch
    {
        MomentKind.HalfTime => due.Any(other => other.Kind == MomentKind.Deadline && other.Number == moment.Number),
        MomentKind.Escalation => due.Any(other => other.Kind == MomentKind.Escalation && other.Number == moment.Number && other.Step > moment.Step),
        MomentKind.AskedAgain => due.Any(other => other.Kind == MomentKind.Unanswered && other.Number == moment.Number),
        MomentKind.ConditionSoon => due.Any(other => other.Number == moment.Number && (other.Kind == MomentKind.ConditionOverdue || (other.Kind == MomentKind.ConditionSoon && other.Step < moment.Step))),
        MomentKind.ReviewSoon => due.Any(other => other.Kind == MomentKind.ReviewOverdue || (other.Kind == MomentKind.ReviewSoon && other.Step < moment.Step)),
        MomentKind.ReviewOverdue => due.Any(other => other.Kind == MomentKind.ReviewLapsed),
        _ => false,
    };

    private static Case Happens(Moment moment, Case current, Context context) => moment.Kind switch
    {
        MomentKind.HalfTime => Reviewing.Current(current, context) is { } claim
            ? current.Tell(ToldKind.Reminder, moment.Number, claim.By)
            : current.TellGroup(ToldKind.Reminder, moment.Number, ToldGroup.Deciders, context.Roles),
        MomentKind.Deadline => Late(moment, current with { Late = true }, context),
        MomentKind.Escalation => current.TellGroup(ToldKind.Escalated, ToldNumbers.OfEscalation(moment), ToldGroup.Above, context.Roles),
        MomentKind.AskedAgain => current.Tell(ToldKind.AskedAgain, moment.Number, current.Requester),
        MomentKind.Unanswered => Expired(current, context),
        MomentKind.ConditionSoon => current.Tell(ToldKind.ConditionSoon, ToldNumbers.OfCondition(moment), OwnerOf(moment.Number, current)),
        MomentKind.ConditionOverdue => (current with { Overdue = [.. current.Overdue.Union([moment.Number])] }).Tell(
            ToldKind.ConditionOverdue, ToldNumbers.OfCondition(moment), [OwnerOf(moment.Number, current), current.Requester, .. current.Approvals.Select(approval => approval.By)]),
        MomentKind.ReviewSoon => Due(moment.Step <= Moments.ReviewDueDays ? ReviewState.Due : ReviewState.NotYet, current).Tell(ToldKind.ReviewSoon, Moments.NumberOf(moment.Due!.Value), Keeper(current)),
        MomentKind.ReviewOverdue => Due(ReviewState.Overdue, current).TellGroup(ToldKind.ReviewOverdue, moment.Number, ToldGroup.Security, context.Roles, [Keeper(current), current.Requester]),
        MomentKind.ReviewLapsed => Due(ReviewState.Lapsed, current).TellGroup(ToldKind.ReviewLapsed, moment.Number, ToldGroup.Above, context.Roles, [Keeper(current), current.Requester]),
        MomentKind.FirstCheck => current.Tell(ToldKind.FirstCheck, moment.Number, Keeper(current)),
        MomentKind.ReportDue => current.Tell(ToldKind.ReportDue, moment.Number, Keeper(current)),
    };

    /// <summary>From now on deputies are among those who can decide; the requester hears of it once, whatever is late later.</summary>
    private static Case Late(Moment moment, Case late, Context context) =>
        late.TellGroup(ToldKind.Overdue, moment.Number, ToldGroup.Deciders, context.Roles).Tell(ToldKind.Late, 1, late.Requester);

    /// <summary>The one thing that time closes: a request whose requester did not answer. It can be taken up again.</summary>
    private static Case Expired(Case current, Context context) => current.IsOpen
        ? (current with
        {
            Status = CaseStatus.Expired,
            Decision = new(CaseStatus.Expired, new(Nobody, context.Wording["clock.name"]), context.Now, ""),
        }).Tell(ToldKind.Expired, current.ContentVersion, current.Affected())
        : current;

    private static Case Due(ReviewState state, Case current) => state > current.ReviewState ? current with { ReviewState = state } : current;

    /// <summary>Whoever looks after it; where the owner is only a name, whoever asked.</summary>
    private static Person Keeper(Case current) => Owners.CanBeTold(current.Owner) ? current.Owner : current.Requester;

    private static Person OwnerOf(int number, Case current) =>
        current.Conditions.FirstOrDefault(condition => condition.Number == number)?.Owner is { } owner && Owners.CanBeTold(owner) ? owner : current.Requester;

    private static FactKind FactOf(MomentKind kind) => kind switch
    {
        MomentKind.Escalation => FactKind.Escalated,
        MomentKind.Unanswered => FactKind.Expired,
        MomentKind.ConditionOverdue => FactKind.Suspended,
        MomentKind.ReviewOverdue => FactKind.Escalated,
        MomentKind.ReviewLapsed => FactKind.Lapsed,
        _ => FactKind.Reminded,
    };

    private static string Story(Moment moment, Case current, Context context) => moment.Kind switch
    {
        MomentKind.Escalation when ToldGroups.Members(ToldGroup.Above, current, context.Roles).ToList() is { Count: > 0 } above =>
            context.Wording.Fill("story.clock.Escalation", ("names", CaseWords.Names(above, context))),
        MomentKind.Escalation => context.Wording["story.clock.EscalationToNobody"],
        _ => context.Wording[$"story.clock.{moment.Kind}"],
    };
}
