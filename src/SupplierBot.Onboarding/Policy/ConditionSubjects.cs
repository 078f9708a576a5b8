namespace SupplierBot.Onboarding;

/// <summary>What a condition looks at.</summary>
internal static class ConditionSubjects
{
    /// <summary>The questions behind a condition; a derived fact stands for the questions it follows from.</summary>
    public static IReadOnlyList<string> Questions(Condition condition) =>
        [.. Of(condition).SelectMany(subject => SectionWords.Facts.TryGetValue(subject, out var questions) ? questions : [subject]).Distinct()];

    private static IEnumerable<string> Of(Condition condition) => condition switch
    {
        Condition.Is(var subject, _) => [subject],
        Condition.Has(var subject, _) => [subject],
        Condition.AtLeast(var subject, _) => [subject],
        Condition.AtMost(var subject, _) => [subject],
        Condition.Holds(var fact) => [fact],
        Condition.Not(var inner) => Of(inner),
        Condition.And(var left, var right) => Of(left).Concat(Of(right)),
        Condition.Or(var left, var right) => Of(left).Concat(Of(right)),
        _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
    };
}
