using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Roles;

/// <summary>An account that may be the actor's own on another platform.</summary>
/// <param name="HasNoAddress">Its platform was asked and knows no address; otherwise it did not answer.</param>
public sealed record UnclearAccount(Person Person, bool HasNoAddress);

/// <summary>
/// Four eyes are two people's. Where two accounts may be one person's and a platform does not say, nothing is decided: whatever a handler
/// came to, its change is held back here, in one place for every verb that needs somebody else than who asked.
/// </summary>
public static class SamePersonCheck
{
    /// <summary>Whether it takes somebody else than the requester.</summary>
    public static bool TakesAnother(Request request) =>
        request
            is Request.Approve
                or Request.ApproveWithConditions
                or Request.Reject
                or Request.ResolveOpenPoint
                or Request.ChangeTier
                or Request.ConfirmCondition
                or Request.SendBackCondition
                or Request.NameOwner
                or Request.CheckEvidence
                or Request.SettleClause
                or Request.CoverClauses
                or Request.AcceptClause
                or Request.RevokeApproval
                or Request.ConfirmOffboarding;

    internal static Outcome OrUnclear(this Outcome outcome, CaseRequest request)
    {
        // What the requester or the owner fills in takes nobody else.
        if (
            outcome is not { Case: not null, ByRole: true }
            || request.Context.Unclear is not { Count: > 0 } unclear
            || !TakesAnother(request.Asked)
        )
            return outcome;
        var key = unclear.All(account => account.HasNoAddress) ? "refusal.no_address" : "refusal.cannot_check";
        return Outcome.Say(Again(request, Words(key, request, unclear))) with { Refused = key };
    }

    private static string Words(string key, CaseRequest request, IReadOnlyList<UnclearAccount> unclear)
    {
        var (account, actor) = (unclear[0], request.Actor.Id);
        var who = account.Person.Id == actor ? request.Say("refusal.your_account") : account.Person.Name;
        return request.Say(key, ("who", who), ("platform", Platform(account.Person.Id, request)), ("names", Rights.Deciders(request)));
    }

    private static string Platform(PersonId person, CaseRequest request) =>
        request.Context.Wording.Has($"platform.{person.Platform}") ? request.Say($"platform.{person.Platform}") : person.Platform;

    /// <summary>The form, with everything that was typed, or the card as it is.</summary>
    private static View Again(CaseRequest request, string words) =>
        request.Asked switch
        {
            Request.Reject => RejectHandler.Form(request, words),
            Request.RevokeApproval => RevokeApprovalHandler.Form(request, words),
            Request.ResolveOpenPoint => ResolveOpenPointHandler.Form(request, [], words),
            Request.ChangeTier => TierChangeForm.Of(request, words),
            Request.ApproveWithConditions => ConditionsForm.Of(request, words),
            _ => CaseViews.For(request, words),
        };
}
