using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>The answers of a case become a draft again: to change it while it is open, to ask again once it has ended.</summary>
internal static class AnswerReuse
{
    public static Outcome Handle(CaseRequest request)
    {
        if (!request.IsRequester)
            return request.Refuse("refusal.requester_only", ("requester", request.Case.Requester.Name));
        if (request.Case.IsApproved)
            return Rights.Closed(request)!;
        return request.State.Draft is { } same && IsOfThisCase(request, same)
            ? Outcome.Say(DraftCards.Show(same, request.State, request.Policy, request.Context))
            : SeveralDrafts.Full(request.State, request.Context) ?? Taken(request);
    }

    private static bool IsOfThisCase(CaseRequest request, Draft draft) =>
        request.Case.IsOpen ? draft.EditsCase == request.Case.Id : draft.FollowsCase == request.Case.Id;

    private static Outcome Taken(CaseRequest request)
    {
        var draft = new Draft
        {
            Id = request.Context.NewId,
            Owner = request.Actor.Person,
            Revision = 1,
            Answers = request.Case.Answers,
            StartedAt = request.Now,
            ChangedAt = request.Now,
            EditsCase = request.Case.IsOpen ? request.Case.Id : null,
            FollowsCase = request.Case.IsOpen ? null : request.Case.Id,
            ReviewOrigin = request.Case.IsOpen ? null : StartReviewHandler.Again(request.Case),
        };
        return Outcome.Say(
            DraftCards.Show(draft, request.State with { Draft = draft, Before = request.Case }, request.Policy, request.Context)
        ) with
        {
            Draft = new DraftChange.Save(draft),
        };
    }
}
