using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk.Proofs;

/// <summary>
/// I8: riskier facts never lose a clause and never make a parameter milder. Each clause is tried over its own questions with the tier as a
/// free ordered variable, which is more than can happen, so what is proved here holds for every answer set.
/// </summary>
internal static class ClauseProof
{
    public static void Run(PreparedPolicy prepared, Findings findings)
    {
        var examined =
            ProvedRule.Clauses(prepared).Sum(rule => Try(prepared, rule, "loses", findings))
            + ProvedRule.Parameters(prepared).Sum(rule => Try(prepared, rule, "makes milder", findings));
        findings.Proved("I8", "a riskier answer, another type or a higher tier never loses a clause or makes a parameter milder", examined);
    }

    private static long Try(PreparedPolicy prepared, ProvedRule rule, string loses, Findings findings)
    {
        var words = prepared.Words;
        var space = new AnswerSpace(
            words,
            [.. rule.Features.Select(feature => feature.Place).Distinct().Select(place => new Partition(words, place, rule.Features))]
        );
        var byTier = Enum.GetValues<Tier>().Select(tier => space.Tabulate(rule.Value, given => given with { Tier = tier })).ToArray();
        foreach (var tier in Enum.GetValues<Tier>())
        {
            foreach (var (axis, step, index) in space.Falls(byTier[(int)tier]))
            {
                findings.Broken(
                    "I8",
                    $"at {tier}, {CounterexampleText.Change(space.Axes[axis].Question, step)} {loses} {rule.Name}{CounterexampleText.Rest(words, space.Answers(index), space.Axes[axis].Place)}"
                );
            }
        }

        foreach (var (lower, index) in TierFalls(byTier))
        {
            findings.Broken(
                "I8",
                $"raising the tier from {lower} to {lower + 1} {loses} {rule.Name}{CounterexampleText.Rest(words, space.Answers(index))}"
            );
        }

        return space.Size * byTier.Length;
    }

    private static IEnumerable<(Tier Lower, int Index)> TierFalls(byte[][] byTier) =>
        from tier in Enumerable.Range(0, byTier.Length - 1)
        let index = Array.FindIndex(byTier[tier].Zip(byTier[tier + 1], (lower, higher) => higher < lower).ToArray(), fell => fell)
        where index >= 0
        select ((Tier)tier, index);
}
