using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Cases;

public enum ApprovalConditionState
{
    Open,
    Reported,
    Confirmed,
}

/// <param name="Number">1-based, over the life of the case.</param>
/// <param name="Due">Null means before use.</param>
public sealed record ApprovalCondition(
    int Number,
    string Text,
    DateOnly? Due,
    Person Owner,
    ApprovalConditionState State,
    string Proof,
    Person SetBy,
    Person? ReportedBy,
    Person? ConfirmedBy
)
{
    /// <summary>How often it was reported done and was not, oldest first.</summary>
    public IReadOnlyList<ConditionSentBack> SentBack
    {
        get;
        init => field = value ?? [];
    } = [];

    public bool BeforeUse => Due is null;
}

/// <summary>Somebody looked at what was reported as done, and it is not.</summary>
public sealed record ConditionSentBack(Person By, DateTimeOffset At, string Reason);
