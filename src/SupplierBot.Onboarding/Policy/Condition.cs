namespace SupplierBot.Onboarding;

/// <summary>
/// One line a security officer can read: <c>stop is customers and replace &gt;= months and sensitivity &gt;= 2</c>.
/// Closed: only the records below. Parsed and checked against the policy's ids when the policy is loaded.
/// </summary>
public abstract record Condition
{
    private Condition() { }

    /// <summary>The line as it would be written in the policy; reading it again gives an equal condition.</summary>
    public sealed override string ToString() => ConditionText.Of(this);

    public sealed record Is(string Subject, string Value) : Condition;
    public sealed record Has(string Subject, string Value) : Condition;
    public sealed record AtLeast(string Subject, string Value) : Condition;
    public sealed record AtMost(string Subject, string Value) : Condition;
    /// <summary>A derived yes/no fact: <c>personal</c>, <c>crown</c>, <c>no_proof</c>.</summary>
    public sealed record Holds(string Fact) : Condition;
    public sealed record And(Condition Left, Condition Right) : Condition;
    public sealed record Or(Condition Left, Condition Right) : Condition;
    public sealed record Not(Condition Inner) : Condition;
}
