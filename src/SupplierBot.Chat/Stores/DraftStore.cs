using System.Runtime.CompilerServices;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// The draft a person is at, in a partition of their own, so that busy people never wait for one another; beside it lie their
/// <see cref="OtherDrafts"/>. A partition can only be found by its name: everybody who ever had a draft has a row in a list, written before
/// the first one and kept for good; beside it a timer says when a
/// draft will have been idle for long.
/// </summary>
public sealed class DraftStore(ITable table, ChatSettings settings, TurnMetrics instruments, TimeProvider time, DamagedRows? damaged = null)
{
    private const int Remembered = 10;

    /// <summary>More are written once more, which changes nothing.</summary>
    private const int MostListed = 10_000;

    /// <summary>Who is known to be in the list, and with which timer.</summary>
    private readonly BoundedCache<PersonId, string> listed = new(MostListed);
    private readonly string list = Keys.DraftOwners(settings.OrganisationId);

    /// <summary>
    /// A damaged draft is set aside under another key, so that its owner can start again; one of a later release stays and is reported.
    /// </summary>
    public async Task<Versioned<StoredDraft>?> FindAsync(PersonId person, CancellationToken cancellation)
    {
        if (await table.GetAsync(Partition(person), Keys.Draft, cancellation) is not { ETag: { } etag } row)
            return null;
        try
        {
            return new(Rows.Read(row, StoredJson.Default.StoredDraft), etag);
        }
        catch (UnreadableRowException fault) when (!fault.Later)
        {
            damaged.Note(fault);
            await table.CommitAsync(
                Partition(person),
                [new RowChange.Delete(Keys.Draft, etag), new RowChange.Put(row with { Key = Keys.DamagedDraft, ETag = null })],
                cancellation
            );
            return null;
        }
    }

    /// <summary>Null where another turn was faster, or the same delivery did it before: reload and decide again.</summary>
    /// <param name="delivery">Of the turn that changes it: its marker lies beside the draft, and stays when the draft is gone.</param>
    public async Task<Versioned<StoredDraft>?> SaveAsync(
        StoredDraft draft,
        string? etag,
        CancellationToken cancellation,
        string? delivery = null
    )
    {
        await ListAsync(draft.Draft, cancellation);
        var row = Rows.Of(Keys.Draft, draft, StoredJson.Default.StoredDraft);
        return
            await table.WriteAsync(Partition(draft.Draft.Owner.Id), row, etag, instruments, cancellation, MarkerOf(delivery)) is { } written
            ? new(draft, written)
            : null;
    }

    /// <summary>
    /// False where another turn was faster, or the same delivery did it before. A draft that is gone is deleted, no matter who did it.
    /// </summary>
    /// <inheritdoc cref="SaveAsync"/>
    public Task<bool> DeleteAsync(PersonId person, string etag, CancellationToken cancellation, string? delivery = null) =>
        table.DeleteAsync(Partition(person), Keys.Draft, etag, instruments, cancellation, MarkerOf(delivery));

    /// <summary>A draft was changed by this delivery.</summary>
    public async Task<bool> IsDoneAsync(PersonId person, string delivery, CancellationToken cancellation) =>
        await table.GetAsync(Partition(person), Keys.Delivery(delivery), cancellation) is not null;

    /// <summary>Partitions of everybody who ever had a draft, page by page.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<string>> OwnersAsync(int size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var page in table.PagesAsync(list, Keys.DraftOwnerPrefix, Keys.After(Keys.DraftOwnerPrefix), size, cancellation))
        {
            yield return [.. page.Select(owner => Keys.DraftsOf(settings.OrganisationId, owner.Key))];
        }
    }

    /// <summary>Timers that are due, the earliest first.</summary>
    internal Task<IReadOnlyList<Row>> IdleAsync(string from, DateTimeOffset now, int take, CancellationToken cancellation) =>
        table.ReadAsync(list, from, Keys.TimerAfter(now), take, cancellation);

    /// <summary>The drafts of the person a timer is about, which may have been changed since.</summary>
    internal async Task<IReadOnlyList<Draft>> OfTimerAsync(string timer, OtherDrafts others, CancellationToken cancellation)
    {
        var owner = Keys.DraftsOf(settings.OrganisationId, Keys.OfTimer(timer));
        var current = await OfAsync(owner, cancellation);
        return
        [
            .. (await others.AllAsync(owner, cancellation)).Append(current).OfType<Versioned<StoredDraft>>().Select(one => one.Value.Draft),
        ];
    }

    /// <summary>
    /// The timer has done its work. Drafts that are not idle yet get the one they should have: it may have been made by another calendar.
    /// </summary>
    internal Task PassTimerAsync(Row timer, IReadOnlyList<Draft> notYet, CancellationToken cancellation) =>
        table.CommitAsync(
            list,
            [
                new RowChange.Delete(timer.Key, timer.ETag),
                .. notYet
                    .Select(TimerOf)
                    .Distinct()
                    .Where(key => key != timer.Key)
                    .Select(key => new RowChange.Put(timer with { Key = key, ETag = null })),
            ],
            cancellation
        );

    /// <param name="owner">A partition of <see cref="OwnersAsync"/>.</param>
    internal async Task<Versioned<StoredDraft>?> OfAsync(string owner, CancellationToken cancellation) =>
        await table.GetAsync(owner, Keys.Draft, cancellation) is { } row
            ? new(Rows.Read(row, StoredJson.Default.StoredDraft), row.ETag!)
            : null;

    /// <summary>Deletes a draft as it was read; false where its owner was faster.</summary>
    /// <param name="owner">A partition of <see cref="OwnersAsync"/>.</param>
    internal async Task<bool> ForgetAsync(string owner, string etag, CancellationToken cancellation) =>
        await table.CommitAsync(owner, [new RowChange.Delete(Keys.Draft, etag)], cancellation) is CommitResult.Committed;

    public static IReadOnlyList<string> WithTurn(IReadOnlyList<string>? recent, string turn) =>
        [turn, .. (recent ?? []).Take(Remembered - 1)];

    /// <summary>One write a person and day: the timer of another change on the same day is the same.</summary>
    private async Task ListAsync(Draft draft, CancellationToken cancellation)
    {
        var (person, timer) = (draft.Owner.Id, TimerOf(draft));
        if (listed.TryGet(person, out var known) && known == timer)
            return;
        var values = new Dictionary<string, object> { ["Person"] = person.Value };
        await table.PlaceAsync(list, [new(Keys.DraftOwner(person), values), new(timer, values)], cancellation);
        listed.Set(person, timer);
    }

    private string TimerOf(Draft draft) => Keys.DraftTimer(DraftTimers.WakesAt(draft, settings.Calendar), Keys.DraftOwner(draft.Owner.Id));

    private Row? MarkerOf(string? delivery) => delivery is null ? null : DeliveryMarkers.Of(delivery, time.GetUtcNow());

    private string Partition(PersonId person) => Keys.Drafts(settings.OrganisationId, person);
}

/// <param name="ETag">The version that was read; a write names it.</param>
public sealed record Versioned<T>(T Value, string ETag);
