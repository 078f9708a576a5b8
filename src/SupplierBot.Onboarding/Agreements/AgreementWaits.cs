using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>What waits for somebody beside a decision on the whole: a change, a gap, or what others filled in.</summary>
/// <param name="Holder">Whose move it is.</param>
/// <param name="Role">Theirs; empty for those who approve, who also stand in for Legal where nobody holds the role.</param>
public sealed record AgreementWait(UseGapHolder Holder, string Role, int Points, int Documents);

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
            .. changed > 0 ? [new(UseGapHolder.Legal, LegalRole(current), changed, 0)] : Array.Empty<AgreementWait>(),
            .. gaps > 0 ? [new(UseGapHolder.RiskOwner, RiskRole(current), gaps, 0)] : Array.Empty<AgreementWait>(),
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
            wait.Role.Length > 0 && (roles.Configured(wait.Role) || wait.Holder == UseGapHolder.RiskOwner)
                ? roles.Holds(person, wait.Role)
                : line.Approvers?.Any(role => roles.Holds(person, role)) == true
        ) == true;

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
