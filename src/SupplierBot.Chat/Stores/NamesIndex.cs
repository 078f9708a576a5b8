using System.Globalization;
using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// Finds entries by every name they go by, by names that are like it, and what may be used by kind and purpose. Every search reads a few
/// index rows and the entries it answers with, however long the register is.
/// </summary>
public sealed class NamesIndex(ITable table, RegisterSearch register, ChatSettings settings, TimeProvider time)
{
    /// <summary>Rows of one answer: a typo's index rows, and the three entries that are offered.</summary>
    private const int MostSlipRows = 7;
    private const int MostOfAPurpose = 4;
    private const int MostStems = 3;

    /// <summary>Of a message: names that begin with one word, and words that are looked at for slips.</summary>
    private const int MostOfAWord = 20;
    private const int MostSlipWords = 5;
    private const int ShortestWord = 2;
    private const int ShortestSlip = 5;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>Entries that are meant by this name: the supplier's, else another one of theirs, else their site.</summary>
    /// <returns>Not sure where several suppliers have it: then it is a question.</returns>
    public async Task<(IReadOnlyList<RegisterEntry> Entries, bool Sure)> KnownAsAsync(string name, int take, CancellationToken cancellation)
    {
        if (SupplierNames.Identity(name).Length == 0)
            return ([], false);
        if (await register.NamedAsync(name, take, cancellation) is { Count: > 0 } named)
            return (named, IsOneSupplier(named));
        var others = await EntriesAsync(Keys.SameOtherNamePrefix(name), take, cancellation);
        var known = others.Where(entry => EntryNames.IsNamed(entry, name)).ToList();
        if (known.Count == 0 && WebAddress.SiteOf(name) is { Length: > 0 } site)
            known = [.. (await EntriesAsync(Keys.AtSitePrefix(site), take, cancellation)).Where(entry => EntryNames.IsAt(entry, name))];
        return (known, IsOneSupplier(known));
    }

    private static bool IsOneSupplier(IReadOnlyList<RegisterEntry> entries) =>
        entries.Select(entry => SupplierNames.Identity(entry.Supplier)).Distinct().Count() == 1;

    /// <summary>
    /// One entry for each of the first names that look like this one, are at this site, begin so, or of which a later word does: a row read
    /// for each, however many services a supplier has. The likest first.
    /// </summary>
    public async Task<IReadOnlyList<RegisterEntry>> GuessesAsync(string name, int most, CancellationToken cancellation)
    {
        if (SupplierNames.Plain(name) is not { Length: > 0 } plain)
            return [];
        string[] begin = [Keys.NamedPrefix(plain), Keys.OtherNamesPrefix(plain), Keys.EndingPrefix(plain)];
        var ids = new List<string>();
        foreach (var prefix in RegisterSearch.AlikePrefixes(name, SiteOf(name)).Concat(begin))
        {
            for (
                var from = prefix;
                ids.Count < most && await table.ReadAsync(partition, from, Keys.After(prefix), 1, cancellation) is [var row];
                from = Keys.AfterName(row.Key)
            )
            {
                if (!ids.Contains(RegisterSearch.IdOf(row)))
                    ids.Add(RegisterSearch.IdOf(row));
            }
        }
        var entries = await register.EntriesAsync(ids, cancellation);
        return
        [
            .. entries
                .Where(entry => RegisterSearch.Fits(entry, name) || EntryNames.IsAt(entry, SiteOf(name)))
                .OrderByDescending(entry => Likeness(entry, plain)),
        ];
    }

    /// <summary>
    /// Entries of whose names one stands in a message. A row of each kind is read for every word, whatever the register holds: the keys say
    /// which names begin with it.
    /// </summary>
    /// <returns>Not sure where a name only looks like it, or is a slip away.</returns>
    public async Task<(IReadOnlyList<RegisterEntry> Entries, bool Sure)> MentionedAsync(
        string message,
        int most,
        CancellationToken cancellation
    )
    {
        var places = MessageNames.Of(message);
        var ids = (await Task.WhenAll(places.Select(place => BegunAsync(place, cancellation)))).SelectMany(found => found).Distinct();
        var entries = await register.EntriesAsync(ids.Take(most), cancellation);
        var said = places.SelectMany(place => place).Select(SupplierNames.Identity).ToHashSet(StringComparer.Ordinal);
        var named = entries.Where(entry => EntryNames.All(entry).Any(name => said.Contains(SupplierNames.Identity(name)))).ToList();
        if (named.Count > 0)
            return (named, true);
        if (entries.Count > 0)
            return (entries, false);
        var slips = new List<RegisterEntry>();
        foreach (var word in places.Select(place => place[^1]).Where(IsLikeAName).Distinct().Take(MostSlipWords))
            slips.AddRange(await SlipsAsync(word, 1, cancellation));
        return ([.. slips.DistinctBy(entry => entry.Id).Take(most)], false);
    }

    /// <summary>Entries of which a whole name stands at this place.</summary>
    private async Task<IEnumerable<string>> BegunAsync(IReadOnlyList<string> place, CancellationToken cancellation)
    {
        var first = SupplierNames.Plain(place[^1]);
        if (first.Length < ShortestWord)
            return [];
        var plain = place.Select(SupplierNames.Plain).ToHashSet(StringComparer.Ordinal);
        var rows = await Task.WhenAll(
            new[] { Keys.NamedPrefix(first), Keys.OtherNamesPrefix(first) }.Select(prefix =>
                table.ReadAsync(partition, prefix, Keys.After(prefix), MostOfAWord, cancellation)
            )
        );
        return rows.SelectMany(found => found).Where(row => plain.Contains(Keys.PlainNameOf(row.Key))).Select(RegisterSearch.IdOf);
    }

    private static bool IsLikeAName(string word) => word.Length >= ShortestSlip && char.IsUpper(word[0]);

    /// <summary>Entries of which a name is a slip of the keyboard away, the likest first.</summary>
    public async Task<IReadOnlyList<RegisterEntry>> SlipsAsync(string name, int most, CancellationToken cancellation)
    {
        var plain = SupplierNames.Plain(name);
        var (read, found) = (0, new List<(string Id, double Likeness)>());
        foreach (var part in SlipParts.Typed(plain))
        {
            var prefix = Keys.SlipOfPrefix(part);
            if (read >= MostSlipRows)
                break;
            var rows = await table.ReadAsync(partition, prefix, Keys.After(prefix), MostSlipRows - read, cancellation);
            read += rows.Count;
            foreach (var row in rows)
            {
                var known = row.Values.GetValueOrDefault("Name") as string ?? "";
                if (NameSimilarity.IsSlip(plain, known))
                    found.Add((RegisterSearch.IdOf(row), NameSimilarity.Of(plain, known)));
            }
        }
        var ids = found.OrderByDescending(one => one.Likeness).Select(one => one.Id).Distinct().Take(most);
        return await register.EntriesAsync(ids, cancellation);
    }

    /// <summary>What may be used for a purpose: what has more of its words first.</summary>
    public async Task<IReadOnlyList<UsableEntry>> ForPurposeAsync(
        IReadOnlyList<string> stems,
        DateOnly today,
        int take,
        CancellationToken cancellation
    )
    {
        var found = new List<UsableEntry>();
        foreach (var stem in stems.Take(MostStems))
            found.AddRange(await UsableAsync(Keys.ForPurposePrefix(stem), Math.Min(take, MostOfAPurpose), cancellation));
        return
        [
            .. found
                .Where(entry => !(entry.Until < today))
                .GroupBy(entry => entry.Id)
                .OrderByDescending(group => group.Count())
                .Select(group => group.First())
                .Take(take),
        ];
    }

    /// <summary>What of this type may be used; the first few by number.</summary>
    public async Task<IReadOnlyList<UsableEntry>> OfTypeAsync(string type, DateOnly today, int take, CancellationToken cancellation) =>
        [.. (await UsableAsync(Keys.UsableOfPrefix(type), take, cancellation)).Where(entry => !(entry.Until < today))];

    private static double Likeness(RegisterEntry entry, string plain) =>
        EntryNames.All(entry).Max(name => NameSimilarity.Of(plain, SupplierNames.Plain(name)));

    /// <summary>"chat.acme.com" is somebody's at acme.com, perhaps.</summary>
    private static string SiteOf(string name) =>
        WebAddress.SiteOf(name) is var site && site.Count(one => one == '.') > 1 && !site.Contains('/', StringComparison.Ordinal)
            ? site[(site.IndexOf('.', StringComparison.Ordinal) + 1)..]
            : site;

    private async Task<IReadOnlyList<RegisterEntry>> EntriesAsync(string prefix, int take, CancellationToken cancellation)
    {
        var rows = await table.ReadAsync(partition, prefix, Keys.After(prefix), take, cancellation);
        return await register.EntriesAsync(rows.Select(RegisterSearch.IdOf), cancellation);
    }

    private async Task<IEnumerable<UsableEntry>> UsableAsync(string prefix, int take, CancellationToken cancellation) =>
        (await table.ReadAsync(partition, prefix, Keys.After(prefix), take, cancellation))
            .Where(row => !(row.Values.GetValueOrDefault("From") is DateTimeOffset from && time.GetUtcNow() < from))
            .Select(row => new UsableEntry(
                RegisterSearch.IdOf(row),
                row.Values.GetValueOrDefault("Supplier") as string ?? "",
                row.Values.GetValueOrDefault("Service") as string ?? "",
                row.Values.GetValueOrDefault("Until") is string until
                    ? DateOnly.ParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                    : null
            ));
}
