using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// Load, decide, commit. A lost race loads and decides again, until the turn's deadline; the core is pure, so that deciding twice costs
/// nothing.
/// </summary>
public sealed class DecisionLoop(
    TurnStateLoader states,
    TurnCommit commits,
    DeliveryMarkers markers,
    ChatSettings settings,
    TimeProvider time,
    Random chance
)
{
    public async Task<Decided> DecideAsync(Turn turn, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        do
        {
            var state = await states.LoadAsync(turn, cancellation);
            if (KnownToDraft(turn, state))
                return new Decided.Before(state, OfDraft: true);
            var outcome = CaseDecider.Handle(state.State, turn.Request, turn.Actor, state.Policy, state.Context);
            if (state.State.Unread > 0)
                outcome = outcome with { Answer = UnreadableRowsNotice.On(outcome.Answer, state.State.Unread, state.Context.Wording) };
            if (MayBeBefore(turn, outcome) && await WasBeforeAsync(turn, outcome, cancellation))
                return new Decided.Before(state);
            if (await commits.SaveAsync(turn, state, outcome, cancellation) is { } saved)
                return saved.Before ? await BeforeAsync(turn, outcome, cancellation) : new Decided.Now(outcome, saved);
            await Task.Delay(TimeSpan.FromMilliseconds(chance.Next(2, 20)), time, cancellation);
        } while (time.GetElapsedTime(started) < settings.TurnDeadline);
        return new Decided.TooLate();
    }

    private static bool KnownToDraft(Turn turn, LoadedState state) =>
        turn is { Actor.Member: true, Request: not Request.BrowseRegister } && state.Draft?.Value.Recent.Contains(turn.Id) == true;

    /// <summary>With the state as the delivery that was first left it.</summary>
    private async Task<Decided> BeforeAsync(Turn turn, Outcome outcome, CancellationToken cancellation) =>
        await states.LoadAsync(turn, cancellation) is var state && KnownToDraft(turn, state)
            ? new Decided.Before(state, OfDraft: true)
            : new Decided.Before(state, WentOn: outcome.Case is null);

    /// <summary>
    /// Nothing would be written, so that no marker stands in the way: the second delivery of what is asked about now, or is refused because
    /// the first one did it.
    /// </summary>
    private static bool MayBeBefore(Turn turn, Outcome outcome) =>
        outcome.Repeats || (outcome.Refused is not null && turn is { AnswersInPlace: false, Actor.Member: true });

    private async Task<bool> WasBeforeAsync(Turn turn, Outcome outcome, CancellationToken cancellation) =>
        await markers.FindAsync(turn, cancellation) is not null
        || (outcome is { Repeats: true, Operation: { } operation } && await markers.IsDoneAsync(operation, cancellation));
}

/// <summary>What became of a turn. Closed: only the records below.</summary>
public abstract record Decided
{
    private Decided() { }

    public sealed record Now(Outcome Outcome, Saved Saved) : Decided;

    /// <summary>The platform delivered this turn before, or another delivery did the same.</summary>
    /// <param name="OfDraft">The open draft knows it.</param>
    /// <param name="WentOn">It changed a draft that is gone, or was changed many times since: its person does not wait for the
    /// answer.</param>
    public sealed record Before(LoadedState State, bool OfDraft = false, bool WentOn = false) : Decided;

    public sealed record TooLate : Decided;
}
