using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Documents.Schedules;

internal enum Standing
{
    Settled,

    /// <summary>Milder than required, in other words, or not at all.</summary>
    Differs,
    Open,
}

/// <summary>One required clause with its place in the schedule.</summary>
/// <param name="Chapter">1-based; chapters are the headings of the policy that have a clause.</param>
/// <param name="Number">1-based within its chapter.</param>
/// <param name="Heading">Empty where the policy it was assessed under isn't kept.</param>
/// <param name="Milder">Parameters whose agreed value is milder than required.</param>
internal sealed record ScheduleClause(
    int Chapter,
    int Number,
    string Heading,
    RequiredClause Required,
    ClauseItem Item,
    IReadOnlyList<string> Milder
)
{
    /// <summary>"2.3 Incident notification".</summary>
    public string Title => FormattableString.Invariant($"{Chapter}.{Number} {Required.Title}");

    public Standing Standing =>
        Item.State is ClauseState.Changed or ClauseState.Refused or ClauseState.RiskAccepted or ClauseState.Compensated ? Standing.Differs
        : Item.IsSettled ? Standing.Settled
        : Standing.Open;

    /// <summary>Values that aren't those required, by parameter, in the order of the clause.</summary>
    public IEnumerable<(string Name, string Agreed, string Required)> OtherValues =>
        Required
            .Parameters.Where(pair => Item.Values.TryGetValue(pair.Key, out var agreed) && agreed != pair.Value)
            .OrderBy(pair => Required.Text.IndexOf(pair.Value, StringComparison.Ordinal))
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (pair.Key, Item.Values[pair.Key], pair.Value));

    /// <summary>Under the policy's headings, in its order.</summary>
    public static IReadOnlyList<ScheduleClause> AllOf(Case current, Policy? policy)
    {
        var chapters = current
            .Assessment.Clauses.GroupBy(clause => policy?.Clauses.FirstOrDefault(one => one.Id == clause.Id)?.Heading ?? "")
            .OrderBy(group => Place(policy?.Headings ?? [], group.Key))
            .ToList();
        return
        [
            .. chapters.SelectMany(
                (chapter, at) =>
                    chapter.Select((clause, place) => Clause(at + 1, place + 1, chapter.Key, clause, ItemOf(current, clause), policy))
            ),
        ];
    }

    private static ScheduleClause Clause(int chapter, int number, string heading, RequiredClause clause, ClauseItem item, Policy? policy) =>
        new(
            chapter,
            number,
            heading,
            clause,
            item,
            policy is null ? [.. item.Values.Keys] : ClauseValues.Milder(policy, clause, item.Values)
        );

    private static ClauseItem ItemOf(Case current, RequiredClause clause) =>
        current.Clauses?.FirstOrDefault(item => item.Clause == clause.Id) ?? new(clause.Id, ClauseState.Open);

    private static int Place(IReadOnlyList<string> headings, string heading)
    {
        for (var at = 0; at < headings.Count; at++)
        {
            if (headings[at] == heading)
                return at;
        }
        return headings.Count;
    }
}
