using System.Text;

namespace SupplierBot.Onboarding.Policies;

/// <summary>One part of the score in <see cref="PolicyPrinter"/>.</summary>
internal static class ScorePrinter
{
    public static void Write(StringBuilder text, ScoreRule part)
    {
        var cap = part.Cap < ScoreRule.Most ? $", at most {part.Cap}" : "";
        PolicyPrinter.Line(text, $"  {part.Id} ({part.Take.ToString().ToLowerInvariant()}{cap}){PolicyPrinter.When(part.When)}");
        foreach (var term in part.Terms.Where(term => term.Points.Count > 0))
        {
            PolicyPrinter.Line(
                text,
                $"      {term.Question}: {string.Join(", ", term.Points.Select(pair => $"{pair.Key} {pair.Value}"))}{PolicyPrinter.When(term.When)}"
            );
        }

        foreach (var (rank, row) in part.Table.Index())
        {
            PolicyPrinter.Line(
                text,
                $"      {part.Terms[0].Question} at place {rank}, by the places of {part.Terms[1].Question}: {string.Join(", ", row)}"
            );
        }
    }
}

/// <summary>What surrounds a decision, in <see cref="PolicyPrinter"/>.</summary>
internal static class DecisionPrinter
{
    public static void Write(StringBuilder text, Policy policy)
    {
        if (policy.Seats.Helper is { } helper)
        {
            PolicyPrinter.Line(text, $"  {helper.Role} may take one free seat of {helper.Seat} where too few people are left");
        }

        foreach (var notified in policy.Seats.Notified)
        {
            PolicyPrinter.Line(text, $"  {notified.Role} is notified and not waited for{PolicyPrinter.When(notified.When)}");
        }

        foreach (var block in policy.PlainYesBlocks)
        {
            PolicyPrinter.Line(
                text,
                $"  no approval without conditions{PolicyPrinter.When(block.When)}{(block.Suggests is { } id ? $" (suggests {id})" : "")}"
            );
        }

        PolicyPrinter.Section(
            text,
            "Flags",
            policy.Flags,
            (lines, flag) => PolicyPrinter.Line(lines, $"  {flag.Id}{PolicyPrinter.When(flag.When)}: {flag.ToReviewer ?? flag.ToRequester}")
        );
        PolicyPrinter.Section(text, "Timers", Timers(policy.Timers), (lines, line) => PolicyPrinter.Line(lines, $"  {line}"));
    }

    private static string[] Timers(TimerRules timers) =>
        [
            FormattableString.Invariant(
                $"a decision: reminder at {timers.Decision.RemindAt} of its time, escalation at {timers.Decision.EscalateAt}, {timers.Decision.QuickEscalations} times, then every {timers.Decision.ThenWorkingDays} working days"
            ),
            $"a question to the requester: asked again after {timers.Information.AskAgainDays} days, expired after {timers.Information.ExpireDays}",
            $"a condition: reminders {string.Join(", ", timers.Conditions.ReminderDays)} days before; suspended {timers.Conditions.SuspendDays} days after it was due",
            $"a review: due {timers.Reviews.DueDays} days before, overdue {timers.Reviews.OverdueDays} days after, lapsed {timers.Reviews.LapsedDays} days after",
            $"an approval that nobody uses: the owner is asked {timers.Approvals.UnusedReminderDays} days before it expires",
        ];
}
