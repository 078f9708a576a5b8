using SupplierBot.Documents.Registers;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Packs;

/// <summary>
/// How far each contract point is agreed, by supplier type and tier, over all that is approved. As large as the policies, not as the
/// register.
/// </summary>
internal sealed class ContractPointCounts
{
    private static readonly IReadOnlyList<ClauseState> States = Enum.GetValues<ClauseState>();
    private readonly SortedDictionary<(string Clause, string Type, Tier Tier), int[]> counts = [];
    private readonly Dictionary<string, string> titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> types = new(StringComparer.Ordinal);

    public void Add(SupplierLine line)
    {
        if (line.Case is not { IsApproved: true } current)
            return;
        foreach (var type in line.Policy?.Types ?? [])
            types.TryAdd(type.Id, type.Title);
        foreach (var point in line.ContractPoints())
        {
            titles.TryAdd(point.Clause.Id, point.Clause.Title);
            foreach (var type in current.Assessment.Types)
                Count((point.Clause.Id, type, current.Assessment.Tier), point.Item);
        }
    }

    /// <summary>A line for each contract point, type and tier; a column for each state.</summary>
    public async Task WriteAsync(Stream stream, Wording wording, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        await using var csv = new CsvWriter(kept);
        csv.Header([
            wording["file.register_clause"],
            wording["file.register_clause_title"],
            wording["file.register_types"],
            wording["file.register_tier"],
            wording["file.pack_matrix_required"],
            .. States.Select(state => wording[$"clause.state.{state}"]),
            wording["file.register_not_recorded"],
        ]);
        foreach (var ((clause, type, tier), row) in counts)
        {
            csv.Add(Cell.Of(clause));
            csv.Add(Cell.Of(titles[clause]));
            csv.Add(Cell.Of(types.GetValueOrDefault(type, type)));
            csv.Add(Cell.Of(wording[$"words.tier.{tier}"]));
            csv.Add(Cell.Of(row.Sum()));
            foreach (var count in row)
                csv.Add(Cell.Of(count));
            await csv.EndLineAsync(cancellation);
        }
        await csv.FinishAsync(stream, cancellation);
    }

    /// <summary>The last place is for what the bot doesn't keep.</summary>
    private void Count((string, string, Tier) key, ClauseItem? item)
    {
        if (!counts.TryGetValue(key, out var row))
            counts.Add(key, row = new int[States.Count + 1]);
        row[item is null ? States.Count : (int)item.State]++;
    }
}
