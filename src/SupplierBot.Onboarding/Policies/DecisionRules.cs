namespace SupplierBot.Onboarding.Policies;

/// <summary>What a reviewer should notice; it never adds points and never changes an answer.</summary>
/// <param name="When">Over the answers, the open points and the checks that were raised.</param>
public sealed record FlagRule(string Id, PolicyCondition When, string? ToRequester, string? ToReviewer);

/// <summary>Something a yes without conditions may not pass over.</summary>
/// <param name="Question">The question it is about; null means the open points.</param>
/// <param name="Suggests">The suggested condition that answers it, ticked in the form that asks for conditions; null for none.</param>
public sealed record PlainYesBlock(PolicyCondition When, string? Question, string? Suggests);

/// <summary>How seats are filled where their own role alone is not the answer.</summary>
/// <param name="Helper">Null where nobody may help.</param>
public sealed record SeatExceptions(SeatHelper? Helper, IReadOnlyList<NotifiedRole> Notified);

/// <summary>Where too few people are left, <paramref name="Role"/> may take one free seat of <paramref name="Seat"/>.</summary>
public sealed record SeatHelper(string Role, string Seat);

/// <summary>A role that is notified and not waited for.</summary>
public sealed record NotifiedRole(string Role, PolicyCondition When);

/// <param name="HalvedWhen">Where it holds, the months between reviews are halved; null for never.</param>
/// <param name="LeastMonths">Halving stops here.</param>
public sealed record ReviewRules(PolicyCondition? HalvedWhen, int LeastMonths, IReadOnlyList<ReviewCycle> Cycles);

/// <param name="Months">Months between full reviews.</param>
/// <param name="FirstCheckDays">Days after go-live of the first check; null where there is none.</param>
/// <param name="ReminderDays">Days before the due date.</param>
/// <param name="ReportMonths">Months between reports of the supplier; null where none is asked for.</param>
/// <param name="SupplierReport">The same in words: "quarterly and yearly".</param>
public sealed record ReviewCycle(
    Tier Tier,
    int Months,
    int? FirstCheckDays,
    IReadOnlyList<int> ReminderDays,
    int? ReportMonths,
    string SupplierReport
);

/// <summary>When people are reminded, and what time does where nobody answers.</summary>
public sealed record TimerRules(
    DecisionTimers Decision,
    InformationTimers Information,
    ConditionTimers Conditions,
    ReviewTimers Reviews,
    ApprovalTimers Approvals
);

/// <param name="RemindAt">Share of the working time to decide after which deciders are reminded; 0.5 is half of it.</param>
/// <param name="EscalateAt">The same for the first escalation; more than 1, because the time is up by then.</param>
/// <param name="QuickEscalations">So many come one after the other, each after half of the time to decide.</param>
/// <param name="ThenWorkingDays">Working days between those after them.</param>
public sealed record DecisionTimers(double RemindAt, double EscalateAt, int QuickEscalations, int ThenWorkingDays);

/// <summary>Days after a question to the requester: they are asked again; the request expires.</summary>
public sealed record InformationTimers(int AskAgainDays, int ExpireDays);

/// <param name="ReminderDays">Days before a condition is due.</param>
/// <param name="SuspendDays">Days after it was due until the entry is suspended.</param>
public sealed record ConditionTimers(IReadOnlyList<int> ReminderDays, int SuspendDays);

/// <param name="UnusedReminderDays">Days before an approval that nobody uses expires: the owner is asked.</param>
public sealed record ApprovalTimers(int UnusedReminderDays);

/// <param name="DueDays">Days before the review from which the register says that it is due.</param>
/// <param name="OverdueDays">Days after it: security is told.</param>
/// <param name="LapsedDays">Days after it: no new use.</param>
public sealed record ReviewTimers(int DueDays, int OverdueDays, int LapsedDays);
