using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Tests.Kit;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Risk;

/// <summary>Contract points that no reviewer lets go.</summary>
public sealed class NotWaivableClausesTests
{
    [Theory]
    [InlineData("Low", "")]
    [InlineData("Medium", "DPA AI-NOTRAIN")]
    [InlineData("High", "CONF INC EXIT DPA AI-NOTRAIN")]
    [InlineData("Critical", "CONF INC EXIT DPA AI-NOTRAIN")]
    public void Which_they_are_follows_from_answers_and_tier(string tier, string clauses)
    {
        var current = With(CaseAnswers.Of(tier)).Case!;
        Assert.Equal(clauses, string.Join(' ', NotWaivableClauses.Of(CaseScenario.Policy, current.Answers, current.Assessment)));
    }

    [Fact]
    public void Under_an_open_licence_nobody_could_sign()
    {
        var current = With(SampleSuppliers.Answers(SampleSuppliers.OpenWeights)).Case!;
        Assert.Empty(NotWaivableClauses.Of(CaseScenario.Policy, current.Answers, current.Assessment));
    }
}
