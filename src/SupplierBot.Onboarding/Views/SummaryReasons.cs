using SupplierBot.Onboarding.Intake;

namespace SupplierBot.Onboarding.Views;

/// <summary>Why the tier is what it is, and what does not fit together, in words for the requester.</summary>
internal static class SummaryReasons
{
    private const int Most = 3;

    /// <summary>The rules that set the tier first, then the largest parts of the points.</summary>
    public static IReadOnlyList<string> Of(AssessedDraft shown)
    {
        var rules = shown.Assessment.Floors.Where(floor => floor.Minimum == shown.Assessment.Tier).Select(floor => floor.Words);
        var parts = shown.Assessment.Parts.Where(part => part.Points > 0).OrderByDescending(part => part.Points).Select(part => part.Words);
        return [.. rules.Concat(parts).Distinct(StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>None of them changes an answer (Policies/README.md "Flags").</summary>
    public static IEnumerable<LabelledText> Checks(AssessedDraft shown)
    {
        foreach (var raised in shown.Assessment.Checks)
        {
            var words = shown.Policy.Checks.FirstOrDefault(check => check.Id == raised.Id)?.ToRequester;
            if (words is not null) yield return new(Texts.Fill(words, ("match", raised.Match ?? "")));
        }
        if (DuplicateCheck.Check(shown.Draft, shown.State, shown.Wording) is { } there) yield return new(there);
        foreach (var before in DuplicateCheck.Before(shown.Draft, shown.State, shown.Context)) yield return before;
    }
}
