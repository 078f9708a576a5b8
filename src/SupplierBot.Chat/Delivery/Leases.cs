using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;

namespace SupplierBot.Chat.Delivery;

/// <summary>Whose an outbox row or a slot is while it is delivered: ours, another replica's for a while longer, or free.</summary>
public sealed class Leases(ChatSettings settings, TimeProvider time)
{
    /// <summary>This process, among the replicas.</summary>
    public string Owner { get; } = Ids.New();

    public bool IsFree(OutboxItem item)
    {
        var now = time.GetUtcNow();
        return item.LeaseUntil <= now || IsTooFar(item.LeaseUntil, now) || IsLeftByACrash(item.LeaseOwner);
    }

    /// <summary>How long another replica still shows something in the slot, or it rests; zero if it is free.</summary>
    public TimeSpan HeldFor(SlotState? slot)
    {
        if (slot is not { Holder: { } holder, HeldUntil: { } until } || (!slot.Resting && IsLeftByACrash(holder)))
            return TimeSpan.Zero;
        var now = time.GetUtcNow();
        return until > now && !IsTooFar(until, now) ? until - now : TimeSpan.Zero;
    }

    /// <summary>No lease and no rest is that long: a clock was ahead when it was written.</summary>
    private static bool IsTooFar(DateTimeOffset until, DateTimeOffset now) => until > now + OutboxStore.LongestWait;

    private bool IsLeftByACrash(string holder) => settings.Alone && holder != Owner;
}
