using Microsoft.Extensions.Hosting;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Upkeep;

namespace SupplierBot.Chat.Roles;

/// <summary>
/// After a change of roles or places, of the members of a group that holds one, and of who is away: every open case gets its index rows and
/// messages as they are now. Begun again by whichever replica finds that the newest change was not carried through; doing it twice shows
/// nothing twice.
/// </summary>
public sealed class RoleChangePropagation(
    ITable table,
    RoleAssignmentStore assignmentStore,
    CaseMessages messages,
    IndexRebuild index,
    WakeSignal outbox,
    ChatSettings settings,
    TimeProvider time,
    ILogger<RoleChangePropagation> log
) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private readonly string workflow = Keys.Workflow(settings.OrganisationId);

    /// <summary>Of the place and not of the organisation: what an import brings is carried through here, too.</summary>
    private readonly string storage = Keys.Storage(settings.OrganisationId);
    private readonly WakeSignal changed = new();

    public void Wake() => changed.Wake();

    /// <summary>Once; nothing where the newest change was carried through.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var directory = await assignmentStore.NowAsync(cancellation);
        var (version, holders) = (
            directory.Version,
            assignmentStore.HasGroups || directory.Dated ? Keys.Part(FilledRoles.Fingerprint(directory.Roles)) : ""
        );
        if (version == 0 && holders.Length == 0)
            return;
        var done = await table.GetAsync(storage, Keys.RolesPropagated, cancellation);
        if (
            done?.Values.GetValueOrDefault("Version") is int before
            && before >= version
            && (done.Values.GetValueOrDefault("Holders") as string ?? "") == holders
        )
            return;
        var cases = 0;
        await foreach (var row in table.PrefixAsync(workflow, Keys.OpenPrefix, cancellation))
        {
            // The key says it as well as the row, which may be damaged.
            if (Keys.OfIndex(row.Key) is not { } caseId)
                continue;
            try
            {
                await index.OfCaseAsync(caseId, cancellation);
                await messages.WantAsync(caseId, directory, cancellation);
                cases++;
            }
            catch (UnreadableRowException fault)
            {
                Log.RowLeftOut(log, fault.Key, fault.Message);
            }
        }
        outbox.Wake();
        await table.CommitAsync(
            storage,
            [new RowChange.Put(new(Keys.RolesPropagated, new Dictionary<string, object> { ["Version"] = version, ["Holders"] = holders }))],
            cancellation
        );
        Log.RolesPropagated(log, version, cases);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
                await changed.WaitAsync(Look, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) // the change stands; its messages follow with the next look
            {
                Log.RolePropagationFailed(log, fault);
                await Task.Delay(Look, time, stoppingToken);
            }
        }
    }
}
