using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Onboarding.Views;

/// <summary>Who decides, by when, and whether that fits the wished start.</summary>
internal static class SummaryNextSteps
{
    public static IEnumerable<string> Of(AssessedDraft shown)
    {
        yield return shown.Say("summary.decides", ("who", Deciders(shown)), ("due", shown.Due(shown.Assessment.Tier)));
        // What is reviewed is in use already.
        if (shown.Draft.ReviewOrigin is null && Dates.Read(shown.Answers.One("start") ?? "") is { } start) yield return Start(shown, start);
    }

    private static string Start(AssessedDraft shown, DateOnly start)
    {
        var (now, calendar) = (shown.Context.Now, shown.Context.Calendar);
        var due = calendar.Today(calendar.DueAfter(now, shown.Tier.WorkingDays));
        var key = start < calendar.Today(now) ? "summary.in_use" : start >= due ? "summary.start_fits" : "summary.start_early";
        return shown.Say(key, ("start", Dates.Day(start, shown.Context)));
    }

    /// <summary>Steps in their order; people of one step decide side by side. A role nobody holds takes no part where it is optional.</summary>
    private static string Deciders(AssessedDraft shown) => string.Join(shown.Wording["summary.then"], shown.Assessment.Approvals
        .Where(seat => Counts(seat, shown))
        .GroupBy(seat => seat.Step)
        .OrderBy(step => step.Key)
        .Select(step => string.Join(shown.Wording["summary.and"], step.Select(seat => Seat(seat, shown)))));

    private static bool Counts(ApprovalSeat seat, AssessedDraft shown) =>
        shown.Context.Roles.Configured(seat.Role) || !shown.Policy.Approvals.Any(rule => rule.Tier == shown.Assessment.Tier && rule.Role == seat.Role && rule.Optional);

    private static string Seat(ApprovalSeat seat, AssessedDraft shown) => seat.People == 1
        ? CaseTexts.Role(seat.Role, shown.Context)
        : shown.Say("summary.people_of", ("n", AssessedDraft.Number(seat.People)), ("role", CaseTexts.Role(seat.Role, shown.Context)));
}
