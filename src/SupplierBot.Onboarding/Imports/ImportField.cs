namespace SupplierBot.Onboarding.Imports;

/// <summary>What a column of somebody's sheet may say of a supplier.</summary>
public enum ImportField
{
    Supplier,
    Service,
    Owner,
    Purpose,
    Department,
    Tier,
    Data,
    Website,
    ContractStart,
    ContractEnd,
    Renewal,
    Contract,
    NextReview,
    Status,
    Type,
    Location,
    Subprocessors,
    Notes,

    /// <summary>Of our own register: a line that is on it already.</summary>
    Number,

    /// <summary>Of our own register: it follows from the request behind a line, so nobody can bring it along.</summary>
    Derived,
}
