namespace SupplierBot.Onboarding.Risk.Proofs;

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

    private static int Number(ProvedInvariant invariant) => int.Parse(invariant.Id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
}
