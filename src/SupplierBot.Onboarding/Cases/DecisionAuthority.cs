using System.Collections.Frozen;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Cases;

/// <summary>What is done by right of a role: on what was on screen, and only while the role is held, up to the commit.</summary>
public static class DecisionAuthority
{
    private static readonly FrozenSet<AuditEventKind> Kinds = FrozenSet.Create(
        AuditEventKind.Approved,
        AuditEventKind.ApprovedWithConditions,
        AuditEventKind.Rejected,
        AuditEventKind.Asked,
        AuditEventKind.Settled,
        AuditEventKind.Claimed,
        AuditEventKind.Assigned,
        AuditEventKind.ConditionConfirmed,
        AuditEventKind.ConditionSentBack,
        AuditEventKind.OwnerNamed,
        AuditEventKind.AliasAdded,
        AuditEventKind.AliasRemoved,
        AuditEventKind.SupplierRenamed,
        AuditEventKind.EntryMerged,
        AuditEventKind.MergeUndone,
        AuditEventKind.Revoked,
        AuditEventKind.Terminated,
        AuditEventKind.TierChanged,
        AuditEventKind.ClauseSettled,
        AuditEventKind.ClauseAccepted,
        AuditEventKind.EvidenceJudged
    );

    public static bool Asks(Request request) =>
        request
            is Request.Approve
                or Request.ApproveWithConditions
                or Request.Reject
                or Request.RequestInformation
                or Request.ResolveOpenPoint
                or Request.ChangeTier
                or Request.ClaimCase
                or Request.AssignCase
                or Request.ConfirmCondition
                or Request.SendBackCondition
                or Request.NameOwner
                or Request.AddAlias
                or Request.RemoveAlias
                or Request.RenameSupplier
                or Request.MergeSuppliers
                or Request.UndoMerge
                or Request.CheckEvidence
                or Request.SettleClause
                or Request.CoverClauses
                or Request.AcceptClause
                or Request.RevokeApproval
                or Request.ConfirmOffboarding;

    internal static bool IsBehind(AuditEventKind kind) => Kinds.Contains(kind);

    /// <summary>Whether the press says which case it is about, and only one: two in one press are a mistake, or somebody else's.</summary>
    internal static bool NamesItsCase(Request.OnCase asked, Case current)
    {
        if (asked is Request.ShowCase)
            return true;
        var press = asked.Press!;
        return press.Stamp.Case is { } stamped ? stamped == current.Id && Named(press).All(IsIt) : Chooses(asked) && Named(press).All(IsIt);

        bool IsIt(string named) => named == current.Id || named == current.EntryId;
    }

    /// <summary>
    /// Names of cases beside the stamp choose what these are about: they show something, or ask somebody to look at it. Everything else is
    /// about the card it is pressed on.
    /// </summary>
    private static bool Chooses(Request request) =>
        request
            is Request.ReviewCase
                or Request.ClaimCase
                or Request.Remind
                or Request.AddEvidence
                or Request.ShowClauses
                or Request.ShowEvidence;

    private static IEnumerable<string> Named(CardPress press) =>
        new[] { press.Target, press.Value(CardPress.Pick) }.Where(CaseNumbers.IsCaseOrEntry);
}
