using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Onboarding.Publishing;

/// <summary>How many go from one tier to another.</summary>
public sealed record TierMove(Tier From, Tier To, int Count);

/// <summary>How many get, or lose, a clause or a document.</summary>
public sealed record IdCount(string Id, int Count);

/// <summary>
/// What a policy would make of the register, as it was when the policy was proposed: the counts that whoever accepts it has read.
/// </summary>
/// <param name="Reviews">Whose review becomes due, because their tier is higher.</param>
/// <param name="Approvals">That would need other approvals.</param>
/// <param name="Unanswered">That have questions to answer in their next review.</param>
public sealed record PolicyImpact(int Cases, int Same, int Reviews, int Approvals, int NoLongerUsable, int UsableThen, int Unanswered)
{
    private const int MostNamed = 10;

    public IReadOnlyList<TierMove> Tiers { get; init; } = [];
    public IReadOnlyList<IdCount> More { get; init; } = [];
    public IReadOnlyList<IdCount> Fewer { get; init; } = [];

    /// <summary>Not tried, because the policy they were assessed under can't be read.</summary>
    public int Unread { get; init; }

    /// <summary>Numbers of the first few that would no longer be ready to use.</summary>
    public IReadOnlyList<string> Losing { get; init; } = [];

    public static PolicyImpact Of(SimulatedCounts counts) =>
        new(counts.Cases, counts.Same, counts.Reviews, counts.Seats, counts.NoLongerUsable, counts.UsableThen, counts.Unanswered)
        {
            Tiers = [.. counts.Tiers.Select(move => new TierMove(move.Key.From, move.Key.To, move.Value))],
            More = [.. counts.Added.Select(pair => new IdCount(pair.Key, pair.Value))],
            Fewer = [.. counts.Dropped.Select(pair => new IdCount(pair.Key, pair.Value))],
            Unread = counts.Unread,
            Losing = [.. counts.Losing.Take(MostNamed)],
        };
}
