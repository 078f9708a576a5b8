using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// Why somebody may not: null where they may. Checked when the press is handled, which is inside the commit's loop, not when the card was
/// drawn.
/// </summary>
internal static class Rights
{
    /// <summary>To say yes or no now.</summary>
    public static Outcome? Decides(CaseRequest request) =>
        Closed(request) ?? Interested(request) ?? AlreadyYes(request) ?? NotNow(request) ?? Stale(request);

    /// <summary>A no ends it, also from somebody who said yes before: the careful direction is always open.</summary>
    public static Outcome? Rejects(CaseRequest request) =>
        Closed(request) ?? Interested(request) ?? (MayTurn(request) ? null : NotNow(request)) ?? Stale(request);

    /// <summary>To ask, settle or claim: anybody with a part in the decision, also at a later step.</summary>
    public static Outcome? Reviews(CaseRequest request) =>
        Closed(request) ?? Interested(request) ?? (request.Quorum.Reviews(request.Actor.Id) ? null : NotApprover(request));

    /// <summary>To look after what was approved: confirm conditions, revoke.</summary>
    public static Outcome? Oversees(CaseRequest request) =>
        Interested(request) ?? (request.Quorum.Reviews(request.Actor.Id) ? null : NotApprover(request)) ?? Stale(request);

    /// <summary>To confirm what somebody reported: neither they nor the person who decides because of them.</summary>
    public static Outcome? Confirms(CaseRequest request, Person? reporter) =>
        Oversees(request)
        ?? (
            reporter is not { } other || Quorum.Judging(other.Id, request.Case, request.Roles).Reviews(request.Actor.Id)
                ? null
                : request.Refuse("confirm.own")
        );

    /// <summary>To say who looks at it: admins, and anyone who may look at it themselves.</summary>
    public static Outcome? Assigns(CaseRequest request) =>
        request.Roles.Admins.Any(admin => admin.Id == request.Actor.Id) ? Closed(request) ?? Interested(request) : Reviews(request);

    public static Outcome? Closed(CaseRequest request)
    {
        if (request.Case.Decision is not { } decision)
            return null;
        var day = Dates.Day(decision.At, request.Context);
        return decision.Outcome == CaseStatus.Withdrawn
            ? request.Refuse("refusal.withdrawn", ("requester", decision.By.Name), ("day", day))
            : request.Refuse(
                "refusal.already_decided",
                ("name", decision.By.Name),
                ("day", day),
                ("outcome", CaseTexts.Outcome(request.Case, request.Context))
            );
    }

    /// <summary>Also of a press that names no version: what was on screen is not known.</summary>
    public static Outcome? Stale(CaseRequest request) => request.Stale ? request.Refuse("refusal.stale") : null;

    public static Outcome? Interested(CaseRequest request) =>
        request.Quorum.ConflictOf(request.Actor.Person) switch
        {
            null => null,
            { Through: null, AsOwner: false } => request.Refuse("refusal.own_request", ("names", Deciders(request))),
            { Through: null, OwnedUntil: { } until } => request.Refuse(
                "refusal.former_owner",
                ("day", Dates.Day(until, request.Context)),
                ("names", Deciders(request))
            ),
            { Through: null } => request.Refuse("refusal.owner", ("names", Deciders(request))),
            { Through: { } through } conflict => request.Refuse(
                $"refusal.{CaseTexts.HandedOn(conflict)}",
                ("name", through.By.Name),
                ("names", Deciders(request))
            ),
        };

    /// <summary>Who said yes, themselves or by somebody in their place, and still has a part.</summary>
    private static bool MayTurn(CaseRequest request) =>
        request.Quorum.Reviews(request.Actor.Id)
        && (request.Quorum.SaidYes(request.Actor.Id) || request.Quorum.InTheirPlace(request.Actor.Id) is not null);

    private static Outcome? AlreadyYes(CaseRequest request)
    {
        var mine = request.Case.Approvals.FirstOrDefault(approval => request.Roles.Same(approval.By.Id, request.Actor.Id));
        return mine is null
            ? null
            : request.Refuse("refusal.already_yours", ("day", Dates.Day(mine.At, request.Context)), ("names", Deciders(request)));
    }

    private static Outcome? NotNow(CaseRequest request) =>
        request.Quorum.SeatFor(request.Actor.Id) is not null ? null
        : request.Quorum.InTheirPlace(request.Actor.Id) is { } yes
            ? request.Refuse(
                "refusal.one_part",
                ("name", yes.By.Name),
                ("day", Dates.Day(yes.At, request.Context)),
                ("names", Deciders(request))
            )
        : NotApprover(request);

    public static Outcome NotApprover(CaseRequest request) =>
        request.Show(NotApproverWords(request)) with
        {
            Refused = "refusal.not_approver",
        };

    public static string NotApproverWords(CaseRequest request) =>
        request.Say(
            "refusal.not_approver",
            ("role", CaseTexts.Role(request.Quorum.NextRole, request.Context)),
            ("names", Deciders(request))
        );

    /// <summary>Who can decide now; once it is decided, who holds the role.</summary>
    public static string Deciders(CaseRequest request)
    {
        var quorum = request.Quorum;
        return CaseTexts.Names(
            request.Case.IsOpen ? quorum.Deciders : request.Roles.Of(quorum.NextRole).Where(person => quorum.Reviews(person.Id)),
            request.Context
        );
    }
}
