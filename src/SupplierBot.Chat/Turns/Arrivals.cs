using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// What every turn says beside its request: where somebody can be reached, that the bot was added or removed, that a message nobody knew of
/// exists.
/// </summary>
public sealed class Arrivals(
    ConversationStore conversations,
    DeadLetterStore deadLetters,
    RoleCommands roles,
    Adoption adoption,
    ClientRefresh refresh,
    ChatSettings settings,
    ILogger<Arrivals> log
)
{
    public async Task NoteAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn is { Actor.Member: true, Elsewhere: false } && await conversations.RememberAsync(turn, cancellation))
            await ReachableAsync(ConversationStore.TargetOf(turn), cancellation);
        await adoption.LookAsync(turn, cancellation);
    }

    private async Task ReachableAsync(string target, CancellationToken cancellation)
    {
        await deadLetters.ReachableAsync(target, cancellation);
        await roles.BackAsync(target, cancellation);
    }

    public async Task RemovedAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Actor.Member)
            await roles.LostAsync(ConversationStore.TargetOf(turn), cancellation, turn);
    }

    /// <returns>Whether the person is to be greeted: once, however often the platform says that the bot was installed; channels never
    /// are.</returns>
    public async Task<bool> InstalledAsync(Turn turn, CancellationToken cancellation)
    {
        await roles.InstalledAsync(turn, cancellation);
        if (!turn.Actor.Member)
            Log.TurnRefused(log, turn.Id, "refusal.not_member");
        if (!turn.Actor.Member || !await conversations.ClaimWelcomeAsync(turn, cancellation))
            return false;
        if (settings.ClientsStartEmpty)
            await refresh.WantAsync(ConversationStore.TargetOf(turn), cancellation);
        return turn.Conversation.Scope == ConversationScope.Personal;
    }
}
