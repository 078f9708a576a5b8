using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Onboarding.Register.Providers;

public enum ProviderChangeKind
{
    /// <summary>An incident was reported of the provider.</summary>
    Incident,

    /// <summary>Somebody reported that something changed at the provider.</summary>
    Change,

    /// <summary>With a decision, many critical services depend on the provider.</summary>
    Concentration,
}

/// <summary>What happened to a supplier that others depend on; it follows from the case behind its register entry.</summary>
/// <param name="Id">The same for as long as the case is kept: who depends on it is asked once.</param>
/// <param name="Names">Of whom others depend.</param>
/// <param name="EntryId">The entry it happened to, which is not asked itself.</param>
/// <param name="Triggers">Of the policy: what it puts in question where somebody depends on it.</param>
public sealed record ProviderCause(
    string Id,
    ProviderChangeKind Kind,
    IReadOnlyList<string> Names,
    string EntryId,
    DateTimeOffset At,
    IReadOnlyList<string> Triggers
)
{
    /// <summary>An incident "at one of its suppliers" (Policies/policy.yaml "triggers").</summary>
    private const string OfIncident = "T3";

    /// <summary>
    /// Those that say something of the supplier itself; the others are about how we use it, about our rules or about our contract, and
    /// concern nobody who depends on it.
    /// </summary>
    private static readonly string[] OfTheSupplier = ["T2", "T3", "T6", "T7", "T8", "T9"];

    /// <summary>The newest first.</summary>
    public static IReadOnlyList<ProviderCause> Of(Case current) =>
        current.NeverSent
            ? []
            : [.. Incidents(current).Concat(Changes(current)).Concat(Concentrations(current)).OrderByDescending(cause => cause.At)];

    private static IEnumerable<ProviderCause> Incidents(Case current) =>
        current
            .Incidents.Where(place => place < current.History.Count)
            .Select(place => new ProviderCause(
                $"{current.Id}-i{place}",
                ProviderChangeKind.Incident,
                NamesOf(current),
                current.EntryId,
                current.History[place].At,
                [OfIncident]
            ));

    private static IEnumerable<ProviderCause> Changes(Case current)
    {
        if (current.ReviewOrigin?.Triggers.Intersect(OfTheSupplier).ToList() is { Count: > 0 } triggers)
            yield return new(
                $"{current.Id}-c",
                ProviderChangeKind.Change,
                NamesOf(current),
                current.EntryId,
                current.SubmittedAt,
                triggers
            );
    }

    /// <summary>With the third alone: a fourth is notified to those who decide, and no owner is asked again.</summary>
    private static IEnumerable<ProviderCause> Concentrations(Case current) =>
        current is { IsApproved: true, Decision: { } decision }
            ? (current.CriticalProviders ?? [])
                .Select((provider, place) => (provider.Name, provider.Services, Id: $"{current.Id}-t{place}"))
                .Where(provider => provider.Services == CriticalServices.Many)
                .Select(provider => new ProviderCause(
                    provider.Id,
                    ProviderChangeKind.Concentration,
                    [provider.Name],
                    current.EntryId,
                    decision.At,
                    [CriticalServices.Trigger]
                ))
            : [];

    private static IReadOnlyList<string> NamesOf(Case current) => [current.Supplier, .. current.Aliases, .. current.FormerNames];
}
