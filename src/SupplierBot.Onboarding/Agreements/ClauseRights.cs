using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>Who may say what of a clause: asked again when a press is handled, as every right is.</summary>
internal static class ClauseRights
{
    /// <summary>The way from a card to the list: in sight where something is missing before use.</summary>
    public static IEnumerable<Button> Buttons(Case current, Wording wording) =>
        current.Clauses is { Count: > 0 } && IsLive(current)
            ? [new(wording["button.clauses"], Verbs.Clauses, Rare: current.IsOpen || UseGate.Gaps(current).Count == 0)]
            : [];

    /// <summary>Null where the ledger goes on: while the request is open, and as long as what was approved may be used.</summary>
    public static Outcome? Closed(CaseRequest request) =>
        IsLive(request.Case) ? null
        : request.Case.IsApproved ? request.Refuse("clauses.closed", ("id", request.Case.Id))
        : Rights.Closed(request);

    /// <summary>
    /// Who decides, or decided; what others filled in meanwhile doesn't make their card stale, for each clause has a stamp of its own.
    /// </summary>
    public static Outcome? Settles(CaseRequest request) =>
        Closed(request) ?? Rights.Interested(request) ?? (request.Quorum.Reviews(request.Actor.Id) ? null : Rights.NotApprover(request));

    public static bool MaySettle(CaseRequest request) => IsLive(request.Case) && request.Quorum.Reviews(request.Actor.Id);

    /// <summary>The requester and the owner say what they know of what nobody has settled.</summary>
    public static bool MayPropose(CaseRequest request) => IsLive(request.Case) && (request.IsRequester || request.IsOwner);

    /// <summary>Who decides about a changed or refused clause, and whether they may; see <see cref="AcceptClauseHandler"/>.</summary>
    public static Outcome? Accepts(CaseRequest request, ClauseItem item) =>
        Closed(request)
        ?? Rights.Interested(request)
        ?? (RoleFor(request, item) is { } role ? Holds(request, role) : Settles(request))
        ?? (IsOwn(request, item) ? request.Refuse("accept.own") : null);

    /// <summary>The same without its words, for cards, which say nothing of who may not.</summary>
    public static bool MayAccept(CaseRequest request, ClauseItem item) =>
        Waits(item)
        && IsLive(request.Case)
        && request.Quorum.ConflictOf(request.Actor.Person) is null
        && (RoleFor(request, item) is { } role ? IsHolder(request, role) : request.Quorum.Reviews(request.Actor.Id))
        && !IsOwn(request, item);

    /// <summary>A change or a gap that somebody has to answer for.</summary>
    public static bool Waits(ClauseItem item) =>
        item is { State: ClauseState.Changed, AcceptedBy: null } or { State: ClauseState.Refused } or { State: ClauseState.RiskAccepted };

    /// <summary>The role that decides; null where nobody who could holds Legal's: then those who decide do.</summary>
    public static string? RoleFor(CaseRequest request, ClauseItem item) =>
        item.State == ClauseState.Changed
            ? request.Policy.Agreements.LegalRole is { } legal && Holders(request, legal).Any()
                ? legal
                : null
            : request.Policy.Agreements.Acceptance?.Role ?? "";

    /// <summary>Holds the role, and did not get it from somebody with an interest in this.</summary>
    private static Outcome? Holds(CaseRequest request, string role) => IsHolder(request, role) ? null : NotTheirs(request, role);

    private static bool IsHolder(CaseRequest request, string role) =>
        Holders(request, role).Any(person => request.Roles.Same(person.Id, request.Actor.Id));

    private static Outcome NotTheirs(CaseRequest request, string role) =>
        Holders(request, role).ToList() is { Count: > 0 } holders
            ? request.Refuse(
                "accept.not_yours",
                ("role", CaseTexts.Role(role, request.Context)),
                ("names", CaseTexts.Names(holders, request.Context))
            )
            : request.Refuse("accept.nobody");

    /// <summary>Who said it doesn't decide about it, as long as anybody else could.</summary>
    private static bool IsOwn(CaseRequest request, ClauseItem item) =>
        item.By is { } by && request.Roles.Same(by.Id, request.Actor.Id) && Others(request, item);

    /// <summary>Whether anybody but who said so could decide about it.</summary>
    private static bool Others(CaseRequest request, ClauseItem item) =>
        (
            RoleFor(request, item) is { } role
                ? Holders(request, role)
                : request.Roles.Holders.Values.SelectMany(people => people).Where(person => request.Quorum.Reviews(person.Id))
        ).Any(person => !request.Roles.Same(person.Id, item.By!.Id));

    private static IEnumerable<Person> Holders(CaseRequest request, string role)
    {
        var interests = new Interests(request.Case, request.Roles);
        return request.Roles.Of(role).Where(person => interests.Free(person.Id, role).Any());
    }

    private static bool IsLive(Case current) =>
        current.IsOpen || current is { IsApproved: true, Replaced: false, Offboarding: not { EndedAt: not null } };
}
