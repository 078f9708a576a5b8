using System.Numerics;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk.Proofs;

/// <param name="Id">Of Policies/README.md "Invariants", such as I2.</param>
/// <param name="Examined">How many different situations were tried.</param>
public sealed record ProvedInvariant(string Id, string Words, long Examined);

/// <param name="Words">"changing `access` from api to accounts lowers the tier from High to Medium, with …".</param>
public sealed record Counterexample(string Invariant, string Words);

/// <param name="Counterexamples">Empty where the policy holds; at most five for each invariant.</param>
public sealed record PolicyCheckReport(IReadOnlyList<ProvedInvariant> Proved, IReadOnlyList<Counterexample> Counterexamples)
{
    public bool Holds => Counterexamples.Count == 0;
}

/// <summary>
/// Proves those invariants (Policies/README.md "Invariants") that a policy alone can break, by trying out everything that its rules can
/// tell apart.
/// </summary>
public static class PolicyCheck
{
    public static PolicyCheckReport Run(Policy policy)
    {
        var findings = new Findings();
        RulesByThemselves(PreparedPolicy.Of(policy), findings);
        TierProof.Run(PreparedPolicy.Of(policy), findings);
        return findings.Report();
    }

    /// <summary>All but the tier over every answer set.</summary>
    internal static void RulesByThemselves(PreparedPolicy prepared, Findings findings)
    {
        ShapeProof.Run(prepared, findings);
        SkipProof.Run(prepared, findings);
        ClauseProof.Run(prepared, findings);
        TierOrderProof.Run(prepared, findings);
    }
}

/// <summary>Collects what holds and what does not; an invariant with a counterexample is not proved.</summary>
internal sealed class Findings
{
    /// <summary>One broken rule shows in many places; a few are enough to see what is wrong.</summary>
    private const int MostOfOneKind = 5;

    private readonly List<ProvedInvariant> proved = [];
    private readonly List<Counterexample> broken = [];

    public void Proved(string invariant, string words, long examined) => proved.Add(new(invariant, words, examined));

    public void Broken(string invariant, string words)
    {
        if (broken.Count(example => example.Invariant == invariant) < MostOfOneKind)
        {
            broken.Add(new(invariant, words));
        }
    }

    public PolicyCheckReport Report()
    {
        var refuted = broken.Select(example => example.Invariant).ToHashSet(StringComparer.Ordinal);
        return new([.. proved.Where(invariant => !refuted.Contains(invariant.Id)).OrderBy(Number)], [.. broken]);
    }

    private static int Number(ProvedInvariant invariant) =>
        int.Parse(invariant.Id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Answer sets and changes of them as sentences.</summary>
internal static class CounterexampleText
{
    public static string Picks(Question question, ulong picked) =>
        picked == 0
            ? "nothing"
            : string.Join(" + ", question.Choices.Where((_, index) => (picked & (1UL << index)) != 0).Select(choice => choice.Id));

    /// <summary>"changing `access` from api to accounts", "adding `acts` to `effects` (decides)".</summary>
    public static string Change(Question question, Step step)
    {
        var added = step.After & ~step.Before;
        var grows = (step.Before & ~step.After) == 0 && BitOperations.PopCount(added) == 1;
        return grows
            ? $"adding {Picks(question, added)} to `{question.Id}` ({Picks(question, step.Before)})"
            : $"changing `{question.Id}` from {Picks(question, step.Before)} to {Picks(question, step.After)}";
    }

    /// <summary>The other answers: "with data: internal; stop: slows".</summary>
    public static string Rest(QuestionIndex words, ulong[] picked, params IEnumerable<int> except)
    {
        var asked = new AnswerBits(words, picked);
        var skips = PreparedPolicy.Of(words.Policy).Skips;
        var parts = words
            .Policy.Questions.Index()
            .Where(pair =>
                pair.Item.IsChoice
                && words.Place(pair.Item.Id) is var place
                && picked[place] != 0
                && !except.Contains(place)
                && !skips[pair.Index].Holds(asked)
            )
            .Select(pair => $"{pair.Item.Id}: {Picks(pair.Item, picked[words.Place(pair.Item.Id)])}");
        return string.Join("; ", parts) is { Length: > 0 } rest ? $", with {rest}" : "";
    }
}
