namespace SupplierBot.Chat;

/// <summary>One open draft a person, in a partition of its own, so that busy people never wait for one another.</summary>
public sealed class DraftStore(ITable table, ChatSettings settings)
{
    private const int Remembered = 10;

    public async Task<Versioned<StoredDraft>?> FindAsync(PersonId person, CancellationToken cancellation) =>
        await table.GetAsync(Partition(person), Keys.Draft, cancellation) is { } row
            ? new(Rows.Read(row, StoredJson.Default.StoredDraft), row.ETag!)
            : null;

    /// <summary>Null where another turn was faster: reload and decide again.</summary>
    public async Task<Versioned<StoredDraft>?> SaveAsync(StoredDraft draft, string? etag, CancellationToken cancellation)
    {
        var row = Rows.Of(Keys.Draft, draft, StoredJson.Default.StoredDraft);
        RowChange change = etag is null ? new RowChange.Add(row) : new RowChange.Replace(row, etag);
        return await table.CommitAsync(Partition(draft.Draft.Owner.Id), [change], cancellation) is CommitResult.Committed { ETags: [{ } written] }
            ? new(draft, written)
            : null;
    }

    /// <summary>False where another turn was faster.</summary>
    public async Task<bool> DeleteAsync(PersonId person, string etag, CancellationToken cancellation) =>
        await table.CommitAsync(Partition(person), [new RowChange.Delete(Keys.Draft, etag)], cancellation) is CommitResult.Committed;

    public static IReadOnlyList<string> WithTurn(IReadOnlyList<string>? recent, string turn) => [turn, .. (recent ?? []).Take(Remembered - 1)];

    private string Partition(PersonId person) => Keys.Drafts(settings.OrganisationId, person);
}

/// <param name="ETag">The version that was read; a write names it.</param>
public sealed record Versioned<T>(T Value, string ETag);
