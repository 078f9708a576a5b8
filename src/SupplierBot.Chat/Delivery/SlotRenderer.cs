namespace SupplierBot.Chat;

/// <summary>What a slot shows now: nothing is stored but that something is wanted.</summary>
public sealed class SlotRenderer(CaseStore cases, PolicyShelf policies, CardRenderer cards, ChatSettings settings, Wording wording, TimeProvider time)
{
    /// <returns>Null where the case does not have this slot any more.</returns>
    public async Task<RenderedCard?> RenderAsync(Case current, string slotId, string channel, CancellationToken cancellation)
    {
        var slot = Slots.Of(current, settings.Roles).FirstOrDefault(candidate => candidate.Id == slotId);
        if (slot is null || await cases.EntryAsync(current.EntryId, cancellation) is not { } entry) return null;
        var queue = slotId == Slot.Receipt && current is { IsOpen: true, Approvals.Count: 0 } ? await cases.QueueBeforeAsync(current, cancellation) : 0;
        var context = new Context(time.GetUtcNow(), settings.Calendar, settings.Roles, wording, settings.OrganisationName, "", "", "", queue);
        var policy = await policies.OfAsync(current.PolicyHash, cancellation);
        return cards.Render(CaseCards.Show(current, entry, slot, policy, context), channel);
    }
}
