using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Register;

/// <summary>A later policy gives what is approved a higher tier. Everything else about it is still decided by its own policy.</summary>
/// <param name="From">The tier it stands at, or that of its answers, whichever is higher.</param>
/// <param name="To">The tier of the same answers under the later policy.</param>
public sealed record RulesChange(string PolicyVersion, string PolicyHash, Tier From, Tier To);

/// <summary>
/// Compares what is approved with the policy in force (Policies/README.md "Reviews and triggers"): a higher tier makes its review due, a
/// lower one waits for the next review.
/// </summary>
public static class RulesChanges
{
    /// <summary>Of the policy's triggers, by which people know it; a policy without it doesn't ask for these reviews.</summary>
    private const string Trigger = "T12";
    private const string Prefix = "RulesChanged-";

    /// <summary>Null where nothing has to be done, or was done for this policy before.</summary>
    /// <param name="kept">The register entry; null where it is not known.</param>
    /// <param name="inForce">The policy that new cases are assessed under.</param>
    /// <param name="own">The policy the case was assessed under.</param>
    public static Outcome? Of(Case current, RegisterEntry? kept, Policy inForce, Policy own, Context context)
    {
        var moment = Prefix + inForce.Hash;
        if (
            inForce.Hash == own.Hash
            || current is not { IsApproved: true, Replaced: false, Offboarding: null }
            || kept is not { Review: null }
            || kept.CaseId != current.Id
            || current.Passed.Contains(moment)
            || inForce.Triggers.All(trigger => trigger.Id != Trigger)
        )
            return null;
        var (stands, computed) = (current.Assessment.Tier, current.Assessment.Computed());
        var (from, to) = (stands > computed ? stands : computed, Assessor.TierOf(inForce, current.Answers));
        return to > from ? Due(current, kept, new(inForce.Version, inForce.Hash, from, to), moment, own, context) : null;
    }

    /// <summary>What changed, for a review that is started now: nothing where it is due for another reason.</summary>
    internal static IReadOnlyList<string> Triggers(Case current, Policy policy) =>
        current.RulesChange is not null && policy.Triggers.Any(trigger => trigger.Id == Trigger) ? [Trigger] : [];

    /// <summary>For the auditor.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Details(RulesChange change) =>
        [
            new("rules", change.PolicyHash),
            new("rules_version", change.PolicyVersion),
            new("from", change.From.ToString()),
            new("to", change.To.ToString()),
        ];

    private static Outcome Due(Case current, RegisterEntry kept, RulesChange change, string moment, Policy own, Context context)
    {
        var passed = current.Passed.Append(moment).ToList();
        var after = Reassessment
            .ReviewedNow(current, current with { RulesChange = change, Passed = passed }, context)
            .NotifyGroup(
                NotificationKind.RulesChanged,
                passed.Count(id => id.StartsWith(Prefix, StringComparison.Ordinal)),
                NotificationGroup.Security,
                context.Roles,
                [CaseTimers.Keeper(current)]
            );
        var (recorded, chained) = CaseRecorder.Of(
            current,
            after,
            [
                new(
                    AuditEventKind.RulesChanged,
                    CaseTimers.Nobody,
                    context.Now,
                    [new("moment", moment), .. Details(change), new("review_due", Dates.Value(after.ReviewDue!.Value))]
                ),
            ],
            [
                context.StoredWording.Fill(
                    "story.rules_changed",
                    ("version", change.PolicyVersion),
                    ("tier", CaseTexts.Tier(change.To, context.ForStorage)),
                    ("from", CaseTexts.Tier(change.From, context.ForStorage))
                ),
            ],
            own,
            context
        );
        return new()
        {
            Answer = null,
            Case = recorded,
            Events = chained,
            Entry = RegisterUpdate.After(current, recorded, kept, context.Now),
            Operation = $"rules-{current.Id}-{change.PolicyHash}",
        };
    }
}
