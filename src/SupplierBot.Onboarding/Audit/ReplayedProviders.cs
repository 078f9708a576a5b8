using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Register.Providers;

namespace SupplierBot.Onboarding.Audit;

/// <summary>What happened to a provider, and on whom many critical services depend, by the events of a case alone.</summary>
internal sealed class ReplayedProviders
{
    private AuditEvent? change;
    private string? critical;

    public void Next(AuditEvent auditEvent)
    {
        if (auditEvent.Kind == AuditEventKind.ProviderChanged)
            change = auditEvent;
        critical = CaseReplay.Said(auditEvent, CriticalServices.Detail) ?? critical;
    }

    public IEnumerable<string> Contradictions(Case kept)
    {
        if (
            kept.ProviderChange is { } asked
                ? change is null || ProviderChanges.Details(asked).Any(detail => CaseReplay.Said(change, detail.Key) != detail.Value)
                : change is not null
        )
            yield return "what happened to its provider is not what its facts say";
        // An earlier release told of them without keeping who they are.
        if (kept.CriticalProviders is { } providers && CriticalServices.Numbers(providers) != critical)
            yield return "the critical services that depend on its providers are not those in its facts";
    }
}
