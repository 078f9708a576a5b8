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
        ApprovalsNeeded = current.Assessment.Approvals.Sum(seat => seat.People),
        NextRole = NextRole(current),
        ClaimedBy = current.Claim?.By,
    };

    private static string NextRole(Case current)
    {
        if (!current.IsOpen) return "";
        var left = current.Approvals.Select(approval => approval.Role).ToList();
        foreach (var seat in current.Assessment.Approvals.OrderBy(seat => seat.Step))
        {
            var taken = left.Count(role => role == seat.Role);
            if (taken < seat.People) return seat.Role;
        }
        return "";
    }
}
