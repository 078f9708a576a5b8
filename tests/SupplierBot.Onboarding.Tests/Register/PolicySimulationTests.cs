using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Register;

/// <summary>A policy tried on cases before it is in force.</summary>
public sealed class PolicySimulationTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    /// <summary>Personal or confidential data makes it high.</summary>
    private static readonly Policy Stricter = RulesChangeTests.Changed("stricter", "F14", Tier.High);

    [Fact]
    public void The_same_rules_change_nothing()
    {
        foreach (var answers in new[] { CaseAnswers.Low, CaseAnswers.Medium, CaseAnswers.High })
            Assert.True(PolicySimulation.Of(CaseScenario.Approved(answers).Case!, PolicyText.Policy, PolicyText.Policy, Today).IsSame);
        Assert.True(PolicySimulation.Of(CaseScenario.With(CaseAnswers.High).Case!, PolicyText.Policy, PolicyText.Policy, Today).IsSame);
        var unrecorded = CaseScenario.Approved(CaseAnswers.Medium).Case! with { Requirements = null, Clauses = null };
        var raised = CaseScenario.Approved(CaseAnswers.Medium).Case!;
        raised = raised with { Assessment = raised.Assessment with { Tier = Tier.High }, TierChange = Raised(raised) };
        Assert.Equal((true, true), Usable(PolicySimulation.Of(raised, PolicyText.Policy, PolicyText.Policy, Today)));
        Assert.True(PolicySimulation.Of(unrecorded, PolicyText.Policy, PolicyText.Policy, Today).IsSame);
    }

    [Fact]
    public void A_stricter_floor_brings_a_tier_clauses_and_approvals()
    {
        var current = CaseScenario.Approved(CaseAnswers.Medium).Case!;
        var one = PolicySimulation.Of(current, PolicyText.Policy, Stricter, Today);
        Assert.Equal((Tier.Medium, Tier.High), (one.TierBefore, one.TierAfter));
        Assert.NotEmpty(one.NewClauses);
        Assert.Empty(one.DroppedClauses);
        Assert.NotEqual(one.SeatsBefore, one.SeatsAfter);
        Assert.Equal((true, false), (one.UsableBefore, one.UsableAfter));
        Assert.False(one.IsSame);
        Assert.Equal(Tier.Medium, current.Assessment.Tier);
    }

    [Fact]
    public void Everything_is_counted()
    {
        var counts = new SimulatedCounts();
        foreach (var answers in new[] { CaseAnswers.Medium, CaseAnswers.Medium, CaseAnswers.Low })
            counts.Add(PolicySimulation.Of(CaseScenario.Approved(answers).Case!, PolicyText.Policy, Stricter, Today));
        Assert.Equal((3, 2), (counts.Cases, counts.Tiers[(Tier.Medium, Tier.High)]));
        Assert.Equal(3, counts.Tiers.Values.Sum() + counts.Same);
        Assert.InRange(counts.Reviews, 2, 3);
        Assert.InRange(counts.NoLongerUsable, 2, 3);
        Assert.All(counts.Added.Values, count => Assert.InRange(count, 1, 3));
    }

    [Theory]
    [InlineData(CaseStatus.Approved, false, true)]
    [InlineData(CaseStatus.InReview, false, true)]
    [InlineData(CaseStatus.Rejected, false, false)]
    [InlineData(CaseStatus.Withdrawn, false, false)]
    [InlineData(CaseStatus.Approved, true, false)]
    public void What_is_over_is_left_out(CaseStatus status, bool replaced, bool concerned)
    {
        var current = CaseScenario.Approved(CaseAnswers.Low).Case! with { Status = status, Replaced = replaced };
        Assert.Equal(concerned, PolicySimulation.Concerns(current));
    }

    private static TierChange Raised(Case current) =>
        new(
            Tier.Medium,
            Tier.High,
            CaseScenario.Sam.Person,
            CaseScenario.Approved(CaseAnswers.Low).Now,
            "They lost data.",
            null,
            current.ContentVersion
        );

    private static (bool, bool) Usable(SimulatedCase one) => (one.UsableBefore, one.UsableAfter);
}
