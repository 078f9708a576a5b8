using System.Globalization;
using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// The rows that find a register entry: by its names, by its site, by its type, by what is due, by whom it depends on, and, where it
/// may be used, for what. They follow from the entry alone.
/// </summary>
internal static class EntryIndexRows
{
    /// <summary>Words of a purpose that it is found by: the product's first.</summary>
    private const int MostStems = 6;

    public static IReadOnlyList<Row> Of(RegisterEntry? entry) =>
        entry is null or { NeverSent: true } ? []
        // Names of what was merged into it have the rows of that one, which leads to it.
        : entry.MergedEntries is null ? [.. OfItself(entry)]
        : [.. OfItself(entry with { MergedEntries = null })];

    private static IEnumerable<Row> OfItself(RegisterEntry entry) =>
        [
            .. KeysOf(entry).Distinct().Select(key => new Row(key, new Dictionary<string, object> { ["Entry"] = entry.Id })),
            .. Slips(entry).DistinctBy(row => row.Key),
            .. Usable(entry),
            .. Depends(entry),
        ];

    private static IEnumerable<string> KeysOf(RegisterEntry entry) =>
        [
            Keys.Named(entry.Supplier, entry.Id),
            // Keys hold the beginning of a long name alone, so two may be one.
            .. SupplierNames.Endings(entry.Supplier).Select(ending => Keys.Ending(ending, entry.Supplier, entry.Id)),
            .. SupplierNames.Guesses(entry.Supplier).Select(guess => Keys.Guessed(guess, entry.Supplier, entry.Id)),
            .. EntryNames.Others(entry).Select(name => Keys.OtherName(name, entry.Id)),
            .. EntryNames
                .Others(entry)
                .Select(SupplierNames.Guess)
                .Where(guess => guess.Length > 0)
                .Select(guess => Keys.Guessed(guess, entry.Supplier, entry.Id)),
            .. WebAddress.SiteOf(entry.Website) is { Length: > 0 } site ? new[] { Keys.AtSite(site, entry.Supplier, entry.Id) } : [],
            // Nobody said yet of which type it is, or another one of that type answers for it.
            .. entry is { Type.Length: > 0, MergedInto: null } ? new[] { Keys.OfType(entry.Type, entry.Id) } : [],
            .. DueOf(entry),
        ];

    /// <summary>Each with the name, so that an entry is read for a likely one alone.</summary>
    private static IEnumerable<Row> Slips(RegisterEntry entry) =>
        EntryNames
            .All(entry)
            .Select(SupplierNames.Plain)
            .Distinct()
            .SelectMany(plain =>
                SlipParts
                    .Of(plain)
                    .Select(part => new Row(
                        Keys.Slip(part, plain, entry.Id),
                        new Dictionary<string, object> { ["Entry"] = entry.Id, ["Name"] = plain }
                    ))
            );

    /// <summary>What is offered to people: with all that is said of it there.</summary>
    private static IEnumerable<Row> Usable(RegisterEntry entry)
    {
        if (!entry.Status.MayBeUsed())
            return [];
        var values = new Dictionary<string, object>
        {
            ["Entry"] = entry.Id,
            ["Supplier"] = entry.Supplier,
            ["Service"] = entry.Service,
        };
        if (entry.ProofUntil is { } until)
            values["Until"] = until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // Until the yes can't be undone any more, nobody is offered what it allows.
        if (entry.Held is { Status: { } before } held && !before.MayBeUsed())
            values["From"] = held.Until;
        return entry
            .Types.Select(type => Keys.Usable(type, entry.Id))
            .Concat(NameWords.Stems($"{entry.Service} {entry.Purpose}").Take(MostStems).Select(stem => Keys.ForPurpose(stem, entry.Id)))
            .Distinct()
            .Select(key => new Row(key, values));
    }

    /// <summary>
    /// What is approved and not being ended: on whom it depends, in which countries its data is, and whether it is critical.
    /// </summary>
    private static IEnumerable<Row> Depends(RegisterEntry entry)
    {
        if (!entry.Status.IsToStay())
            return [];
        var providers = EntryDependencies.Names(entry).Select(name => (Key: Keys.DependsOn(name, entry.Tier, entry.Id), Name: name));
        var regions = (entry.Behind?.Regions ?? []).Select(name => (Key: Keys.DataIn(name, entry.Tier, entry.Id), Name: name));
        return providers
            .Concat(regions)
            .Concat(entry.Tier == Tier.Critical ? [(Key: Keys.Critical(entry.Id), Name: "")] : [])
            .DistinctBy(one => one.Key)
            .Select(one => new Row(one.Key, Values(entry, one.Name)));

        static Dictionary<string, object> Values(RegisterEntry entry, string name)
        {
            var values = new Dictionary<string, object> { ["Entry"] = entry.Id };
            if (name.Length > 0)
                values["Name"] = name;
            // Until the yes can't be undone any more, nobody counts it.
            if (entry.Held is { Status: { } before } held && !before.IsToStay())
                values["From"] = held.Until;
            return values;
        }
    }

    /// <summary>What nobody uses, or what is being ended, has no dates.</summary>
    private static IEnumerable<string> DueOf(RegisterEntry entry)
    {
        if (!entry.Status.HasDates())
            yield break;
        if (entry.NextReview is { } review)
            yield return Keys.DueOn(EntryDueKind.Review, review, entry.Id);
        if (entry.NextReport is { } report)
            yield return Keys.DueOn(EntryDueKind.Report, report, entry.Id);
        if (entry.ConditionDue is { } condition)
            yield return Keys.DueOn(EntryDueKind.Condition, condition, entry.Id);
        if (entry is { Status: EntryStatus.Onboarding, DecidedAt: { } decided })
            yield return Keys.DueOn(EntryDueKind.Use, DateOnly.FromDateTime(decided.UtcDateTime), entry.Id);
    }
}
