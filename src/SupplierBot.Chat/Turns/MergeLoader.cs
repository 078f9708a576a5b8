using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Chat.Turns;

/// <summary>Reads the two entries that somebody says are one supplier, each with the version that its line is written under.</summary>
public sealed class MergeLoader(CaseStore cases, NamesIndex names)
{
    private const int MostMeant = 6;

    internal async Task<PartialState> LoadAsync(TurnState state, Request.MergeSuppliers asked, CancellationToken cancellation)
    {
        var from = await MeantAsync(asked.From, cancellation);
        return With(state, from, await MeantAsync(asked.Into, cancellation));
    }

    /// <summary>A name of the one that was merged leads to the one that stays, which knows its number.</summary>
    internal async Task<PartialState> LoadAsync(TurnState state, Request.UndoMerge asked, CancellationToken cancellation)
    {
        var from = await MeantAsync(asked.Entry, cancellation);
        if (from.Side.Entry is { MergedEntries: not null } stays && EntryNames.MergedUnder(stays, asked.Entry) is { } merged)
            from = await OfEntryAsync(asked.Entry, merged.Id, cancellation);
        var into = from.Side.Entry?.MergedInto is { } id ? await OfEntryAsync(id, id, cancellation) : Nothing(asked.Entry);
        return With(state, from, into);
    }

    private static PartialState With(TurnState state, Read from, Read into) =>
        new(
            state with
            {
                Case = from.Case?.Value,
                Entry = from.Side.Entry,
                Merge = new(from.Side, into.Side),
            },
            from.Case,
            from.ETag,
            into.ETag
        );

    private async Task<Read> MeantAsync(string typed, CancellationToken cancellation)
    {
        if (CaseNumbers.IsCaseOrEntry(typed))
            return await OfEntryAsync(typed, typed, cancellation);
        var (known, _) = await names.KnownAsAsync(typed, MostMeant, cancellation);
        return known is [var only] ? await OfEntryAsync(typed, only.Id, cancellation) : Nothing(typed, known);
    }

    private async Task<Read> OfEntryAsync(string typed, string id, CancellationToken cancellation)
    {
        if (await cases.VersionedEntryAsync(id, cancellation) is not { } entry)
            return Nothing(typed);
        var behind = entry.Value.CaseId.Length > 0 ? await cases.FindAsync(entry.Value.CaseId, cancellation) : null;
        return new(new(typed, entry.Value, behind?.Value, []), behind, entry.ETag);
    }

    private static Read Nothing(string typed, IReadOnlyList<RegisterEntry>? several = null) =>
        new(new(typed, null, null, several ?? []), null, null);

    private sealed record Read(MergeSide Side, Versioned<Case>? Case, string? ETag);
}
