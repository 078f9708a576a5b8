namespace SupplierBot.Onboarding;

/// <summary>What every change of a case has in common: its version, the chained facts, the lines of its story, the review cards it wants.</summary>
internal static class Recording
{
    public static (Case Case, IReadOnlyList<ChainedFact> Facts) Of(Case? before, Case after, IReadOnlyList<Fact> facts, IReadOnlyList<string> story, Policy policy, Context context)
    {
        var recorded = after with
        {
            Version = (before?.Version ?? 0) + 1,
            Story = story.Count == 0 ? after.Story : [.. after.Story, .. story.Select(line => new Happening(context.Now, line))],
            // A new date is a new promise.
            Late = after.Late && after.DueAt == before?.DueAt,
            ReviewRoles = after.IsOpen ? [.. after.ReviewRoles.Union(Quorum.Of(after, context.Roles).Reached)] : after.ReviewRoles,
            Salt = after.Salt ?? (facts.Count > 0 ? context.NewId : null),
        };
        var chained = Chained(before, recorded, facts);
        if (chained.Count > 0) recorded = recorded with { FactCount = chained[^1].Sequence, ChainHead = chained[^1].Hash };
        recorded = recorded with { NextReport = Moments.NextReport(recorded, policy) };
        return (recorded with { Wakes = Clockwork.Wakes(recorded, policy, context.Calendar) }, chained);
    }

    /// <summary>The newest of the facts seals the case as it is after all of them.</summary>
    private static List<ChainedFact> Chained(Case? before, Case recorded, IReadOnlyList<Fact> facts)
    {
        var (head, count) = (before?.ChainHead ?? Chain.Start, before?.FactCount ?? 0);
        var chained = new List<ChainedFact>(facts.Count);
        foreach (var fact in facts)
        {
            var newest = chained.Count == facts.Count - 1;
            chained.Add(Chain.Append(head, ++count, recorded.Id, newest ? fact with { Details = [.. fact.Details, .. Seal.Details(recorded)] } : fact));
            head = chained[^1].Hash;
        }
        return chained;
    }
}
