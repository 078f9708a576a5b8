using System.Diagnostics;

namespace SupplierBot.Chat;

/// <summary>Gives the answer of a turn: in place for a press, as a message for typed text, before the acknowledgement.</summary>
public sealed class Answering(CardRenderer renderer, IEnumerable<IChannel> channels, DraftStore drafts, ConversationStore conversations, ChatSettings settings, Wording wording, TimeProvider time)
{
    public async Task<TurnAnswer> AnswerAsync(Turn turn, Outcome outcome, Saved saved, CancellationToken cancellation) => outcome.Answer switch
    {
        null => new TurnAnswer.Nothing(),
        { } view when turn.AnswersInPlace => new TurnAnswer.Card(renderer.Render(view, turn.Conversation.Channel)),
        { } view when saved.Draft is { } draft && view.Stamp.Draft == draft.Value.Draft.Id => await ShowDraftAsync(turn, view, draft, cancellation),
        { } view => await SayAsync(turn, view, cancellation),
    };

    /// <summary>A redelivered turn changes nothing: a press is answered with where the draft stands, a typed text only while its card is not on screen.</summary>
    public async Task<TurnAnswer> AgainAsync(Turn turn, LoadedDesk desk, CancellationToken cancellation)
    {
        var draft = desk.Draft!;
        var view = DraftCards.Show(draft.Value.Draft, desk.Desk, desk.Policy, desk.Context);
        if (turn.AnswersInPlace) return new TurnAnswer.Card(renderer.Render(view, turn.Conversation.Channel));
        return draft.Value.Shown < draft.Value.Wanted ? await ShowDraftAsync(turn, view, draft, cancellation) : new TurnAnswer.Nothing();
    }

    public async Task<TurnAnswer> SayAsync(Turn turn, View view, CancellationToken cancellation)
    {
        var to = await WhereAsync(turn, cancellation);
        return await PostAsync(turn, channel => channel.SendAsync(to, renderer.Render(view, channel.Name), cancellation), cancellation) is Delivery.Delivered
            ? new TurnAnswer.Nothing()
            : new TurnAnswer.Failed(wording["fault.try_again"]);
    }

    /// <summary>A pressed card (clients without Action.Execute) is replaced; typed text gets a fresh card below it.</summary>
    private async Task<TurnAnswer> ShowDraftAsync(Turn turn, View view, Versioned<StoredDraft> draft, CancellationToken cancellation)
    {
        var replaces = turn.Input is Input.Pressed ? turn.ReplyToId ?? draft.Value.MessageId : null;
        var posted = await PostAsync(turn, channel =>
        {
            var card = renderer.Render(view, channel.Name);
            return replaces is null ? channel.SendAsync(turn.Conversation, card, cancellation) : channel.UpdateAsync(turn.Conversation, replaces, card, cancellation);
        }, cancellation);
        if (posted is not Delivery.Delivered delivered) return new TurnAnswer.Failed(wording["fault.try_again"]);
        var shown = draft.Value with { MessageId = delivered.MessageId ?? replaces ?? draft.Value.MessageId, Shown = draft.Value.Wanted };
        // A lost race means that the person was faster than this note: their newer turn knows better which message they look at.
        await drafts.SaveAsync(shown, draft.ETag, cancellation);
        return new TurnAnswer.Nothing();
    }

    /// <summary>A whole case never appears in a channel because of one person's press: the answer goes to their own conversation where it is known.</summary>
    private async Task<ConversationReference> WhereAsync(Turn turn, CancellationToken cancellation) =>
        turn is { Input: Input.Pressed, Conversation.Scope: not ConversationScope.Personal }
        && await conversations.FindAsync(Keys.Person(turn.Actor.Id), cancellation) is { Removed: false } personal
            ? personal.Reference
            : turn.Conversation;

    private async Task<Delivery> PostAsync(Turn turn, Func<IChannel, Task<Delivery>> post, CancellationToken cancellation)
    {
        var channel = channels.First(candidate => candidate.Name == turn.Conversation.Channel);
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var delivery = await post(channel);
            TimeSpan? wait = delivery switch
            {
                Delivery.Throttled throttled => throttled.RetryAfter,
                Delivery.NotSent => TimeSpan.FromMilliseconds(500),
                _ => null,
            };
            if (wait is not { } pause || Stopwatch.GetElapsedTime(started) + pause > settings.PostDeadline) return delivery;
            await Task.Delay(pause, time, cancellation);
        }
    }
}
