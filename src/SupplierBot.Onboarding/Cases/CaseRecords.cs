using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Cases;

/// <summary>What an approver found out about an open point, and how they know. Does not make them the last editor.</summary>
public sealed record ResolvedPoint(string Question, IReadOnlyList<string> Picked, string Source, Person By, DateTimeOffset At);

public sealed record AnswerChange(string Question, IReadOnlyList<string> From, IReadOnlyList<string> To, Person By, DateTimeOffset At);

/// <param name="Until">When somebody else became the owner.</param>
public sealed record FormerOwner(Person Person, DateTimeOffset Until);

public sealed record Claim(Person By, DateTimeOffset At);

public sealed record Decision(CaseStatus Outcome, Person By, DateTimeOffset At, string Reason);

public sealed record HistoryLine(DateTimeOffset At, string Words);
