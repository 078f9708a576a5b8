using SupplierBot.Chat.Access;
using SupplierBot.Chat.Exports;
using SupplierBot.Chat.Imports;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Publishing;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Publishing;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Audit;

/// <summary>The chains that belong to no case: roles, what left the bot, what came in by import, and which policy is in force.</summary>
internal sealed class LogAudit(ITable table, ChatSettings settings, PolicyAudit policies)
{
    private const int MostTries = 3;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <returns>How many events there are.</returns>
    public async Task<int> RunAsync(Action<string> tell, CancellationToken cancellation) =>
        await RolesAsync(tell, cancellation)
        + await ExportsAsync(tell, cancellation)
        + await ImportsAsync(tell, cancellation)
        + await PoliciesAsync(tell, cancellation);

    private async Task<int> RolesAsync(Action<string> tell, CancellationToken cancellation)
    {
        var assignments = RoleAssignments.Empty;
        var (events, broken) = await LogAsync(
            RoleAssignments.Name,
            Keys.RolesEventPrefix,
            async () => assignments = (await RoleAssignmentStore.ReadAsync(table, settings, cancellation))?.Value ?? RoleAssignments.Empty,
            kept => BrokenLink.FirstOf(assignments, kept),
            cancellation
        );
        foreach (var words in broken is null ? RoleVerifier.Contradictions(assignments, events) : [])
            tell($"{RoleAssignments.Name}: {words}");
        if (broken is not null)
            tell($"{RoleAssignments.Name}, fact {broken.Event}: {broken.Words}");
        return events.Count;
    }

    private async Task<int> ExportsAsync(Action<string> tell, CancellationToken cancellation)
    {
        var (store, log, keys) = (new ExportLogStore(table, settings), ExportLog.Empty, (IReadOnlyList<ApiKey>)[]);
        var (events, broken) = await LogAsync(
            ExportLog.Name,
            Keys.ExportEventPrefix,
            async () =>
            {
                log = (await store.FindAsync(cancellation))?.Value ?? ExportLog.Empty;
                keys = await new ApiKeyStore(table, store, settings, TimeProvider.System).AllAsync(cancellation);
            },
            kept => BrokenLink.FirstOf(log, kept),
            cancellation
        );
        if (broken is not null)
            tell($"{ExportLog.Name}, fact {broken.Event}: {broken.Words}");
        foreach (var words in broken is null ? ApiKeyEvents.Contradictions(keys, events) : [])
            tell(words);
        return events.Count;
    }

    private async Task<int> ImportsAsync(Action<string> tell, CancellationToken cancellation)
    {
        var (store, log, batches) = (new ImportStore(table, settings), ImportLog.Empty, new List<ImportBatch>());
        var (events, broken) = await LogAsync(
            ImportLog.Name,
            Keys.ImportEventPrefix,
            async () =>
            {
                log = (await store.LogAsync(cancellation))?.Value ?? ImportLog.Empty;
                batches = await store.AllAsync(cancellation).ToListAsync(cancellation);
            },
            kept => BrokenLink.FirstOf(log, kept),
            cancellation
        );
        if (broken is not null)
            tell($"{ImportLog.Name}, fact {broken.Event}: {broken.Words}");
        foreach (var words in broken is null ? ImportAudit.Contradictions(batches, events) : [])
            tell(words);
        return events.Count;
    }

    private async Task<int> PoliciesAsync(Action<string> tell, CancellationToken cancellation)
    {
        var (store, log, proposals) = (new PublishStore(table, settings), PolicyLog.Empty, new List<PolicyProposal>());
        var (events, broken) = await LogAsync(
            PolicyLog.Name,
            Keys.PolicyEventPrefix,
            async () =>
            {
                log = (await store.FindAsync(cancellation))?.Value ?? PolicyLog.Empty;
                proposals = await store.AllAsync(cancellation).ToListAsync(cancellation);
            },
            kept => BrokenLink.FirstOf(log, kept),
            cancellation
        );
        if (broken is not null)
            tell($"{PolicyLog.Name}, fact {broken.Event}: {broken.Words}");
        foreach (var words in broken is null ? PolicyVerifier.Contradictions(log, proposals, events) : [])
            tell(words);
        foreach (var proposal in proposals.Where(one => policies.Proposed(one.Hash)?.Version != one.Version))
            tell($"{proposal.Id}: the policy {proposal.Hash} it proposes is not kept, or not as it was");
        return events.Count;
    }

    /// <summary>
    /// A chain that belongs to no case. Facts are read after the head: what was committed in between is one too many, and read again.
    /// </summary>
    private async Task<(IReadOnlyList<ChainedEvent> Events, BrokenLink? Broken)> LogAsync(
        string name,
        string prefix,
        Func<Task> readHead,
        Func<IReadOnlyList<ChainedEvent>, BrokenLink?> compare,
        CancellationToken cancellation
    )
    {
        var events = new List<ChainedEvent>();
        try
        {
            for (var tries = 0; ; tries++)
            {
                events.Clear();
                await readHead();
                await foreach (var row in table.PrefixAsync(partition, prefix, cancellation))
                    events.Add(CaseStore.ReadEvent(row));
                if (compare(events) is not { } broken)
                    return (events, null);
                if (tries == MostTries)
                    return (events, broken);
            }
        }
        catch (UnreadableRowException fault)
        {
            return (events, BrokenLink.FirstOf(events, name) ?? new(events.Count + 1, fault.Message));
        }
    }
}
