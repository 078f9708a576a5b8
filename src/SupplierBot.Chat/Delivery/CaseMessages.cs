using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Delivery;

/// <summary>Where the messages of a case are, and where they should be.</summary>
public sealed class CaseMessages(ITable table, CaseStore cases, ChatSettings settings, TimeProvider time, DamagedRows? damaged = null)
{
    /// <summary>Copies of review cards that are read with a change; where there are more, all of them are read with the rest.</summary>
    private const int MostCopies = 30;
    private const int PageSize = 500;

    /// <summary>Keeps these rows apart from those of the commit that wrote the same version.</summary>
    private const int FirstNumber = 600;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>Everywhere the slots of the case belong now.</summary>
    public static IEnumerable<(string SlotId, string Target)> Wanted(Case current, RoleDirectory directory) =>
        Slots
            .Of(current, directory.Roles)
            .SelectMany(slot => SlotTargets.Of(slot.Audience, directory).Select(target => (slot.Id, target)))
            .Distinct();

    /// <summary>The messages that a change of the case is about, as far as a transaction reads them.</summary>
    /// <param name="known">It was there before, and has messages somewhere.</param>
    internal async Task<CommitMessages> OfCommitAsync(Case after, bool known, RoleDirectory directory, CancellationToken cancellation)
    {
        var wanted = Wanted(after, directory);
        if (!known)
            return new(wanted, false);
        var posted = await PostedAsync(after.Id, MostCopies + 1, cancellation);
        return new(wanted.Union(posted.Take(MostCopies)), posted.Count > MostCopies || NotifiedMany(after, directory).Any());
    }

    /// <summary>Every message of the case: those that are wanted, and those that are there.</summary>
    internal async Task<IReadOnlyList<(string SlotId, string Target)>> AllAsync(
        Case current,
        RoleDirectory directory,
        CancellationToken cancellation
    )
    {
        var all = Wanted(current, directory).ToHashSet();
        foreach (
            var prefix in NotifiedMany(current, directory)
                .Select(slot => Keys.SlotsOf(current.Id, slot.Id))
                .Prepend(Keys.ReviewSlots(current.Id))
        )
        {
            await foreach (var page in table.PagesAsync(partition, prefix, Keys.After(prefix), PageSize, cancellation))
                all.UnionWith(MessagesOf(page));
        }
        return [.. all];
    }

    /// <summary>Who was told as one of many may not be one of them any more, and still has the message.</summary>
    private static IEnumerable<Slot> NotifiedMany(Case current, RoleDirectory directory) =>
        Slots.Of(current, directory.Roles).Where(slot => slot.Audience is Audience.Several);

    /// <summary>
    /// Review cards that were posted: also where nobody holds the role any more, and in channels that were given up. They stay up to date.
    /// </summary>
    private async Task<IReadOnlyList<(string SlotId, string Target)>> PostedAsync(string caseId, int take, CancellationToken cancellation)
    {
        var prefix = Keys.ReviewSlots(caseId);
        return MessagesOf(await table.ReadAsync(partition, prefix, Keys.After(prefix), take, cancellation));
    }

    private IReadOnlyList<(string SlotId, string Target)> MessagesOf(IEnumerable<Row> rows) =>
        [.. damaged.Readable(rows, row => Rows.Read(row, StoredJson.Default.SlotState)).Select(slot => (slot.SlotId, slot.Target))];

    /// <summary>Every message of the case is looked at again; one that shows already what it should is not sent.</summary>
    public async Task WantAsync(string caseId, RoleDirectory directory, CancellationToken cancellation)
    {
        if (await cases.FindAsync(caseId, cancellation) is not { Value: { IsOpen: true } current })
            return;
        var now = time.GetUtcNow();
        var messages = await OfCommitAsync(current, known: true, directory, cancellation);
        var rows = OutboxRows.Of(MessageSubject.Of(current), OutboxItem.Look, messages.First, now, FirstNumber, more: messages.More);
        await table.CommitAsync(partition, [.. rows.Select(row => new RowChange.Put(row))], cancellation);
    }
}

/// <summary>Messages that a transaction makes due.</summary>
/// <param name="More">There are others, which were not read.</param>
public sealed record CommitMessages(IEnumerable<(string SlotId, string Target)> First, bool More)
{
    public static readonly CommitMessages None = new([], false);
}
