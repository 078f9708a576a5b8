namespace SupplierBot.Onboarding;

/// <summary>The register line of a case: it follows from the case alone, and every decision replaces it.</summary>
public static class Register
{
    public static RegisterEntry Of(Case current, DateTimeOffset now) => new()
    {
        Id = current.EntryId,
        Supplier = current.Supplier,
        Service = current.Service,
        Website = current.Answers.One("website") ?? "",
        Purpose = current.Answers.One("purpose") ?? "",
        Status = StatusOf(current),
        Owner = current.Owner,
        Type = current.Assessment.Type,
        Types = current.Assessment.Types,
        Tier = current.Assessment.Tier,
        Score = current.Assessment.Score,
        Data = current.Answers.Picked("data"),
        CaseId = current.Id,
        PolicyVersion = current.Assessment.PolicyVersion,
        DueAt = current.IsOpen ? current.DueAt : null,
        DecidedAt = current.Decision?.At,
        NextReview = NextReview(current),
        Terms = current.IsApproved ? TermsOf(current) : null,
        TermsReference = current.IsApproved ? string.Join("; ", current.Approvals.Select(approval => approval.TermsReference).Where(text => text.Length > 0).Distinct()) : "",
        Seen = [.. current.Approvals.SelectMany(approval => approval.Seen).Distinct()],
        OpenConditions = [.. current.Conditions.Where(condition => condition.State != ConditionState.Confirmed).Select(condition => condition.Text)],
        ChangedAt = now,
    };

    public static EntryStatus StatusOf(Case current) => current.Status switch
    {
        CaseStatus.InReview or CaseStatus.InfoRequested => EntryStatus.Proposed,
        CaseStatus.Approved or CaseStatus.ApprovedWithConditions => Approved(current),
        CaseStatus.Rejected or CaseStatus.Withdrawn or CaseStatus.Expired or CaseStatus.Revoked => EntryStatus.NotApproved,
    };

    /// <summary>The least settled of what the approvers said: one who found the contract open is not outvoted.</summary>
    public static ContractTerms TermsOf(Case current) => current.Approvals.Count == 0 ? ContractTerms.Open : current.Approvals.Max(approval => approval.Terms);

    /// <summary>Counted from the decision, by the review interval of the assessment it was made on.</summary>
    public static DateOnly? NextReview(Case current) =>
        current is { IsApproved: true, Decision: { } decision } ? DateOnly.FromDateTime(decision.At.UtcDateTime).AddMonths(current.Assessment.ReviewMonths) : null;

    /// <summary>Whether the change is one the register line shows.</summary>
    internal static bool Shows(Case before, Case after) =>
        before.Status != after.Status || before.DueAt != after.DueAt || before.Owner != after.Owner
        || !ReferenceEquals(before.Overdue, after.Overdue)
        || !ReferenceEquals(before.Answers, after.Answers) || !ReferenceEquals(before.Conditions, after.Conditions);

    private static EntryStatus Approved(Case current)
    {
        var open = current.Conditions.Where(condition => condition.State != ConditionState.Confirmed).ToList();
        return open.Any(condition => current.Overdue.Contains(condition.Number)) ? EntryStatus.Suspended
            : open.Any(condition => condition.BeforeUse) ? EntryStatus.Onboarding
            : open.Count > 0 ? EntryStatus.ActiveConditional
            : EntryStatus.Active;
    }
}
