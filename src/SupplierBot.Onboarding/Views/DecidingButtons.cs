using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Views;

/// <summary>What can be done on the deciding card: by who decides now, and by who only waits.</summary>
internal static class DecidingButtons
{
    /// <summary>What a card of every client shows (src/SupplierBot.BotFramework/PROTOCOL.md "Cards").</summary>
    private const int MostButtons = 6;

    public static IEnumerable<Button> Of(CaseRequest request) => Buttons(request).Concat(Rare(request)).Take(MostButtons);

    /// <summary>For a reviewer whose turn it is not: questions and findings help already, and who said yes can still say no.</summary>
    public static IEnumerable<Button> Waiting(CaseRequest request) =>
        request.Case.IsOpen ? [.. ReviewsLater(request), .. Rare(request)] : [];

    private static IEnumerable<Button> ReviewsLater(CaseRequest request)
    {
        if (!request.Quorum.Reviews(request.Actor.Id))
            yield break;
        yield return new(request.Say("button.ask"), Verbs.Ask);
        if (request.Case.Assessment.OpenPoints.Count > 0)
            yield return new(request.Say("button.settle"), Verbs.Settle, Rare: true);
        if (NameOwnerHandler.Offers(request))
            yield return new(request.Say("button.name_owner"), Verbs.NameOwner, OpensForm: true);
        if (request.Quorum.SaidYes(request.Actor.Id))
            yield return new(request.Say("button.reject"), Verbs.Reject, OpensForm: true);
    }

    /// <summary>Last: where six others stand, they can be typed.</summary>
    private static IEnumerable<Button> Rare(CaseRequest request)
    {
        if (TierRights.Offers(request))
            yield return new(request.Say("button.tier"), Verbs.Tier, Rare: true);
        if (AssignCaseHandler.Offers(request))
            yield return new(request.Say("button.assign"), Verbs.Assign, OpensForm: true, Rare: true);
    }

    private static IEnumerable<Button> Buttons(CaseRequest request)
    {
        var review = request.Case.ReviewOrigin is not null;
        yield return new(
            request.Say(review ? "button.satisfactory" : "button.approve"),
            Verbs.Approve,
            Style: ButtonStyle.Main,
            Checks: true
        );
        yield return new(
            request.Say(review ? "button.concerns" : "button.approve_conditions"),
            Verbs.ApproveWithConditions,
            ApprovalConditionForm.AddTarget(request.Press.Picked(CardPress.Suggested)),
            OpensForm: true
        );
        yield return new(request.Say("button.ask"), Verbs.Ask);
        yield return new(request.Say(review ? "button.unsatisfactory" : "button.reject"), Verbs.Reject, OpensForm: true);
        if (request.Case.Assessment.OpenPoints.Count > 0)
            yield return new(request.Say("button.settle"), Verbs.Settle, Rare: true);
        if (NameOwnerHandler.Offers(request))
            yield return new(request.Say("button.name_owner"), Verbs.NameOwner, OpensForm: true, Rare: true);
        if (ClaimHandler.Current(request.Case, request.Context) is null)
            yield return new(request.Say("button.claim"), Verbs.Claim, Rare: true);
    }
}
