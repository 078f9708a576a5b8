using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>What waits for somebody beside a decision on the whole: a change, a gap, or what others filled in.</summary>
/// <param name="Holder">Whose move it is.</param>
/// <param name="Role">Theirs; empty for those who approve, who also stand in for Legal where nobody holds the role.</param>
public sealed record AgreementWait(UseGapHolder Holder, string Role, int Points, int Documents)
{
    /// <summary>Who said all of it, and doesn't decide about it while others can; null where several did, or nobody did.</summary>
    public PersonId? By { get; init; }
}

/// <summary>From the case alone, so that the rows of the queue can be rebuilt at any time.</summary>
public static class AgreementWaits
{
    public static IReadOnlyList<AgreementWait> Of(Case current)
    {
        if (!IsLive(current))
            return [];
        var (changed, gaps) = (Changed(current).Count(), Gaps(current).Count());
        var (filled, added) = (Filled(current).Count(), Added(current).Count());
        return
        [
            .. changed > 0
                ? [new(UseGapHolder.Legal, LegalRole(current), changed, 0) { By = OnlyBy(Changed(current)) }]
                : Array.Empty<AgreementWait>(),
            .. gaps > 0
                ? [new(UseGapHolder.RiskOwner, RiskRole(current), gaps, 0) { By = OnlyBy(Gaps(current)) }]
                : Array.Empty<AgreementWait>(),
            .. filled + added > 0 ? [new(UseGapHolder.Reviewers, "", filled, added)] : Array.Empty<AgreementWait>(),
        ];
    }

    /// <summary>When the first of it began to wait; null where nothing does.</summary>
    public static DateTimeOffset? Since(Case current) =>
        IsLive(current)
            ? Changed(current)
                .Concat(Gaps(current))
                .Concat(Filled(current))
                .Select(item => item.At)
                .Concat(Added(current).Select(record => (DateTimeOffset?)record.AddedAt))
                .Min()
            : null;

    /// <summary>Whether any of it waits for this person, who has no part where it is their own.</summary>
    public static bool Wait(CaseLine line, PersonId person, RoleHolders roles) =>
        line.Agreements?.Any(wait =>
        {
            var byRole = wait.Role.Length > 0 && (roles.Configured(wait.Role) || wait.Holder == UseGapHolder.RiskOwner);
            IReadOnlyList<string> deciding = byRole ? [wait.Role] : line.Approvers ?? [];
            return deciding.Any(role => roles.Holds(person, role)) && !IsOwn(wait, person, deciding, roles);
        }) == true;

    /// <summary>They said so themselves, and somebody else can decide about it.</summary>
    private static bool IsOwn(AgreementWait wait, PersonId person, IReadOnlyList<string> deciding, RoleHolders roles) =>
        wait.By is { } by && roles.Same(by, person) && deciding.SelectMany(roles.Of).Any(other => !roles.Same(other.Id, person));

    private static PersonId? OnlyBy(IEnumerable<ClauseItem> items) =>
        items.Select(item => item.By?.Id).Distinct().ToList() is [{ } only] ? only : null;

    private static IEnumerable<ClauseItem> Changed(Case current) =>
        (current.Clauses ?? []).Where(item => item is { State: ClauseState.Changed, AcceptedBy: null });

    private static IEnumerable<ClauseItem> Gaps(Case current) =>
        RiskRole(current).Length == 0
            ? []
            : (current.Clauses ?? []).Where(item =>
                item is { State: ClauseState.Refused } or { State: ClauseState.RiskAccepted, Lapsed: true }
                && current.Requirements?.Never?.Contains(item.Clause) != true
            );

    /// <summary>Of an open request it is part of what is decided.</summary>
    private static IEnumerable<ClauseItem> Filled(Case current) =>
        current.IsOpen ? [] : (current.Clauses ?? []).Where(item => item.Proposed is not null && item.State == ClauseState.Requested);

    private static IEnumerable<EvidenceRecord> Added(Case current) =>
        current.IsOpen ? [] : current.Evidence.Where(record => record is { Verdict: null, Expired: false });

    private static string LegalRole(Case current) => current.Requirements is { } needs ? needs.LegalRole ?? "" : RoleNames.Legal;

    private static string RiskRole(Case current) => current.Requirements is { } needs ? needs.RiskRole ?? "" : RoleNames.Ciso;

    private static bool IsLive(Case current) =>
        current.IsOpen || current is { IsApproved: true, Replaced: false, Offboarding: not { EndedAt: not null } };
}
