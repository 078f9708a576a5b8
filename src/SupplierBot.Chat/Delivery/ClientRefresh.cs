using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Delivery;

/// <summary>For clients that start empty: the messages of open cases are wanted again in a conversation that was just opened.</summary>
public sealed class ClientRefresh(
    ITable table,
    CaseStore cases,
    RoleAssignmentStore assignmentStore,
    ChatSettings settings,
    WakeSignal outbox,
    TimeProvider time
)
{
    private const int MostCases = 50;

    /// <summary>Keeps these rows apart from those of the commit that wrote the same version.</summary>
    private const int FirstNumber = 500;

    private const int MostAtOnce = 40;

    /// <param name="target">Row key of the conversation.</param>
    /// <returns>Whether there is anything to show.</returns>
    public async Task<bool> WantAsync(string target, CancellationToken cancellation)
    {
        var any = false;
        var directory = await assignmentStore.RecentAsync(cancellation);
        foreach (var line in await cases.OpenAsync(MostCases, cancellation))
        {
            if (await cases.FindAsync(line.Id, cancellation) is { Value: var current })
                any |= await WantAsync(current, directory, target, cancellation);
        }
        outbox.Wake();
        return any;
    }

    private async Task<bool> WantAsync(Case current, RoleDirectory directory, string target, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var here = Slots.Of(current, directory.Roles).Where(slot => SlotTargets.Of(slot.Audience, directory).Contains(target)).ToList();
        // Two rows each, and a transaction has a hundred.
        foreach (var (some, chunk) in here.Chunk(MostAtOnce).Select((some, chunk) => (some, chunk)))
            await WantAsync(current, some, FirstNumber + chunk * MostAtOnce, target, now, cancellation);
        return here.Count > 0;
    }

    private async Task WantAsync(
        Case current,
        IReadOnlyList<Slot> here,
        int first,
        string target,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        RowChange[] batch =
        [
            .. here.Select(slot => new RowChange.Put(CaseCommit.SlotRow(new(current.Id, slot.Id, target, [], 0, "", false, 0)))),
            .. here.Select(
                (slot, number) =>
                    new RowChange.Add(
                        OutboxRows.One(
                            Keys.Outbox(now, current.Id, current.Version, first + number),
                            MessageSubject.Of(current),
                            current.Version,
                            (slot.Id, target),
                            now
                        )
                    )
            ),
        ];
        // A lost race means that another opening of the same moment wants the same messages.
        await table.CommitAsync(Keys.Workflow(settings.OrganisationId), batch, cancellation);
    }
}
