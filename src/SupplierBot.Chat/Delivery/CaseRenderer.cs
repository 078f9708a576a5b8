using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Delivery;

/// <summary>What a slot of a case shows now.</summary>
public sealed class CaseRenderer(
    CaseStore cases,
    PolicyStore policies,
    RoleAssignmentStore assignmentStore,
    ConversationStore conversations,
    ContextFactory contexts,
    Channels channels
)
{
    /// <inheritdoc cref="SlotRenderer.RenderAsync"/>
    public async Task<SlotView?> RenderAsync(OutboxItem item, bool posted, ConversationReference to, CancellationToken cancellation)
    {
        if (await cases.FindAsync(item.CaseId, cancellation) is not { Value: var current })
            return null;
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
