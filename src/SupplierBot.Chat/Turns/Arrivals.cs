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

    /// <summary>With the name that is known: an installation carries none.</summary>
    public async Task<Turn> NamedAsync(Turn turn, CancellationToken cancellation) =>
        turn.Actor.Person.Name.Length == 0
        && await conversations.FindAsync(ConversationStore.TargetOf(turn), cancellation) is { Person: { } known }
            ? turn with
            {
                Actor = turn.Actor with { Person = known },
            }
            : turn;

    /// <summary>
    /// Added by the host itself, before anybody looks: what is posted now would be shown beside what the opening of the client posts again.
    /// </summary>
    public async Task PlacedAsync(Turn turn, CancellationToken cancellation)
    {
        await NoteAsync(turn, cancellation);
        await roles.InstalledAsync(turn, cancellation);
    }

    /// <returns>Whether the person is to be greeted: once, however often the platform says that the bot was installed, and where a client
    /// that starts empty would stay so; channels never are.</returns>
    public async Task<bool> InstalledAsync(Turn turn, CancellationToken cancellation)
    {
        await roles.InstalledAsync(turn, cancellation);
        if (!turn.Actor.Member)
            Log.TurnRefused(log, turn.Id, "refusal.not_member");
        if (!turn.Actor.Member || await conversations.ClaimOpeningAsync(turn, cancellation) is var opening && opening == Opening.Known)
            return false;
        var filled = settings.ClientsStartEmpty && await refresh.WantAsync(ConversationStore.TargetOf(turn), cancellation);
        return turn.Conversation.Scope == ConversationScope.Personal && (opening == Opening.First || !filled);
    }
}
