using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// A press that was a slip is undone: the case, its register entry and the draft are what they were. The audit events of both stay, and so
/// do their lines of the history.
/// </summary>
internal static class UndoHandler
{
    /// <summary>The detail that names the first audit event that counts no more; those from there to this one are undone.</summary>
    public const string Undoes = "undoes";

    /// <summary>The detail that says what was undone: of a request that was sent nothing is taken out, it was withdrawn.</summary>
    public const string Kind = "kind";

    public static Outcome Handle(CaseRequest request)
    {
        if (request.State.Case is not { Undoable: { } press } current || IsOfAnotherPress(request, press))
            return request.Refuse("undo.nothing");
        if (!request.Roles.Same(request.Actor.Id, press.By.Id))
            return request.Refuse("undo.not_yours");
        if (request.Now >= press.Until || request.State.Undo is not { } snapshot)
            return Late(request, press);
        var undone = press.Kind == UndoKind.Sent ? Withdrawn(current, request) : Restored(current, snapshot.Case!);
        return snapshot.Draft is { } draft
            ? WithDraft(Accepted(request, current, undone, press, snapshot), draft, request)
            : Accepted(request, current, undone, press, snapshot);
    }

    /// <summary>Somebody else pressed last. Who pressed before that reads why theirs is final.</summary>
    public static Outcome OfAnother(CaseRequest request, CaseRequest before) =>
        before.Refuse(IsOfAnotherPress(request, request.State.Case!.Undoable!) ? "undo.nothing" : "undo.not_yours");

    /// <summary>The button of an earlier press, on a card that is still on screen.</summary>
    private static bool IsOfAnotherPress(CaseRequest request, UndoablePress press) =>
        request.Press.Target is { Length: > 0 } pressed && pressed != CaseTexts.Number(press.FirstEvent);

    private static Outcome Late(CaseRequest request, UndoablePress press) =>
        request.Refuse(
            press.Kind switch
            {
                UndoKind.Sent => "undo.late_sent",
                UndoKind.Edited => "undo.late_edited",
                UndoKind.Rejected => "undo.late_rejected",
                _ when request.Case.IsOpen => "undo.late_yes",
                _ => "undo.late_approved",
            },
            ("at", Dates.Time(press.Until, request.Context)),
            ("requester", request.Case.Requester.Name)
        );

    /// <summary>A number that was given out stays: nobody but the requester ever saw it.</summary>
    private static Case Withdrawn(Case current, CaseRequest request) =>
        current with
        {
            Status = CaseStatus.Withdrawn,
            Decision = new(CaseStatus.Withdrawn, request.Actor.Person, request.Now, ""),
            Notifications = [],
            NeverSent = true,
            Undone = current.Undone + 1,
        };

    private static Case Restored(Case current, Case before) =>
        before with
        {
            History = current.History,
            Undone = current.Undone + 1,
            Salt = current.Salt,
        };

    private static Outcome Accepted(CaseRequest request, Case current, Case undone, UndoablePress press, UndoSnapshot snapshot)
    {
        var seconds = CaseTexts.Number((int)Math.Max(1, Math.Ceiling((request.Now - press.At).TotalSeconds)));
        var undo = new AuditEvent(
            AuditEventKind.Undone,
            request.Actor.Id,
            request.Now,
            [
                new(Undoes, CaseTexts.Number(press.FirstEvent)),
                new(Kind, press.Kind.ToString()),
                new("seconds", seconds),
                .. request.Roles.Version > 0
                    ? [new("roles", CaseTexts.Number(request.Roles.Version))]
                    : Array.Empty<KeyValuePair<string, string>>(),
            ]
        );
        // What it brings back is no new promise.
        var (recorded, events) = CaseRecorder.Of(
            current with
            {
                DueAt = undone.DueAt,
            },
            undone,
            [undo],
            [request.SayStored($"story.undone_{press.Kind}", ("name", request.Actor.Person.Name), ("n", seconds))],
            request.Policy,
            request.Context
        );
        return new()
        {
            Answer = CaseViews.For((request with { Case = recorded }).Afresh, request.Say("undo.done")) with
            {
                ProblemKind = NoticeKind.Success,
            },
            Case = recorded,
            Events = events,
            Entry = Entry(request, current, recorded, press, snapshot),
            Operation = $"undo-{current.Id}-{press.FirstEvent}",
            Undoes = press,
        };
    }

    /// <summary>The line as it was where the press changed it; a new request leaves it as one that was withdrawn.</summary>
    private static RegisterEntry? Entry(CaseRequest request, Case current, Case recorded, UndoablePress press, UndoSnapshot snapshot) =>
        press.Kind == UndoKind.Sent ? RegisterUpdate.After(current, recorded, request.State.Entry, request.Now)
        : request.State.Entry?.Held?.Until == press.HeldUntil ? snapshot.Entry! with { ChangedAt = request.Now }
        : null;

    /// <summary>The draft has another id than the one that was sent: sending it again is another request.</summary>
    private static Outcome WithDraft(Outcome undone, Draft sent, CaseRequest request)
    {
        var draft = sent with { Id = request.Context.NewId };
        var state = request.State with { Draft = draft, Case = undone.Case, Undo = null };
        return undone with
        {
            Answer = DraftCards.Show(draft, state, request.Policy, request.Context, request.Say("undo.done"), NoticeKind.Success),
            Draft = new DraftChange.Save(draft) { InItsPlace = request.State.Draft?.Id == sent.Id },
        };
    }
}
