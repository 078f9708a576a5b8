using System.Globalization;
using System.Text;

namespace SupplierBot.Onboarding.Policies;

/// <summary>A whole policy as text, in the order of the policy file, for somebody who reads it before approving it.</summary>
public static class PolicyPrinter
{
    public static string Text(Policy policy)
    {
        var text = new StringBuilder();
        Line(text, $"Policy {policy.Version}, approved by {policy.ApprovedBy} on {policy.ApprovedOn:yyyy-MM-dd}");
        Line(text, $"SHA-256 {policy.Hash}");
        Line(text, $"This organisation is {(policy.OrganisationIsRegulated ? "" : "not ")}regulated itself.");
        Section(text, "Supplier types", policy.Types, Type);
        Section(text, "Questions", policy.Pages, (lines, page) => Page(lines, policy, page));
        Section(
            text,
            "Facts that conditions may use",
            policy.DerivedFacts,
            (lines, derived) => Line(lines, $"  {derived.Id}: {derived.Words}\n      when {PolicyConditionText.Of(derived.When)}")
        );
        Section(text, "Score", policy.Score, ScorePrinter.Write);
        Section(
            text,
            "Tiers",
            policy.Tiers,
            (lines, tier) =>
                Line(
                    lines,
                    $"  {tier.Tier} from {tier.From} points: {tier.Words} Decided in {tier.WorkingDays} working days; an unused approval expires after {tier.ApprovalValidDays} days."
                )
        );
        Section(
            text,
            "Floors",
            policy.Floors,
            (lines, floor) =>
                Line(lines, $"  {floor.Id} at least {floor.Minimum}: {floor.Words}\n      when {PolicyConditionText.Of(floor.When)}")
        );
        TierChanges(text, policy.TierChanges);
        Section(text, "Clauses", policy.Clauses, ClausePrinter.Write);
        Section(
            text,
            "Evidence",
            policy.Evidence,
            (lines, rule) => Line(lines, $"  {rule.Id} {rule.Title}: {rule.Because}\n      when {PolicyConditionText.Of(rule.When)}")
        );
        AgreementPrinter.Write(text, policy);
        Section(text, "Reviews", policy.Reviews.Cycles, Review);
        if (policy.Reviews.HalvedWhen is { } halved)
        {
            Line(text, $"  halved, to {policy.Reviews.LeastMonths} months at least, when {PolicyConditionText.Of(halved)}");
        }

        Section(
            text,
            "What reopens a request",
            policy.Triggers,
            (lines, trigger) =>
                Line(
                    lines,
                    $"  {trigger.Id} {trigger.Words}\n      asks again: {(trigger.AsksAgain.Count == 0 ? "everything" : string.Join(", ", trigger.AsksAgain))}"
                )
        );
        Section(text, "Roles", policy.Roles, (lines, role) => Line(lines, $"  {role.Id}{(role.Title is { } title ? $": {title}" : "")}"));
        Section(text, "Approvals", policy.Approvals, Approval);
        DecisionPrinter.Write(text, policy);
        Section(text, "Checks before sending", policy.Checks, Check);
        Section(
            text,
            "Suggested conditions",
            policy.SuggestedConditions,
            (lines, one) =>
                Line(
                    lines,
                    $"  {one.Id} {one.Text} ({(one.Days is { } days ? $"{days} days" : "before use")})\n      when {PolicyConditionText.Of(one.When)}"
                )
        );
        return text.ToString();
    }

    internal static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    internal static string When(PolicyCondition? condition) => condition is null ? "" : $", when {PolicyConditionText.Of(condition)}";

    internal static void Section<T>(StringBuilder text, string title, IReadOnlyList<T> all, Action<StringBuilder, T> write)
    {
        Line(text, $"\n{title}\n{new string('-', title.Length)}");
        foreach (var one in all)
        {
            write(text, one);
        }
    }

    private static void TierChanges(StringBuilder text, TierChangeRules rules)
    {
        var floors = string.Join(", ", rules.NeverUnder);
        Line(text, $"  Every reviewer may raise a tier, with a reason.");
        Line(text, $"  {rules.LoweredBy} may lower one, with a reason, for up to {rules.LongestDays} days, never under {floors}.");
    }

    private static void Type(StringBuilder text, SupplierType type)
    {
        Line(text, $"  {type.Id} {type.Title} ({type.Words}): {type.About}");
        foreach (var risk in type.Risks)
        {
            Line(text, $"      {risk.Id} {risk.Title}: {risk.Words} [{risk.Reference}]");
        }
    }

    private static void Page(StringBuilder text, Policy policy, QuestionPage page)
    {
        Line(text, $"  Page \"{page.Title}\"");
        foreach (var question in page.Questions.Select(policy.Question))
        {
            var skipped = question.SkipWhen is null ? "" : $"; skipped when {PolicyConditionText.Of(question.SkipWhen)}";
            Line(text, $"    {question.Id} ({question.Kind}{(question.Required ? "" : ", optional")}{skipped}): {question.Prompt}");
            foreach (var choice in question.Choices)
            {
                Line(text, $"        {choice.Rank} {choice.Id}: {choice.Label}");
            }
        }
    }

    private static string Meaning(Choice choice)
    {
        string?[] meanings =
        [
            choice.Alone ? "excludes the others" : null,
            choice.Type is { } type ? $"type {type}" : null,
            choice.Also.Count > 0 ? $"also {string.Join(", ", choice.Also)}" : null,
        ];
        var told = string.Join("; ", meanings.OfType<string>());
        return told.Length == 0 ? "" : $" ({told})";
    }

    private static void Review(StringBuilder text, ReviewCycle cycle)
    {
        var first = cycle.FirstCheckDays is { } days ? $"; first check after {days} days" : "";
        Line(
            text,
            $"  {cycle.Tier}: every {cycle.Months} months{first}; reminders {string.Join(", ", cycle.ReminderDays)} days before; supplier report: {cycle.SupplierReport}"
        );
    }

    private static void Approval(StringBuilder text, ApprovalRule rule) =>
        Line(
            text,
            $"  {rule.Tier}, step {rule.Step}: {rule.People} × {rule.Role}{(rule.Optional ? ", where configured" : "")}{When(rule.When)}"
        );

    private static void Check(StringBuilder text, ContradictionCheck check)
    {
        Line(text, $"  {check.Id}{When(check.When)}{(check.Words.Count > 0 ? $", words: {string.Join(", ", check.Words)}" : "")}");
        Line(text, $"      to the requester: {check.ToRequester ?? "(nothing)"}");
        Line(text, $"      to the reviewer: {check.ToReviewer ?? "(nothing)"}");
    }
}
