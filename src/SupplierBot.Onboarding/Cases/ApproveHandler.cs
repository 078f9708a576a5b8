using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
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
            return Outcome.Say(ConditionsForm(request, request.Say("approve.ticked")));
        if (PlainYes.Refusal(request) is { } blocked)
            return blocked;
        if (Terms(request) is not { } terms)
            return request.Refuse("approve.terms_missing");
        return Reference(request) is { Length: > 0 } problem ? request.Show(problem) : Approved(request, terms, [], withConditions: false);
    }

    public static Outcome WithConditions(CaseRequest request)
    {
        if (Rights.Decides(request) is { } refused)
            return CaseForms.RefreshIfStale(request, Rights.Decides, ConditionsForm) ?? refused;
        var wanted = ApprovalConditionForm.Read(request);
        if (wanted.Count == 0 && !request.FromForm)
            return Outcome.Say(ConditionsForm(request, ""));
        if (wanted.Count == 0)
            return Outcome.Say(ConditionsForm(request, CommentLength.Problem("", request)));
        if (wanted.FirstOrDefault(condition => condition.Problem.Length > 0) is { } wrong)
            return Outcome.Say(ConditionsForm(request, wrong.Problem));
        if (Terms(request) is not { } terms)
            return Outcome.Say(ConditionsForm(request, request.Say("approve.terms_missing")));
        return Reference(request) is { Length: > 0 } problem
            ? Outcome.Say(ConditionsForm(request, problem))
            : Approved(request, terms, wanted, withConditions: true);
    }

    /// <summary>Nothing to sign is as good as agreed.</summary>
    private static ContractTerms? Terms(CaseRequest request) =>
        request.Typed("terms") switch
        {
            "agreed" => ContractTerms.Agreed,
            "covered" => ContractTerms.Covered,
            "open" => ContractTerms.Open,
            _ => CaseForms.AsksForTerms(request.Case) ? null : ContractTerms.Agreed,
        };

    /// <summary>What is wrong with the name of the contract; empty where nothing is.</summary>
    private static string Reference(CaseRequest request) =>
        request.Typed("terms_ref").Length is var length && length > DecisionFields.LongestReference
            ? request.Say(
                "approve.reference_too_long",
                ("label", request.Say("deciding.terms_ref")),
                ("n", CaseTexts.Number(length)),
                ("max", CaseTexts.Number(DecisionFields.LongestReference))
            )
            : "";

    private static Outcome Approved(
        CaseRequest request,
        ContractTerms terms,
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
            terms,
            request.Typed("terms_ref"),
            Seen(request),
            Texts.Clip(request.Typed("comment"), CommentLength.Most)
        )
        {
            InPlaceOf = InPlaceOf(request, seat),
        };
        var after = Counted(
            request,
            current with
            {
                Approvals = [.. current.Approvals, approval],
                Conditions = ApprovalConditionHandler.Together(request, wanted, terms),
                Deviations = [.. current.Deviations, .. SeatDeviations.OfYes(request, seat)],
            }
        );
        var history = request.SayStored(
            withConditions ? "story.approved_conditions" : "story.approved",
            ("name", request.Actor.Person.Name)
        );
        return request.Accept(
            after,
            Event(request, seat, approval, wanted),
            history,
            $"approve-{current.Id}-c{current.ContentVersion}-{request.Actor.Id}",
            committed => Answer(committed)
        );
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
        after = PeriodicReview.WithWhatIsOpen(after, request.State.Before);
        after = after with { Deviations = SeatDeviations.Now(after, request.Context) };
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

    private static AuditEvent Event(CaseRequest request, Seat seat, Approval approval, IReadOnlyList<ApprovalConditionInput> wanted) =>
        request.Event(
            approval.WithConditions ? AuditEventKind.ApprovedWithConditions : AuditEventKind.Approved,
            string.Join('\n', [approval.TermsReference, approval.Comment, .. wanted.Select(condition => condition.Text)]).Trim(),
            [
                ("role", approval.Role),
                ("content", DecisionBasis.Hash(request.Case, request.Policy)),
                ("terms", approval.Terms.ToString()),
                ("seen", string.Join(',', approval.Seen)),
                ("conditions", CaseTexts.Number(wanted.Count)),
                .. SeatDeviations.DetailsOfYes(request, seat, approval),
            ]
        );

    private static IReadOnlyList<string> Seen(CaseRequest request) =>
        [.. request.Press.Picked("seen").Where(id => request.Case.Assessment.Evidence.Any(evidence => evidence.Id == id)).Distinct()];

    internal static View.Form ConditionsForm(CaseRequest request, string problem)
    {
        var more = request.Press.Picked(CardPress.Suggested).Count > ApprovalConditionForm.Blocks && problem.Length == 0;
        return CaseForms.Of(
            request,
            Verbs.ApproveWithConditions,
            CaseForms.Sent,
            more ? request.Say("form.conditions_three") : problem,
            [.. ApprovalConditionFields.Of(request), .. DecisionFields.Terms(request)],
            [],
            "form.conditions_foot"
        );
    }
}
