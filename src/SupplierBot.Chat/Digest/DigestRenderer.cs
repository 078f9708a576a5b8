using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Digest;

/// <summary>What the weekly digest says now, to a place or to one person.</summary>
public sealed class DigestRenderer(
    ITable table,
    RoleAssignmentStore assignmentStore,
    DigestReader digests,
    ContextFactory contexts,
    ChatSettings settings
)
{
    /// <inheritdoc cref="SlotRenderer.RenderAsync"/>
    public async Task<SlotView?> RenderAsync(OutboxItem item, ConversationReference to, CancellationToken cancellation)
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
        var contents = reader is null
            ? await digests.ReadAsync(issue.Since, cancellation)
            : await digests.ReadAsync(issue.Since, reader.Id, line => DigestCard.Waits(line, reader.Id, directory.Roles), cancellation);
        return new(DigestCard.Show(contents, reader?.Id, contexts.Create(directory.Roles, to)), 1);
    }
}
