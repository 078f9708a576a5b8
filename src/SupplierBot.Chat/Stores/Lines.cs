namespace SupplierBot.Chat;

/// <summary>The index row of a case: what lists show without reading the case.</summary>
public static class Lines
{
    public static CaseLine Of(Case current) => new()
    {
        Id = current.Id,
        Supplier = current.Supplier,
        Status = current.Status,
        Tier = current.Assessment.Tier,
        Requester = current.Requester,
        SubmittedAt = current.SubmittedAt,
        DueAt = current.DueAt,
        OpenPoints = current.Assessment.OpenPoints.Count,
        ApprovalsGiven = current.Approvals.Count,
        ApprovalsNeeded = current.ApprovalsNeeded,
        NextRole = current.NextRole,
        ClaimedBy = current.Claim?.By,
    };
}
