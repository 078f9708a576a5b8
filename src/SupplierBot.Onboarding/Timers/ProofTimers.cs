using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Timers;

/// <summary>
/// Accepted gaps and documents have a last day: people are reminded of it, and the day after it counts no more. All that ends on one day
/// is one timer, so that ten documents of one supplier are one message.
/// </summary>
internal static class ProofTimers
{
    /// <summary>Nobody waits for a later day.</summary>
    private static readonly DateOnly Farthest = new(9000, 1, 1);

    public static IEnumerable<CaseTimer> Timers(Case current, Policy policy, WorkingCalendar calendar)
    {
        if (current is { Replaced: true } or { Offboarding: not null })
            yield break;
        foreach (var gaps in current.Clauses?.Where(Ends).GroupBy(item => item.Until!.Value) ?? [])
        {
            if (current.IsApproved)
                foreach (
                    var soon in Soon(
                        CaseTimerKind.AcceptanceSoon,
                        gaps.Key,
                        policy.Agreements.Acceptance?.ReminderDays ?? [],
                        gaps.Max(item => item.AcceptedAt ?? item.At),
                        current,
                        calendar
                    )
                )
                    yield return soon;
            yield return Ended(CaseTimerKind.AcceptanceLapsed, gaps.Key, current, calendar);
        }
        foreach (var documents in current.Evidence.Where(Ends).GroupBy(record => record.LastDay!.Value))
        {
            if (current.IsApproved && documents.Any(record => !IsReplaced(record, current)))
                foreach (
                    var soon in Soon(
                        CaseTimerKind.DocumentSoon,
                        documents.Key,
                        policy.Agreements.EvidenceReminderDays,
                        documents.Max(record => record.AddedAt),
                        current,
                        calendar
                    )
                )
                    yield return soon;
            yield return Ended(CaseTimerKind.DocumentExpired, documents.Key, current, calendar);
        }
    }

    public static Case Happens(CaseTimer timer, Case current, Context context)
    {
        var (day, number) = (timer.Due!.Value, NotificationNumbers.OfProof(timer));
        return timer.Kind switch
        {
            CaseTimerKind.AcceptanceSoon => current.NotifyGroup(
                NotificationKind.AcceptanceSoon,
                number,
                NotificationGroup.Security,
                context.Roles,
                Answerable(current, day).Prepend(CaseTimers.Keeper(current))
            ),
            CaseTimerKind.AcceptanceLapsed => Lapsed(day, number, current, context),
            CaseTimerKind.DocumentSoon => current.NotifyGroup(
                NotificationKind.DocumentSoon,
                number,
                NotificationGroup.Security,
                context.Roles,
                [CaseTimers.Keeper(current)]
            ),
            _ => Expired(day, number, current, context),
        };
    }

    /// <summary>What has had its last day, for a decision that the clock has not been ahead of.</summary>
    public static Case Noted(Case current, DateOnly today) =>
        current with
        {
            Clauses =
                current.Clauses?.Any(item => Ends(item) && item.Until < today) == true
                    ? [.. current.Clauses.Select(item => Ends(item) && item.Until < today ? item with { Lapsed = true } : item)]
                    : current.Clauses,
            Evidence = current.Evidence.Any(record => Ends(record) && record.LastDay < today)
                ? [.. current.Evidence.Select(record => Ends(record) && record.LastDay < today ? record with { Expired = true } : record)]
                : current.Evidence,
        };

    /// <summary>What a clock that was ahead ended; the same case where nothing was.</summary>
    public static Case PutRight(Case current, WorkingCalendar calendar, DateTimeOffset now)
    {
        var clauses = current.Clauses?.Any(item => item.Lapsed && IsAhead(item.Until)) == true;
        var documents = current.Evidence.Any(record => record.Expired && IsAhead(record.LastDay));
        return clauses || documents
            ? current with
            {
                Clauses = clauses
                    ? [.. current.Clauses!.Select(item => item.Lapsed && IsAhead(item.Until) ? item with { Lapsed = false } : item)]
                    : current.Clauses,
                Evidence = documents
                    ?
                    [
                        .. current.Evidence.Select(record =>
                            record.Expired && IsAhead(record.LastDay) ? record with { Expired = false } : record
                        ),
                    ]
                    : current.Evidence,
            }
            : current;

        bool IsAhead(DateOnly? day) => day is { } last && (last >= Farthest || calendar.StartOf(last.AddDays(1)) > now);
    }

    /// <summary>What ends on the day, as people call it.</summary>
    public static string Names(NotificationKind kind, DateOnly day, Case current, Policy policy) =>
        kind is NotificationKind.AcceptanceSoon or NotificationKind.AcceptanceLapsed
            ? ClauseChanges.Titles(Gaps(current, day).Select(item => item.Clause), policy)
            : string.Join(
                ", ",
                Documents(current, day).Select(record => record.Kind).Distinct().Select(one => DocumentTexts.Title(one, current, policy))
            );

    public static string History(CaseTimer timer, Case current, Policy policy, Context context)
    {
        var kind = timer.Kind == CaseTimerKind.AcceptanceLapsed ? NotificationKind.AcceptanceLapsed : NotificationKind.DocumentExpired;
        return context.StoredWording.Fill($"story.clock.{timer.Kind}", ("names", Names(kind, timer.Due!.Value, current, policy)));
    }

    public static IEnumerable<KeyValuePair<string, string>> Details(CaseTimer timer, Case before) =>
        timer.Kind switch
        {
            CaseTimerKind.AcceptanceLapsed =>
            [
                new("clauses", string.Join(',', Gaps(before, timer.Due!.Value).Select(item => item.Clause))),
                new("last_day", Dates.Value(timer.Due.Value)),
            ],
            CaseTimerKind.DocumentExpired =>
            [
                new("documents", string.Join(',', Documents(before, timer.Due!.Value).Select(record => CaseTexts.Number(record.Number)))),
                new("last_day", Dates.Value(timer.Due.Value)),
            ],
            _ => [],
        };

    /// <summary>Beside a review those who answer for what is in use hear of it once, from the case behind it.</summary>
    private static Case Lapsed(DateOnly day, int number, Case current, Context context)
    {
        var after = current with
        {
            Clauses = [.. current.Clauses!.Select(item => Ends(item) && item.Until == day ? item with { Lapsed = true } : item)],
        };
        return current.IsApproved
            ? after.NotifyGroup(
                NotificationKind.AcceptanceLapsed,
                number,
                NotificationGroup.Security,
                context.Roles,
                [CaseTimers.Keeper(current), current.Requester, .. Answerable(current, day)]
            )
            : after;
    }

    /// <summary>A document that another one stands in for ends without a word.</summary>
    private static Case Expired(DateOnly day, int number, Case current, Context context)
    {
        var after = current with
        {
            Evidence =
            [
                .. current.Evidence.Select(record => Ends(record) && record.LastDay == day ? record with { Expired = true } : record),
            ],
        };
        return !current.IsApproved || Documents(current, day).All(record => IsReplaced(record, current))
            ? after
            : after.NotifyGroup(
                NotificationKind.DocumentExpired,
                number,
                NotificationGroup.Security,
                context.Roles,
                RegisterUpdate.StatusOf(after) == EntryStatus.Suspended
                    ? [CaseTimers.Keeper(current), current.Requester]
                    : [CaseTimers.Keeper(current)]
            );
    }

    private static IEnumerable<CaseTimer> Soon(
        CaseTimerKind kind,
        DateOnly day,
        IReadOnlyList<int> reminders,
        DateTimeOffset? since,
        Case current,
        WorkingCalendar calendar
    )
    {
        foreach (var days in reminders)
        {
            var at = DueTimers.Morning(calendar, day.AddDays(-days));
            // One that ends soon was known to when it was written down, or decided on.
            if (at > since && at > current.Decision!.At)
                yield return new(kind, 0, days, at, day);
        }
    }

    /// <summary>
    /// On the very morning, whether or not anybody works then: nothing goes on without its proof. It shows on what ended, so that one that
    /// was put right comes again: the number tells it from the one before.
    /// </summary>
    private static CaseTimer Ended(CaseTimerKind kind, DateOnly day, Case current, WorkingCalendar calendar) =>
        new(
            kind,
            current.Passed.Count(id => id.StartsWith($"{kind}-", StringComparison.Ordinal)),
            0,
            calendar.StartOf(day.AddDays(1)),
            day
        );

    private static bool Ends(ClauseItem item) =>
        item is { State: ClauseState.RiskAccepted, Lapsed: false, Until: { } until } && until < Farthest;

    private static bool Ends(EvidenceRecord record) => record is { Expired: false, LastDay: { } last } && last < Farthest;

    /// <summary>Another one of its kind is good for longer, or it was never good enough.</summary>
    private static bool IsReplaced(EvidenceRecord record, Case current) =>
        record.Verdict == EvidenceVerdict.Insufficient
        || current.Evidence.Any(other =>
            other.Kind == record.Kind && other.IsGood && (other.LastDay is null || other.LastDay > record.LastDay)
        );

    private static IEnumerable<ClauseItem> Gaps(Case current, DateOnly day) =>
        (current.Clauses ?? []).Where(item => item.State == ClauseState.RiskAccepted && item.Until == day);

    private static IEnumerable<EvidenceRecord> Documents(Case current, DateOnly day) =>
        current.Evidence.Where(record => record.LastDay == day);

    private static IEnumerable<Person> Answerable(Case current, DateOnly day) =>
        Gaps(current, day).Select(item => item.AcceptedBy ?? item.By).OfType<Person>();
}
