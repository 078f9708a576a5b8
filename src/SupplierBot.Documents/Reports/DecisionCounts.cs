using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Exports;

namespace SupplierBot.Documents.Reports;

/// <summary>How many cases ended how, and how long it took.</summary>
internal static class DecisionCounts
{
    private const int Quarters = 4;

    public static DecisionFigures Of(IReadOnlyList<Case> cases, Quarter quarter, ReportDays days)
    {
        var decided = In(quarter, cases, days);
        var answered = decided.Where(IsAnswer).ToList();
        return new(
            [
                .. decided
                    .GroupBy(one => (one.Assessment.Tier, one.Decision!.Outcome))
                    .Select(group => new DecisionCount(group.Key.Tier, group.Key.Outcome, group.Count(), Median(group)))
                    .OrderByDescending(one => one.Tier)
                    .ThenBy(one => one.Outcome),
            ],
            Median(answered),
            answered.Count(one => one.Decision!.At <= one.DueAt),
            answered.Count(one => one.Deviations.Count > 0)
        );
    }

    /// <summary>Before the first decision that is known nothing is: no quarter of zeros stands for it.</summary>
    public static IReadOnlyList<QuarterDecisions> Trend(IReadOnlyList<Case> cases, Quarter quarter, ReportDays days)
    {
        var quarters = new List<Quarter> { quarter };
        while (quarters.Count < Quarters)
            quarters.Insert(0, quarters[0].Before);
        return
        [
            .. quarters
                .SkipWhile(one => one != quarter && In(one, cases, days).Count == 0)
                .Select(one => Counted(one, In(one, cases, days))),
        ];
    }

    private static QuarterDecisions Counted(Quarter quarter, IReadOnlyList<Case> decided)
    {
        var approved = decided.Count(one => one.Decision!.Outcome is CaseStatus.Approved or CaseStatus.ApprovedWithConditions);
        var rejected = decided.Count(one => one.Decision!.Outcome == CaseStatus.Rejected);
        return new(quarter, approved, rejected, decided.Count - approved - rejected, Median(decided));
    }

    private static List<Case> In(Quarter quarter, IEnumerable<Case> cases, ReportDays days) =>
        [.. cases.Where(one => quarter.Contains(days.Of(one.Decision!.At)))];

    /// <summary>Somebody decided; what was withdrawn or closed was not, and a revocation says nothing of how long that took.</summary>
    private static bool IsAnswer(Case one) =>
        one.Decision!.Outcome is CaseStatus.Approved or CaseStatus.ApprovedWithConditions or CaseStatus.Rejected;

    private static double? Median(IEnumerable<Case> cases)
    {
        var days = cases.Where(IsAnswer).Select(one => (one.Decision!.At - one.SubmittedAt).TotalDays).Order().ToList();
        if (days.Count == 0)
            return null;
        var middle = days.Count / 2;
        return Math.Round(days.Count % 2 == 1 ? days[middle] : (days[middle - 1] + days[middle]) / 2, 1);
    }
}
