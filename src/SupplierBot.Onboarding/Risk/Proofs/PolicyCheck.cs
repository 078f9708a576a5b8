using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk.Proofs;

/// <param name="Id">Of Policies/README.md "Invariants", such as I2.</param>
/// <param name="Examined">How many different situations were tried.</param>
public sealed record ProvedInvariant(string Id, string Words, long Examined);

/// <param name="Words">"changing `access` from api to accounts lowers the tier from High to Medium, with …".</param>
public sealed record Counterexample(string Invariant, string Words);

/// <param name="Counterexamples">Empty where the policy holds; at most five for each invariant.</param>
public sealed record PolicyCheckReport(IReadOnlyList<ProvedInvariant> Proved, IReadOnlyList<Counterexample> Counterexamples)
{
    public bool Holds => Counterexamples.Count == 0;
}

/// <summary>
/// Proves those invariants (Policies/README.md "Invariants") that a policy alone can break, by trying out everything that its rules can
/// tell apart.
/// </summary>
public static class PolicyCheck
{
    public static PolicyCheckReport Run(Policy policy)
    {
        var findings = new Findings();
        RulesByThemselves(PreparedPolicy.Of(policy), findings);
        TierProof.Run(PreparedPolicy.Of(policy), findings);
        return findings.Report();
    }

    /// <summary>All but the tier over every answer set.</summary>
    internal static void RulesByThemselves(PreparedPolicy prepared, Findings findings)
    {
        ShapeProof.Run(prepared, findings);
        SkipProof.Run(prepared, findings);
        ClauseProof.Run(prepared, findings);
        TierOrderProof.Run(prepared, findings);
    }
}
