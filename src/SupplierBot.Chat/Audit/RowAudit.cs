using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Notifications;

namespace SupplierBot.Chat.Audit;

/// <summary>
/// What carries no decision is read through, too, so that a damaged row is known before somebody meets it: messages, conversations,
/// accounts, drafts.
/// </summary>
internal sealed class RowAudit(ITable table, ChatSettings settings)
{
    public async Task RunAsync(Action<string> tell, CancellationToken cancellation)
    {
        var workflow = Keys.Workflow(settings.OrganisationId);
        await EachAsync(workflow, Keys.OutboxPrefix, row => Rows.Read(row, StoredJson.Default.OutboxItem), tell, cancellation);
        await EachAsync(
            workflow,
            Keys.DeadLetterPrefix,
            row =>
                _ = row.Key.StartsWith(Keys.UnreadablePrefix, StringComparison.Ordinal)
                    ? throw Rows.NotRead(row)
                    : Rows.Read(row, StoredJson.Default.StoredDeadLetter),
            tell,
            cancellation
        );
        await EachAsync(workflow, Keys.AnnouncementSlotPrefix, row => Rows.Read(row, StoredJson.Default.SlotState), tell, cancellation);
        await EachAsync(
            workflow,
            Keys.Announcement(Announcement.Prefix),
            row => Rows.Read(row, StoredJson.Default.Announcement),
            tell,
            cancellation
        );
        await EachAsync(
            workflow,
            Keys.Announcement(DigestIssue.Prefix),
            row => Rows.Read(row, StoredJson.Default.DigestIssue),
            tell,
            cancellation
        );
        await EachAsync(workflow, Keys.Digests, row => Rows.Read(row, StoredJson.Default.DigestRecord), tell, cancellation);
        await EachAsync(workflow, Keys.UndoPrefix, row => Rows.Read(row, StoredJson.Default.UndoSnapshot), tell, cancellation);
        await ConversationsAsync(tell, cancellation);
        await DraftsAsync(tell, cancellation);
    }

    private async Task ConversationsAsync(Action<string> tell, CancellationToken cancellation)
    {
        var partition = Keys.Conversations(settings.OrganisationId);
        await EachAsync(partition, Keys.PersonPrefix, row => Rows.Read(row, StoredJson.Default.StoredConversation), tell, cancellation);
        await EachAsync(
            partition,
            Keys.ConversationPrefix,
            row => Rows.Read(row, StoredJson.Default.StoredConversation),
            tell,
            cancellation
        );
        await EachAsync(partition, Keys.AccountPrefix, row => Rows.Read(row, StoredJson.Default.StoredAccount), tell, cancellation);
        await EachAsync(partition, Keys.JoinedPrefix, row => Rows.Read(row, StoredJson.Default.JoinedAccounts), tell, cancellation);
    }

    private async Task DraftsAsync(Action<string> tell, CancellationToken cancellation)
    {
        await foreach (var owner in table.PrefixAsync(Keys.DraftOwners(settings.OrganisationId), Keys.DraftOwnerPrefix, cancellation))
        {
            var partition = Keys.DraftsOf(settings.OrganisationId, owner.Key);
            foreach (var prefix in new[] { Keys.Draft, Keys.OtherDraftPrefix })
                await EachAsync(partition, prefix, row => Rows.Read(row, StoredJson.Default.StoredDraft), tell, cancellation);
            await foreach (var marker in table.PrefixAsync(partition, Keys.MarkerPrefix, cancellation))
            {
                if (!MarkerAudit.IsOfNoCase(marker))
                    tell(MarkerAudit.CannotBeRead(marker));
            }
        }
    }

    private async Task EachAsync(string partition, string prefix, Action<Row> read, Action<string> tell, CancellationToken cancellation)
    {
        await foreach (var row in table.PrefixAsync(partition, prefix, cancellation))
        {
            try
            {
                read(row);
            }
            catch (UnreadableRowException fault)
            {
                tell(fault.Message);
            }
        }
    }
}
