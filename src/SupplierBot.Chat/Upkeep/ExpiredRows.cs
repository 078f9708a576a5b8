using System.Runtime.CompilerServices;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Chat.Upkeep;

/// <summary>
/// Deletes what <see cref="RetentionPeriods"/> no longer keeps, a page at a time. Every deletion names the version that was read, so that
/// any number of replicas may do it at once, and a draft that its owner takes up in that moment stays.
/// </summary>
public sealed class ExpiredRows(ITable table, DraftStore drafts, OtherDrafts others, ChatSettings settings, TimeProvider time)
{
    /// <summary>One transaction's worth (src/SupplierBot.Storage/TABLES.md "Limits").</summary>
    private const int PageSize = 100;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>One step a page: the caller rests in between. Yields how many drafts went.</summary>
    public async IAsyncEnumerable<int> DraftsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var owners in drafts.OwnersAsync(PageSize, cancellation))
        {
            var gone = 0;
            foreach (var owner in owners)
            {
                if (await ForgottenAsync(owner, cancellation))
                    gone++;
                foreach (var other in await others.AllAsync(owner, cancellation))
                {
                    if (await IsTooOldAsync(other.Value.Draft, cancellation) && await others.ForgetAsync(owner, other, cancellation))
                        gone++;
                }
                await ForgetDeliveriesAsync(owner, cancellation);
            }
            yield return gone;
        }
    }

    /// <summary>One step a page: the caller rests in between. Yields how many markers went.</summary>
    /// <remarks>
    /// The key of a marker says what was done, not when; an index by time would be one more row in every commit for ever, a walk once a day
    /// costs one read for each hundred markers.
    /// </remarks>
    public async IAsyncEnumerable<int> MarkersAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var page in table.PagesAsync(partition, Keys.MarkerPrefix, Keys.After(Keys.MarkerPrefix), PageSize, cancellation))
        {
            var expired = new List<RowChange>();
            var closed = new Dictionary<string, bool>(StringComparer.Ordinal);
            foreach (var marker in page.Where(IsOld))
            {
                if (await ServesNoMoreAsync(marker, closed, cancellation))
                    expired.Add(new RowChange.Delete(marker.Key, marker.ETag));
            }
            // A conflict says that another replica is at the same page: what it leaves is there tomorrow.
            yield return expired.Count > 0 && await table.CommitAsync(partition, expired, cancellation) is CommitResult.Committed
                ? expired.Count
                : 0;
        }
    }

    private bool IsOld(Row marker) =>
        marker.Values.GetValueOrDefault("At") is DateTimeOffset at
        && at < time.GetUtcNow() - (IsOfDelivery(marker) ? RetentionPeriods.Deliveries : settings.Retention.Markers);

    /// <summary>
    /// One step a page: the caller rests in between. Yields how many announcements and digests went, each with what is known of its
    /// messages; buttons of an old message go on working, because they say themselves what they are about.
    /// </summary>
    public async IAsyncEnumerable<int> AnnouncementsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (
            var page in table.PagesAsync(partition, Keys.AnnouncementPrefix, Keys.After(Keys.AnnouncementPrefix), PageSize, cancellation)
        )
        {
            var before = time.GetUtcNow() - settings.Retention.Markers;
            var gone = 0;
            foreach (var announcement in page.Where(announcement => SaidAt(announcement) < before))
            {
                if (await WithMessagesAsync(announcement, cancellation))
                    gone++;
            }
            yield return gone;
        }
    }

    private async Task<bool> WithMessagesAsync(Row announcement, CancellationToken cancellation)
    {
        var prefix = Keys.AnnouncementSlots(announcement.Key[Keys.AnnouncementPrefix.Length..]);
        var slots = await table.ReadAsync(partition, prefix, Keys.After(prefix), PageSize - 1, cancellation);
        // Of many messages these go first: the announcement is the way to them.
        for (
            ;
            slots.Count == PageSize - 1;
            slots = await table.ReadAsync(partition, prefix, Keys.After(prefix), PageSize - 1, cancellation)
        )
        {
            if (
                await table.CommitAsync(partition, [.. slots.Select(row => new RowChange.Delete(row.Key, row.ETag))], cancellation)
                is not CommitResult.Committed
            )
                return false;
        }
        return await table.CommitAsync(
                partition,
                [.. slots.Append(announcement).Select(row => new RowChange.Delete(row.Key, row.ETag))],
                cancellation
            ) is CommitResult.Committed;
    }

    /// <summary>One step a page: the caller rests in between. Yields how many snapshots went that nobody can undo any more.</summary>
    public async IAsyncEnumerable<int> SnapshotsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var page in table.PagesAsync(partition, Keys.UndoPrefix, Keys.After(Keys.UndoPrefix), PageSize, cancellation))
        {
            IReadOnlyList<RowChange> old = [.. page.Where(IsOver).Select(row => new RowChange.Delete(row.Key, row.ETag))];
            // A conflict says that somebody pressed again: what is left is there tomorrow.
            yield return old.Count > 0 && await table.CommitAsync(partition, old, cancellation) is CommitResult.Committed ? old.Count : 0;
        }
    }

    private bool IsOver(Row snapshot)
    {
        try
        {
            return Rows.Read(snapshot, StoredJson.Default.UndoSnapshot).At < time.GetUtcNow() - RetentionPeriods.Snapshots;
        }
        catch (UnreadableRowException)
        {
            // The audit names it.
            return false;
        }
    }

    /// <summary>Null for what this release cannot read, which stays.</summary>
    private static DateTimeOffset? SaidAt(Row announcement)
    {
        try
        {
            return announcement.Key.StartsWith(Keys.Announcement(DigestIssue.Prefix), StringComparison.Ordinal)
                    ? Rows.Read(announcement, StoredJson.Default.DigestIssue).At
                : announcement.Key.StartsWith(Keys.Announcement(Announcement.Prefix), StringComparison.Ordinal)
                    ? Rows.Read(announcement, StoredJson.Default.Announcement).At
                : null;
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }

    private static bool IsOfDelivery(Row marker) => marker.Key.StartsWith(Keys.DeliveryPrefix, StringComparison.Ordinal);

    /// <summary>Deliveries that changed a draft, which may be gone by now.</summary>
    private async Task ForgetDeliveriesAsync(string owner, CancellationToken cancellation)
    {
        await foreach (var page in table.PagesAsync(owner, Keys.DeliveryPrefix, Keys.After(Keys.DeliveryPrefix), PageSize, cancellation))
        {
            IReadOnlyList<RowChange> old = [.. page.Where(IsOld).Select(marker => new RowChange.Delete(marker.Key, marker.ETag))];
            if (old.Count > 0)
                await table.CommitAsync(owner, old, cancellation);
        }
    }

    /// <summary>
    /// The digest of a week is sent in it or never, and no platform delivers again what is so old, whatever became of its case; what names
    /// neither week nor case is not ours to judge.
    /// </summary>
    private async Task<bool> ServesNoMoreAsync(Row marker, Dictionary<string, bool> closed, CancellationToken cancellation)
    {
        if (marker.Key.StartsWith(Keys.DigestMarkers, StringComparison.Ordinal) || IsOfDelivery(marker))
            return true;
        if (marker.Values.GetValueOrDefault("Case") is not string id)
            return false;
        if (!closed.TryGetValue(id, out var isClosed))
            closed[id] = isClosed = await IsClosedAsync(id, cancellation);
        return isClosed;
    }

    private async Task<bool> ForgottenAsync(string owner, CancellationToken cancellation)
    {
        try
        {
            return await drafts.OfAsync(owner, cancellation) is { Value.Draft: var draft } found
                && await IsTooOldAsync(draft, cancellation)
                && await drafts.ForgetAsync(owner, found.ETag, cancellation);
        }
        catch (UnreadableRowException)
        {
            // Its owner's next turn tells about it.
            return false;
        }
    }

    /// <summary>Its owner is told first: a crash in between deletes it tomorrow.</summary>
    private async Task<bool> IsTooOldAsync(Draft draft, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (draft.ChangedAt > now - settings.Retention.Drafts)
            return false;
        // What was sent was left by a lost deletion, and is nobody's loss.
        if (await table.GetAsync(partition, Keys.Operation(OperationKeys.Create(draft.Id)), cancellation) is null)
            await table.AnnounceOnceAsync(partition, DraftTimers.Forgotten(draft), now, cancellation);
        return true;
    }

    /// <summary>
    /// A closed case never opens again, and every press on it is judged by what it says itself; an open one might take an old press for a
    /// new one. A case that is not there, or cannot be read, tells nothing and keeps its markers.
    /// </summary>
    private async Task<bool> IsClosedAsync(string caseId, CancellationToken cancellation)
    {
        try
        {
            return await table.GetAsync(partition, Keys.Case(caseId), cancellation) is { } head
                && !Rows.Read(head, StoredJson.Default.Case).IsOpen;
        }
        catch (UnreadableRowException)
        {
            return false;
        }
    }
}
