using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// Finds the other cases of what may be the same supplier: by what its name looks like, and by its website. Two ranges of index rows, and
/// the cases that are shown.
/// </summary>
public sealed class EarlierCaseStore(ITable table, CaseStore cases, ChatSettings settings)
{
    private const int Shown = 5;
    private const int MostRows = Shown + Context.MostInQueue + 2;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <returns>Refused ones first, each newest first; and how many more there are.</returns>
    public async Task<(IReadOnlyList<Case> Shown, int More)> OfAsync(Case current, CancellationToken cancellation)
    {
        var site = WebAddress.SiteOf(current.Answers.One("website") ?? "");
        string[] prefixes =
        [
            .. SupplierNames.Guesses(current.Supplier).Select(Keys.CaseGuessedPrefix).Distinct(),
            .. site.Length > 0 ? new[] { Keys.CaseAtSitePrefix(site) } : [],
        ];
        var ranges = await Task.WhenAll(
            prefixes.Select(prefix => table.ReadAsync(partition, prefix, Keys.After(prefix), MostRows, cancellation))
        );
        var ids = ranges
            .SelectMany(rows => rows)
            .OrderBy(row => Keys.OrderOf(row.Key), StringComparer.Ordinal)
            .Select(IndexRows.CaseOf)
            .Distinct()
            .Where(id => id != current.Id)
            .ToList();
        var found = await Task.WhenAll(ids.Take(Shown).Select(id => cases.FindAsync(id, cancellation)));
        return (
            [.. found.OfType<Versioned<Case>>().Select(one => one.Value).Where(one => MayBeTheSame(current, one))],
            Math.Max(0, ids.Count - Shown)
        );
    }

    /// <summary>Keys hold the beginning of a long name alone.</summary>
    private static bool MayBeTheSame(Case current, Case other) =>
        SupplierLikeness.Of((current.Supplier, current.Answers.One("website") ?? ""), (other.Supplier, other.Answers.One("website") ?? ""))
            is not null;
}
