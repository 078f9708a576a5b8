using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Register.Providers;

/// <summary>A service that is approved and not being ended.</summary>
public sealed record DependentService(string EntryId, bool Critical);

/// <summary>What depends on one provider, or keeps its data in one country.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="Services">Critical ones first. Of the others a few, where they were read.</param>
public sealed record ProviderUse(string Name, IReadOnlyList<DependentService> Services)
{
    /// <summary>More than this is not counted.</summary>
    public const int MostCritical = 100;
    public const int MostOthers = 20;

    public IReadOnlyList<string> Critical(string? but = null) =>
        [.. Services.Where(service => service.Critical && service.EntryId != but).Select(service => service.EntryId)];

    public int Others(string? but = null) => Services.Count(service => service.EntryId != but);
}

/// <summary>On whom as many critical services depend, of all there are.</summary>
public sealed record CriticalUse(string Name, int Services);

/// <summary>How much hangs on whom, as far as one decision is about it.</summary>
/// <param name="Providers">The supplier itself first, then those behind it in the order of the answer.</param>
/// <param name="Critical">All critical services; at most one more than <see cref="ProviderUse.MostCritical"/>. Read where it is
/// shown.</param>
public sealed record Concentration(IReadOnlyList<ProviderUse> Providers, IReadOnlyList<ProviderUse> Regions, int Critical)
{
    /// <summary>So many services make a dependence worth a line.</summary>
    public const int Few = 2;

    public static Concentration None { get; } = new([], [], 0);

    public ProviderUse? Of(string name) => Providers.FirstOrDefault(use => SupplierNames.Same(use.Name, name));
}
