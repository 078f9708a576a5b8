using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Delivery;

/// <summary>
/// Conversations that the bot cannot write to: the person never opened it, or it was removed. What is for them waits until they come back.
/// Six parts: what waits, what is set aside, conversations, the places of roles, people who left, the log.
/// </summary>
public sealed class UnreachableConversations(
    OutboxStore outbox,
    DeadLetterStore deadLetters,
    ConversationStore conversations,
    RoleCommands roles,
    LeaverNotices leavers,
    ILogger<UnreachableConversations> log
)
{
    public const string Reason = "unreachable";

    /// <summary>Nobody polls for a person who never opened the bot: their first word, or a new installation, makes it due again.</summary>
    public async Task WaitAsync(Claimed due, CancellationToken cancellation)
    {
        await outbox.DeadLetterAsync(due, Reason, cancellation);
        Log.WaitsForConversation(log, due.Item.CaseId, due.Item.SlotId);
        // They may have come between the look and the note.
        if (await conversations.FindAsync(due.Item.Target, cancellation) is { Removed: false })
            await deadLetters.ReachableAsync(due.Item.Target, cancellation);
    }

    /// <summary>The platform says so. False where another replica knows a newer address, which is tried first.</summary>
    public Task<bool> IsGoneAsync(string target, CancellationToken cancellation) => conversations.GoneAsync(target, cancellation);

    /// <summary>
    /// Where it was the place of a role, its holders must know; where it was a person's own, admins what that person leaves.
    /// </summary>
    /// <param name="code">The platform's.</param>
    public async Task LostAsync(string target, string code, CancellationToken cancellation)
    {
        await roles.LostAsync(target, cancellation);
        await leavers.UnreachableAsync(target, code, cancellation);
    }
}
