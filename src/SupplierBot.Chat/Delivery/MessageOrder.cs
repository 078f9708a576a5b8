using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Delivery;

/// <summary>What messages are about: a case, an announcement or a digest.</summary>
/// <param name="Requester">Whose request it is; null for what is no case.</param>
public sealed record MessageSubject(string Id, PersonId? Requester = null, Tier? Tier = null)
{
    public static MessageSubject Of(Case current) => new(current.Id, current.Requester.Id, current.Assessment.Tier);
}

/// <summary>
/// The order in which many messages about one thing are written, some of them at a time: the requester, channels, what single people are
/// told, then everybody else. It follows from the message alone, so that "the rest" can be named by the last one that was written.
/// </summary>
internal static class MessageOrder
{
    public static string KeyOf((string SlotId, string Target) message) => $"{Rank(message)}{message.SlotId}@{message.Target}";

    private static char Rank((string SlotId, string Target) message) =>
        message.SlotId == Slot.Receipt ? '0'
        : Keys.IsPlace(message.Target) ? '1'
        : Slots.IsReview(message.SlotId) ? '3'
        : '2';
}
