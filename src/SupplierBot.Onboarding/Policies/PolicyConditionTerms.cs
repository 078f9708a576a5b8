using System.Diagnostics.CodeAnalysis;

namespace SupplierBot.Onboarding.Policies;

/// <summary>What may stand on the left of a comparison, and what with it.</summary>
/// <param name="Signs">Which of <c>is has &gt;= &lt;=</c> it takes; none for a fact that is yes or no.</param>
/// <param name="Values">The ids that may stand on the right.</param>
public sealed record PolicyConditionSubject(string Id, IReadOnlyList<string> Signs, IReadOnlyList<string> Values);

/// <summary>
/// The ids that conditions of one section may use (Policies/README.md "Policy conditions"), and what is wrong with a use of others.
/// </summary>
public sealed class PolicyConditionTerms
{
    private readonly Dictionary<string, PolicyConditionSubject> subjects;
    private readonly HashSet<string> elsewhere;
    private readonly ISet<string> used;

    /// <param name="subjects">What may be used.</param>
    /// <param name="elsewhere">Names that mean something, but not in this section.</param>
    /// <param name="used">Takes note of every subject that a condition uses.</param>
    public PolicyConditionTerms(IEnumerable<PolicyConditionSubject> subjects, IEnumerable<string> elsewhere, ISet<string>? used = null)
    {
        this.subjects = subjects.DistinctBy(subject => subject.Id).ToDictionary(subject => subject.Id, StringComparer.Ordinal);
        this.elsewhere = elsewhere.ToHashSet(StringComparer.Ordinal);
        this.used = used ?? new HashSet<string>(StringComparer.Ordinal);
    }

    internal IEnumerable<PolicyConditionSubject> Subjects => subjects.Values;

    internal string? FaultOfDerivedFact(string id) =>
        !Known(id, out var subject) ? Unknown(id)
        : subject.Signs.Count == 0 ? null
        : $"`{id}` needs {Alternatives(subject.Signs)} and a value";

    internal string? FaultOfComparison(string id, string sign, string value) =>
        !Known(id, out var subject) ? Unknown(id)
        : subject.Signs.Count == 0 ? $"`{id}` is a fact that holds or not: write it without `{sign} {value}`"
        : !subject.Signs.Contains(sign) ? $"`{id} {sign} {value}`: `{id}` takes {Alternatives(subject.Signs)}, not `{sign}`"
        : subject.Values.Contains(value) ? null
        : $"unknown choice `{id} {sign} {value}`{DidYouMean.Hint(value, subject.Values)}";

    private bool Known(string id, [NotNullWhen(true)] out PolicyConditionSubject? subject)
    {
        used.Add(id);
        return subjects.TryGetValue(id, out subject);
    }

    private string Unknown(string id) =>
        elsewhere.Contains(id) ? $"`{id}` cannot be used here" : $"unknown question or fact `{id}`{DidYouMean.Hint(id, subjects.Keys)}";

    private static string Alternatives(IReadOnlyList<string> signs) => string.Join(" or ", signs.Select(sign => $"`{sign}`"));
}
