namespace SupplierBot.Onboarding.Policies;

public enum ClausesBeforeUse
{
    None,
    NotWaivable,

    /// <summary>Those, and the key clauses of the supplier's types.</summary>
    Key,
    All,
}

public enum DocumentsBeforeUse
{
    None,
    OneOf,
    All,
}

/// <summary>What must be agreed and seen before use, and who may let a gap stand (Policies/README.md "Before use").</summary>
/// <param name="Tiers">One for each tier, lowest first; none where the policy says nothing of it.</param>
/// <param name="OneOf">Evidence ids of which one is enough where a tier asks for one.</param>
/// <param name="LegalRole">Decides on a clause that the supplier changed; null where nobody has to.</param>
/// <param name="Acceptance">Who may accept a gap; null where nobody may.</param>
/// <param name="EvidenceReminderDays">Days before a document ends.</param>
/// <param name="NoticeReminderDays">Days before the last day to give notice.</param>
public sealed record AgreementRules(
    IReadOnlyList<BeforeUseRule> Tiers,
    IReadOnlyList<string> OneOf,
    string? LegalRole,
    AcceptanceRules? Acceptance,
    IReadOnlyList<int> EvidenceReminderDays,
    IReadOnlyList<int> NoticeReminderDays
)
{
    /// <summary>Of a policy that says nothing of agreements: what no reviewer can let go must be settled.</summary>
    public static AgreementRules Least { get; } = new([], [], null, null, [], []);

    public BeforeUseRule Of(Tier tier) =>
        Tiers.FirstOrDefault(rule => rule.Tier == tier) ?? new(tier, ClausesBeforeUse.NotWaivable, DocumentsBeforeUse.None, false);
}

/// <param name="NamesSections">A clause that no reviewer can let go counts only with its section.</param>
public sealed record BeforeUseRule(Tier Tier, ClausesBeforeUse Clauses, DocumentsBeforeUse Documents, bool NamesSections);

/// <param name="Role">May accept the gap of a refused clause.</param>
/// <param name="MostDays">As long as an acceptance holds at most.</param>
/// <param name="ReminderDays">Days before it ends.</param>
/// <param name="Never">Clause ids whose gap nobody accepts.</param>
public sealed record AcceptanceRules(string Role, int MostDays, IReadOnlyList<int> ReminderDays, IReadOnlyList<string> Never);
