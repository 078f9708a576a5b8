using System.Security.Cryptography;
using System.Text;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Delivery;

/// <summary>
/// Admins are notified when messages to somebody cannot be delivered: once a day for each conversation. A notification of that kind that
/// cannot be delivered itself is not reported.
/// </summary>
public sealed class StuckMessages(
    ITable table,
    ConversationStore conversations,
    RoleAssignmentStore assignmentStore,
    ChatSettings settings,
    WakeSignal outbox,
    TimeProvider time
)
{
    private const string Prefix = Announcement.Prefix + "stuck-";

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <param name="reason">The platform's code.</param>
    public async Task ReportAsync(OutboxItem item, string reason, CancellationToken cancellation)
    {
        if (item.CaseId.StartsWith(Prefix, StringComparison.Ordinal))
            return;
        var conversation = await conversations.FindAsync(item.Target, cancellation);
        var directory = await assignmentStore.RecentAsync(cancellation);
        var admins = directory.Roles.Admins.Where(admin => Keys.Person(admin.Id) != item.Target).ToList();
        if (admins.Count == 0)
            return;
        var now = time.GetUtcNow();
        var announcement = new Announcement(
            IdOf(item.Target, now),
            AnnouncementKind.Stuck,
            "",
            WhoseIs(item.Target, conversation, directory),
            null,
            now,
            admins,
            null
        )
        {
            Reason = reason,
        };
        if (await table.AnnounceOnceAsync(partition, announcement, now, cancellation))
            outbox.Wake();
    }

    private static Person? WhoseIs(string target, StoredConversation? conversation, RoleDirectory directory) =>
        conversation?.Person
        ?? directory.Roles.Holders.Values.SelectMany(holders => holders).FirstOrDefault(holder => Keys.Person(holder.Id) == target);

    private static string IdOf(string target, DateTimeOffset now) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{Prefix}{now:yyyyMMdd}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(target)), 0, 8)}"
        );
}
