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
    public bool BeforeUse => Due is null;
}
