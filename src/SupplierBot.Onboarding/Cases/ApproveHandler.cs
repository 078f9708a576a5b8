using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// A yes, plain or with conditions. The last one that was needed decides; together they add up to the union of the conditions.
/// </summary>
internal static class ApproveHandler
{
    public static Outcome Plainly(CaseRequest request)
    {
        if (Rights.Decides(request) is { } refused)
            return refused;
        if (request.Press.Picked(CardPress.Suggested).Count > 0)
            return Outcome.Say(
                ConditionsForm.Of(request, "") with
                {
                    Problem = request.Say("approve.ticked"),
                    ProblemKind = NoticeKind.Info,
                }
            );
        if (PlainYes.Refusal(request) is { } blocked)
            return blocked;
        var terms = TermsInput.Read(request);
        if (terms is not TermsInput.Right right)
            return Wrong(request, (TermsInput.Wrong)terms);
        return ReasonMissing(request) is { } reason ? Wrong(request, reason) : Approved(request, right, [], withConditions: false);
    }

    private static Outcome Wrong(CaseRequest request, TermsInput.Wrong wrong) =>
        Outcome.Say(DecidingCard.Show(request, wrong.Words, decides: true, wrong.Field)) with
        {
            Refused = wrong.Key,
        };

    public static Outcome WithConditions(CaseRequest request)
    {
        if (Rights.Decides(request) is { } refused)
            return CaseForms.RefreshIfStale(request, Rights.Decides, (afresh, words) => ConditionsForm.Of(afresh, words)) ?? refused;
        if (!request.FromForm && ApprovalConditionForm.Changes(request))
            return Outcome.Say(ConditionsForm.Changed(request));
        var wanted = ApprovalConditionForm.Read(request);
        if (wanted.Count == 0 && !request.FromForm)
            return Outcome.Say(ConditionsForm.Of(request, ""));
        if (wanted.Count == 0 && RestrictionField.Read(request).Count == 0)
            return Outcome.Say(ConditionsForm.Of(request, CommentLength.Problem("", request), ApprovalConditionFields.AnotherBlock));
        if (wanted.FirstOrDefault(condition => condition.Problem.Length > 0) is { } wrong)
            return Outcome.Say(ConditionsForm.Of(request, wrong.Problem, wrong.Field));
        return TermsInput.Read(request) switch
        {
            TermsInput.Wrong(_, var words, var field) => Outcome.Say(ConditionsForm.Of(request, words, field)),
            _ when RestrictionField.Problem(request) is { } rules => Outcome.Say(ConditionsForm.Of(request, rules, RestrictionField.Id)),
            _ when ReasonMissing(request) is { } reason => Outcome.Say(ConditionsForm.Of(request, reason.Words, reason.Field)),
            TermsInput.Right terms => Approved(request, terms, wanted, withConditions: true),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>A yes at High and above says why the risk that is left will do; null where it does, or need not.</summary>
    private static TermsInput.Wrong? ReasonMissing(CaseRequest request) =>
        DecisionFields.NeedsReason(request.Case)
        && VisibleText.LettersAndDigits(request.Typed(DecisionFields.ReasonField)) < CommentLength.Least
            ? new(
                "approve.reason_missing",
                request.Say("approve.reason_missing", ("min", CaseTexts.Number(CommentLength.Least))),
                DecisionFields.ReasonField
            )
            : null;

    private static Outcome Approved(
        CaseRequest request,
        TermsInput.Right terms,
        IReadOnlyList<ApprovalConditionInput> wanted,
        bool withConditions
    )
    {
        var current = request.Case;
        var seat = request.Quorum.SeatFor(request.Actor.Id)!;
        var approval = new Approval(
            request.Actor.Person,
            seat.Role,
            request.Now,
            withConditions,
            terms.Terms,
            request.Typed(DecisionFields.ReferenceField),
            Seen(request),
            Texts.Clip(request.Typed(DecisionFields.ReasonField), CommentLength.Most)
        )
        {
            InPlaceOf = InPlaceOf(request, seat),
        };
        var accepted = AcceptedWithYes.Of(request, seat, terms);
        var agreed = AgreedAtApproval.With(
            ClauseChanges.With(current, terms.Changes, request.Policy),
            terms.Terms,
            approval.TermsReference,
            terms.Changes,
            DecisionFields.OpenClauses(request),
            approval.Seen,
            approval.By,
            approval.At,
            request.Policy
        );
        var after = Counted(
            request,
            AcceptedWithYes.With(agreed, accepted, approval) with
            {
                Approvals = [.. current.Approvals, approval],
                Conditions = ApprovalConditionHandler.Together(request, wanted),
                Restrictions = RestrictionField.Read(request),
                Deviations = [.. current.Deviations, .. SeatDeviations.OfYes(request, seat)],
            }
        );
        var history = request.SayStored(
            (withConditions, accepted.Count) switch
            {
                (true, 0) => "story.approved_conditions",
                (true, _) => "story.approved_conditions_accepted",
                (_, 0) => "story.approved",
                _ => "story.approved_accepted",
            },
            ("name", request.Actor.Person.Name),
            ("clauses", ClauseChanges.Titles(accepted, request.Policy))
        );
        var outcome = request.Accept(
            after,
            Event(request, seat, approval, wanted, terms.Changes, accepted),
            history,
            $"approve-{current.Id}-c{current.ContentVersion}-{request.Actor.Id}{OperationKeys.AfterUndo(current)}",
            committed => Answer(committed)
        );
        return UndoWindow.Open(outcome, UndoKind.Approved, request);
    }

    private static IReadOnlyList<PersonId>? InPlaceOf(CaseRequest request, Seat seat) =>
        request.Quorum.PartFor(seat, request.Actor.Id) is { } part && Others(part, request) is { Count: > 0 } others ? others : null;

    /// <summary>Everyone who is away and whose place it is: a delegate's own other account is nobody else.</summary>
    private static List<PersonId> Others(RolePart part, CaseRequest request) =>
        [
            .. part
                .Through.Where(giver => giver.IsAway && !request.Roles.Same(giver.By.Id, request.Actor.Id))
                .Select(giver => giver.By.Id)
                .DistinctBy(request.Roles.Canonical),
        ];

    private static Case Counted(CaseRequest request, Case after)
    {
        if (!Quorum.Of(after, request.Roles).Full)
            return after;
        after = ClauseLedger.WithNewer(PeriodicReview.WithWhatIsOpen(after, request.State.Before), request.State.Before, request.Policy);
        after = ProofTimers.Noted(after, request.Context.Calendar.Today(request.Now)) with
        {
            Deviations = SeatDeviations.Now(after, request.Context),
        };
        var outcome = after.Conditions.Count > 0 ? CaseStatus.ApprovedWithConditions : CaseStatus.Approved;
        return (
            after with
            {
                Status = outcome,
                Decision = new(outcome, request.Actor.Person, request.Now, after.Approvals[^1].Comment),
            }
        ).Notify(
            NotificationKind.Approved,
            after.ContentVersion,
            after.Affected().Concat(after.Conditions.Select(condition => condition.Owner))
        );
    }

    private static View Answer(CaseRequest request) =>
        request.Case.IsOpen
            ? DecidingCard.Show(request, request.Say("approve.one_more", ("names", Rights.Deciders(request))), decides: false)
            : ClaimHandler.Confirmation(request);

    private static AuditEvent Event(
        CaseRequest request,
        Seat seat,
        Approval approval,
        IReadOnlyList<ApprovalConditionInput> wanted,
        IReadOnlyList<ClauseChange> changes,
        IReadOnlyList<string> accepted
    ) =>
        request.Event(
            approval.WithConditions ? AuditEventKind.ApprovedWithConditions : AuditEventKind.Approved,
            string.Join(
                    '\n',
                    [
                        approval.TermsReference,
                        approval.Comment,
                        .. changes.Take(1).Select(change => change.Words),
                        .. wanted.Select(condition => condition.Text),
                        .. RestrictionField.Read(request),
                    ]
                )
                .Trim(),
            [
                ("role", approval.Role),
                ("content", DecisionBasis.Hash(request.Case, request.Policy)),
                ("terms", approval.Terms.ToString()),
                ("seen", string.Join(',', approval.Seen)),
                ("conditions", CaseTexts.Number(wanted.Count)),
                .. ClauseChanges.Details(changes),
                .. accepted.Count > 0 ? [(AcceptedWithYes.Detail, string.Join(',', accepted))] : Array.Empty<(string, string)>(),
                .. SeatDeviations.DetailsOfYes(request, seat, approval),
            ]
        );

    private static IReadOnlyList<string> Seen(CaseRequest request) =>
        [.. request.Press.Picked(DecisionFields.SeenField).Where(id => request.Case.Evidence.Any(record => record.Kind == id)).Distinct()];
}
