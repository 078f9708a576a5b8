using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Notifications;

/// <summary><see cref="Usable"/>: the last condition that stood before use was confirmed.</summary>
public enum NotificationKind
{
    OwnerNamed,
    Asked,
    Approved,
    Rejected,
    Withdrawn,
    Revoked,
    TierChanged,
    ConditionReported,
    TooFewApprovers,
    Usable,
    Reminder,
    Overdue,
    Escalated,
    Late,
    AskedAgain,
    Expired,
    ConditionSoon,
    ConditionOverdue,
    ReviewSoon,
    ReviewOverdue,
    ReviewLapsed,
    FirstCheck,
    ReportDue,
    Incident,
    LeavingReported,
    Ended,
    Nudged,
    Assigned,
    TierDecided,
    TierRaised,
    TierLowered,
    TierLoweringSoon,
    TierLoweringEnded,
    ApprovalUnusedSoon,
    ApprovalUnused,
    RulesChanged,
    CriticalServices,
}

/// <param name="Number">Which one of its kind: the information request's or the condition's number, or the day it is about
/// (<see cref="NotificationNumbers"/>); otherwise the content version.</param>
public sealed record Notification(NotificationKind Kind, int Number, Person To);
