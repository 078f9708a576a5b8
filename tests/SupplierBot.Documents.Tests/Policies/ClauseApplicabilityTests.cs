using CsCheck;
using SupplierBot.Documents.Policies;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Documents.Tests.Policies;

public sealed class ClauseApplicabilityTests
{
    private static readonly Policy Policy = PolicyText.Policy;
    private static readonly ClauseApplicability Matrix = new(Policy);

    /// <summary>What the matrix says of a type and a tier holds for every supplier of them, whatever else is answered.</summary>
    [Fact]
    public void It_agrees_with_the_assessment_of_any_answers() =>
        Gen.Select(AnswerGenerator.Answers, Gen.Int[0, 6])
            .Sample(
                (answers, role) =>
                {
                    var choices = Policy.Question("role").Choices;
                    var alone = answers.With("role", choices[role].Id);
                    var assessment = Assessor.Assess(Policy, alone);
                    if (assessment.InternalChecksOnly || assessment.Types.Count != 1)
                        return;
                    var type = Policy.Type(assessment.Type);
                    foreach (var clause in Policy.Clauses)
                    {
                        var required = assessment.Clauses.Any(one => one.Id == clause.Id);
                        Assert.NotEqual(required ? Requirement.Never : Requirement.Always, Matrix.Of(clause, type, assessment.Tier));
                    }
                },
                iter: 2_000
            );

    [Theory]
    [InlineData("INC", "GENERAL", Tier.Low, nameof(Requirement.Never))]
    [InlineData("INC", "GENERAL", Tier.Medium, nameof(Requirement.Always))]
    [InlineData("CLOUD", "COMPUTE", Tier.Medium, nameof(Requirement.Always))]
    [InlineData("CLOUD", "DATA", Tier.High, nameof(Requirement.Never))]
    [InlineData("CLOUD", "DATA", Tier.Critical, nameof(Requirement.Depends))]
    [InlineData("AI-DOC", "MODEL", Tier.Low, nameof(Requirement.Never))]
    [InlineData("AI-DOC", "AISAAS", Tier.High, nameof(Requirement.Always))]
    [InlineData("AI-DOC", "SUBCON", Tier.Critical, nameof(Requirement.Never))]
    public void A_clause_is_needed_as_its_condition_says(string clause, string type, Tier tier, string needs) =>
        Assert.Equal(needs, Matrix.Of(Policy.Clauses.Single(one => one.Id == clause), Policy.Type(type), tier).ToString());
}
