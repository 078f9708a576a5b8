using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;

namespace SupplierBot.Chat.Turns;

/// <content>The write of a draft.</content>
public sealed partial class TurnCommit
{
    private async Task<Saved?> SaveDraftAsync(Turn turn, LoadedState state, Outcome outcome, CancellationToken cancellation)
    {
        switch (outcome.Draft)
        {
            case DraftChange.Save save:
                var aside = save.PutsAside(Kept(state));
                if (aside && !await others.PutAsideAsync(state.Draft!, cancellation))
                    return await BeforeAsync(turn, state, cancellation);
                var saved = await drafts.SaveAsync(
                    Next(turn, state.Draft?.Value, save.Draft),
                    aside ? null : state.Draft?.ETag,
                    cancellation,
                    IdempotencyKeys.Of(turn)
                );
                return saved is null ? await BeforeAsync(turn, state, cancellation) : new(saved);
            case DraftChange.Delete when state.Draft is { } sent && outcome.Case is not null:
                return new(null) { Sent = sent };
            case DraftChange.Delete when state.Draft is { } gone:
                return await drafts.DeleteAsync(turn.Actor.Id, gone.ETag, cancellation, IdempotencyKeys.Of(turn))
                    ? new(null)
                    : await BeforeAsync(turn, state, cancellation);
            default:
                return new(state.Draft);
        }
    }

    /// <summary>
    /// The case is committed, so that nothing is decided again: whatever its owner does with another draft meanwhile, this one comes back.
    /// </summary>
    private async Task<Saved> RestoreDraftAsync(Turn turn, LoadedState state, Outcome outcome, CancellationToken cancellation)
    {
        for (var tries = 0; tries < RestoreTries; tries++)
        {
            if (await SaveDraftAsync(turn, state, outcome, cancellation) is { } saved)
                return saved;
            var now = await drafts.FindAsync(turn.Actor.Id, cancellation);
            state = state with { Draft = now, State = state.State with { Draft = now?.Value.Draft } };
        }
        Log.DraftNotRestored(log, turn.Id, outcome.Case!.Id);
        return new(state.Draft);
    }

    /// <summary>Null where the race was lost and this delivery did nothing yet.</summary>
    private async Task<Saved?> BeforeAsync(Turn turn, LoadedState state, CancellationToken cancellation) =>
        await drafts.IsDoneAsync(turn.Actor.Id, IdempotencyKeys.Of(turn), cancellation) ? new(state.Draft) { Before = true } : null;

    /// <summary>The draft the person was at, unless it is forgotten.</summary>
    private static Draft? Kept(LoadedState state) =>
        state.State.Draft is { } draft && DraftDecider.IsKept(draft, state.Context.DraftsKept, state.Context.Now) ? draft : null;

    private static StoredDraft Next(Turn turn, StoredDraft? before, Draft draft)
    {
        var same = before is not null && before.Draft.Id == draft.Id;
        var wanted = (same ? before!.Wanted : 0) + 1;
        var inPlace = turn is { AnswersInPlace: true, Elsewhere: false };
        var pressed = inPlace && turn.Conversation.Scope == ConversationScope.Personal ? turn.ReplyToId : null;
        return new(
            draft,
            pressed ?? (same ? before!.MessageId : null),
            wanted,
            inPlace ? wanted : wanted - 1,
            DraftStore.WithTurn(same ? before!.Recent : null, turn.Id)
        );
    }
}
