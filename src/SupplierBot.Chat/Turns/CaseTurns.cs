using SupplierBot.Chat.Exports;
using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// Turns about drafts, cases and the register: decided, committed, answered. Ten parts, one for each step: accounts are asked, it waits its
/// turn, it is decided, the sent draft is put away, what was done before is looked up, the answer is given, or is a file, what was not
/// understood is remembered, in words, and logged.
/// </summary>
public sealed class CaseTurns(
    AccountCheck accounts,
    WorkflowQueue queue,
    DecisionLoop decisions,
    TurnCommit commits,
    DeliveryMarkers markers,
    TurnResponder responder,
    ExportTurns exports,
    MissedTurns missed,
    Channels channels,
    ILogger<CaseTurns> log
)
{
    public async Task<TurnAnswer> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        await accounts.AskAsync(turn, cancellation);
        var decided = ChangesCases(turn.Request)
            ? await queue.InTurnAsync<Decided>(async () => await decisions.DecideAsync(turn, cancellation), cancellation)
                ?? new Decided.TooLate()
            : await decisions.DecideAsync(turn, cancellation);
        if (decided is Decided.Now { Saved: var saved })
            await commits.PutAwayAsync(turn, saved, cancellation);
        if (decided is Decided.Now { Outcome.ReadPolicy: true })
            await exports.NotePolicyReadAsync(turn, cancellation);
        if (decided is Decided.Now { Outcome: var heard })
            missed.Note(turn, heard);
        return decided switch
        {
            Decided.Before before => await AgainAsync(turn, before, cancellation),
            Decided.Now { Outcome.Export: { } export } => await exports.AnswerAsync(turn, export, cancellation),
            Decided.Now { Outcome.Case: { } changed } now => await markers.NoteAnsweredAsync(
                turn,
                await AnswerAsync(turn, now),
                changed,
                cancellation
            ),
            Decided.Now { Outcome.Line: not null } line => await markers.NoteAnsweredAsync(
                turn,
                await AnswerAsync(turn, line),
                null,
                cancellation
            ),
            Decided.Now now => await AnswerAsync(turn, now),
            _ => new TurnAnswer.Failed(channels.WordingOf(turn.Conversation)["fault.try_again"]),
        };
    }

    private static bool ChangesCases(Request request) =>
        request is { Press.Automatic: false } and (Request.Submit or Request.OnCase) or Request.MergeSuppliers or Request.UndoMerge;

    private Task<TurnAnswer> AnswerAsync(Turn turn, Decided.Now now) =>
        responder.AnswerAsync(turn, ForEverybody(turn, now.Outcome), now.Saved);

    private async Task<TurnAnswer> AgainAsync(Turn turn, Decided.Before before, CancellationToken cancellation)
    {
        Log.DeliveredAgain(log, turn.Id);
        if (before.OfDraft)
            return await responder.AgainAsync(turn, before.State);
        if (!turn.AnswersInPlace && (before.WentOn || await markers.FindAsync(turn, cancellation) is { Shown: true }))
            return new TurnAnswer.Nothing();
        return await responder.AsItIsAsync(turn, before.State);
    }

    /// <summary>A whole case never comes into a channel because somebody opened it from a list.</summary>
    private Outcome ForEverybody(Turn turn, Outcome outcome) =>
        turn is { Request.Press.Stamp.Case: null, Conversation.Scope: not ConversationScope.Personal }
        && outcome.Answer?.Stamp.Case is { } id
            ? outcome with
            {
                Answer = Notices.CaseInChannel(id, channels.WordingOf(turn.Conversation)),
            }
            : outcome;
}
