using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Documents.Reports;

/// <summary>
/// The figures of one quarter, without a sentence: a document and a card say them in their own words. Names, dates and titles of the policy
/// are as they were recorded.
/// </summary>
/// <param name="AsOf">The day the register was read: what is overdue or ends is counted from it.</param>
public sealed record ReportFigures(Quarter Quarter, DateOnly AsOf)
{
    public IReadOnlyList<PopulationCount> Population { get; init; } = [];
    public required DecisionFigures Decisions { get; init; }

    /// <summary>The longest overdue first.</summary>
    public IReadOnlyList<OverdueItem> Overdue { get; init; } = [];

    /// <summary>What stands although a rule says otherwise; the first to end first.</summary>
    public IReadOnlyList<ExceptionItem> Exceptions { get; init; } = [];

    /// <summary>Of the quarter, the newest first.</summary>
    public IReadOnlyList<IncidentItem> Incidents { get; init; } = [];

    /// <summary>What has ended, or ends within <see cref="ExpiryDays"/>; the first to end first.</summary>
    public IReadOnlyList<ExpiringItem> Expiring { get; init; } = [];
    public required ConcentrationFigures Concentration { get; init; }

    /// <summary>This quarter and those before it, as far as decisions are known; oldest first.</summary>
    public IReadOnlyList<QuarterDecisions> Trend { get; init; } = [];

    /// <summary>Register lines whose case couldn't be read: they count in the population alone.</summary>
    public int Unread { get; init; }

    public const int ExpiryDays = 90;

    public int Count(params IReadOnlyCollection<EntryStatus> states) =>
        Population.Where(one => states.Contains(one.Status)).Sum(one => one.Count);

    /// <param name="register">Every line of the register.</param>
    /// <param name="decided">Cases that ended: of this quarter and, for the trend, of earlier ones.</param>
    /// <param name="at">When both were read.</param>
    /// <param name="zone">In which days are counted.</param>
    public static ReportFigures Of(
        IEnumerable<SupplierRecord> register,
        IEnumerable<Case> decided,
        Quarter quarter,
        DateTimeOffset at,
        TimeZoneInfo zone
    )
    {
        var (all, cases, days) = (register.ToList(), decided.Where(one => one.Decision is not null).ToList(), new ReportDays(at, zone));
        // Another line answers for it, and is counted; what happened at it did happen.
        var records = all.Where(record => record.Entry.MergedInto is null).ToList();
        var used = records.Where(record => record.Entry.Status.IsApproved()).ToList();
        return new(quarter, days.Today)
        {
            Population =
            [
                .. records
                    .GroupBy(record => (record.Entry.Tier, record.Entry.Status))
                    .Select(group => new PopulationCount(group.Key.Tier, group.Key.Status, group.Count()))
                    .OrderByDescending(one => one.Tier)
                    .ThenBy(one => one.Status),
            ],
            Decisions = DecisionCounts.Of(cases, quarter, days),
            Overdue = OpenItems.Overdue(records, days),
            Exceptions = OpenItems.Exceptions(used, days),
            Incidents = OpenItems.Incidents(all, cases, quarter, days),
            Expiring = OpenItems.Expiring(used, days),
            Concentration = ConcentrationFigures.Of(used),
            Trend = DecisionCounts.Trend(cases, quarter, days),
            Unread = records.Count(record => record is { Case: null, Entry.CaseId.Length: > 0 }),
        };
    }
}

/// <summary>The supplier service that a line of the report is about.</summary>
public sealed record ReportSubject(string EntryId, string Supplier, string Service, Tier Tier)
{
    public static ReportSubject Of(SupplierRecord record) =>
        new(record.Entry.Id, record.Entry.Supplier, record.Entry.Service, record.Entry.Tier);
}

public sealed record PopulationCount(Tier Tier, EntryStatus Status, int Count);

/// <param name="MedianDays">From sending to the answer of those approved or refused; null where there is none.</param>
/// <param name="OnTime">Of those, decided by the day they were due.</param>
/// <param name="Deviations">Of those, decided with something done other than the rule.</param>
public sealed record DecisionFigures(IReadOnlyList<DecisionCount> Counts, double? MedianDays, int OnTime, int Deviations)
{
    public int Of(params IReadOnlyCollection<CaseStatus> outcomes) =>
        Counts.Where(one => outcomes.Contains(one.Outcome)).Sum(one => one.Count);

    public int Answered => Of(CaseStatus.Approved, CaseStatus.ApprovedWithConditions, CaseStatus.Rejected);
}

/// <param name="MedianDays">Null where it was withdrawn, closed or revoked.</param>
public sealed record DecisionCount(Tier Tier, CaseStatus Outcome, int Count, double? MedianDays);

public sealed record QuarterDecisions(Quarter Quarter, int Approved, int Rejected, int Other, double? MedianDays);

public enum OverdueKind
{
    Decision,
    Condition,
    Review,
    Report,

    /// <summary>The first assessment of what was in use before the register.</summary>
    Assessment,
}

/// <param name="What">The condition; empty for others.</param>
/// <param name="Who">The owner of the condition or of the supplier; empty for a decision.</param>
public sealed record OverdueItem(OverdueKind Kind, ReportSubject Subject, DateOnly Due, string What, string Who);

public enum ExceptionKind
{
    AcceptedGap,
    ChangedClause,
    CompensatedClause,
    LoweredTier,
}

/// <param name="What">Title of the clause; empty for a tier.</param>
/// <param name="By">Who accepted it; empty where nobody is recorded.</param>
/// <param name="Until">Null where it has no end.</param>
/// <param name="Lapsed">Its last day has passed.</param>
public sealed record ExceptionItem(ExceptionKind Kind, ReportSubject Subject, string What, string By, DateOnly? Until, bool Lapsed);

/// <param name="Words">As the history of the case has it.</param>
public sealed record IncidentItem(ReportSubject Subject, DateOnly Day, string Words);

public enum ExpiringKind
{
    Document,
    Contract,

    /// <summary>The last day to give notice of a contract that renews by itself.</summary>
    NoticeDay,
}

/// <param name="What">Title of the document, or reference of the contract.</param>
/// <param name="Past">The day has passed.</param>
public sealed record ExpiringItem(ExpiringKind Kind, ReportSubject Subject, string What, DateOnly Day, bool Past);
