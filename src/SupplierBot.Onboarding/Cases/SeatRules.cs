using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Cases;

/// <summary>Which seats of the assessment count here: optional roles only where somebody holds them.</summary>
internal static class SeatRules
{
    private static readonly string[] Optional = [RoleHolders.Privacy, RoleHolders.Legal];
    private static readonly string[] PersonalData = ["personal", "special", "children", "payment", "not_sure"];

    public static bool Needed(ApprovalSeat seat, RoleHolders roles) => !Optional.Contains(seat.Role) || roles.Configured(seat.Role);

    /// <summary>Roles the policy asks for and nobody holds: a deviation on the record.</summary>
    public static IEnumerable<string> NotConfigured(Assessment assessment, RoleHolders roles) =>
        assessment.Approvals.Select(seat => seat.Role).Distinct().Where(role => Optional.Contains(role) && !roles.Configured(role));

    /// <summary>
    /// A little personal data at medium risk: privacy reads along and nobody waits for it (Policies/README.md "Approvals").
    /// </summary>
    public static bool PrivacyIsTold(Case current) =>
        current.Assessment.Tier == Tier.Medium && current.Answers.Has("volume", "small") && current.Answers.Picked("data").Any(PersonalData.Contains);
}
