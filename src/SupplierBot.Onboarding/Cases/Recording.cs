namespace SupplierBot.Onboarding;

/// <summary>What every change of a case has in common: its version, the chained facts, the lines of its story, the review cards it wants.</summary>
internal static class Recording
{
    public static (Case Case, IReadOnlyList<ChainedFact> Facts) Of(Case? before, Case after, IReadOnlyList<Fact> facts, IReadOnlyList<string> story, Policy policy, Context context)
    {
        var head = before?.ChainHead ?? Chain.Start;
        var count = before?.FactCount ?? 0;
        var chained = new List<ChainedFact>(facts.Count);
        foreach (var fact in facts)
        {
            chained.Add(Chain.Append(head, ++count, after.Id, fact));
            head = chained[^1].Hash;
        }
        var recorded = after with
        {
            Version = (before?.Version ?? 0) + 1,
            FactCount = count,
            ChainHead = head,
            Story = story.Count == 0 ? after.Story : [.. after.Story, .. story.Select(line => new Happening(context.Now, line))],
            // A new date is a new promise.
            Late = after.Late && after.DueAt == before?.DueAt,
            ReviewRoles = after.IsOpen ? [.. after.ReviewRoles.Union(Quorum.Of(after, context.Roles).Reached)] : after.ReviewRoles,
        };
        recorded = recorded with { NextReport = Moments.NextReport(recorded, policy) };
        return (recorded with { Wakes = Clockwork.Wakes(recorded, policy, context.Calendar) }, chained);
    }
}
