namespace SupplierBot.Onboarding.Tests;

/// <summary>The policy proved, and policies broken on purpose.</summary>
public sealed class AssessmentPolicyProof
{
    [Fact]
    public void The_shipped_policy_holds()
    {
        var report = PolicyCheck.Run(PolicyText.Policy);

        Assert.Empty(report.Counterexamples.Select(example => $"{example.Invariant}: {example.Words}"));
        Assert.Equal(["I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10", "I11"], report.Proved.Select(invariant => invariant.Id));
        Assert.True(report.Proved.Single(invariant => invariant.Id == "I2").Examined >= 1_000_000);
    }
}
