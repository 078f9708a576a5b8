using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Cases;

public enum UndoKind
{
    Sent,
    Edited,
    Approved,
    Rejected,
}

/// <summary>
/// The newest change of a case, while the person who made it can undo it (README.md "Undo"). It counts from the moment it is committed;
/// only nobody else hears of it yet. Any other change of the case ends that: what somebody built on is not taken away.
/// </summary>
/// <param name="FirstEvent">The first of its audit events, 1-based.</param>
/// <param name="Until">The person's time.</param>
/// <param name="HeldUntil">Messages wait that long: a little longer than who pressed has.</param>
/// <param name="Before">What everybody else reads meanwhile; null for a request that is new.</param>
public sealed record UndoablePress(
    UndoKind Kind,
    Person By,
    DateTimeOffset At,
    DateTimeOffset Until,
    DateTimeOffset HeldUntil,
    int FirstEvent,
    CaseStatus? Before
)
{
    public bool IsHeld(DateTimeOffset now) => now < HeldUntil;
}

/// <summary>What an undo brings back. Kept beside the case, for as long as somebody can undo.</summary>
/// <param name="Case">Null for a request that is new.</param>
/// <param name="Entry">The register entry; null where there was none.</param>
/// <param name="Draft">What was sent; null for a decision.</param>
public sealed record UndoSnapshot(string CaseId, DateTimeOffset At, Case? Case, RegisterEntry? Entry, Draft? Draft);

/// <summary>Opens the time in which a press can be undone.</summary>
internal static class UndoWindow
{
    /// <summary>
    /// A press of the last moment is saved in this time, so that it isn't refused. Whatever the clocks say, nobody is notified first.
    /// </summary>
    private static readonly TimeSpan ToSave = TimeSpan.FromSeconds(3);

    /// <summary>Of a decision that was accepted; of one that was refused, nothing.</summary>
    public static Outcome Open(Outcome accepted, UndoKind kind, CaseRequest request, Draft? draft = null) =>
        Open(accepted, kind, request.Actor.Person, request.State, request.State.Case, draft, request.Context);

    /// <summary>Of a request that is new.</summary>
    public static Outcome OpenSent(Outcome sent, Draft draft, TurnState state, Context context) =>
        Open(sent, UndoKind.Sent, sent.Case!.Requester, state, null, draft, context);

    private static Outcome Open(Outcome accepted, UndoKind kind, Person by, TurnState state, Case? before, Draft? draft, Context context)
    {
        if (accepted.Case is not { } after || context.UndoFor <= TimeSpan.Zero)
            return accepted;
        var until = context.Now + context.UndoFor;
        var held = until + ToSave;
        return accepted with
        {
            Case = after with { Undoable = new(kind, by, context.Now, until, held, (before?.EventCount ?? 0) + 1, before?.Status) },
            Entry = accepted.Entry is { } entry
                ? entry with
                {
                    Held = new(held, state.Entry is { } read && read.Id == entry.Id ? read.Status : null),
                }
                : null,
            Snapshot = new(after.Id, context.Now, before, state.Entry, draft),
        };
    }

    /// <summary>
    /// The state as everybody reads it who did not press: as it was before, without a case that is new. Null where that is how it is.
    /// </summary>
    public static TurnState? AsOthersRead(TurnState state, Actor actor, Context context) =>
        state is { Case.Undoable: { } press, Undo: { } before } && !context.Roles.Same(actor.Id, press.By.Id)
            ? state with
            {
                Case = before.Case,
                Entry = before.Entry,
                Undo = null,
            }
            : null;

    /// <summary>Somebody else sent it and can still undo that: as if it were not there.</summary>
    public static bool IsUnsent(CaseRequest request) => AsOthersRead(request.State, request.Actor, request.Context) is { Case: null };

    /// <inheritdoc cref="AsOthersRead(TurnState, Actor, Context)"/>
    public static CaseRequest? AsOthersRead(CaseRequest request) =>
        AsOthersRead(request.State, request.Actor, request.Context) is { Case: { } before } state
            ? CaseRequest.Of(request.Asked, before, request.Actor, state, request.Policy, request.Context)
            : null;
}

/// <summary>
/// What a register entry says while the press that changed it can be undone; null for one that is new, which nobody reads yet.
/// </summary>
public sealed record HeldStatus(DateTimeOffset Until, EntryStatus? Status);
