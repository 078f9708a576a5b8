using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Publishing;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Chat.Delivery;

/// <summary>
/// What an announcement says now; nothing once it is over. Seven parts: the rows, who has which role, drafts, proposals of policies, in
/// which words.
/// </summary>
public sealed class AnnouncementRenderer(
    ITable table,
    RoleAssignmentStore assignmentStore,
    DraftStore drafts,
    OtherDrafts others,
    ProposalMessages proposals,
    ContextFactory contexts,
    ChatSettings settings
)
{
    /// <summary>The one slot of a <see cref="Announcement"/>.</summary>
    public const string Slot = "note";

    /// <inheritdoc cref="SlotRenderer.RenderAsync"/>
    public async Task<SlotView?> RenderAsync(string id, ConversationReference to, CancellationToken cancellation)
    {
        if (await table.GetAsync(Keys.Workflow(settings.OrganisationId), Keys.Announcement(id), cancellation) is not { } row)
            return null;
        var announcement = Rows.Read(row, StoredJson.Default.Announcement);
        if (
            announcement.Draft is { } about
            && !DraftTimers.Holds(announcement, await DraftAsync(announcement.To[0].Id, about.Id, cancellation))
        )
            return null;
        var context = contexts.Create((await assignmentStore.RecentAsync(cancellation)).Roles, to);
        if (announcement.Proposal is not null)
            return await proposals.ShowAsync(announcement, context, cancellation) is { } shown ? new(shown.View, shown.Version) : null;
        return new(announcement.Show(context), 1) { Listed = [.. announcement.To.Select(person => person.Id)] };
    }

    /// <summary>Null where it is gone.</summary>
    private async Task<Draft?> DraftAsync(PersonId owner, string id, CancellationToken cancellation) =>
        (await drafts.FindAsync(owner, cancellation))?.Value.Draft is { } current && current.Id == id
            ? current
            : (await others.OfAsync(owner, cancellation)).FirstOrDefault(other => other.Id == id);
}
