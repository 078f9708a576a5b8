using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Audit;

public sealed class ReplayTests
{
    private static readonly Policy FormatOne = PolicyText.Accepted(PolicyText.FormatOne);

    public static TheoryData<string> Tiers => ["Low", "Medium", "High", "Critical"];

    [Theory, MemberData(nameof(Tiers))]
    public void An_untouched_case_comes_to_what_it_came_to(string tier) => Assert.Empty(Of(CaseAnswers.Of(tier)).Differences);

    [Theory, MemberData(nameof(Tiers))]
    public void So_does_one_of_the_first_format(string tier) => Assert.True(Of(CaseAnswers.Of(tier), FormatOne).IsEqual);

    [Fact]
    public void What_people_decided_about_tier_and_contract_points_is_part_of_it()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.Press(
            CaseScenario.Sam,
            "tier",
            "sent",
            values: [("tier", "High"), ("comment", "They will see all of our customers next year.")]
        );
        Assert.Equal(Tier.High, room.Case!.Assessment.Tier);
        Assert.True(Replay.Of(room.Case, CaseScenario.Policy).IsEqual);
    }

    [Fact]
    public void Every_part_that_differs_is_named()
    {
        var whole = CaseScenario.With(CaseAnswers.High).Case!;
        var assessment = whole.Assessment;
        var changed = whole with
        {
            Assessment = assessment with
            {
                Score = assessment.Score - 5,
                Tier = Tier.Medium,
                Parts = [assessment.Parts[0] with { Points = 0 }, .. assessment.Parts.Skip(1)],
                Clauses =
                [
                    .. assessment
                        .Clauses.Where(clause => clause.Id != "BCDR")
                        .Select(clause =>
                            clause.Id == "INC"
                                ? clause with
                                {
                                    Parameters = new Dictionary<string, string>(clause.Parameters) { ["notice"] = "72 hours" },
                                }
                                : clause
                        ),
                ],
                Evidence = [.. assessment.Evidence.Skip(1)],
                Approvals = [assessment.Approvals[0] with { People = 1 }, .. assessment.Approvals.Skip(1)],
            },
        };
        var found = Replay.Of(changed, CaseScenario.Policy).Differences;
        Assert.Equal(
            [
                (ReplayPart.Score, ""),
                (ReplayPart.ScorePart, assessment.Parts[0].Name),
                (ReplayPart.Tier, ""),
                (ReplayPart.ComputedTier, ""),
                (ReplayPart.Clause, "BCDR"),
                (ReplayPart.ClauseValue, "INC notice"),
                (ReplayPart.Evidence, assessment.Evidence[0].Id),
                (ReplayPart.Approvals, ""),
            ],
            found.Select(difference => (difference.Part, difference.Id))
        );
        Assert.Equal("Clause BCDR: nothing is kept; its answers give required", found[4].ToString());
        Assert.Equal("ClauseValue INC notice: 72 hours is kept; its answers give 48 hours", found[5].ToString());
    }

    [Fact]
    public void Another_policy_than_its_own_is_said_first()
    {
        var found = Replay.Of(CaseScenario.With(CaseAnswers.High).Case!, FormatOne).Differences;
        Assert.Equal(ReplayPart.Policy, found[0].Part);
    }

    private static ReplayResult Of(Answers answers, Policy? policy = null)
    {
        var rules = policy ?? CaseScenario.Policy;
        return Replay.Of(CaseScenario.With(answers, rules: rules).Case!, rules);
    }
}
