using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Documents.Reports;

/// <summary>What somebody has to look after: overdue, excepted, reported, about to end.</summary>
internal static class OpenItems
{
    public static IReadOnlyList<OverdueItem> Overdue(IEnumerable<SupplierRecord> records, ReportDays days) =>
        [
            .. records
                .SelectMany(record => Dates(record, days).Where(item => item.Due < days.Today))
                .OrderBy(item => item.Due)
                .ThenBy(item => item.Subject.EntryId, StringComparer.Ordinal)
                .ThenBy(item => item.Kind),
        ];

    private static IEnumerable<OverdueItem> Dates(SupplierRecord record, ReportDays days)
    {
        var (entry, subject, owner) = (record.Entry, ReportSubject.Of(record), record.Entry.Owner.Name);
        // While the requester has to answer, the deadline is paused.
        if (record.Case is { Status: CaseStatus.InReview } open)
            yield return new(OverdueKind.Decision, subject, days.Of(open.DueAt), "", "");
        if (record.Case is { IsApproved: true } approved)
        {
            foreach (var condition in approved.Conditions.Where(one => one is { State: ApprovalConditionState.Open, Due: not null }))
                yield return new(OverdueKind.Condition, subject, condition.Due!.Value, condition.Text, condition.Owner.Name);
        }
        if (!entry.Status.HasDates())
            yield break;
        if (entry.NextReview is { } review)
            yield return new(entry.Status == EntryStatus.Legacy ? OverdueKind.Assessment : OverdueKind.Review, subject, review, "", owner);
        if (entry.NextReport is { } report)
            yield return new(OverdueKind.Report, subject, report, "", owner);
    }

    public static IReadOnlyList<ExceptionItem> Exceptions(IEnumerable<SupplierRecord> used, ReportDays days) =>
        [
            .. used.SelectMany(record => Exceptions(record, days))
                .OrderBy(item => item.Until ?? DateOnly.MaxValue)
                .ThenBy(item => item.Subject.EntryId, StringComparer.Ordinal)
                .ThenBy(item => item.What, StringComparer.Ordinal),
        ];

    private static IEnumerable<ExceptionItem> Exceptions(SupplierRecord record, ReportDays days)
    {
        if (record.Case is not { } current)
            yield break;
        var subject = ReportSubject.Of(record);
        if (current.TierChange is { Until: { } until } lowered)
            yield return new(ExceptionKind.LoweredTier, subject, "", lowered.By.Name, until, until < days.Today);
        foreach (var item in current.Clauses ?? [])
        {
            ExceptionKind? kind = item switch
            {
                { State: ClauseState.RiskAccepted } => ExceptionKind.AcceptedGap,
                { State: ClauseState.Changed, AcceptedBy: not null } => ExceptionKind.ChangedClause,
                { State: ClauseState.Compensated } => ExceptionKind.CompensatedClause,
                _ => null,
            };
            if (kind is not { } known)
                continue;
            var title = current.Assessment.Clauses.FirstOrDefault(clause => clause.Id == item.Clause)?.Title ?? item.Clause;
            var by = (item.AcceptedBy ?? item.By)?.Name ?? "";
            yield return new(known, subject, title, by, item.Until, item.Lapsed || item.Until < days.Today);
        }
    }

    /// <summary>A review opens a case of its own, so what was reported before is found with the cases that ended.</summary>
    public static IReadOnlyList<IncidentItem> Incidents(
        IReadOnlyList<SupplierRecord> records,
        IReadOnlyList<Case> cases,
        Quarter quarter,
        ReportDays days
    )
    {
        var subjects = records
            .GroupBy(record => record.Entry.Id)
            .ToDictionary(group => group.Key, group => ReportSubject.Of(group.First()));
        return
        [
            .. records
                .Select(record => record.Case)
                .OfType<Case>()
                .Concat(cases)
                .DistinctBy(current => current.Id)
                .SelectMany(current => Onboarding.Register.Incidents.Of(current).Select(line => (current, line)))
                .Where(pair => quarter.Contains(days.Of(pair.line.At)))
                .OrderByDescending(pair => pair.line.At)
                .ThenBy(pair => pair.current.Id, StringComparer.Ordinal)
                .Select(pair => new IncidentItem(
                    subjects.GetValueOrDefault(pair.current.EntryId) ?? Subject(pair.current),
                    days.Of(pair.line.At),
                    pair.line.Words
                )),
        ];
    }

    private static ReportSubject Subject(Case current) => new(current.EntryId, current.Supplier, current.Service, current.Assessment.Tier);

    public static IReadOnlyList<ExpiringItem> Expiring(IEnumerable<SupplierRecord> used, ReportDays days) =>
        [
            .. used.SelectMany(record => Ends(record, days))
                .Where(item => item.Day <= days.Today.AddDays(ReportFigures.ExpiryDays))
                .OrderBy(item => item.Day)
                .ThenBy(item => item.Subject.EntryId, StringComparer.Ordinal)
                .ThenBy(item => item.What, StringComparer.Ordinal),
        ];

    private static IEnumerable<ExpiringItem> Ends(SupplierRecord record, ReportDays days)
    {
        if (record.Case is not { } current)
            yield break;
        var subject = ReportSubject.Of(record);
        // Of one kind the one that lasts longest counts.
        foreach (
            var kind in current
                .Evidence.Where(one => one.Verdict is EvidenceVerdict.Sufficient or EvidenceVerdict.SufficientWithGaps)
                .GroupBy(one => one.Kind)
        )
        {
            if (kind.Any(one => one.LastDay is null))
                continue;
            var last = kind.Max(one => one.LastDay!.Value);
            var title =
                (current.Assessment.Evidence.FirstOrDefault(one => one.Id == kind.Key)?.Title)
                ?? record.Policy?.Evidence.FirstOrDefault(one => one.Id == kind.Key)?.Title
                ?? kind.Key;
            yield return new(ExpiringKind.Document, subject, title, last, last < days.Today);
        }
        if (current.Contract is not { End: { } end } contract)
            yield break;
        if (contract.RenewalMonths == 0)
            yield return new(ExpiringKind.Contract, subject, contract.Reference, end, end < days.Today);
        else if (ContractDates.LastNoticeDay(contract, days.Today) is { } notice)
            yield return new(ExpiringKind.NoticeDay, subject, contract.Reference, notice, Past: false);
    }
}
