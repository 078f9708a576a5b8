using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// Gives the answer of a turn: in place for a press, as a message for typed text, before the acknowledgement. What is said here is
/// committed, so the turn's own time limit does not cut it short; the channel's does.
/// </summary>
public sealed class TurnResponder(
    Channels channels,
    DraftStore drafts,
    ConversationStore conversations,
    ChatSettings settings,
    TimeProvider time,
    TurnMetrics instruments,
    ILogger<TurnResponder> log
)
{
    private static readonly TimeSpan AfterHiccup = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ForOwnChat = TimeSpan.FromSeconds(2);

    public async Task<TurnAnswer> AnswerAsync(Turn turn, Outcome outcome, Saved saved) =>
        outcome.Answer switch
        {
            _ when outcome.Hits is { } hits => new TurnAnswer.Found([.. hits.Select(hit => new FoundCard(hit.Title, hit.Words, hit.Card))]),
            null => new TurnAnswer.Nothing(),
            // What can be undone is shown where it was done: nothing else shows it yet.
            _ when turn.InDialog && outcome.Case is { Undoable: null } => new TurnAnswer.Nothing(),
            { } view when turn.BeginsElsewhere && outcome.Draft is not null && saved.Draft is { } begun => await GoOnInOwnChatAsync(
                turn,
                view,
                begun
            ),
            { } view when turn.AnswersInPlace => InPlace(view, outcome.Case is not null),
            { } view when saved.Draft is { } draft && view.Stamp.Draft == draft.Value.Draft.Id => await ShowDraftAsync(turn, view, draft),
            { } view => await SayAsync(turn, view),
        };

    /// <summary>
    /// A redelivered turn changes nothing: a press is answered with where the draft stands, a typed text only while its card is not on
    /// screen.
    /// </summary>
    public async Task<TurnAnswer> AgainAsync(Turn turn, LoadedState state)
    {
        var draft = state.Draft!;
        var view = DraftCards.Show(draft.Value.Draft, state.State, state.Policy, state.Context);
        if (turn.BeginsElsewhere && draft.Value.Shown < draft.Value.Wanted)
            return await GoOnInOwnChatAsync(turn, view, draft);
        if (turn.AnswersInPlace)
            return InPlace(SameAnswer(turn, state) ?? view);
        if (draft.Value.Shown >= draft.Value.Wanted)
            return new TurnAnswer.Nothing();
        Log.AnsweredAgain(log, turn.Id);
        return await ShowDraftAsync(turn, view, draft);
    }

    /// <summary>What was done by an earlier delivery: where things stand, with what was said of it then.</summary>
    public async Task<TurnAnswer> AsItIsAsync(Turn turn, LoadedState state)
    {
        if (turn.InDialog)
            return new TurnAnswer.Nothing();
        var view = CaseDecider.StillShown(state.State, turn.Request, turn.Actor, state.Policy, state.Context);
        return turn.AnswersInPlace ? InPlace(view, changedCase: true) : await SayAsync(turn, view);
    }

    public async Task<TurnAnswer> SayAsync(Turn turn, View view)
    {
        if (turn.AnswersInPlace)
            return InPlace(view);
        var to = turn is { Request.Press: not null, Conversation.Scope: not ConversationScope.Personal }
            ? await OwnChatAsync(turn)
            : turn.Conversation;
        // What one person's press leads to is not for others who read along, also where the bot has no chat with them.
        if (to is null)
            (to, view) = (turn.Conversation, Notices.InChannel("", WordingFor(turn)));
        return AnswerOf(turn, await PostCardAsync(turn, to, view));
    }

    /// <summary>Beside the answer of the turn.</summary>
    /// <returns>False where the bot has no chat with the person, or it could not be said there.</returns>
    public async Task<bool> TellInOwnChatAsync(Turn turn, View view)
    {
        if (await OwnChatAsync(turn) is not { } own)
            return false;
        // Once: the time for waiting belongs to the answer itself.
        var channel = ChannelOf(turn);
        var delivery = instruments.Posted(await channel.SendAsync(own, channel.Render(view, CardPlace.Message), CancellationToken.None));
        if (delivery is not DeliveryOutcome.Delivered)
            Log.NotSaidInOwnChat(log, turn.Id, delivery.GetType().Name);
        return delivery is DeliveryOutcome.Delivered or DeliveryOutcome.Unknown;
    }

    /// <summary>Null where the bot has no chat with the person.</summary>
    public async Task<ConversationReference?> OwnChatAsync(Turn turn) =>
        await conversations.FindAsync(Keys.Person(turn.Actor.Id), CancellationToken.None) is { Removed: false, Reference: var own }
            ? own
            : null;

    private static TurnAnswer.Card InPlace(View view, bool changedCase = false) =>
        new(view) { ChangedCase = changedCase && view.Buttons.All(button => button.Verb != Verbs.Undo) };

    /// <summary>
    /// Pressed on what it changed itself, a button is answered as it was the first time, with what was to be said about it.
    /// </summary>
    private static View? SameAnswer(Turn turn, LoadedState state) =>
        CaseDecider.Handle(state.State, turn.Request, turn.Actor, state.Policy, state.Context) is { ChangesNothing: true, Answer: { } same }
            ? same
            : null;

    /// <summary>
    /// The intake runs in the personal chat alone. Where the bot has none with the person they are told how to open it; the draft waits
    /// there.
    /// </summary>
    private async Task<TurnAnswer> GoOnInOwnChatAsync(Turn turn, View view, Versioned<StoredDraft> draft)
    {
        if (await OwnChatAsync(turn) is not { } own)
            return new TurnAnswer.Words(WordingFor(turn)["request.open_chat"]);
        var showing = TryShowDraftAsync(
            turn with
            {
                Conversation = own,
                AnswersInPlace = false,
                InDialog = false,
                ReplyToId = null,
            },
            view,
            draft
        );
        // The card may come a moment after the words: a dialog waits 5 s at most (src/SupplierBot.BotFramework/PROTOCOL.md "Time limits").
        await Task.WhenAny(showing, Task.Delay(ForOwnChat, time));
        return InPlace(MessageRequestHandler.Started(draft.Value.Draft, WordingFor(turn)));
    }

    private async Task TryShowDraftAsync(Turn turn, View view, Versioned<StoredDraft> draft)
    {
        try
        {
            await ShowDraftAsync(turn, view, draft);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException) // the draft is saved; "new" shows it
        {
            Log.ShownNotNoted(log, turn.Id, fault.Message);
        }
    }

    /// <summary>A pressed card (clients without Action.Execute) is replaced; typed text gets a fresh card below it.</summary>
    private async Task<TurnAnswer> ShowDraftAsync(Turn turn, View view, Versioned<StoredDraft> draft)
    {
        var replaces = turn.Request.Press is not null ? turn.ReplyToId ?? draft.Value.MessageId : null;
        var posted = replaces is null ? await PostCardAsync(turn, turn.Conversation, view) : await ReplaceAsync(turn, replaces, view);
        if (posted is not DeliveryOutcome.Delivered delivered)
            return AnswerOf(turn, posted);
        var shown = draft.Value with { MessageId = delivered.MessageId ?? replaces ?? draft.Value.MessageId, Shown = draft.Value.Wanted };
        await NoteAsync(turn, shown, draft.ETag);
        return new TurnAnswer.Nothing();
    }

    /// <summary>
    /// A lost race means that the person was faster than this note: their newer turn knows better which message they look at.
    /// </summary>
    private async Task NoteAsync(Turn turn, StoredDraft shown, string etag)
    {
        try
        {
            await drafts.SaveAsync(shown, etag, CancellationToken.None);
        }
        catch (IOException fault) // what the person did is saved and answered
        {
            Log.ShownNotNoted(log, turn.Id, fault.Message);
        }
    }

    private Task<DeliveryOutcome> PostCardAsync(Turn turn, ConversationReference to, View view)
    {
        var channel = ChannelOf(turn);
        var card = channel.Render(view, CardPlace.Message);
        return RepeatedAsync(turn, async () => instruments.Posted(await channel.SendAsync(to, card, CancellationToken.None)));
    }

    private async Task<DeliveryOutcome> ReplaceAsync(Turn turn, string message, View view)
    {
        var channel = ChannelOf(turn);
        var card = channel.Render(view, CardPlace.Message);
        var replaced = await RepeatedAsync(
            turn,
            async () => instruments.Updated(await channel.UpdateAsync(turn.Conversation, message, card, CancellationToken.None))
        );
        return replaced is DeliveryOutcome.MessageGone ? await PostCardAsync(turn, turn.Conversation, view) : replaced;
    }

    /// <summary>Words can help where the platform refuses the card; everything else is for a redelivery.</summary>
    private TurnAnswer AnswerOf(Turn turn, DeliveryOutcome delivery) =>
        delivery switch
        {
            DeliveryOutcome.Delivered => new TurnAnswer.Nothing(),
            DeliveryOutcome.Refused or DeliveryOutcome.ConversationGone => new TurnAnswer.Failed(WordingFor(turn)["fault.try_again"]),
            _ => new TurnAnswer.NotShown(),
        };

    /// <summary>
    /// Until it is there or the time for it is over. A post with an unknown outcome is repeated once: lost is worse than twice.
    /// </summary>
    private async Task<DeliveryOutcome> RepeatedAsync(Turn turn, Func<Task<DeliveryOutcome>> post)
    {
        var started = time.GetTimestamp();
        for (var unknown = 0; ; )
        {
            var delivery = await post();
            if (delivery is DeliveryOutcome.Unknown { Reason: var reason })
            {
                Log.AnswerUnknown(log, turn.Id, reason);
                unknown++;
            }
            if (PauseAfter(delivery, unknown) is not { } pause || time.GetElapsedTime(started) + pause > settings.PostDeadline)
                return delivery;
            await Task.Delay(pause, time);
        }
    }

    private IChannel ChannelOf(Turn turn) => channels.Of(turn.Conversation);

    private Wording WordingFor(Turn turn) => channels.WordingOf(turn.Conversation);

    private static TimeSpan? PauseAfter(DeliveryOutcome delivery, int unknown) =>
        delivery switch
        {
            DeliveryOutcome.Throttled throttled => throttled.RetryAfter,
            DeliveryOutcome.NotSent => AfterHiccup,
            DeliveryOutcome.Unknown when unknown == 1 => AfterHiccup,
            _ => null,
        };
}
