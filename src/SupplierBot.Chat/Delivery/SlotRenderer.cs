using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Delivery;

/// <summary>What a slot shows now: nothing is stored but that something is wanted.</summary>
public sealed class SlotRenderer(CaseRenderer cases, AnnouncementRenderer announcements, DigestRenderer digests)
{
    /// <param name="posted">A message is there already: it is kept up to date also where no new one would be posted.</param>
    /// <returns>Nothing where this slot is not wanted there any more.</returns>
    public async Task<Showing<SlotView>> RenderAsync(
        OutboxItem item,
        bool posted,
        ConversationReference to,
        CancellationToken cancellation
    ) =>
        item.CaseId.StartsWith(Announcement.Prefix, StringComparison.Ordinal)
            ? new(await announcements.RenderAsync(item.CaseId, to, cancellation))
        : item.CaseId.StartsWith(DigestIssue.Prefix, StringComparison.Ordinal) ? new(await digests.RenderAsync(item, to, cancellation))
        : await cases.RenderAsync(item, posted, to, cancellation);
}

/// <param name="Now">Null where nothing is to be shown.</param>
/// <param name="NotBefore">Somebody can still undo what would be shown: only then it is known; null where it is known now.</param>
public readonly record struct Showing<T>(T? Now, DateTimeOffset? NotBefore = null)
    where T : class;

/// <param name="Version">Of what the view was made from.</param>
public sealed record SlotView(View View, int Version)
{
    /// <summary>
    /// Whose lists may say something else since: of a case, who asked and everybody who reads everything; of an announcement, who gets it,
    /// perhaps of a role they lost.
    /// </summary>
    public IReadOnlyList<PersonId> Listed { get; init; } = [];
}
