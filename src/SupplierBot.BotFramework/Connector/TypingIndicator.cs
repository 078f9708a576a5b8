using SupplierBot.BotFramework.Protocol;
using SupplierBot.BotFramework.Teams;
using SupplierBot.Chat.Timers;
using SupplierBot.Chat.Turns;

namespace SupplierBot.BotFramework.Connector;

/// <summary>
/// Shows that an answer is coming where it takes long: Teams wants a sign of life within two seconds (PROTOCOL.md "Time limits"), and one
/// every three seconds at most (Activity protocol A6001), however many turns of a conversation wait. Once anything was posted there, the
/// turns that waited show nothing more. None where the platform throttles; and one that fails is nobody's concern.
/// </summary>
public sealed class TypingIndicator(ConnectorClient connector, ConnectorRateLimiter throttles, TimeProvider machine)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    /// <summary>An answer waits for a sign that is on its way, so that none arrives after it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);
    private const int MostKept = 1_000;

    private readonly MonotonicTime time = new(machine);
    private readonly Lock authenticator = new();
    private readonly Dictionary<string, Chat> chats = new(StringComparer.Ordinal);

    /// <summary>
    /// For what somebody said, or pressed on a client that sends presses as messages; a press that is answered in place shows its own.
    /// </summary>
    public async Task<TurnAnswer> WhileAsync(Turn turn, Task<TurnAnswer> answering)
    {
        if (answering.IsCompleted || turn.AnswersInPlace || turn.Request is { Typed: null, Press: null } || IsNowhere(turn.Conversation))
            return await answering;
        using var answered = new CancellationTokenSource();
        var chat = Enter(turn.Conversation.ConversationId);
        _ = ShowAsync(turn.Conversation, chat, chat.Posts, answered.Token);
        try
        {
            return await answering;
        }
        finally
        {
            await answered.CancelAsync();
            Leave(turn.Conversation.ConversationId, chat);
        }
    }

    /// <summary>Something is about to be posted: no sign leaves any more, and the last has arrived or never will.</summary>
    public Task EndAsync(ConversationReference to)
    {
        lock (authenticator)
        {
            if (!chats.TryGetValue(to.ConversationId, out var chat))
                return Task.CompletedTask;
            chat.Posts++;
            return chat.Showing;
        }
    }

    /// <summary>A thread that has yet to begin.</summary>
    private static bool IsNowhere(ConversationReference to) => to is { Scope: ConversationScope.Channel, ThreadId: null };

    private async Task ShowAsync(ConversationReference to, Chat chat, int posts, CancellationToken answered)
    {
        try
        {
            for (var pause = First; ; pause = Every)
            {
                await Task.Delay(pause, time, answered);
                if (!TryShow(to, chat, posts))
                    return;
            }
        }
        catch (OperationCanceledException)
        {
            // The answer is there.
        }
    }

    /// <returns>False where something was posted since the turn began.</returns>
    private bool TryShow(ConversationReference to, Chat chat, int posts)
    {
        lock (authenticator)
        {
            if (chat.Posts != posts)
                return false;
            if (time.GetUtcNow() - chat.Shown < Every || throttles.IsLimited(to))
                return true;
            chat.Shown = time.GetUtcNow();
            chat.Showing = Task.Run(() => SendAsync(to));
            return true;
        }
    }

    private async Task SendAsync(ConversationReference to)
    {
        using var limit = new CancellationTokenSource(Longest, time);
        try
        {
            var sign = new OutgoingActivity { Type = ActivityTypes.Typing, From = new(to.BotId) };
            throttles.Note(to, await connector.SendAsync(to.ServiceUrl, ConversationReferences.Id(to, to.ThreadId), sign, limit.Token));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The answer itself meets whatever is wrong, and says so.
        }
    }

    private Chat Enter(string conversation)
    {
        lock (authenticator)
        {
            if (chats.Count > MostKept)
                Forget();
            if (!chats.TryGetValue(conversation, out var chat))
                chats[conversation] = chat = new();
            chat.Waiting++;
            return chat;
        }
    }

    /// <summary>Where a sign was shown the conversation is remembered for the next one's sake.</summary>
    private void Leave(string conversation, Chat chat)
    {
        lock (authenticator)
        {
            if (--chat.Waiting == 0 && chat.Shown == default)
                chats.Remove(conversation);
        }
    }

    private void Forget()
    {
        foreach (
            var (conversation, _) in chats.Where(pair => pair.Value.Waiting == 0 && time.GetUtcNow() - pair.Value.Shown >= Every).ToList()
        )
            chats.Remove(conversation);
    }

    private sealed class Chat
    {
        public int Waiting { get; set; }

        /// <summary>Messages since somebody first waited.</summary>
        public int Posts { get; set; }
        public DateTimeOffset Shown { get; set; }
        public Task Showing { get; set; } = Task.CompletedTask;
    }
}
