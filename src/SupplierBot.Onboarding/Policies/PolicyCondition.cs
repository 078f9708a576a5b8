namespace SupplierBot.Onboarding.Policies;

/// <summary>
/// One line a security officer can read: <c>stop is customers and replace &gt;= months and sensitivity &gt;= 2</c>. Closed: only the
/// records below. Parsed and checked against the policy's ids when the policy is loaded.
/// </summary>
public abstract record PolicyCondition
{
    private PolicyCondition() { }

    /// <summary>The line as it would be written in the policy; reading it again gives an equal condition.</summary>
    public sealed override string ToString() => PolicyConditionText.Of(this);

    public sealed record Is(string Subject, string Value) : PolicyCondition;

    public sealed record Has(string Subject, string Value) : PolicyCondition;

    public sealed record AtLeast(string Subject, string Value) : PolicyCondition;

    public sealed record AtMost(string Subject, string Value) : PolicyCondition;

    /// <summary>A derived yes/no fact: <c>personal</c>, <c>crown</c>, <c>no_proof</c>.</summary>
    public sealed record Holds(string DerivedFact) : PolicyCondition;

    public sealed record And(PolicyCondition Left, PolicyCondition Right) : PolicyCondition;

    public sealed record Or(PolicyCondition Left, PolicyCondition Right) : PolicyCondition;

    public sealed record Not(PolicyCondition Inner) : PolicyCondition;
}

/// <summary>Prints a condition as the line a policy would hold, with no more parentheses than its structure needs.</summary>
internal static class PolicyConditionText
{
    private const int OrLevel = 1;
    private const int AndLevel = 2;
    private const int NotLevel = 3;

    public static string Of(PolicyCondition condition) =>
        condition switch
        {
            PolicyCondition.Is(var subject, var value) => $"{subject} is {value}",
            PolicyCondition.Has(var subject, var value) => $"{subject} has {value}",
            PolicyCondition.AtLeast(var subject, var value) => $"{subject} >= {value}",
            PolicyCondition.AtMost(var subject, var value) => $"{subject} <= {value}",
            PolicyCondition.Holds(var derived) => derived,
            PolicyCondition.Not(var inner) => $"not {Inside(inner, NotLevel)}",
            PolicyCondition.And(var left, var right) => $"{Inside(left, AndLevel)} and {Inside(right, NotLevel)}",
            PolicyCondition.Or(var left, var right) => $"{Inside(left, OrLevel)} or {Inside(right, AndLevel)}",
            _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
        };

    private static string Inside(PolicyCondition inner, int weakest) => Level(inner) < weakest ? $"({Of(inner)})" : Of(inner);

    private static int Level(PolicyCondition condition) =>
        condition switch
        {
            PolicyCondition.Or => OrLevel,
            PolicyCondition.And => AndLevel,
            _ => NotLevel,
        };
}

/// <summary>What a condition looks at.</summary>
internal static class PolicyConditionSubjects
{
    /// <summary>Questions, facts and what else it names.</summary>
    public static IEnumerable<string> Of(PolicyCondition condition) =>
        condition switch
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
