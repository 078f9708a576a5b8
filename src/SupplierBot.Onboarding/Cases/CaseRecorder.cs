using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// What every change of a case has in common: its version, the chained events, the lines of its history, the review cards it wants.
/// </summary>
internal static class CaseRecorder
{
    public static (Case Case, IReadOnlyList<ChainedEvent> Events) Of(
        Case? before,
        Case after,
        IReadOnlyList<AuditEvent> events,
        IReadOnlyList<string> history,
        Policy policy,
        Context context
    )
    {
        var recorded = after with
        {
            Version = (before?.Version ?? 0) + 1,
            Undoable = null,
            History =
                history.Count == 0 ? after.History : [.. after.History, .. history.Select(line => new HistoryLine(context.Now, line))],
            // A new date is a new promise.
            Late = after.Late && after.DueAt == before?.DueAt,
            ReviewRoles = after.IsOpen ? [.. after.ReviewRoles.Union(Quorum.Of(after, context.Roles).Reached)] : after.ReviewRoles,
            Salt = after.Salt ?? (events.Count > 0 ? context.NewId : null),
        };
        var chained = Chained(before, recorded, events);
        if (chained.Count > 0)
            recorded = recorded with { EventCount = chained[^1].Sequence, ChainHead = chained[^1].Hash };
        recorded = recorded with { NextReport = DueTimers.NextReport(recorded, policy) };
        return (recorded with { Wakes = CaseTimers.Wakes(recorded, policy, context.Calendar) }, chained);
    }

    /// <summary>The newest of the events seals the case as it is after all of them.</summary>
    private static List<ChainedEvent> Chained(Case? before, Case recorded, IReadOnlyList<AuditEvent> events)
    {
        var (head, count) = (before?.ChainHead ?? HashChain.Start, before?.EventCount ?? 0);
        var chained = new List<ChainedEvent>(events.Count);
        foreach (var auditEvent in events)
        {
            var newest = chained.Count == events.Count - 1;
            chained.Add(
                HashChain.Append(
                    head,
                    ++count,
                    recorded.Id,
                    newest ? auditEvent with { Details = [.. auditEvent.Details, .. CaseSeal.Details(recorded)] } : auditEvent
                )
            );
            head = chained[^1].Hash;
        }
        return chained;
    }
}
