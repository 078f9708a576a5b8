using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Register;

/// <summary>
/// Use that is being ended (Policies/README.md "Reviews and triggers"): what was done about access, data, and models or datasets of ours,
/// with proof each.
/// </summary>
/// <param name="Moved">Where what was ours went, or that there was nothing.</param>
/// <param name="ReportedBy">Who said the last of the three; null while one is missing.</param>
/// <param name="EndedBy">Who confirmed it; null before.</param>
public sealed record Offboarding(Person By, DateTimeOffset At, string Access, string Data, string Moved, Person? ReportedBy, Person? EndedBy, DateTimeOffset? EndedAt)
{
    public bool Complete => Access.Length > 0 && Data.Length > 0 && Moved.Length > 0;
}
