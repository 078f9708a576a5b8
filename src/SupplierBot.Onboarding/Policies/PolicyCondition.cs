namespace SupplierBot.Onboarding.Policies;

/// <summary>
/// One line a security officer can read: <c>stop is customers and replace &gt;= months and sensitivity &gt;= 2</c>.
/// Closed: only the records below. Parsed and checked against the policy's ids when the policy is loaded.
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
