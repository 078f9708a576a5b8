using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Audit;

/// <summary>The tier that somebody set, or a later policy gives, and the review it asked for, by the events of a case alone.</summary>
internal sealed class ReplayedTier
{
    private const string Carried = "raised";
    private const string CarriedBy = "raised_by";
    private const string CarriedAt = "raised_at";
    private const string Comment = "comment";

    /// <summary>The event that says it; null where the answers alone count.</summary>
    private (AuditEvent Event, string By, string At, string To)? change;

    /// <summary>Somebody set another tier at some time.</summary>
    private bool any;
    private string? review;

    /// <summary>The newest policy that gave it a higher tier.</summary>
    private AuditEvent? rules;

    public void Next(AuditEvent auditEvent)
    {
        review = CaseReplay.Said(auditEvent, "review_due") ?? review;
        switch (auditEvent.Kind)
        {
            case AuditEventKind.Submitted when CaseReplay.Said(auditEvent, Carried) is { } to:
                change = (auditEvent, CaseReplay.Said(auditEvent, CarriedBy) ?? "", CaseReplay.Said(auditEvent, CarriedAt) ?? "", to);
                break;
            case AuditEventKind.TierChanged:
                var tier = CaseReplay.Said(auditEvent, "tier") ?? "";
                change =
                    tier == CaseReplay.Said(auditEvent, "computed")
                        ? null
                        : (auditEvent, auditEvent.Actor.Value, Text(auditEvent.At), tier);
                any = true;
                break;
            case AuditEventKind.RulesChanged:
                rules = auditEvent;
                break;
            case AuditEventKind.TierLoweringEnded:
            case var _ when CaseReplay.Said(auditEvent, "tier_change") == "over":
                change = null;
                break;
        }
    }

    /// <summary>Of a new case that keeps the raised tier of the one before it; nothing where there is none.</summary>
    /// <param name="reason">The salted hash of the reason, which stands beside the event.</param>
    public static IEnumerable<KeyValuePair<string, string>> Details(TierChange? carried, string reason) =>
        carried is null
            ? []
            :
            [
                new(Carried, carried.To.ToString()),
                new(CarriedBy, carried.By.Id.Value),
                new(CarriedAt, Text(carried.At)),
                new(Comment, reason),
            ];

    public IEnumerable<string> Contradictions(Case kept, Policy? policy)
    {
        if (kept.TierChange is null != change is null)
            yield return kept.TierChange is null
                ? "its facts say that somebody set its tier; the case does not"
                : "its tier is kept as set by somebody; no fact says so";
        else if (kept.TierChange is { } tier && change is var (auditEvent, by, at, to))
        {
            if (tier.By.Id.Value != by || Text(tier.At) != at)
                yield return "who set its tier, or when, is not what its facts say";
            if (tier.To.ToString() != to || Until(tier) != (CaseReplay.Said(auditEvent, "until") ?? ""))
                yield return "the tier that somebody set, or its end, is not what its facts say";
            if (tier.Reason != auditEvent.Comment)
                yield return "the reason for its tier is not the one in its fact";
        }
        if ((kept.ReviewDue is { } due ? Dates.Value(due) : "") != (review ?? ""))
            yield return "the review that its tier asked for is not the one in its facts";
        if (
            kept.RulesChange is { } changed
                ? rules is null || RulesChanges.Details(changed).Any(detail => CaseReplay.Said(rules, detail.Key) != detail.Value)
                : rules is not null
        )
            yield return "the policy that gives it a higher tier is not the one in its facts";
        if (
            policy is not null
            && (any || kept is not { TierChange: null, ClauseChanges: [] })
            && Differs(kept.Assessment, Computed(kept, policy))
        )
            yield return "its assessment is not what its answers and the decisions about them come to";
    }

    private static Assessment Computed(Case kept, Policy policy) =>
        Reassessment.Of(policy, kept.Answers, kept.TierChange, kept.ClauseChanges);

    /// <summary>In what follows from the policy alone: its words may be told otherwise by another release.</summary>
    private static bool Differs(Assessment kept, Assessment computed) =>
        (kept.Tier, kept.ComputedTier, kept.ReviewMonths) != (computed.Tier, computed.ComputedTier, computed.ReviewMonths)
        || !kept.Approvals.SequenceEqual(computed.Approvals)
        || !kept.Clauses.Select(clause => clause.Id).SequenceEqual(computed.Clauses.Select(clause => clause.Id))
        || !kept.SuggestedConditions.SequenceEqual(computed.SuggestedConditions);

    private static string Until(TierChange tier) => tier.Until is { } day ? Dates.Value(day) : "";

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
