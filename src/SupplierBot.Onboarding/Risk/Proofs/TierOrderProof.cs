using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk.Proofs;

/// <summary>I9: with the same answers, a higher tier never needs fewer approvers, less evidence or rarer reviews.</summary>
internal static class TierOrderProof
{
    private static readonly Tier[] Lower = [Tier.Low, Tier.Medium, Tier.High];

    public static void Run(PreparedPolicy prepared, Findings findings)
    {
        var examined = Approvers(prepared, findings) + Evidence(prepared, findings) + Reviews(prepared.Policy, findings);
        findings.Proved("I9", "a higher tier never needs fewer approvers, less evidence or rarer reviews", examined);
    }

    private static long Approvers(PreparedPolicy prepared, Findings findings)
    {
        var features = prepared.Policy.Approvals.SelectMany(rule => Features.Of(rule.When, prepared.Words)).ToList();
        var space = Over(prepared.Words, features);
        foreach (var changed in (bool[])[false, true])
        {
            var people = Enum.GetValues<Tier>()
                .Select(tier =>
                    space.Tabulate(
                        (in AnswerBits given) => Seats.Of(prepared, given).Sum(seat => seat.People),
                        given => given with { Tier = tier, ClauseChanged = changed, Checks = changed ? ulong.MaxValue : 0 }
                    )
                )
                .ToArray();
            foreach (var tier in Lower)
            {
                Compare(
                    prepared.Words,
                    space,
                    people[(int)tier],
                    people[(int)tier + 1],
                    (index, rest) =>
                        findings.Broken(
                            "I9",
                            $"raising the tier from {tier} to {tier + 1} needs {people[(int)tier + 1][index]} approvers instead of {people[(int)tier][index]}{rest}"
                        )
                );
            }
        }

        return space.Size * 2;
    }

    private static long Evidence(PreparedPolicy prepared, Findings findings)
    {
        var examined = 0L;
        foreach (var (number, rule) in prepared.Policy.Evidence.Index())
        {
            var space = Over(prepared.Words, [.. Features.Of(rule.When, prepared.Words)]);
            var asked = Enum.GetValues<Tier>()
                .Select(tier =>
                    space.Tabulate(
                        (in AnswerBits given) => prepared.Evidence[number].Holds(given) ? 1 : 0,
                        given => given with { Tier = tier }
                    )
                )
                .ToArray();
            foreach (var tier in Lower)
            {
                Compare(
                    prepared.Words,
                    space,
                    asked[(int)tier],
                    asked[(int)tier + 1],
                    (_, rest) =>
                        findings.Broken("I9", $"raising the tier from {tier} to {tier + 1} no longer asks for evidence {rule.Id}{rest}")
                );
            }

            examined += space.Size;
        }

        return examined;
    }

    private static long Reviews(Policy policy, Findings findings)
    {
        foreach (var tier in Lower)
        {
            var (now, next) = (Months(policy, tier), Months(policy, tier + 1));
            if (next > now)
            {
                findings.Broken(
                    "I9",
                    $"raising the tier from {tier} to {tier + 1} makes the review every {next} months instead of every {now}"
                );
            }
        }

        return policy.Reviews.Cycles.Count;
    }

    private static int Months(Policy policy, Tier tier) => policy.Reviews.Cycles.First(cycle => cycle.Tier == tier).Months;

    private static AnswerSpace Over(QuestionIndex words, IReadOnlyList<Feature> features) =>
        new(
            words,
            [.. features.Select(feature => feature.Place).Distinct().Select(place => new Partition(words, place, features, absent: true))]
        );

    private static void Compare(QuestionIndex words, AnswerSpace space, byte[] lower, byte[] higher, Action<int, string> report)
    {
        var index = Array.FindIndex(lower.Zip(higher, (before, after) => after < before).ToArray(), fell => fell);
        if (index >= 0)
        {
            report(index, CounterexampleText.Rest(words, space.Answers(index)));
        }
    }
}
