using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Risk;

/// <summary>The table of src/SupplierBot.Onboarding/Policies/README.md "Worked examples", line by line.</summary>
public sealed class AssessorExamplesTests
{
    public static TheoryData<string> Ids => [.. AssessmentExamples.All.Select(example => example.Id)];

    [Fact]
    public void There_are_twelve() => Assert.Equal(12, AssessmentExamples.All.Count);

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_example_scores_part_by_part_as_the_table_says(string id)
    {
        var example = AssessmentExamples.All.Single(one => one.Id == id);
        var assessment = Assessor.Assess(PolicyText.Policy, example.Answers);

        Assert.Equal(example.Parts, assessment.Parts.ToDictionary(part => part.Name, part => part.Points));
        Assert.Equal(example.Score, assessment.Score);
        Assert.Equal(example.Tier, assessment.Tier);
        Assert.Equal(example.Floors, assessment.Floors.Select(floor => floor.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_the_table_names_as_the_reason_gives_the_tier(string id)
    {
        var example = AssessmentExamples.All.Single(one => one.Id == id);
        var assessment = Assessor.Assess(PolicyText.Policy, example.Answers);
        var byScore = PolicyText.Policy.Tiers.Last(line => assessment.Score >= line.From).Tier;

        Assert.Equal(example.Deciding.Contains("score"), byScore == assessment.Tier);
        Assert.All(
            example.Deciding.Where(reason => reason != "score"),
            reason => Assert.Equal(assessment.Tier, assessment.Floors.Single(floor => floor.Id == reason).Minimum)
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_asked_question_of_an_example_is_answered_and_no_other(string id)
    {
        var answers = AssessmentExamples.Answers(id);
        var asked = SkippedQuestions.Reachable(PolicyText.Policy, answers).Where(question => PolicyText.Policy.Question(question).IsChoice);

        Assert.Equal(asked.Order(), answers.Ids.Where(question => PolicyText.Policy.Question(question).IsChoice));
    }
}
