using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// The drafts of a person beside the one they are at. Each is a row of its own in the partition of their drafts; going on with one
/// exchanges
/// the two.
/// </summary>
public sealed class OtherDrafts(ITable table, ChatSettings settings, DamagedRows? damaged = null)
{
    /// <summary>What the newest change was comes first.</summary>
    public async Task<IReadOnlyList<Draft>> OfAsync(PersonId person, CancellationToken cancellation) =>
        [
            .. (await AllAsync(Partition(person), cancellation))
                .Select(other => other.Value.Draft)
                .Where(draft => draft.Owner.Id == person)
                .OrderByDescending(draft => draft.ChangedAt),
        ];

    /// <param name="owner">A partition of <see cref="DraftStore.OwnersAsync"/>.</param>
    internal async Task<IReadOnlyList<Versioned<StoredDraft>>> AllAsync(string owner, CancellationToken cancellation)
    {
        var rows = await table.ReadAsync(owner, Keys.OtherDraftPrefix, Keys.After(Keys.OtherDraftPrefix), Draft.MostOpen, cancellation);
        return damaged.Readable(rows, row => new Versioned<StoredDraft>(Rows.Read(row, StoredJson.Default.StoredDraft), row.ETag!));
    }

    /// <summary>The person begins another: the one they were at is kept beside it. False where another turn was faster.</summary>
    internal async Task<bool> PutAsideAsync(Versioned<StoredDraft> current, CancellationToken cancellation) =>
        await table.CommitAsync(
            Partition(current.Value.Draft.Owner.Id),
            [new RowChange.Delete(Keys.Draft, current.ETag), new RowChange.Put(Aside(current.Value))],
            cancellation
        ) is CommitResult.Committed;

    /// <summary>The person goes on with another one than they were at. Nothing happens where there is no such draft.</summary>
    internal async Task BringForwardAsync(PersonId person, string id, Versioned<StoredDraft>? current, CancellationToken cancellation)
    {
        if (
            await table.GetAsync(Partition(person), Keys.OtherDraft(id), cancellation) is not { ETag: { } etag } row
            || Readable(row) is not { } other
            || other.Draft.Owner.Id != person
        )
            return;
        var next = Rows.Of(Keys.Draft, other, StoredJson.Default.StoredDraft);
        RowChange[] exchange = current is null
            ? [new RowChange.Add(next), new RowChange.Delete(row.Key, etag)]
            : [new RowChange.Replace(next, current.ETag), new RowChange.Put(Aside(current.Value)), new RowChange.Delete(row.Key, etag)];
        // Where another turn was faster, or nobody answered, what is there now is read next, and is what counts.
        try
        {
            await table.CommitAsync(Partition(person), exchange, cancellation);
        }
        catch (OutcomeUnknownException) { }
    }

    /// <summary>Deletes one as it was read; false where its owner was faster.</summary>
    internal async Task<bool> ForgetAsync(string owner, Versioned<StoredDraft> other, CancellationToken cancellation) =>
        await table.CommitAsync(owner, [new RowChange.Delete(Keys.OtherDraft(other.Value.Draft.Id), other.ETag)], cancellation)
        is CommitResult.Committed;

    private StoredDraft? Readable(Row row) =>
        damaged.Readable([row], one => Rows.Read(one, StoredJson.Default.StoredDraft)) is [var read] ? read : null;

    private static Row Aside(StoredDraft draft) => Rows.Of(Keys.OtherDraft(draft.Draft.Id), draft, StoredJson.Default.StoredDraft);

    private string Partition(PersonId person) => Keys.Drafts(settings.OrganisationId, person);
}
