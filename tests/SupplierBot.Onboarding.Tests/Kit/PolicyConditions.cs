using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Tests.Kit;

/// <summary>Every condition of a policy, and what one may be made of.</summary>
internal static class PolicyConditions
{
    public static IEnumerable<PolicyCondition> Of(Policy policy) =>
        new IEnumerable<PolicyCondition?>[]
        {
            policy.Questions.Select(question => question.SkipWhen),
            policy.DerivedFacts.Select(fact => fact.When),
            policy.Score.Select(part => part.When),
            policy.Score.SelectMany(part => part.Terms).Select(term => term.When),
            policy.Floors.Select(floor => floor.When),
            policy.Clauses.Select(clause => clause.When),
            policy.Clauses.Select(clause => clause.NotWaivableWhen),
            policy.Clauses.SelectMany(clause => clause.Because).Select(reason => reason.When),
            policy.Clauses.SelectMany(clause => clause.Text.Concat(clause.Plain)).Select(variant => variant.When),
            policy.Clauses.SelectMany(clause => clause.ParameterTables).SelectMany(table => table.Overrides).Select(change => change.When),
            policy.Evidence.Select(rule => rule.When),
            [policy.Reviews.HalvedWhen],
            policy.Approvals.Select(rule => rule.When),
            policy.Seats.Notified.Select(role => role.When),
            policy.PlainYesBlocks.Select(block => block.When),
            policy.Flags.Select(flag => flag.When),
            policy.Checks.Select(check => check.When),
            policy.SuggestedConditions.Select(condition => condition.When),
        }
            .SelectMany(conditions => conditions)
            .OfType<PolicyCondition>();

    /// <summary>As if every section could use everything.</summary>
    public static IEnumerable<PolicyConditionSubject> Everything(Policy policy)
    {
        string[] signs = ["is", "has", ">=", "<="];
        return
        [
            .. policy.Questions.Select(question => Subject(question.Id, question.Choices.Select(choice => choice.Id))),
            Subject("sensitivity", ["0", "1", "2", "3"]),
            Subject("types", policy.Types.Select(type => type.Id)),
            Subject("tier", Enum.GetNames<Tier>()),
            Subject("floors", policy.Floors.Select(floor => floor.Id)),
            Subject("clauses", policy.Clauses.Select(clause => clause.Id)),
            Subject("checks", policy.Checks.Select(check => check.Id)),
            .. policy
                .DerivedFacts.Select(fact => fact.Id)
                .Concat(["organisation.regulated", "open_points", "clause_changed", "registered"])
                .Select(id => new PolicyConditionSubject(id, [], [])),
        ];

        PolicyConditionSubject Subject(string id, IEnumerable<string> values) => new(id, signs, [.. values]);
    }
}
