using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Publishing;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Roles;

/// <summary>
/// Who holds what, as configured and as changed in chat; a change, its event and its announcement are one transaction. Seven parts: the
/// rows, what is configured, which roles the policy has, what sends messages, what counts, the time, the platforms' groups.
/// </summary>
public sealed class RoleAssignmentStore(
    ITable table,
    ChatSettings settings,
    PolicyInForce inForce,
    WakeSignal outbox,
    TurnMetrics instruments,
    TimeProvider time,
    IEnumerable<IRoleGroups> groups
)
{
    /// <summary>How long cards may be drawn from what was read last. Whether somebody may decide is checked by what is read then.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(1);

    private readonly string partition = Keys.Workflow(settings.OrganisationId);
    private readonly IReadOnlyList<IRoleGroups> groups = [.. groups];
    private volatile CachedDirectory? cached;
    private volatile RoleHolders filled = settings.Roles;

    /// <summary>Who holds a role can change without anybody saying so here.</summary>
    public bool HasGroups => groups.Count > 0;

    /// <summary>Null where nothing was ever changed.</summary>
    public Task<Versioned<RoleAssignments>?> FindAsync(CancellationToken cancellation) => ReadAsync(table, settings, cancellation);

    internal static async Task<Versioned<RoleAssignments>?> ReadAsync(
        ITable table,
        ChatSettings settings,
        CancellationToken cancellation
    ) =>
        await table.GetAsync(Keys.Workflow(settings.OrganisationId), Keys.Roles, cancellation) is { } row
            ? new(Rows.Read(row, StoredJson.Default.RoleAssignments), row.ETag!)
            : null;

    /// <summary>Read now: for everything that somebody decides.</summary>
    public async Task<RoleDirectory> NowAsync(CancellationToken cancellation)
    {
        filled = await groups.FillAsync(settings.Roles, cancellation);
        return Keep((await FindAsync(cancellation))?.Value ?? RoleAssignments.Empty);
    }

    /// <summary>
    /// Read now, behind the guard of the person who is about to decide: what they decide is saved only while the guard is the same.
    /// </summary>
    public async Task<GuardedRoleDirectory> GuardedAsync(PersonId person, CancellationToken cancellation)
    {
        var key = Keys.RolesGuard(person);
        var guard = new RolesGuard(key, (await table.GetAsync(partition, key, cancellation))?.ETag);
        return new(guard, await NowAsync(cancellation));
    }

    /// <summary>All of them, read before the book that is to be changed.</summary>
    public async Task<IReadOnlyList<RolesGuard>> GuardsAsync(CancellationToken cancellation)
    {
        var rows = await table.ReadAsync(
            partition,
            Keys.RolesGuardPrefix,
            Keys.After(Keys.RolesGuardPrefix),
            Keys.RolesGuards.Count,
            cancellation
        );
        return [.. Keys.RolesGuards.Select(key => new RolesGuard(key, rows.FirstOrDefault(row => row.Key == key)?.ETag))];
    }

    /// <summary>At most a minute old: for what is only shown.</summary>
    public async ValueTask<RoleDirectory> RecentAsync(CancellationToken cancellation) =>
        cached is { } recent && time.GetElapsedTime(recent.At) < Recent && ReferenceEquals(recent.Directory.Roles.Known, inForce.Roles)
            ? recent.Directory
            : await NowAsync(cancellation);

    /// <summary>With the groups as they were when somebody last asked.</summary>
    public RoleDirectory Of(RoleAssignments assignments) =>
        RoleDirectory.Of(filled with { Known = inForce.Roles }, settings.Places, assignments, settings.Calendar.Today(time.GetUtcNow()));

    /// <param name="guards">Where who holds a role changes; empty for a place.</param>
    /// <param name="delivery">Of the turn that changes it; null where no turn says so.</param>
    /// <returns>False where somebody else was faster, or decided meanwhile, or the same delivery did it before: read and decide
    /// again.</returns>
    public async Task<bool> SaveAsync(
        Versioned<RoleAssignments>? before,
        RoleAssignments after,
        RoleOutcome outcome,
        IReadOnlyList<RolesGuard> guards,
        string? delivery,
        CancellationToken cancellation
    )
    {
        var head = Rows.Of(Keys.Roles, after, StoredJson.Default.RoleAssignments);
        RowChange[] batch =
        [
            .. delivery is null ? [] : new[] { new RowChange.Add(DeliveryMarkers.Of(delivery, time.GetUtcNow())) },
            before is null ? new RowChange.Add(head) : new RowChange.Replace(head, before.ETag),
            .. guards.Select(guard => guard.Written()),
            .. outcome.Events!.Select(auditEvent => new RowChange.Add(
                CaseCommit.EventRow(Keys.RolesEvent(auditEvent.Sequence), auditEvent)
            )),
            .. outcome.Announcements!.SelectMany(announcement =>
                Announcements(announcement, OutboxRows.MostAtOnce / outcome.Announcements!.Count)
            ),
        ];
        if (!await WrittenAsync(batch, after, cancellation))
            return false;
        Keep(after);
        outbox.Wake();
        return true;
    }

    /// <summary>
    /// A conflict, or no reply, may be the outcome of this very write (src/SupplierBot.Storage/TABLES.md "Lost replies"): its chain head
    /// tells.
    /// </summary>
    private async Task<bool> WrittenAsync(IReadOnlyList<RowChange> batch, RoleAssignments after, CancellationToken cancellation)
    {
        try
        {
            if (await table.CommitAsync(partition, batch, cancellation) is CommitResult.Committed)
                return true;
        }
        catch (OutcomeUnknownException)
        {
            if ((await FindAsync(cancellation))?.Value.ChainHead != after.ChainHead)
                throw;
            instruments.ReplyLost();
            return true;
        }
        return (await FindAsync(cancellation))?.Value.ChainHead == after.ChainHead;
    }

    private IEnumerable<RowChange> Announcements(Announcement announcement, int most) =>
        [
            new RowChange.Put(AnnouncementRows.Of(announcement)),
            .. AnnouncementRows.Messages(announcement, time.GetUtcNow(), most).Select(row => new RowChange.Add(row)),
        ];

    private RoleDirectory Keep(RoleAssignments assignments)
    {
        var directory = Of(assignments);
        // Two reads can end in the other order.
        if (
            cached is not { } other
            || other.Directory.Version <= directory.Version
            || time.GetElapsedTime(other.At) >= Recent
            || !ReferenceEquals(other.Directory.Roles.Known, inForce.Roles)
        )
            cached = new(directory, time.GetTimestamp());
        return directory;
    }

    private sealed record CachedDirectory(RoleDirectory Directory, long At);
}
