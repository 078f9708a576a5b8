using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Register;

/// <summary>On how many critical services a decision made one supplier weigh.</summary>
/// <param name="Name">The supplier of the case, or one that stands behind it.</param>
/// <param name="Services">This one among them.</param>
public sealed record CriticalProvider(string Name, int Services);

/// <summary>
/// A decision makes yet another critical service depend on one supplier, its own or one behind it (Policies/README.md "Reviews and
/// triggers"): security and the CISO are notified, and start a review where they think it is needed.
/// </summary>
internal static class CriticalServices
{
    public const int Many = 3;

    /// <summary>Of the policy's triggers, by which people know it; a policy without it doesn't ask for this.</summary>
    public const string Trigger = "T11";

    /// <summary>In the event: the numbers of services, in the order of the providers.</summary>
    public const string Detail = "critical_services";

    /// <summary>
    /// The case with who is told of it, what the auditor reads and what people read; as it is where there is nothing to say.
    /// </summary>
    public static (Case After, IReadOnlyList<KeyValuePair<string, string>> Details, IReadOnlyList<string> History) Noted(
        CaseRequest request,
        Case after
    )
    {
        if (Of(request, after) is not { Count: > 0 } providers)
            return (after, [], []);
        var most = providers.Max(provider => provider.Services);
        return (
            (after with { CriticalProviders = providers })
                .NotifyGroup(NotificationKind.CriticalServices, most, NotificationGroup.Security, request.Roles)
                .NotifyGroup(NotificationKind.CriticalServices, most, NotificationGroup.Ciso, request.Roles),
            [new(Detail, Numbers(providers))],
            [.. providers.Select(provider => History(request, after, provider))]
        );
    }

    public static string Numbers(IReadOnlyList<CriticalProvider> providers) =>
        string.Join(',', providers.Select(provider => CaseTexts.Number(provider.Services)));

    /// <summary>A supplier without which as many critical services stop.</summary>
    public static bool AreMany(int services, Policy policy) => services >= Many && policy.Triggers.Any(trigger => trigger.Id == Trigger);

    private static string History(CaseRequest request, Case after, CriticalProvider provider) =>
        SupplierNames.Same(provider.Name, after.Supplier)
            ? request.SayStored("story.critical_services", ("supplier", after.Supplier), ("n", CaseTexts.Number(provider.Services)))
            : request.SayStored("story.critical_provider", ("provider", provider.Name), ("n", CaseTexts.Number(provider.Services)));

    /// <summary>Each of whom many critical services depend with this one, and did not with it before.</summary>
    private static IReadOnlyList<CriticalProvider> Of(CaseRequest request, Case after)
    {
        if (!IsCritical(after.Assessment.Tier, RegisterUpdate.StatusOf(after)))
            return [];
        var before =
            request.State.Entry is { } kept && IsCritical(kept.Tier, kept.Status)
                ? EntryDependencies.Names(kept).Select(SupplierNames.Identity).ToHashSet()
                : [];
        return
        [
            .. EntryDependencies
                .Names(after.Supplier, Dependencies.Of(after.Answers))
                .Where(name => !before.Contains(SupplierNames.Identity(name)))
                .Select(name => new CriticalProvider(
                    name,
                    (request.State.Concentration.Of(name)?.Critical(but: after.EntryId).Count ?? 0) + 1
                ))
                .Where(provider => AreMany(provider.Services, request.Policy)),
        ];
    }

    /// <summary>Approved and not being ended, also where something must be done before it is used.</summary>
    private static bool IsCritical(Tier tier, EntryStatus status) => tier == Tier.Critical && status.IsToStay();
}
