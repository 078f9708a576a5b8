using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Cases;

/// <summary>Who may set another tier, and which: raising is every reviewer's, lowering needs a role of its own.</summary>
internal static class TierRights
{
    /// <summary>Null where the person may set another tier than there is.</summary>
    public static Outcome? Refusal(CaseRequest request) =>
        (request.Case is { IsOpen: false, IsApproved: false } ? Rights.Closed(request) : null)
        ?? Rights.Interested(request)
        ?? (Has(request) ? null : Rights.NotApprover(request))
        ?? (request.Case.IsOpen ? null : NotInUse(request))
        ?? Rights.Stale(request);

    public static bool MayRaise(CaseRequest request) => request.Quorum.Reviews(request.Actor.Id);

    /// <summary>Holds the role, and did not get it from somebody with an interest in this.</summary>
    public static bool MayLower(CaseRequest request) =>
        new Interests(request.Case, request.Roles).Free(request.Actor.Id, request.Policy.TierChanges.LoweredBy).Any();

    /// <summary>The tiers this person may set, lowest first.</summary>
    public static IEnumerable<Tier> Choices(CaseRequest request)
    {
        var now = request.Case.Assessment.Tier;
        var least = TierChanges.Floor(request.Case.Assessment, request.Policy.TierChanges)?.Minimum ?? Tier.Low;
        var (raises, lowers) = (MayRaise(request), MayLower(request));
        return Enum.GetValues<Tier>().Where(tier => tier > now ? raises : tier < now && lowers && tier >= least);
    }

    /// <summary>Whether a card offers it.</summary>
    public static bool Offers(CaseRequest request) =>
        (request.Case.IsOpen || request.Case is { IsApproved: true, Offboarding: null, Replaced: false }) && Choices(request).Any();

    private static bool Has(CaseRequest request) => MayRaise(request) || MayLower(request);

    /// <summary>What is being reviewed has its tier in the review.</summary>
    private static Outcome? NotInUse(CaseRequest request) =>
        request switch
        {
            { Case.Offboarding: not null } => request.Refuse("tier.leaving"),
            { State.Entry: var entry } when entry?.CaseId != request.Case.Id => request.Refuse("renew.newer", ("id", entry?.CaseId ?? "")),
            { State.Entry.Review: { } review } => request.Refuse("tier.under_review", ("id", review.CaseId)),
            _ => null,
        };
}
