using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register.Providers;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// Reads who depends on whom. Of one provider it reads the index rows of the services that are counted, and no entry; however long the
/// register is.
/// </summary>
public sealed class DependencyIndex(ITable table, ChatSettings settings, TimeProvider time)
{
    /// <summary>Any tier below critical: they are one range.</summary>
    private const Tier Other = Tier.High;
    private const int PageSize = 100;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>What else depends on these, for one decision.</summary>
    /// <param name="supplier">Of the case.</param>
    /// <param name="behind">Who stands behind it, and where its data is.</param>
    public async Task<Concentration> OfAsync(string supplier, Dependencies behind, CancellationToken cancellation)
    {
        var providers = await Task.WhenAll(EntryDependencies.Names(supplier, behind).Select(name => UseAsync(name, cancellation)));
        var regions = await Task.WhenAll(
            behind.Regions.Select(async name => new ProviderUse(
                name,
                await ServicesAsync(Keys.DataInPrefix(name, Tier.Critical), true, ProviderUse.MostCritical, cancellation)
            ))
        );
        var counts = providers.Concat(regions).Any(use => use.Critical().Count >= Concentration.Few);
        return new(providers, regions, counts ? await CriticalAsync(cancellation) : 0);
    }

    /// <summary>The services that depend on one name: critical ones, and a few of the others.</summary>
    public async Task<ProviderUse> UseAsync(string name, CancellationToken cancellation)
    {
        var tiers = await Task.WhenAll(
            ServicesAsync(Keys.DependsOnPrefix(name, Tier.Critical), true, ProviderUse.MostCritical, cancellation),
            ServicesAsync(Keys.DependsOnPrefix(name, Other), false, ProviderUse.MostOthers, cancellation)
        );
        return new(name, [.. tiers.SelectMany(services => services)]);
    }

    /// <summary>All critical services; one more than are counted at most.</summary>
    public async Task<int> CriticalAsync(CancellationToken cancellation) =>
        (await ServicesAsync(Keys.CriticalServicesPrefix, true, ProviderUse.MostCritical + 1, cancellation)).Count;

    /// <summary>Everything that depends on one name, of whichever tier, by number.</summary>
    public async Task<IReadOnlyList<string>> DependentsAsync(string name, CancellationToken cancellation)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var tier in new[] { Tier.Critical, Other })
        {
            await foreach (var row in table.PrefixAsync(partition, Keys.DependsOnPrefix(name, tier), cancellation))
                ids.Add(RegisterSearch.IdOf(row));
        }
        return [.. ids];
    }

    /// <summary>Of whom many critical services depend, the one with the most first; as far as so many rows go.</summary>
    public async Task<IReadOnlyList<CriticalUse>> HeaviestAsync(int least, int mostRows, CancellationToken cancellation)
    {
        var names = new Dictionary<string, (string Name, int Services)>(StringComparer.Ordinal);
        var prefix = Keys.ProvidersOfPrefix(Tier.Critical);
        var read = 0;
        await foreach (var page in table.PagesAsync(partition, prefix, Keys.After(prefix), PageSize, cancellation))
        {
            foreach (var row in page.Where(Counts))
            {
                var of = row.Key[..row.Key.LastIndexOf('!')];
                var (name, services) = names.GetValueOrDefault(of, (row.Values.GetValueOrDefault("Name") as string ?? "", 0));
                names[of] = (name, services + 1);
            }
            if ((read += page.Count) >= mostRows)
                break;
        }
        return
        [
            .. names
                .Values.Where(one => one.Services >= least)
                .OrderByDescending(one => one.Services)
                .ThenBy(one => one.Name, StringComparer.Ordinal)
                .Select(one => new CriticalUse(one.Name, one.Services)),
        ];
    }

    private async Task<IReadOnlyList<DependentService>> ServicesAsync(
        string prefix,
        bool critical,
        int take,
        CancellationToken cancellation
    ) =>
        [
            .. (await table.ReadAsync(partition, prefix, Keys.After(prefix), take, cancellation))
                .Where(Counts)
                .Select(row => new DependentService(RegisterSearch.IdOf(row), critical)),
        ];

    private bool Counts(Row row) => !(row.Values.GetValueOrDefault("From") is DateTimeOffset from && time.GetUtcNow() < from);
}
