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

    /// <summary>The answer to a question came, for who asked it.</summary>
    Answered,

    /// <summary>A condition that was reported done is not enough, for who reported it and for its owner.</summary>
    ConditionSentBack,

    /// <summary>A document is not enough, or has gaps, for who added it and who looks after the supplier.</summary>
    DocumentJudged,

    /// <summary>Somebody answers for a gap until a day that comes near.</summary>
    AcceptanceSoon,
    AcceptanceLapsed,

    /// <summary>A document has a last day that comes near.</summary>
    DocumentSoon,
    DocumentExpired,

    /// <summary>The last day to give notice comes near.</summary>
    NoticeDaySoon,
    ContractRenewed,

    /// <summary>It was approved before anybody kept what was agreed, for who looks after it.</summary>
    AgreementsUnrecorded,

    /// <summary>Somebody else looks after the supplier now, for who did.</summary>
    OwnerReplaced,

    /// <summary>Something happened to a provider of what is approved, for who looks after it.</summary>
    ProviderChanged,

    /// <summary>The supplier is on the register twice, and another entry stays, for who looked after this one.</summary>
    EntryMerged,
}

/// <param name="Number">Which one of its kind: the information request's, the condition's or the document's number, or the day it is about
/// (<see cref="NotificationNumbers"/>); otherwise the content version.</param>
public sealed record Notification(NotificationKind Kind, int Number, Person To);
