using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Delivery;

/// <summary>What a slot of a case shows now. Seven parts: what it is made from, and where it is shown.</summary>
public sealed class CaseRenderer(
    CaseStore cases,
    UndoStore undos,
    PolicyStore policies,
    RoleAssignmentStore assignmentStore,
    ConversationStore conversations,
    ContextFactory contexts,
    Channels channels
)
{
    /// <inheritdoc cref="SlotRenderer.RenderAsync"/>
    public async Task<Showing<SlotView>> RenderAsync(OutboxItem item, bool posted, ConversationReference to, CancellationToken cancellation)
    {
        var (found, notBefore) = await FinalAsync(item.CaseId, cancellation);
        if (found is not { } current)
            return new(null, notBefore);
        var directory = await assignmentStore.RecentAsync(cancellation);
        var slot = Slots.Of(current, directory.Roles).FirstOrDefault(candidate => candidate.Id == item.SlotId);
        if (slot is null || (!posted && !SlotTargets.Of(slot.Audience, directory).Contains(item.Target)))
            return new(null);
        var queue =
            item.SlotId == Slot.Receipt && current is { IsOpen: true, Approvals.Count: 0 }
                ? await cases.QueueBeforeAsync(current, cancellation)
                : 0;
        var policy = await policies.OfAsync(current.PolicyHash, cancellation);
        var view = CaseCards.Show(current, For(item, slot), policy, contexts.Create(directory.Roles, to) with { Queue = queue });
        if (view is View.Review review)
            view = review with { RefreshFor = await RefreshedAsync(current, directory, to, cancellation) };
        return new(
            new SlotView(view, current.Version) { Listed = [current.Requester.Id, .. directory.Roles.Readers.Select(reader => reader.Id)] }
        );
    }

    /// <summary>
    /// Whatever made the row due: a card shows the newest state, and nobody may see that while somebody can undo it.
    /// </summary>
    private async Task<Showing<Case>> FinalAsync(string caseId, CancellationToken cancellation)
    {
        while (true)
        {
            if (await cases.FindAsync(caseId, cancellation) is not { Value: var current })
                return new(null);
            if (current.Undoable is not { } press)
                return new(current);
            if (press.IsHeld(contexts.Now))
                return new(null, press.HeldUntil);
            if (await undos.IsFinalAsync(current, press, cancellation))
                return new(current);
        }
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
