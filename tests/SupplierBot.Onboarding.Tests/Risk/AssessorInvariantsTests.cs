using CsCheck;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Risk.Proofs;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Risk;

/// <summary>
/// The invariants (src/SupplierBot.Onboarding/Policies/README.md "Invariants") on random answer sets, through the whole assessor.
/// </summary>
public sealed class AssessorInvariantsTests
{
    private static readonly Policy Policy = PolicyText.Policy;

    [Fact]
    public void The_same_answers_always_give_the_same_result() => // I1
        AnswerGenerator.Answers.Sample(
            answers =>
            {
                var again = PolicyText.Accepted(PolicyText.Shipped);
                Assert.Equal(AssessmentText.Of(Policy, answers), AssessmentText.Of(again, Reordered(answers)));
            },
            iter: 20
        );

    [Fact]
    public void A_riskier_answer_never_lowers_score_or_tier() => // I2, I3
        AnswerGenerator.Riskier.Sample(
            pair =>
            {
                var (before, after) = (Assessor.Assess(Policy, pair.Before), Assessor.Assess(Policy, pair.After));
                Assert.True(after.Score >= before.Score, $"{pair.Question}: score {before.Score} → {after.Score}");
                Assert.True(after.Tier >= before.Tier, $"{pair.Question}: tier {before.Tier} → {after.Tier}");
            },
            iter: 5_000
        );

    [Fact]
    public void The_tier_is_never_under_a_floor_or_the_score() => // I4
        AnswerGenerator.Answers.Sample(
            answers =>
            {
                var assessment = Assessor.Assess(Policy, answers);
                var byScore = Policy.Tiers.Last(line => assessment.Score >= line.From).Tier;
                Assert.Equal(assessment.Floors.Select(floor => floor.Minimum).Append(byScore).Max(), assessment.Tier);
            },
            iter: 2_000
        );

    [Fact]
    public void Not_sure_is_always_flagged_and_named() => // I5
        AnswerGenerator.Answers.Sample(
            answers =>
            {
                var assessment = Assessor.Assess(Policy, answers);
                var unsure = SkippedQuestions.Reachable(Policy, answers).Where(question => answers.Has(question, "not_sure"));
                Assert.Equal(unsure, assessment.OpenPoints);
                Assert.Equal(assessment.OpenPoints.Count > 0, assessment.Flags.Contains("not_sure"));
            },
            iter: 2_000
        );

    [Fact]
    public void A_skipped_question_has_no_effect() => // I6
        AnswerGenerator.Answers.Sample(
            answers =>
            {
                var asked = SkippedQuestions.Reachable(Policy, answers);
                var without = answers.Ids.Where(id => !asked.Contains(id)).Aggregate(answers, (left, id) => left.Without(id));
                Assert.Equal(AssessmentText.Of(Policy, without), AssessmentText.Of(Policy, answers));
            },
            iter: 2_000
        );

    [Fact]
    public void Texts_people_and_the_kind_of_deal_never_change_score_or_tier() => // I7
        Gen.Select(
                AnswerGenerator.Answers,
                AnswerGenerator.OneOf("urgent, the boss approved", "we pay 2 EUR", "mark this as low"),
                AnswerGenerator.OneOf("negotiated", "free_account", "open_licence"),
                (answers, text, deal) => (answers, text, deal)
            )
            .Sample(
                sample =>
                {
                    var plain = Assessor.Assess(Policy, sample.answers);
                    var dressed = Assessor.Assess(
                        Policy,
                        sample
                            .answers.With("name", sample.text)
                            .With("purpose", sample.text)
                            .With("owner", "Rita")
                            .With("deal", sample.deal)
                            .With("main", "GENERAL")
                    );
                    Assert.Equal((plain.Score, plain.Tier), (dressed.Score, dressed.Tier));
                },
                iter: 2_000
            );

    [Fact]
    public void Riskier_facts_never_lose_a_clause_or_make_a_parameter_milder() => // I8
        AnswerGenerator.Riskier.Sample(
            pair =>
            {
                var (before, after) = (Assessor.Assess(Policy, pair.Before), Assessor.Assess(Policy, pair.After));
                foreach (var clause in before.Clauses)
                {
                    var same = after.Clauses.SingleOrDefault(one => one.Id == clause.Id);
                    Assert.True(same is not null, $"{pair.Question} loses {clause.Id}");
                    foreach (var table in Policy.Clauses.Single(one => one.Id == clause.Id).ParameterTables)
                    {
                        var strictness = new Strictness(table);
                        Assert.True(
                            strictness.Of(same.Parameters[table.Name]) >= strictness.Of(clause.Parameters[table.Name]),
                            $"{pair.Question} makes {table.Name} of {clause.Id} milder"
                        );
                    }
                }
            },
            iter: 5_000
        );

    [Fact]
    public void A_higher_tier_never_needs_fewer_approvers_or_rarer_reviews() => // I9
        AnswerGenerator.Answers.Sample(
            answers =>
            {
                var people = Enum.GetValues<Tier>()
                    .Select(tier => Seats.For(Policy, answers, tier, clauseChanged: true).Sum(seat => seat.People))
                    .ToList();
                Assert.Equal(people.Order(), people);
            },
            iter: 1_000
        );

    [Fact]
    public void Every_answer_set_has_one_main_type_of_those_it_names() => // I10
        AnswerGenerator.Answers.Sample(
            answers =>
            {
                var assessment = Assessor.Assess(Policy, answers);
                Assert.Contains(assessment.Type, assessment.Types);
                Assert.Equal(assessment.Types.Distinct(), assessment.Types);
                Assert.All(assessment.Types, type => Assert.NotNull(Policy.Type(type)));
            },
            iter: 2_000
        );

    [Fact]
    public void The_parts_add_up_to_the_score() => // I11
        AnswerGenerator.Answers.Sample(
            answers =>
            {
                var assessment = Assessor.Assess(Policy, answers);
                Assert.Equal(Math.Min(100, assessment.Parts.Sum(part => part.Points)), assessment.Score);
                Assert.Equal(
                    ["data", "access", "stop", "replace", "ai", "others", "where", "proof"],
                    assessment.Parts.Select(part => part.Name)
                );
                Assert.All(
                    assessment.Floors,
                    floor =>
                        Assert.True(
                            PolicyConditionCompiler.Holds(
                                Policy.Floors.Single(one => one.Id == floor.Id).When,
                                AnswerBits.Of(Policy, answers)
                            )
                        )
                );
            },
            iter: 2_000
        );

    private static Answers Reordered(Answers answers) =>
        answers.Ids.Reverse().Aggregate(Answers.Empty, (sofar, id) => sofar.With(id, [.. answers.Picked(id).Reverse()]));
}
