namespace SupplierBot.Onboarding;

/// <summary>Which seats of the assessment count here: optional roles only where somebody holds them.</summary>
internal static class SeatRules
{
    private static readonly string[] Optional = [Roles.Privacy, Roles.Legal];
    private static readonly string[] PersonalData = ["personal", "special", "children", "payment", "not_sure"];

    public static bool Needed(ApprovalSeat seat, Roles roles) => !Optional.Contains(seat.Role) || roles.Configured(seat.Role);

    /// <summary>Roles the policy asks for and nobody holds: a deviation on the record.</summary>
    public static IEnumerable<string> NotConfigured(Assessment assessment, Roles roles) =>
        assessment.Approvals.Select(seat => seat.Role).Distinct().Where(role => Optional.Contains(role) && !roles.Configured(role));

    /// <summary>A little personal data at medium risk: privacy reads along and nobody waits for it (policy.md §10).</summary>
    public static bool PrivacyIsTold(Case current) =>
        current.Assessment.Tier == Tier.Medium && current.Answers.Has("volume", "small") && current.Answers.Picked("data").Any(PersonalData.Contains);
}
