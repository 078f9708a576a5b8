using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Delivery;

/// <summary>What a slot shows now: nothing is stored but that something is wanted.</summary>
public sealed class SlotRenderer(
    ITable table,
    CaseStore cases,
    PolicyStore policies,
    RoleAssignmentStore assignmentStore,
    ConversationStore conversations,
    DraftStore drafts,
    DigestReader digests,
    ContextFactory contexts,
    Channels channels,
    ChatSettings settings
)
{
    /// <summary>The one slot of a <see cref="Announcement"/>.</summary>
    public const string AnnouncementSlot = "note";

    /// <param name="posted">A message is there already: it is kept up to date also where no new one would be posted.</param>
    /// <returns>Null where this slot is not wanted there any more.</returns>
    public async Task<SlotView?> RenderAsync(OutboxItem item, bool posted, ConversationReference to, CancellationToken cancellation) =>
        item.CaseId.StartsWith(Announcement.Prefix, StringComparison.Ordinal) ? await AnnouncementAsync(item, to, cancellation)
        : item.CaseId.StartsWith(DigestIssue.Prefix, StringComparison.Ordinal) ? await DigestAsync(item, to, cancellation)
        : await cases.FindAsync(item.CaseId, cancellation) is { Value: var current }
            ? await CaseAsync(current, item, posted, to, cancellation)
        : null;

    private async Task<SlotView?> CaseAsync(
        Case current,
        OutboxItem item,
        bool posted,
        ConversationReference to,
        CancellationToken cancellation
    )
    {
        var directory = await assignmentStore.RecentAsync(cancellation);
        var slot = Slots.Of(current, directory.Roles).FirstOrDefault(candidate => candidate.Id == item.SlotId);
        if (slot is null || (!posted && !SlotTargets.Of(slot.Audience, directory).Contains(item.Target)))
            return null;
        var queue =
            item.SlotId == Slot.Receipt && current is { IsOpen: true, Approvals.Count: 0 }
                ? await cases.QueueBeforeAsync(current, cancellation)
                : 0;
        var policy = await policies.OfAsync(current.PolicyHash, cancellation);
        var view = CaseCards.Show(current, For(item, slot), policy, contexts.Create(directory.Roles, to) with { Queue = queue });
        if (view is View.Review review)
            view = review with { RefreshFor = await RefreshedAsync(current, directory, to, cancellation) };
        return new(view, current.Version) { Listed = [current.Requester.Id, .. directory.Roles.Readers.Select(reader => reader.Id)] };
    }

    /// <summary>One message of many that say the same: whose it is.</summary>
    private static Slot For(OutboxItem item, Slot slot) =>
        slot.Audience is Audience.Several { People: var people }
        && people.FirstOrDefault(person => Keys.Person(person) == item.Target) is { Value: not null } reader
            ? slot with
            {
                Audience = new Audience.Someone(reader),
            }
            : slot;

    private async Task<SlotView?> AnnouncementAsync(OutboxItem item, ConversationReference to, CancellationToken cancellation)
    {
        if (await table.GetAsync(Keys.Workflow(settings.OrganisationId), Keys.Announcement(item.CaseId), cancellation) is not { } row)
            return null;
        var announcement = Rows.Read(row, StoredJson.Default.Announcement);
        if (
            announcement.Draft is not null
            && !DraftTimers.Holds(announcement, (await drafts.FindAsync(announcement.To[0].Id, cancellation))?.Value.Draft)
        )
            return null;
        var view = announcement.Show(contexts.Create((await assignmentStore.RecentAsync(cancellation)).Roles, to));
        return new(view, 1) { Listed = [.. announcement.To.Select(notifications => notifications.Id)] };
    }

    private async Task<SlotView?> DigestAsync(OutboxItem item, ConversationReference to, CancellationToken cancellation)
    {
        if (await table.GetAsync(Keys.Workflow(settings.OrganisationId), Keys.Announcement(item.CaseId), cancellation) is not { } row)
            return null;
        var issue = Rows.Read(row, StoredJson.Default.DigestIssue);
        var directory = await assignmentStore.RecentAsync(cancellation);
        var reader =
            item.SlotId == DigestIssue.Slot
                ? null
                : directory
                    .Roles.Holders.Values.SelectMany(holders => holders)
                    .FirstOrDefault(holder => Keys.Person(holder.Id) == item.Target);
        if (item.SlotId == DigestIssue.PersonalSlot && reader is null)
            return null;
        var contents = await digests.ReadAsync(
            issue.Since,
            reader is null ? null : line => DigestCard.Waits(line, reader.Id, directory.Roles),
            cancellation
        );
        return new(DigestCard.Show(contents, reader?.Id, contexts.Create(directory.Roles, to)), 1);
    }

    /// <summary>
    /// Anyone who may decide sees the deciding view without pressing anything, where the platform can show each person something of their
    /// own.
    /// </summary>
    private async Task<IReadOnlyList<string>> RefreshedAsync(
        Case current,
        RoleDirectory directory,
        ConversationReference to,
        CancellationToken cancellation
    )
    {
        var ids = new List<string>();
        foreach (var decider in CaseCards.Deciders(current, directory.Roles).Take(channels.Of(to).MostOwnViews))
        {
            if (
                await conversations.FindAsync(Keys.Person(decider.Id), cancellation)
                    is { Removed: false, Reference: { UserId: { } userId, Channel: var theirs } }
                && theirs == to.Channel
            )
                ids.Add(userId);
        }
        return ids;
    }
}

/// <param name="Version">Of what the view was made from.</param>
public sealed record SlotView(View View, int Version)
{
    /// <summary>
    /// Whose lists may say something else since: of a case, who asked and everybody who reads everything; of an announcement, who is told,
    /// perhaps of a role they lost.
    /// </summary>
    public IReadOnlyList<PersonId> Listed { get; init; } = [];
}
