using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Roles;

/// <summary>What a change of roles or places comes to. Nothing is changed where <see cref="Assignments"/> is null.</summary>
/// <param name="Answer">For who asked, alone.</param>
public sealed record RoleOutcome(
    View? Answer,
    RoleAssignments? Assignments = null,
    IReadOnlyList<ChainedEvent>? Events = null,
    IReadOnlyList<Announcement>? Announcements = null
)
{
    /// <summary>What everybody may read of it, in a channel it was said in; null for nothing.</summary>
    public View? Public { get; init; }

    internal static RoleOutcome Refused(Context context, string key, params ReadOnlySpan<(string Name, string Value)> holes) =>
        new(RolesCard.Done(context.Wording.Fill(key, holes), context));
}
