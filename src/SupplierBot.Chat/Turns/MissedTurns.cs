using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Sentences;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// Whether the last thing somebody said was not understood: then the next answer names people. Remembered by this process alone; a restart
/// costs one line of help.
/// </summary>
public sealed class MissedTurns
{
    private const int Most = 10_000;

    private readonly BoundedCache<string, bool> last = new(Most);

    internal bool Missed(Turn turn) => last.TryGet(KeyOf(turn), out _);

    internal void Note(Turn turn, Outcome outcome)
    {
        if (turn.Request.Typed is null)
            return;
        if (outcome.Refused == NotUnderstood.Key)
            last.Set(KeyOf(turn), true);
        else
            last.Remove(KeyOf(turn));
    }

    private static string KeyOf(Turn turn) => $"{turn.Actor.Id} {turn.Conversation.ConversationId}";
}
