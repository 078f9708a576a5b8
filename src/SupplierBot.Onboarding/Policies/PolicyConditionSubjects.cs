using SupplierBot.Onboarding.Policies.Reading;

namespace SupplierBot.Onboarding.Policies;

/// <summary>What a condition looks at.</summary>
internal static class PolicyConditionSubjects
{
    /// <summary>The questions behind a condition; a derived fact stands for the questions it follows from.</summary>
    public static IReadOnlyList<string> Questions(PolicyCondition condition) =>
        [.. Of(condition).SelectMany(subject => SectionTerms.DerivedFacts.TryGetValue(subject, out var questions) ? questions : [subject]).Distinct()];

    private static IEnumerable<string> Of(PolicyCondition condition) => condition switch
    {
        PolicyCondition.Is(var subject, _) => [subject],
        PolicyCondition.Has(var subject, _) => [subject],
        PolicyCondition.AtLeast(var subject, _) => [subject],
        PolicyCondition.AtMost(var subject, _) => [subject],
        PolicyCondition.Holds(var derived) => [derived],
        PolicyCondition.Not(var inner) => Of(inner),
        PolicyCondition.And(var left, var right) => Of(left).Concat(Of(right)),
        PolicyCondition.Or(var left, var right) => Of(left).Concat(Of(right)),
        _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
    };
}
