using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Risk.Proofs;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Risk.Proofs;

/// <summary>The policy proved, and policies broken on purpose.</summary>
public sealed class PolicyCheckTests
{
    [Fact]
    public void The_shipped_policy_holds()
    {
        var report = PolicyCheck.Run(PolicyText.Policy);

        Assert.Empty(report.Counterexamples.Select(example => $"{example.Invariant}: {example.Words}"));
        Assert.Equal(["I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10", "I11"], report.Proved.Select(invariant => invariant.Id));
        Assert.True(report.Proved.Single(invariant => invariant.Id == "I2").Examined >= 1_000_000);
    }

    [Theory]
    [InlineData("I2", "accounts: 8, core: 12, admin_prod: 18", "accounts: 0, core: 12, admin_prod: 18", "to accounts lowers the ")]
    [InlineData(
        "I2",
        "customers: 18, not_sure: 4}",
        "customers: 9, not_sure: 4}",
        "changing `stop` from team_stops to customers lowers the score from "
    )]
    [InlineData(
        "I2",
        "{id: F7, min: High, when: access >= core,",
        "{id: F7, min: High, when: access >= core and stop is little,",
        "changing `stop` from little to slows lowers the tier from High to "
    )]
    [InlineData(
        "I3",
        "{id: F6, min: High, when: effects has decides,",
        "{id: F6, min: High, when: effects has decides and not effects has regulated_client,",
        "adding regulated_client to `effects` (decides) lowers the tier from High to "
    )]
    [InlineData(
        "I3",
        "{id: F14, min: Medium, when: sensitivity >= 2 or (data has sealed and reached),",
        "{id: F14, min: Medium, when: data is confidential,",
        "`data` (confidential) lowers the tier from Medium to Low"
    )]
    public void A_policy_that_rewards_a_riskier_answer_is_refuted_with_a_sentence(
        string invariant,
        string old,
        string changed,
        string sentence
    ) => Refuted(PolicyCheck.Run(PolicyText.Accepted(PolicyText.With(old, changed))), invariant, sentence);

    [Theory]
    [InlineData(
        "I5",
        "team_stops: 10, customers: 18, not_sure: 4}",
        "team_stops: 10, customers: 18, not_sure: 3}",
        "`stop`: not_sure gives 3 points and slows, the answer it ranks with, 4"
    )]
    [InlineData(
        "I6",
        "{id: F10, min: High, when: sensitivity >= 2 and volume is large and reached,",
        "{id: F10, min: High, when: volume is large,",
        "`volume` is not asked here, and yet large would change floor F10, with data: none_public"
    )]
    [InlineData(
        "I6",
        "skip_when: data is none_public",
        "skip_when: sensitivity <= 1",
        "`volume` is not asked here, and yet medium would change the points for data"
    )]
    [InlineData("I6", "- [0, 0, 0]  ", "- [0, 0, 1]  ", "`volume` is not asked here, and yet large would change the points for data")]
    [InlineData(
        "I7",
        "{id: F11, min: High, when: stop is customers and (sensitivity >= 1 or replace >= weeks or access >= accounts),",
        "{id: F11, min: High, when: stop is customers and role has MODEL,",
        "floor F11 looks at `role`: stop is customers and role has MODEL"
    )]
    [InlineData(
        "I8",
        "when: tier >= Medium and ((sensitivity >= 1 and reached) or data has sealed or",
        "when: tier >= Medium and not tier is Critical and ((sensitivity >= 1 and reached) or data has sealed or",
        "raising the tier from High to Critical loses clause EXIT"
    )]
    [InlineData(
        "I8",
        "    when: personal and not access is inside_ours\n",
        "    when: personal and not data has keys\n",
        "loses clause DPA"
    )]
    [InlineData(
        "I8",
        "{tier: Medium, when: personal, value: 48 hours}",
        "{tier: Critical, when: personal, value: 48 hours}",
        "makes milder `notice` of clause INC"
    )]
    [InlineData(
        "I9",
        "    - {step: 1, role: security, people: 2}\n    - {step: 1, role: privacy, people: 1, when: personal, optional: true}\n    - {step: 1, role: legal, people: 1, when: clause_changed or effects has decides or checks has K11, optional: true}\n    - {step: 2, role: ciso, people: 1}",
        "    - {step: 1, role: ciso, people: 1}",
        "raising the tier from High to Critical needs 1 approvers instead of 2"
    )]
    [InlineData(
        "I9",
        "when: others >= listed and tier >= Medium, because: they use",
        "when: others >= listed and tier is Medium, because: they use",
        "raising the tier from Medium to High no longer asks for evidence E-SUBLIST"
    )]
    [InlineData(
        "I9",
        "High: {months: 12,",
        "High: {months: 30,",
        "raising the tier from Medium to High makes the review every 30 months instead of every 24"
    )]
    public void A_rule_that_breaks_an_invariant_by_itself_is_refuted_with_a_sentence(
        string invariant,
        string old,
        string changed,
        string sentence
    ) => Refuted(RulesOf(PolicyText.Accepted(PolicyText.With(old, changed))), invariant, sentence);

    /// <summary>What the reader would already refuse is caught in a policy that was built by hand.</summary>
    [Fact]
    public void A_tier_that_begins_too_low_is_refuted()
    {
        var policy = PolicyText.Policy with
        {
            Tiers = [.. PolicyText.Policy.Tiers.Select(line => line.Tier == Tier.High ? line with { From = 10 } : line)],
        };

        Assert.Contains(
            RulesOf(policy).Counterexamples,
            example => example == new Counterexample("I10", "High begins at 10 points, not above Medium at 15")
        );
    }

    [Fact]
    public void A_role_without_a_type_is_refuted()
    {
        var policy = PolicyText.Policy with { Types = [.. PolicyText.Policy.Types.Where(type => type.Id != "SUBCON")] };

        Assert.Contains(
            RulesOf(policy).Counterexamples,
            example => example == new Counterexample("I10", "the answer SUBCON to `role` belongs to no supplier type")
        );
    }

    [Fact]
    public void Points_that_are_taken_away_are_refuted()
    {
        var policy = PolicyText.Policy with
        {
            Score =
            [
                .. PolicyText.Policy.Score.Select(part =>
                    part.Id == "proof"
                        ? part with
                        {
                            Terms = [.. part.Terms.Select(term => term with { Points = WithLess(term.Points) })],
                        }
                        : part
                ),
            ],
        };

        Assert.Contains(
            RulesOf(policy).Counterexamples,
            example =>
                example.Invariant == "I11" && example.Words.StartsWith("proof: iso27001 takes 5 points away", StringComparison.Ordinal)
        );
    }

    private static Dictionary<string, int> WithLess(IReadOnlyDictionary<string, int> points) => new(points) { ["iso27001"] = -5 };

    private static PolicyCheckReport RulesOf(Policy policy)
    {
        var findings = new Findings();
        PolicyCheck.RulesByThemselves(PreparedPolicy.Of(policy), findings);
        return findings.Report();
    }

    private static void Refuted(PolicyCheckReport report, string invariant, string sentence)
    {
        Assert.Contains(
            report.Counterexamples,
            example => example.Invariant == invariant && example.Words.Contains(sentence, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(report.Proved, proved => proved.Id == invariant);
    }
}
