using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// What presses that can still be undone changed: one row for a person and a case, written with the press. It goes with the undo, or
/// before anybody is notified, and only one of the two can happen, whatever the clocks of the replicas say.
/// </summary>
public sealed class UndoStore(ITable table, ChatSettings settings, TimeProvider time, DamagedRows? damaged = null)
{
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(2);

    /// <summary>Of one person, within a day.</summary>
    private const int MostRead = 100;

    /// <summary>Messages of one commit, with the row that stands for the rest of them.</summary>
    private const int MostMessages = Delivery.OutboxRows.MostAtOnce + 1;

    /// <summary>Presses that this process knows to be final; a case says which one was its newest until it changes.</summary>
    private const int MostClosed = 10_000;

    private readonly BoundedCache<(string Case, DateTimeOffset At), bool> closed = new(MostClosed);
    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>
    /// Null where the newest press on the case is final. It is not while the row is there, also where this clock is ahead of the one by
    /// which it was pressed.
    /// </summary>
    public async Task<UndoSnapshot?> FindAsync(Case current, CancellationToken cancellation) =>
        current.Undoable is { } press
        && time.GetUtcNow() < press.HeldUntil + ClocksDiffer
        && await table.GetAsync(partition, Keys.Undo(press.By.Id, current.Id), cancellation) is { } row
        && Read(row) is { } snapshot
        && snapshot.At == press.At
            ? snapshot
            : null;

    /// <summary>The case on which this person pressed last; null where they pressed on none today.</summary>
    public async Task<string?> NewestAsync(PersonId person, CancellationToken cancellation)
    {
        var prefix = Keys.UndoPrefixOf(person);
        var rows = await table.ReadAsync(partition, prefix, Keys.After(prefix), MostRead, cancellation);
        return rows.Select(Read).OfType<UndoSnapshot>().MaxBy(snapshot => snapshot.At)?.CaseId;
    }

    /// <summary>
    /// Whether the newest press on the case, as it was read, is known to be final. Where it was not, it is from now on, unless somebody
    /// undid it meanwhile: the case is to be read again.
    /// </summary>
    internal async Task<bool> IsFinalAsync(Case current, UndoablePress press, CancellationToken cancellation)
    {
        if (closed.TryGet((current.Id, press.At), out _))
            return true;
        if (
            await table.GetAsync(partition, Keys.Undo(press.By.Id, current.Id), cancellation) is { } row
            && await table.CommitAsync(partition, [new RowChange.Delete(row.Key, row.ETag)], cancellation) is not CommitResult.Committed
        )
            return false;
        closed.Set((current.Id, press.At), true);
        return false;
    }

    internal static RowChange Kept(UndoSnapshot snapshot, PersonId by) =>
        new RowChange.Put(Rows.Of(Keys.Undo(by, snapshot.CaseId), snapshot, StoredJson.Default.UndoSnapshot));

    /// <summary>
    /// What goes with an undo, in its transaction: the row, the messages that waited for the end of the time, and the message of a draft
    /// that became the receipt, which is the draft's again. Null where somebody is being notified already.
    /// </summary>
    internal async Task<IReadOnlyList<RowChange>?> UndoneAsync(Case before, UndoablePress press, CancellationToken cancellation)
    {
        if (await table.GetAsync(partition, Keys.Undo(press.By.Id, before.Id), cancellation) is not { } row)
            return null;
        var gone = new List<RowChange> { new RowChange.Delete(row.Key, row.ETag) };
        var held = Keys.OutboxOf(press.HeldUntil, before.Id, before.Version);
        foreach (var message in await table.ReadAsync(partition, held, Keys.After(held), MostMessages, cancellation))
            gone.Add(new RowChange.Delete(message.Key, message.ETag));
        var receipt = Keys.Slot(before.Id, Slot.Receipt, Keys.Person(before.Requester.Id));
        if (press.Kind == UndoKind.Sent && await table.GetAsync(partition, receipt, cancellation) is { } slot)
            gone.Add(new RowChange.Delete(slot.Key, slot.ETag));
        return gone;
    }

    private UndoSnapshot? Read(Row row) =>
        damaged.Readable([row], one => Rows.Read(one, StoredJson.Default.UndoSnapshot)) is [var snapshot] ? snapshot : null;
}
