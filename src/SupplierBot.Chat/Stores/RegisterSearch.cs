namespace SupplierBot.Chat;

/// <summary>Reads the register by number, by name and by type. Each search reads index rows for the page it shows and the entries of that page alone.</summary>
public sealed class RegisterSearch(ITable table, CaseStore cases, ChatSettings settings, DamagedRows? damaged = null)
{
    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    public Task<RegisterEntry?> EntryAsync(string entryId, CancellationToken cancellation) => cases.EntryAsync(entryId, cancellation);

    /// <summary>Entries of exactly this name, however it is typed; the first <paramref name="take"/> by number.</summary>
    public async Task<IReadOnlyList<RegisterEntry>> NamedAsync(string name, int take, CancellationToken cancellation)
    {
        var normalised = SupplierNames.Normalise(name);
        if (normalised.Length == 0) return [];
        var entries = await EntriesAsync(await IdsAsync(Keys.NamedPrefix(normalised) + "!", take, cancellation), cancellation);
        // Keys hold the beginning of a long name alone.
        return [.. entries.Where(entry => SupplierNames.Normalise(entry.Supplier) == normalised)];
    }

    /// <summary>Entries whose name, or a later word of it, begins so: the page that begins at or before <paramref name="from"/>.</summary>
    /// <param name="most">Rows of the whole list at most.</param>
    public async Task<(IReadOnlyList<RegisterEntry> Page, ListEnds Ends)> FindAsync(string text, int from, int ahead, int most, CancellationToken cancellation)
    {
        var normalised = SupplierNames.Normalise(text);
        if (normalised.Length == 0) return ([], new(0, 0, false));
        var take = (int)Math.Min((long)from + ahead + 1, most);
        var ids = await BeginningAsync(normalised, take, cancellation);
        var goesOn = ids.Count == take;
        if (goesOn) ids.RemoveAt(take - 1);
        var first = CaseLists.FirstOf(from, ids.Count);
        var page = ids.Skip(first).Take(CaseLists.PageLength).ToList();
        var entries = await EntriesAsync(page, cancellation);
        return ([.. entries.Where(entry => Fits(entry, normalised))], new(first, ids.Count - first - page.Count, goesOn));
    }

    /// <summary>Entries whose name, or a later word of it, begins so; all by name where nothing was typed.</summary>
    /// <param name="most">Rows of the whole list at most: nothing is skipped beyond them.</param>
    public async Task<IReadOnlyList<RegisterEntry>> SearchAsync(string text, int skip, int take, int most, CancellationToken cancellation)
    {
        var normalised = SupplierNames.Normalise(text);
        if (skip >= most || (normalised.Length == 0 && !string.IsNullOrWhiteSpace(text))) return [];
        var ids = await BeginningAsync(normalised, Math.Min(skip + take, most), cancellation);
        return [.. (await EntriesAsync(ids.Skip(skip), cancellation)).Where(entry => Fits(entry, normalised))];
    }

    /// <summary>One entry for each of the first names that begin so, or of which a later word does: a row read for each, however many services a supplier has.</summary>
    public async Task<IReadOnlyList<RegisterEntry>> GuessesAsync(string name, int most, CancellationToken cancellation)
    {
        var normalised = SupplierNames.Normalise(name);
        if (normalised.Length == 0) return [];
        var ids = new List<string>();
        foreach (var prefix in new[] { Keys.NamedPrefix(normalised), Keys.EndingPrefix(normalised) })
        {
            for (var from = prefix; ids.Count < most && await table.ReadAsync(partition, from, Keys.After(prefix), 1, cancellation) is [var row]; from = Keys.AfterName(row.Key)) ids.Add(IdOf(row));
        }
        return [.. (await EntriesAsync(ids.Distinct(), cancellation)).Where(entry => Fits(entry, normalised))];
    }

    /// <summary>Other entries of a type: the first few, and how many more of those counted.</summary>
    public async Task<(IReadOnlyList<RegisterEntry> Named, int More)> SameTypeAsync(string type, string otherThan, int named, CancellationToken cancellation)
    {
        var ids = (await IdsAsync(Keys.OfTypePrefix(type), Context.MostInQueue + 2, cancellation)).Where(id => id != otherThan).Take(Context.MostInQueue + 1).ToList();
        var entries = await EntriesAsync(ids.Take(named), cancellation);
        return (entries, Math.Max(0, ids.Count - named));
    }

    /// <summary>Keys hold the beginning of a long name alone.</summary>
    private static bool Fits(RegisterEntry entry, string wanted) =>
        SupplierNames.Endings(entry.Supplier).Prepend(SupplierNames.Normalise(entry.Supplier)).Any(name => name.StartsWith(wanted, StringComparison.Ordinal));

    /// <summary>Names that begin so come first, then those of which a later word does.</summary>
    private async Task<List<string>> BeginningAsync(string normalised, int take, CancellationToken cancellation)
    {
        var ids = new List<string>(await IdsAsync(Keys.NamedPrefix(normalised), take, cancellation));
        if (normalised.Length > 0 && ids.Count < take) ids = [.. ids.Union(await IdsAsync(Keys.EndingPrefix(normalised), take - ids.Count, cancellation))];
        return ids;
    }

    private async Task<IReadOnlyList<string>> IdsAsync(string prefix, int take, CancellationToken cancellation) =>
        [.. (await table.ReadAsync(partition, prefix, Keys.After(prefix), take, cancellation)).Select(IdOf)];

    private async Task<IReadOnlyList<RegisterEntry>> EntriesAsync(IEnumerable<string> ids, CancellationToken cancellation) =>
        [.. (await Task.WhenAll(ids.Select(id => damaged.OrNothingAsync(EntryAsync(id, cancellation))))).OfType<RegisterEntry>()];

    /// <summary>The key says it as well, should the row be damaged.</summary>
    private static string IdOf(Row row) => row.Values.GetValueOrDefault("Entry") as string ?? Keys.OfIndex(row.Key) ?? throw Rows.NotRead(row);
}
