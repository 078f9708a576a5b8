using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Register;

/// <summary>
/// A decision gives one supplier yet another critical service (Policies/README.md "Reviews and triggers"): security and the CISO are told,
/// and start a review where they think it is needed.
/// </summary>
internal static class CriticalServices
{
    private const int Many = 3;

    /// <summary>Of the policy's triggers, by which people know it; a policy without it doesn't ask for this.</summary>
    private const string Trigger = "T11";

    /// <summary>
    /// The case with who is told of it, what the auditor reads and what people read; as it is where there is nothing to say.
    /// </summary>
    public static (Case After, IReadOnlyList<KeyValuePair<string, string>> Details, IReadOnlyList<string> History) Noted(
        CaseRequest request,
        Case after
    )
    {
        if (Of(request, after) is not { } services)
            return (after, [], []);
        var number = CaseTexts.Number(services);
        return (
            after
                .NotifyGroup(NotificationKind.CriticalServices, services, NotificationGroup.Security, request.Roles)
                .NotifyGroup(NotificationKind.CriticalServices, services, NotificationGroup.Ciso, request.Roles),
            [new("critical_services", number)],
            [request.SayStored("story.critical_services", ("supplier", after.Supplier), ("n", number))]
        );
    }

    /// <summary>How many critical services the supplier has with this one; null where that is nothing to say, or was so before.</summary>
    private static int? Of(CaseRequest request, Case after)
    {
        if (
            !IsCritical(after.Assessment.Tier, RegisterUpdate.StatusOf(after))
            || (request.State.Entry is { } kept && IsCritical(kept.Tier, kept.Status))
            || request.Policy.Triggers.All(trigger => trigger.Id != Trigger)
        )
            return null;
        var others = request.State.SameSupplier.Count(entry =>
            entry.Id != after.EntryId && IsCritical(entry.Tier, entry.Status) && SupplierNames.Same(entry.Supplier, after.Supplier)
        );
        return others + 1 >= Many ? others + 1 : null;
    }

    /// <summary>Approved and not being ended, also where something must be done before it is used.</summary>
    private static bool IsCritical(Tier tier, EntryStatus status) => tier == Tier.Critical && status.IsToStay();
}
