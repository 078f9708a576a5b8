using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>Which seats of the assessment count here: optional ones only where somebody holds the role.</summary>
internal static class SeatRules
{
    /// <summary>What every policy said before the seats of an assessment kept it.</summary>
    private static readonly string[] OptionalAtFirst = [RoleNames.Privacy, RoleNames.Legal];

    public static bool IsOptional(ApprovalSeat seat) => seat.Optional ?? OptionalAtFirst.Contains(seat.Role);

    public static bool Needed(ApprovalSeat seat, RoleHolders roles) => !IsOptional(seat) || roles.Configured(seat.Role);

    /// <summary>Roles the policy asks for and nobody holds: a deviation on the record.</summary>
    public static IEnumerable<string> NotConfigured(Assessment assessment, RoleHolders roles) =>
        assessment.Approvals.Where(seat => !Needed(seat, roles)).Select(seat => seat.Role).Distinct();

    /// <summary>Roles that read along while nobody waits for them (Policies/README.md "Approvals").</summary>
    public static IEnumerable<string> Notified(Case current) =>
        current.Assessment.Notified ?? (IsLittlePersonalData(current) ? [RoleNames.Privacy] : []);

    public static SeatHelper? Helper(Assessment assessment) =>
        assessment.Notified is null ? new(RoleNames.Ciso, RoleNames.Security) : assessment.Helper;

    /// <summary>What every policy said before an assessment kept who is notified.</summary>
    private static bool IsLittlePersonalData(Case current) =>
        current.Assessment.Tier == Tier.Medium
        && current.Answers.Has("volume", "small")
        && current.Answers.Picked("data").Any(choice => choice is "personal" or "special" or "children" or "payment" or "not_sure");
}

/// <summary>How many seats can be filled at once when each person takes at most one (augmenting paths; a handful of seats).</summary>
internal static class SeatMatching
{
    /// <param name="fits">For each seat, whether each person suits it.</param>
    public static int Size(IReadOnlyList<bool[]> fits, int people)
    {
        var seatOf = new int?[people];
        var filled = 0;
        for (var seat = 0; seat < fits.Count; seat++)
        {
            if (Place(seat, fits, seatOf, new bool[people]))
                filled++;
        }
        return filled;
    }

    private static bool Place(int seat, IReadOnlyList<bool[]> fits, int?[] seatOf, bool[] tried)
    {
        for (var person = 0; person < seatOf.Length; person++)
        {
            if (!fits[seat][person] || tried[person])
                continue;
            tried[person] = true;
            if (seatOf[person] is { } other && !Place(other, fits, seatOf, tried))
                continue;
            seatOf[person] = seat;
            return true;
        }
        return false;
    }
}

/// <summary>
/// What is done differently from the rule, for people to read and for the record: seats nobody can take, and who took one all the same.
/// </summary>
internal static class SeatDeviations
{
    /// <summary>Those of the case with the seats as they are now: a role can be emptied, or held again, while a request is open.</summary>
    public static IReadOnlyList<string> Now(Case current, Context context) =>
        current.IsOpen
            ?
            [
                .. current.Deviations.Except(current.Assessment.Approvals.Select(seat => LeftOut(seat.Role, context))),
                .. OfSeats(current.Assessment, context),
            ]
            : current.Deviations;

    public static IEnumerable<string> OfSeats(Assessment assessment, Context context) =>
        SeatRules.NotConfigured(assessment, context.Roles).Select(role => LeftOut(role, context));

    /// <summary>A seat that was taken in another way than by the role's own holder.</summary>
    public static IEnumerable<string> OfYes(CaseRequest request, Seat seat)
    {
        var (name, role) = (request.Actor.Person.Name, CaseTexts.Role(seat.Role, request.Context.ForStorage));
        if (request.Quorum.Helping(seat, request.Actor.Id))
            yield return request.SayStored("deviation.ciso_helps", ("name", name), ("role", role));
        if (request.Quorum.PartFor(seat, request.Actor.Id) is { } part && request.Quorum.PatronOf(part) is { GivenAt: { } at } patron)
            yield return request.SayStored(
                "deviation.appointed",
                ("name", name),
                ("role", role),
                ("by", patron.By.Name),
                ("day", Dates.Day(at, request.Context))
            );
    }

    /// <summary>
    /// For the auditor: roles that were asked for and held by nobody, and how many of the seats could be filled where not all could.
    /// </summary>
    public static IEnumerable<(string Name, string Value)> Details(Case current, RoleHolders roles)
    {
        var left = SeatRules.NotConfigured(current.Assessment, roles).ToList();
        if (left.Count > 0)
            yield return ("not_held", string.Join(',', left));
        if (Quorum.Of(current, roles) is { Possible: false } quorum)
            yield return ("fillable", $"{CaseTexts.Number(quorum.Fillable)} of {CaseTexts.Number(quorum.Needed)}");
    }

    /// <inheritdoc cref="Details"/>
    public static IEnumerable<(string Name, string Value)> DetailsOfYes(CaseRequest request, Seat seat, Approval approval)
    {
        if (request.Quorum.Helping(seat, request.Actor.Id))
            yield return ("as", SeatRules.Helper(request.Case.Assessment)!.Role);
        if (approval.InPlaceOf is { } others)
            yield return ("in_place_of", string.Join(',', others));
        foreach (var detail in Details(request.Case, request.Roles))
            yield return detail;
    }

    private static string LeftOut(string role, Context context) =>
        context.StoredWording.Fill("deviation.not_configured", ("role", CaseTexts.Role(role, context.ForStorage)));
}
