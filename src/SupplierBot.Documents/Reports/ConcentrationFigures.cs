using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Documents.Reports;

/// <summary>
/// Where much hangs on one: of the services that are approved and not ended. A service may count in several lines of one list.
/// </summary>
/// <param name="Providers">Models, hosts and others behind a service, by the names of the answers; a supplier of a model counts
/// itself.</param>
/// <param name="Countries">As named; where none is, the group of countries that was chosen.</param>
/// <param name="Suppliers">Those with more than one service.</param>
public sealed record ConcentrationFigures(
    IReadOnlyList<Share> Providers,
    IReadOnlyList<Share> Countries,
    IReadOnlyList<Share> Types,
    IReadOnlyList<Share> Suppliers
)
{
    private const string Model = "MODEL";

    /// <summary>Critical services that are to stay; those of <see cref="Critical"/> are among them.</summary>
    public int CriticalServices { get; private init; }

    /// <summary>On whom several of them depend, their own suppliers among them; the one with the most first.</summary>
    public IReadOnlyList<CriticalUse> Critical { get; private init; } = [];

    internal static ConcentrationFigures Of(IReadOnlyList<SupplierRecord> used) =>
        new(
            Shares(used, ProvidersOf, SupplierNames.Identity),
            Shares(used, CountriesOf, Folded),
            Shares(used, TypesOf, Folded),
            [.. Shares(used, record => [record.Entry.Supplier], SupplierNames.Identity).Where(share => share.Services > 1)]
        )
        {
            CriticalServices = used.Count(IsCritical),
            Critical =
            [
                .. Shares([.. used.Where(IsCritical)], AllOf, SupplierNames.Identity)
                    .Where(share => share.Services >= Concentration.Few)
                    .Select(share => new CriticalUse(share.Name, share.Services)),
            ],
        };

    private static bool IsCritical(SupplierRecord record) => record.Entry.Tier == Tier.Critical && record.Entry.Status.IsToStay();

    private static IEnumerable<string> AllOf(SupplierRecord record) => Dependencies.Names(record.Behind).Prepend(record.Entry.Supplier);

    private static IEnumerable<string> ProvidersOf(SupplierRecord record)
    {
        if (record.Entry.Types.Contains(Model))
            yield return record.Entry.Supplier;
        foreach (var name in Dependencies.Names(record.Behind))
            yield return name;
    }

    private static IEnumerable<string> CountriesOf(SupplierRecord record)
    {
        if (record.Case is not { } current)
            return [];
        var typed = Dependencies.Names(current.Answers.One(Dependencies.RegionsQuestion) ?? "");
        return typed.Count > 0 ? typed : Chosen(current, record.Policy);
    }

    private static IEnumerable<string> Chosen(Case current, Policy? policy)
    {
        var question = policy?.Questions.FirstOrDefault(one => one.Id == "where");
        return current.Answers.Picked("where").Select(id => question?.Choice(id)?.Words ?? id);
    }

    private static IEnumerable<string> TypesOf(SupplierRecord record) =>
        record.Entry.Types.Select(id => record.Policy?.Types.FirstOrDefault(type => type.Id == id)?.Title ?? id);

    private static string Folded(string name) => name.Trim().ToUpperInvariant();

    /// <summary>Two spellings of one name are one; the first in the alphabet is shown.</summary>
    private static IReadOnlyList<Share> Shares(
        IReadOnlyList<SupplierRecord> used,
        Func<SupplierRecord, IEnumerable<string>> names,
        Func<string, string> identity
    ) =>
        [
            .. used.SelectMany(record => names(record).Select(name => (Name: name, Record: record)))
                .Where(pair => identity(pair.Name).Length > 0)
                .GroupBy(pair => identity(pair.Name))
                .Select(group => Counted(group.Select(pair => pair.Name).Min(StringComparer.Ordinal)!, group.Select(pair => pair.Record)))
                .OrderByDescending(share => share.Services)
                .ThenByDescending(share => share.Important)
                .ThenBy(share => share.Name, StringComparer.Ordinal),
        ];

    private static Share Counted(string name, IEnumerable<SupplierRecord> records)
    {
        var services = records.DistinctBy(record => record.Entry.Id).ToList();
        return new(name, services.Count, services.Count(record => record.Entry.Tier >= Tier.High));
    }
}

/// <param name="Important">Of these, at High or Critical.</param>
public sealed record Share(string Name, int Services, int Important);
