namespace SupplierBot.Onboarding.Policies;

/// <summary>Prints a condition as the line a policy would hold, with no more parentheses than its structure needs.</summary>
internal static class PolicyConditionText
{
    private const int OrLevel = 1;
    private const int AndLevel = 2;
    private const int NotLevel = 3;

    public static string Of(PolicyCondition condition) => condition switch
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

    private static int Level(PolicyCondition condition) => condition switch
    {
        PolicyCondition.Or => OrLevel,
        PolicyCondition.And => AndLevel,
        _ => NotLevel,
    };
}
