using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Onboarding.Audit;

public enum ReplayPart
{
    /// <summary>It was assessed under another policy than the one given: whatever differs below may be the policy's doing.</summary>
    Policy,
    Score,

    /// <summary>One part of the score, by its id.</summary>
    ScorePart,
    Tier,

    /// <summary>The tier of the answers alone, where somebody set another one.</summary>
    ComputedTier,
    Floor,
    Types,

    /// <summary>A required clause, by its id.</summary>
    Clause,

    /// <summary>A value of a clause: "INC notice".</summary>
    ClauseValue,
    Evidence,
    Approvals,
    ReviewMonths,
    OpenPoints,
    Flags,
    SuggestedConditions,
    InternalChecksOnly,
}

/// <param name="Id">Of what differs; empty where there is only one of its kind.</param>
/// <param name="Kept">What the case says; empty where it has none.</param>
/// <param name="Computed">What its answers give; empty where they give none.</param>
public sealed record ReplayDifference(ReplayPart Part, string Id, string Kept, string Computed)
{
    /// <summary>"Clause INC: required is kept; its answers give nothing", for the command line.</summary>
    public override string ToString()
    {
        var name = Id.Length == 0 ? Part.ToString() : $"{Part} {Id}";
        return $"{name}: {Or(Kept)} is kept; its answers give {Or(Computed)}";
    }

    private static string Or(string value) => value.Length == 0 ? "nothing" : value;
}

/// <param name="Assessment">What the frozen answers come to now.</param>
/// <param name="Differences">None where it is what the case has.</param>
public sealed record ReplayResult(Assessment Assessment, IReadOnlyList<ReplayDifference> Differences)
{
    public bool IsEqual => Differences.Count == 0;
}

/// <summary>
/// The frozen answers of a case, assessed again under its own policy: the same answers under the same policy give the same result. What was
/// kept before the policy said something (who is notified, which seats are optional) is not compared.
/// </summary>
public static class Replay
{
    private const string Required = "required";

    /// <param name="policy">The one the case was assessed under.</param>
    public static ReplayResult Of(Case current, Policy policy)
    {
        var computed = Reassessment.Of(policy, current.Answers, current.TierChange, current.ClauseChanges);
        var kept = current.Assessment;
        List<ReplayDifference> differences =
        [
            .. One(ReplayPart.Policy, current.PolicyHash, policy.Hash),
            .. One(ReplayPart.Score, Number(kept.Score), Number(computed.Score)),
            .. Each(ReplayPart.ScorePart, Parts(kept), Parts(computed)),
            .. One(ReplayPart.Tier, kept.Tier.ToString(), computed.Tier.ToString()),
            .. One(ReplayPart.ComputedTier, kept.Computed().ToString(), computed.Computed().ToString()),
            .. Each(ReplayPart.Floor, Floors(kept), Floors(computed)),
            .. One(
                ReplayPart.Types,
                string.Join(' ', kept.Types.Prepend(kept.Type)),
                string.Join(' ', computed.Types.Prepend(computed.Type))
            ),
            .. Each(ReplayPart.Clause, Ids(kept.Clauses, clause => clause.Id), Ids(computed.Clauses, clause => clause.Id)),
            .. Each(ReplayPart.ClauseValue, Values(kept, computed), Values(computed, kept)),
            .. Each(ReplayPart.Evidence, Ids(kept.Evidence, one => one.Id), Ids(computed.Evidence, one => one.Id)),
            .. One(ReplayPart.Approvals, Seats(kept), Seats(computed)),
            .. One(ReplayPart.ReviewMonths, Number(kept.ReviewMonths), Number(computed.ReviewMonths)),
            .. One(ReplayPart.OpenPoints, string.Join(' ', kept.OpenPoints), string.Join(' ', computed.OpenPoints)),
            .. One(ReplayPart.Flags, string.Join(' ', kept.Flags), string.Join(' ', computed.Flags)),
            .. One(
                ReplayPart.SuggestedConditions,
                string.Join(' ', kept.SuggestedConditions),
                string.Join(' ', computed.SuggestedConditions)
            ),
            .. One(ReplayPart.InternalChecksOnly, kept.InternalChecksOnly.ToString(), computed.InternalChecksOnly.ToString()),
        ];
        return new(computed, differences);
    }

    private static IEnumerable<ReplayDifference> One(ReplayPart part, string kept, string computed) =>
        kept == computed ? [] : [new(part, "", kept, computed)];

    /// <summary>In the order of what is kept; what the answers give beyond it comes last.</summary>
    private static IEnumerable<ReplayDifference> Each(
        ReplayPart part,
        IReadOnlyList<(string Id, string Value)> kept,
        IReadOnlyList<(string Id, string Value)> computed
    ) =>
        kept.Concat(computed)
            .Select(pair => pair.Id)
            .Distinct(StringComparer.Ordinal)
            .Select(id => new ReplayDifference(part, id, Of(kept, id), Of(computed, id)))
            .Where(difference => difference.Kept != difference.Computed);

    private static string Of(IReadOnlyList<(string Id, string Value)> all, string id) =>
        all.FirstOrDefault(pair => pair.Id == id).Value ?? "";

    private static List<(string, string)> Parts(Assessment assessment) =>
        [.. assessment.Parts.Select(part => (part.Name, Number(part.Points)))];

    private static List<(string, string)> Floors(Assessment assessment) =>
        [.. assessment.Floors.Select(floor => (floor.Id, floor.Minimum.ToString()))];

    private static List<(string, string)> Ids<T>(IEnumerable<T> all, Func<T, string> id) => [.. all.Select(one => (id(one), Required))];

    /// <summary>Of clauses that both have: one that is missing is said once.</summary>
    private static List<(string, string)> Values(Assessment assessment, Assessment other) =>
        [
            .. assessment
                .Clauses.Where(clause => other.Clauses.Any(one => one.Id == clause.Id))
                .SelectMany(clause =>
                    clause
                        .Parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                        .Select(pair => ($"{clause.Id} {pair.Key}", pair.Value))
                ),
        ];

    private static string Seats(Assessment assessment) =>
        string.Join(
            ", ",
            assessment.Approvals.Select(seat => string.Create(CultureInfo.InvariantCulture, $"{seat.Step}: {seat.People} {seat.Role}"))
        );

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
