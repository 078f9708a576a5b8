using System.Collections.Frozen;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Cases;

/// <summary>What is done by right of a role: on what was on screen, and only while the role is held, up to the commit.</summary>
public static class DecisionAuthority
{
    private static readonly FrozenSet<string> Verbs = FrozenSet.Create(
        StringComparer.Ordinal, "approve", "approve_conditions", "reject", "ask", "settle", "claim", "assign", "confirm", "revoke", "ended");

    private static readonly FrozenSet<AuditEventKind> Kinds = FrozenSet.Create(
        AuditEventKind.Approved, AuditEventKind.ApprovedWithConditions, AuditEventKind.Rejected, AuditEventKind.Asked, AuditEventKind.Settled,
        AuditEventKind.Claimed, AuditEventKind.Assigned, AuditEventKind.ConditionConfirmed, AuditEventKind.Revoked, AuditEventKind.Terminated);

    /// <summary>Names of cases beside the stamp choose what these are about: they show something, or ask somebody to look at it. Everything else is about the card it is pressed on.</summary>
    private static readonly FrozenSet<string> Choosing = FrozenSet.Create(StringComparer.Ordinal, "open", "review", "claim", "remind");

    public static bool Asks(string verb) => Verbs.Contains(verb);

    internal static bool IsBehind(AuditEventKind kind) => Kinds.Contains(kind);

    /// <summary>Whether the press says which case it is about, and only one: two in one press are a mistake, or somebody else's.</summary>
    internal static bool NamesItsCase(Input.Pressed press, Case current)
    {
        if (press.Stamp.Case is { } stamped) return press.Verb == "open" || (stamped == current.Id && Named(press).All(IsIt));
        return Choosing.Contains(press.Verb) && (press.Verb == "open" || Named(press).All(IsIt));

        bool IsIt(string named) => named == current.Id || named == current.EntryId;
    }

    private static IEnumerable<string> Named(Input.Pressed press) => new[] { press.Target, press.Value(CaseLists.Pick) }.Where(CaseLists.IsCaseOrEntry);
}
