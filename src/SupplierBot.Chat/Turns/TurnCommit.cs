using System.Diagnostics;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Imports;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// Persist before acknowledging: what the core decided becomes one transaction for the case and one write for the draft. Eleven parts: what
/// is written, what is looked at when a write is refused, and who hears of it.
/// </summary>
public sealed partial class TurnCommit(
    ConfirmedCommit commits,
    DraftStore drafts,
    OtherDrafts others,
    CaseMessages messages,
    UndoStore undos,
    IndexRebuild index,
    ImportedLineCommit lines,
    WakeSignal outbox,
    TimeProvider time,
    TurnMetrics instruments,
    ILogger<TurnCommit> log
)
{
    private const int RestoreTries = 5;

    /// <returns>What was saved, or that it was done before; null where the race was lost: load and decide again.</returns>
    public async Task<Saved?> SaveAsync(Turn turn, LoadedState state, Outcome outcome, CancellationToken cancellation)
    {
        if (outcome.Refused is { } reason)
            Log.TurnRefused(log, turn.Id, reason);
        if (outcome.ChangesNothing)
            return new(state.Draft);
        using var span = instruments.StartCommit();
        if (outcome.Case is { } changed)
            Name(changed.Id, span);
        var committed =
            outcome.Case is { } after ? await SaveCaseAsync(turn.Id, IdempotencyKeys.Of(turn), state, outcome, after, cancellation)
            : outcome.Line is { } line ? await SaveLineAsync(turn, state, outcome, line, cancellation)
            : Committed.Done;
        var saved =
            committed != Committed.Done ? null
            : outcome is { Undoes: not null, Draft: DraftChange.Save } ? await RestoreDraftAsync(turn, state, outcome, cancellation)
            : await SaveDraftAsync(turn, state, outcome, cancellation);
        instruments.Commit(saved is not null);
        return committed == Committed.Before ? new(state.Draft) { Before = true } : saved;
    }

    /// <summary>
    /// The draft of a case that is committed: a lost deletion harms nobody, and must not hide it. The marker tells the next turn that the
    /// draft was sent.
    /// </summary>
    public async Task PutAwayAsync(Turn turn, Saved saved, CancellationToken cancellation)
    {
        if (saved.Sent is not { } sent)
            return;
        try
        {
            await drafts.DeleteAsync(turn.Actor.Id, sent.ETag, cancellation);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            Log.DraftLeft(log, turn.Id, fault.Message);
        }
    }

    /// <summary>What no turn is behind.</summary>
    /// <param name="cause">In the log, where a turn's id would be.</param>
    /// <returns>False where the race was lost: load and decide again.</returns>
    public async Task<bool> SaveAsync(string cause, LoadedState state, Outcome outcome, CancellationToken cancellation)
    {
        using var span = instruments.StartCommit();
        Name(outcome.Case!.Id, span);
        var saved = await SaveCaseAsync(cause, null, state, outcome, outcome.Case!, cancellation) == Committed.Done;
        instruments.Commit(saved);
        return saved;
    }

    /// <summary>The case on its commit and on the turn around it.</summary>
    private static void Name(string caseId, Activity? commit)
    {
        commit?.SetTag("supplierbot.case.id", caseId);
        commit?.Parent?.SetTag("supplierbot.case.id", caseId);
    }

    private async Task<Committed> SaveCaseAsync(
        string cause,
        string? delivery,
        LoadedState state,
        Outcome outcome,
        Case after,
        CancellationToken cancellation
    )
    {
        var before = state.Case?.Value.Id == after.Id ? state.Case : null;
        var entryBefore = state.State.Entry?.Id == outcome.Entry?.Id ? state.State.Entry : null;
        var basis = new CaseCommit.Basis(before, entryBefore, state.CaseCounter, state.EntryCounter, state.EntryETag)
        {
            Other = OtherOf(state, outcome),
        };
        var batch = CaseCommit.Batch(
            outcome,
            after,
            basis,
            ReceiptIn(state, before, after),
            await MessagesAsync(outcome, after, before is not null, state, cancellation),
            state.Directory.Roles,
            state.Context.Now,
            delivery
        );
        if (outcome.Undoes is { } press)
        {
            if (await undos.UndoneAsync(before!.Value, press, cancellation) is not { } gone)
                return Committed.Raced;
            batch = [.. batch, .. gone];
        }
        if (outcome.ByRole)
            batch =
            [
                .. batch,
                (
                    state.RolesGuard
                    ?? throw new InvalidOperationException($"{outcome.Operation} was decided without the guard of the roles.")
                ).Written(),
            ];
        if (await commits.CommitAsync(cause, batch[0].Key, after, batch, cancellation) is { } conflict)
        {
            Log.CommitConflict(log, cause, after.Id, conflict.Kind);
            if (conflict.Kind == ConflictKind.Missing)
                await MendIndexAsync(cause, before?.Value.Id ?? Behind(entryBefore), cancellation);
            return conflict.Kind == ConflictKind.Exists && await commits.IsDoneAsync(batch, cancellation)
                ? Committed.Before
                : Committed.Raced;
        }
        Log.CaseCommitted(log, cause, after.Id, outcome.Events.Count > 0 ? outcome.Events[^1].Event.Kind : null, after.Version);
        outbox.Wake();
        if (after.Undoable is { } held)
            outbox.WakeAfter(held.HeldUntil - state.Context.Now, time);
        return Committed.Done;
    }

    private async Task<Committed> SaveLineAsync(
        Turn turn,
        LoadedState state,
        Outcome outcome,
        ImportedLineChange line,
        CancellationToken cancellation
    )
    {
        var other = OtherOf(state, outcome) is { } read ? (read, outcome.Other!) : ((Versioned<RegisterEntry>, RegisterEntry)?)null;
        var saved = await lines.SaveAsync(
            turn,
            new(line.Before, state.EntryETag!),
            line,
            other,
            outcome.ByRole ? state.RolesGuard : null,
            cancellation
        );
        if (!saved)
            await MendIndexAsync(turn.Id, line.Before.Id, cancellation);
        return saved ? Committed.Done : Committed.Raced;
    }

    private static Versioned<RegisterEntry>? OtherOf(LoadedState state, Outcome outcome) =>
        outcome.Other is null ? null : new(state.State.Merge!.Into.Entry!, state.OtherETag!);

    /// <summary>An undo is news for nobody: only the cards of who pressed may show what it was about.</summary>
    private async Task<CommitMessages> MessagesAsync(
        Outcome outcome,
        Case after,
        bool known,
        LoadedState state,
        CancellationToken cancellation
    )
    {
        if (outcome.Undoes is { Kind: UndoKind.Sent })
            return CommitMessages.None;
        var all = await messages.OfCommitAsync(after, known, state.Directory, cancellation);
        return outcome.Undoes is { By.Id: var person }
            ? new(all.First.Where(message => message.Target == Keys.Person(person)), false)
            : all;
    }

    /// <summary>The case, or the entry itself where nobody assessed it yet.</summary>
    private static string? Behind(RegisterEntry? entry) => entry is { CaseId.Length: 0 } ? entry.Id : entry?.CaseId;

    /// <summary>
    /// Only index rows are ever deleted in a commit, and their keys are those of the case as read: one is gone that should be there.
    /// </summary>
    private async Task MendIndexAsync(string cause, string? caseId, CancellationToken cancellation)
    {
        if (caseId is not null && await index.OfCaseAsync(caseId, cancellation))
            Log.IndexRebuilt(log, cause, caseId);
    }

    /// <summary>The intake's own message turns into the receipt: its slot is filled before anything is posted.</summary>
    private static IReadOnlyList<SlotState> ReceiptIn(LoadedState state, Versioned<Case>? before, Case after) =>
        before is null && state.Draft?.Value.MessageId is { } message
            ? [new SlotState(after.Id, Slot.Receipt, Keys.Person(after.Requester.Id), [message], 0, "", false, 0)]
            : [];

    private enum Committed
    {
        Done,
        Before,
        Raced,
    }
}
