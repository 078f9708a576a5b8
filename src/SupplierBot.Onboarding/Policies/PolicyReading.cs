namespace SupplierBot.Onboarding.Policies;

/// <summary>What came of reading a policy text: the policy, or everything that is wrong with it.</summary>
public abstract record PolicyReading
{
    private PolicyReading() { }

    public sealed record Accepted(Policy Policy) : PolicyReading;
    /// <param name="Faults">In the order of the lines; never empty.</param>
    public sealed record Faulty(IReadOnlyList<PolicyFault> Faults) : PolicyReading;
}

/// <param name="Line">1-based line of the policy text.</param>
/// <param name="Message">Where, what, and the nearest valid id: "clause AI-TEST: unknown choice `effects has customer_see`; did you mean `customers_see`?".</param>
public sealed record PolicyFault(int Line, string Message)
{
    public override string ToString() => $"line {Line}: {Message}";
}
