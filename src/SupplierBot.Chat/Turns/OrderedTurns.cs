using System.Collections.Concurrent;
using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// The door of the turn handler inside one process. A delivery that comes again while the first is handled shares its outcome, so that two
/// at the same instant never post twice; what is typed in one conversation is answered in the order it came. Presses wait for nobody.
/// </summary>
public sealed class OrderedTurns(ITurnHandler turns, ILogger<OrderedTurns> log) : ITurnHandler
{
    /// <summary>Answered messages that are still known, over everybody: a platform that resends does so within seconds.</summary>
    private const int Remembered = 1_000;

    private readonly ConcurrentDictionary<Delivered, Lazy<Task<TurnAnswer>>> deliveries = new();
    private readonly ConcurrentQueue<Delivered> answered = new();
    private readonly Dictionary<string, Task> lastOf = new(StringComparer.Ordinal);

    public Task<TurnAnswer> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var delivered = new Delivered(
            turn.Conversation.ConversationId,
            turn.Actor.Id,
            turn.Id,
            turn.Kind,
            turn.AnswersInPlace,
            turn.InDialog
        );
        var mine = new Lazy<Task<TurnAnswer>>(() => OnceAsync(delivered, turn, cancellation));
        var first = deliveries.GetOrAdd(delivered, mine);
        if (first != mine)
            Log.DeliveredAgain(log, turn.Id);
        return first.Value;
    }

    private async Task<TurnAnswer> OnceAsync(Delivered delivered, Turn turn, CancellationToken cancellation)
    {
        var known = false;
        try
        {
            var answer = turn.AnswersInPlace
                ? await turns.HandleAsync(turn, cancellation)
                : await AfterThoseBeforeAsync(turn, cancellation);
            known = turn is { AnswersInPlace: false, Request.Typed: not null } && answer is TurnAnswer.Nothing;
            return answer;
        }
        finally
        {
            if (known)
                Remember(delivered);
            else
                deliveries.TryRemove(delivered, out _);
        }
    }

    /// <summary>Each waits for the one before it, also where that one, or this one, gives up.</summary>
    private async Task<TurnAnswer> AfterThoseBeforeAsync(Turn turn, CancellationToken cancellation)
    {
        var conversation = $"{turn.Conversation.ConversationId};{turn.Conversation.ThreadId}";
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = Enter(conversation, done.Task);
        try
        {
            await before.WaitAsync(cancellation);
            return await turns.HandleAsync(turn, cancellation);
        }
        catch (OperationCanceledException) when (!before.IsCompleted)
        {
            return new TurnAnswer.NotShown();
        }
        finally
        {
            _ = before.ContinueWith(
                _ => Leave(conversation, done),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
        }
    }

    private Task Enter(string conversation, Task mine)
    {
        lock (lastOf)
        {
            var before = lastOf.GetValueOrDefault(conversation, Task.CompletedTask);
            lastOf[conversation] = mine;
            return before;
        }
    }

    private void Leave(string conversation, TaskCompletionSource done)
    {
        done.SetResult();
        lock (lastOf)
        {
            if (lastOf.TryGetValue(conversation, out var last) && last == done.Task)
                lastOf.Remove(conversation);
        }
    }

    private void Remember(Delivered delivered)
    {
        answered.Enqueue(delivered);
        if (answered.Count > Remembered && answered.TryDequeue(out var oldest))
            deliveries.TryRemove(oldest, out _);
    }

    /// <param name="Kind">With the two others: what is asked in another way needs another answer, whatever its id says.</param>
    private readonly record struct Delivered(
        string Conversation,
        PersonId Actor,
        string Turn,
        RequestKind Kind,
        bool InPlace,
        bool InDialog
    );
}
