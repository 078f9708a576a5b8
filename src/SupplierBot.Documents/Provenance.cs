using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Documents;

/// <summary>What every file says of itself: what it is, for whom and when it was made, and under which policy.</summary>
/// <param name="Organisation">As the organisation calls itself.</param>
/// <param name="By">Who asked for the file.</param>
/// <param name="At">The moment everything in it was read; the same records and moment make the same bytes.</param>
/// <param name="Zone">In which moments are written.</param>
/// <param name="PolicyVersion">The policy that applies now; each supplier names the one it was assessed under.</param>
/// <param name="Filter">What was asked for, in words; empty for everything.</param>
public sealed record Provenance(
    string Organisation,
    Person By,
    DateTimeOffset At,
    TimeZoneInfo Zone,
    string PolicyVersion,
    string PolicyApproval,
    string Filter = ""
)
{
    /// <summary>Who holds which role, so that a file can say who has what is missing; null where that isn't known.</summary>
    public RoleHolders? Roles { get; init; }
}
