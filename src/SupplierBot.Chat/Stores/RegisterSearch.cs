using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// Reads the register by number, by name, by website and by type. Each search reads index rows for the page it shows and the entries of
/// that page alone.
/// </summary>
public sealed class RegisterSearch(ITable table, CaseStore cases, ChatSettings settings, DamagedRows? damaged = null)
{
    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    public Task<RegisterEntry?> EntryAsync(string entryId, CancellationToken cancellation) => cases.EntryAsync(entryId, cancellation);

    /// <summary>Entries of exactly this name; the first <paramref name="take"/> by number.</summary>
    public async Task<IReadOnlyList<RegisterEntry>> NamedAsync(string name, int take, CancellationToken cancellation)
    {
        if (SupplierNames.Identity(name).Length == 0)
            return [];
        var entries = await EntriesAsync(await IdsAsync(Keys.SameNamePrefix(name), take, cancellation), cancellation);
        // Whatever the index says: only the name itself may say yes.
        return
        [
            .. entries.Where(entry =>
                SupplierNames.Same(entry.Supplier, name)
                || (entry.MergedEntries is not null && EntryNames.MergedUnder(entry, name) is not null)
            ),
        ];
    }

    /// <summary>
    /// Entries that may be the same supplier: of a name that looks like this one, or of the same website. Those of the very name come
    /// first.
    /// </summary>
    public async Task<IReadOnlyList<RegisterEntry>> AlikeAsync(string name, string website, int take, CancellationToken cancellation)
    {
        var ranges = await Task.WhenAll(
            AlikePrefixes(name, WebAddress.SiteOf(website))
                .Select(prefix => table.ReadAsync(partition, prefix, Keys.After(prefix), take, cancellation))
        );
        var ids = ranges.SelectMany(rows => rows).OrderByDescending(row => Keys.IsOfName(row.Key, name)).Select(IdOf).Distinct().Take(take);
        var entries = await EntriesAsync(ids, cancellation);
        return [.. entries.Where(entry => EntryNames.Likeness(entry, name, website) is not null)];
    }

    /// <summary>
    /// Entries of which a name, or a later word of it, begins so: the page that begins at or before <paramref name="from"/>.
    /// </summary>
    /// <param name="most">Rows of the whole list at most.</param>
    public async Task<(IReadOnlyList<RegisterEntry> Page, ListEnds Ends)> FindAsync(
        string text,
        int from,
        int ahead,
        int most,
        CancellationToken cancellation
    )
    {
        if (SupplierNames.Plain(text).Length == 0)
            return ([], new(0, 0, false));
        var take = (int)Math.Min((long)from + ahead + 1, most);
        var ids = await BeginningAsync(text, take, cancellation);
        var goesOn = ids.Count == take;
        if (goesOn)
            ids.RemoveAt(take - 1);
        var first = CaseLists.FirstOf(from, ids.Count);
        var page = ids.Skip(first).Take(CaseLists.PageLength).ToList();
        var entries = await EntriesAsync(page, cancellation);
        return ([.. entries.Where(entry => Fits(entry, text))], new(first, ids.Count - first - page.Count, goesOn));
    }

    /// <summary>Entries of which a name, or a later word of it, begins so; all by name where nothing was typed.</summary>
    /// <param name="most">Rows of the whole list at most: nothing is skipped beyond them.</param>
    public async Task<IReadOnlyList<RegisterEntry>> SearchAsync(string text, int skip, int take, int most, CancellationToken cancellation)
    {
        if (skip >= most || (SupplierNames.Plain(text).Length == 0 && !string.IsNullOrWhiteSpace(text)))
            return [];
        var ids = await BeginningAsync(text, Math.Min(skip + take, most), cancellation);
        return [.. (await EntriesAsync(ids.Skip(skip), cancellation)).Where(entry => Fits(entry, text))];
    }

    /// <summary>Other entries of a type: the first few, and how many more of those counted.</summary>
    public async Task<(IReadOnlyList<RegisterEntry> Named, int More)> SameTypeAsync(
        string type,
        string otherThan,
        int named,
        CancellationToken cancellation
    )
    {
        var ids = (await IdsAsync(Keys.OfTypePrefix(type), Context.MostInQueue + 2, cancellation))
            .Where(id => id != otherThan)
            .Take(Context.MostInQueue + 1)
            .ToList();
        var entries = await EntriesAsync(ids.Take(named), cancellation);
        return (entries, Math.Max(0, ids.Count - named));
    }

    internal static IEnumerable<string> AlikePrefixes(string name, string site) =>
        [.. SupplierNames.Guesses(name).Select(Keys.GuessedPrefix).Distinct(), .. site.Length > 0 ? new[] { Keys.AtSitePrefix(site) } : []];

    /// <summary>Keys hold the beginning of a long name alone.</summary>
    internal static bool Fits(RegisterEntry entry, string typed) =>
        SupplierNames.Plain(typed) is var plain
        && (
            EntryNames
                .All(entry)
                .Select(SupplierNames.Plain)
                .Concat(SupplierNames.Endings(entry.Supplier))
                .Any(name => name.StartsWith(plain, StringComparison.Ordinal)) || EntryNames.Likeness(entry, typed, typed) is not null
        );

    /// <summary>
    /// Names that begin so come first, then other names and those of which a later word does; only where there are none those that are like
    /// it.
    /// </summary>
    private async Task<List<string>> BeginningAsync(string text, int take, CancellationToken cancellation)
    {
        var plain = SupplierNames.Plain(text);
        var ids = new List<string>(await IdsAsync(Keys.NamedPrefix(plain), take, cancellation));
        foreach (var prefix in plain.Length == 0 ? [] : new[] { Keys.OtherNamesPrefix(plain), Keys.EndingPrefix(plain) })
        {
            if (ids.Count < take)
                ids = [.. ids.Union(await IdsAsync(prefix, take - ids.Count, cancellation))];
        }
        if (plain.Length == 0 || ids.Count > 0)
            return ids;
        foreach (var prefix in AlikePrefixes(text, WebAddress.SiteOf(text)))
            ids = [.. ids.Union(await IdsAsync(prefix, take, cancellation)).Take(take)];
        return ids;
    }

    private async Task<IReadOnlyList<string>> IdsAsync(string prefix, int take, CancellationToken cancellation) =>
        [.. (await table.ReadAsync(partition, prefix, Keys.After(prefix), take, cancellation)).Select(IdOf)];

    /// <summary>In their order; in place of one that was merged, the entry that answers for it.</summary>
    internal async Task<IReadOnlyList<RegisterEntry>> EntriesAsync(IEnumerable<string> ids, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(ids.Select(id => damaged.OrNothingAsync(AnsweringAsync(id, cancellation))));
        return [.. found.OfType<RegisterEntry>().DistinctBy(entry => entry.Id)];
    }

    private async Task<RegisterEntry?> AnsweringAsync(string id, CancellationToken cancellation)
    {
        var entry = await EntryAsync(id, cancellation);
        return entry?.MergedInto is { } into ? await EntryAsync(into, cancellation) : entry;
    }

    /// <summary>The key says it as well, should the row be damaged.</summary>
    internal static string IdOf(Row row) =>
        row.Values.GetValueOrDefault("Entry") as string ?? Keys.OfIndex(row.Key) ?? throw Rows.NotRead(row);
}
