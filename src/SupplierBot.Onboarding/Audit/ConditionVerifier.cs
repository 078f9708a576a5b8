using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Onboarding.Audit;

/// <summary>Where the conditions of a case say something else than its facts.</summary>
internal static class ConditionVerifier
{
    public static IEnumerable<string> Contradictions(Case kept, CaseReplay replay)
    {
        foreach (var condition in kept.Conditions)
        {
            replay.Conditions.Reported.TryGetValue(condition.Number, out var reported);
            replay.Conditions.Confirmed.TryGetValue(condition.Number, out var confirmed);
            // What a review takes over as reported has its event in the case before.
            var elsewhere = kept.ReviewOrigin is not null && reported is null && condition.State == ApprovalConditionState.Reported;
            var state =
                confirmed is not null ? ApprovalConditionState.Confirmed
                : reported is not null ? ApprovalConditionState.Reported
                : ApprovalConditionState.Open;
            if (condition.State != state && !elsewhere)
                yield return CaseVerifier.Other($"state of condition {condition.Number}", condition.State, state);
            else if (reported is not null && (condition.ReportedBy?.Id != reported.Actor || reported.Comment != condition.Proof))
                yield return $"the proof of condition {condition.Number} is not the one in its fact";
            else if (confirmed is not null && condition.ConfirmedBy?.Id != confirmed.Actor)
                yield return CaseVerifier.Other(
                    $"person who confirmed condition {condition.Number}",
                    condition.ConfirmedBy?.Id,
                    confirmed.Actor
                );
            if (!WasSentBack(condition, kept, replay))
                yield return $"why condition {condition.Number} was sent back is not what its facts say";
        }
        if (
            kept.Overdue.Any(number =>
                !replay.Moments.Any(timer => timer.StartsWith($"{CaseTimerKind.ConditionOverdue}-{number}-", StringComparison.Ordinal))
            )
        )
            yield return "a condition is kept as overdue; no fact says so";
    }

    private static bool WasSentBack(ApprovalCondition condition, Case kept, CaseReplay replay)
    {
        var said = replay.Conditions.SentBack.Where(one => one.Condition == condition.Number).Select(one => one.Event).ToList();
        // What a review takes over was sent back in the case before.
        return condition
            .SentBack.TakeLast(kept.ReviewOrigin is null ? condition.SentBack.Count : said.Count)
            .Select(one => (one.By.Id, one.At, one.Reason))
            .SequenceEqual(said.Select(one => (one.Actor, one.At, one.Comment)));
    }
}
