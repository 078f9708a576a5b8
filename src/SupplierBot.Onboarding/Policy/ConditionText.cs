namespace SupplierBot.Onboarding;

/// <summary>Prints a condition as the line a policy would hold, with no more parentheses than its structure needs.</summary>
internal static class ConditionText
{
    private const int OrLevel = 1;
    private const int AndLevel = 2;
    private const int NotLevel = 3;

    public static string Of(Condition condition) => condition switch
    {
        Condition.Is(var subject, var value) => $"{subject} is {value}",
        Condition.Has(var subject, var value) => $"{subject} has {value}",
        Condition.AtLeast(var subject, var value) => $"{subject} >= {value}",
        Condition.AtMost(var subject, var value) => $"{subject} <= {value}",
        Condition.Holds(var fact) => fact,
        Condition.Not(var inner) => $"not {Inside(inner, NotLevel)}",
        Condition.And(var left, var right) => $"{Inside(left, AndLevel)} and {Inside(right, NotLevel)}",
        Condition.Or(var left, var right) => $"{Inside(left, OrLevel)} or {Inside(right, AndLevel)}",
        _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
    };

    private static string Inside(Condition inner, int weakest) => Level(inner) < weakest ? $"({Of(inner)})" : Of(inner);

    private static int Level(Condition condition) => condition switch
    {
        Condition.Or => OrLevel,
        Condition.And => AndLevel,
        _ => NotLevel,
    };
}
