using System.Globalization;

namespace SupplierBot.Onboarding.Policies;

/// <summary>Who decides, and what happens afterwards.</summary>
internal sealed partial class PolicyOutline
{
    private PolicyItem Reviews() =>
        Item(
            PolicySection.Reviews,
            "",
            "",
            "",
            When("halved_when", policy.Reviews.HalvedWhen),
            Number("least_months", policy.Reviews.LeastMonths)
        );

    private PolicyItem Review(ReviewCycle cycle) =>
        Item(
            PolicySection.Reviews,
            cycle.Tier.ToString(),
            policy.DefinitionOf(cycle.Tier).Title,
            "",
            Number("months", cycle.Months),
            cycle.FirstCheckDays is { } days ? Number("first_check", days) : null,
            Value("reminders", Numbers(cycle.ReminderDays)),
            cycle.ReportMonths is { } months ? Number("report_months", months) : null,
            Text("report", cycle.SupplierReport)
        );

    private PolicyItem Trigger(Trigger trigger) =>
        Item(
            PolicySection.Triggers,
            trigger.Id,
            trigger.Words,
            "",
            Text("words", trigger.Words),
            List(
                "asks_again",
                trigger.AsksAgain.Count == 0
                    ? [wording["difference.everything"]]
                    : trigger.AsksAgain.Select(id => called.Question(id).Label)
            )
        );

    private PolicyItem Approvals(Tier tier) =>
        Item(
            PolicySection.Approvals,
            tier.ToString(),
            policy.DefinitionOf(tier).Title,
            "",
            policy
                .Approvals.Where(rule => rule.Tier == tier)
                .Select(rule => new PolicyFacet(
                    $"seat {rule.Step} {rule.Role}",
                    wording.Fill("difference.seat", ("role", Role(rule.Role)), ("step", Number(rule.Step))),
                    SeatWords(rule)
                )
                {
                    Exact = $"{rule.People} {rule.Optional} {rule.When}",
                })
        );

    private string SeatWords(ApprovalRule rule) =>
        string.Join(
            ", ",
            new[]
            {
                wording.Fill("difference.people", ("n", Number(rule.People))),
                rule.Optional ? wording["difference.optional"] : "",
                rule.When is null ? "" : conditions.Of(rule.When),
            }.Where(words => words.Length > 0)
        );

    private PolicyItem Seats() =>
        Item(
            PolicySection.Approvals,
            "",
            "",
            "",
            [
                policy.Seats.Helper is { } helper
                    ? Value("helper", wording.Fill("difference.helper_words", ("role", Role(helper.Role)), ("seat", Role(helper.Seat))))
                    : null,
                .. policy.Seats.Notified.Select(one =>
                    Conditional($"notified {one.Role}", wording.Fill("difference.notified", ("role", Role(one.Role))), one.When)
                ),
                .. policy.PlainYesBlocks.Select(block => new PolicyFacet(
                    $"plain yes {block.Question}",
                    block.Question is { } question
                        ? wording.Fill("difference.plain_yes_of", ("label", policy.Question(question).Label))
                        : What("plain_yes"),
                    conditions.Of(block.When)
                )
                {
                    Exact = $"{block.When} {block.Suggests}",
                    Parts = conditions.Parts(block.When),
                }),
            ]
        );

    private PolicyItem Timers()
    {
        var (decision, information, conditionTimers, reviews, approvals) = policy.Timers;
        return Item(
            PolicySection.Timers,
            "",
            "",
            "",
            Value("remind_at", Share(decision.RemindAt)),
            Value("escalate_at", Share(decision.EscalateAt)),
            Number("quick_escalations", decision.QuickEscalations),
            Number("then_days", decision.ThenWorkingDays),
            Number("ask_again_days", information.AskAgainDays),
            Number("expire_days", information.ExpireDays),
            Value("condition_reminders", Numbers(conditionTimers.ReminderDays)),
            Number("suspend_days", conditionTimers.SuspendDays),
            Number("due_days", reviews.DueDays),
            Number("overdue_days", reviews.OverdueDays),
            Number("lapsed_days", reviews.LapsedDays),
            Number("unused_reminder_days", approvals.UnusedReminderDays)
        );
    }

    /// <summary>Of the working time to decide.</summary>
    private static string Share(double share) => share.ToString("0.##%", CultureInfo.InvariantCulture);

    private PolicyItem Flag(FlagRule flag) =>
        Item(
            PolicySection.Flags,
            flag.Id,
            flag.ToReviewer ?? flag.ToRequester ?? "",
            conditions.Of(flag.When),
            When("holds_when", flag.When),
            Text("to_requester", flag.ToRequester),
            Text("to_reviewer", flag.ToReviewer)
        );

    private PolicyItem Check(ContradictionCheck check) =>
        Item(
            PolicySection.Checks,
            check.Id,
            Views.Texts.Fill(check.ToReviewer ?? check.ToRequester ?? "", ("match", "…"), ("entry", "…")),
            string.Join(
                "; ",
                new[] { check.When is null ? "" : conditions.Of(check.When), string.Join(", ", check.Words) }.Where(part => part.Length > 0)
            ),
            When("holds_when", check.When),
            List("typed_words", check.Words),
            Text("to_requester", check.ToRequester),
            Text("to_reviewer", check.ToReviewer)
        );

    private PolicyItem Condition(SuggestedApprovalCondition one) =>
        Item(
            PolicySection.Conditions,
            one.Id,
            one.Text,
            conditions.Of(one.When),
            Text("text", one.Text),
            When("suggested_when", one.When),
            Value("due", one.Days is { } days ? wording.Fill("difference.days", ("n", Number(days))) : wording["words.before_use"])
        );
}
