using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace SupplierBot.Chat;

/// <summary>
/// One open draft a person, in a partition of its own, so that busy people never wait for one another. A partition can only be found by its name:
/// everybody who ever had a draft has a row in a list, written before the first one and kept for good.
/// </summary>
public sealed class DraftStore(ITable table, ChatSettings settings, Instruments instruments)
{
    private const int Remembered = 10;

    /// <summary>Who is known to be in the list.</summary>
    private readonly ConcurrentDictionary<PersonId, bool> listed = new();

    public async Task<Versioned<StoredDraft>?> FindAsync(PersonId person, CancellationToken cancellation) =>
        await table.GetAsync(Partition(person), Keys.Draft, cancellation) is { } row
            ? new(Rows.Read(row, StoredJson.Default.StoredDraft), row.ETag!)
            : null;

    /// <summary>Null where another turn was faster: reload and decide again.</summary>
    public async Task<Versioned<StoredDraft>?> SaveAsync(StoredDraft draft, string? etag, CancellationToken cancellation)
    {
        await ListAsync(draft.Draft.Owner.Id, cancellation);
        return await table.WriteAsync(Partition(draft.Draft.Owner.Id), Rows.Of(Keys.Draft, draft, StoredJson.Default.StoredDraft), etag, instruments, cancellation) is { } written
            ? new(draft, written)
            : null;
    }

    /// <summary>False where another turn was faster. A draft that is gone is deleted, whoever did it.</summary>
    public Task<bool> DeleteAsync(PersonId person, string etag, CancellationToken cancellation) =>
        table.DeleteAsync(Partition(person), Keys.Draft, etag, instruments, cancellation);

    /// <summary>Partitions of everybody who ever had a draft, page by page.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<string>> OwnersAsync(int size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var page in table.PagesAsync(Keys.DraftOwners(settings.OrganisationId), TableRanges.First, TableRanges.Last, size, cancellation))
        {
            yield return [.. page.Select(owner => Keys.DraftsOf(settings.OrganisationId, owner.Key))];
        }
    }

    /// <summary>Deletes a draft that was not touched since; false where there is none, or its owner was faster.</summary>
    /// <param name="owner">A partition of <see cref="OwnersAsync"/>.</param>
    internal async Task<bool> ForgetAsync(string owner, DateTimeOffset untouchedSince, CancellationToken cancellation) =>
        await table.GetAsync(owner, Keys.Draft, cancellation) is { } row
        && Rows.Read(row, StoredJson.Default.StoredDraft).Draft.ChangedAt <= untouchedSince
        && await table.CommitAsync(owner, [new RowChange.Delete(Keys.Draft, row.ETag)], cancellation) is CommitResult.Committed;

    public static IReadOnlyList<string> WithTurn(IReadOnlyList<string>? recent, string turn) => [turn, .. (recent ?? []).Take(Remembered - 1)];

    private async Task ListAsync(PersonId person, CancellationToken cancellation)
    {
        if (listed.ContainsKey(person)) return;
        var row = new Row(Keys.DraftOwner(person), new Dictionary<string, object> { ["Person"] = person.Value });
        await table.PlaceAsync(Keys.DraftOwners(settings.OrganisationId), row, cancellation);
        listed[person] = true;
    }

    private string Partition(PersonId person) => Keys.Drafts(settings.OrganisationId, person);
}

/// <param name="ETag">The version that was read; a write names it.</param>
public sealed record Versioned<T>(T Value, string ETag);
