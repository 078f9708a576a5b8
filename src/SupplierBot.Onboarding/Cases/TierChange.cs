using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Cases;

/// <summary>Another tier than the answers give, set by somebody.</summary>
/// <param name="From">The tier before, whatever it came from.</param>
/// <param name="Until">The day on which a tier lower than that of the answers ends; null for a higher one.</param>
/// <param name="ContentVersion">Of the case with this tier: it tells two changes to the same tier apart.</param>
public sealed record TierChange(Tier From, Tier To, Person By, DateTimeOffset At, string Reason, DateOnly? Until, int ContentVersion);

/// <summary>What becomes of a tier that somebody set.</summary>
internal static class TierChanges
{
    /// <summary>The tier of the answers alone.</summary>
    public static Tier Computed(this Assessment assessment) => assessment.ComputedTier ?? assessment.Tier;

    /// <summary>
    /// With other answers: a higher tier stays while it is above theirs, and a lower one was set for answers that are gone.
    /// </summary>
    public static TierChange? Kept(TierChange? change, Tier computed) => change is { Until: null } && change.To > computed ? change : null;

    /// <summary>Asking again, or a review, doesn't shed a tier that somebody raised.</summary>
    /// <param name="before">The case that the new one follows.</param>
    public static TierChange? Carried(Case? before, Tier computed) =>
        Kept(before?.TierChange, computed) is { } raised ? raised with { From = computed, ContentVersion = 1 } : null;

    /// <summary>Whether the tier changed after people decided: what they approved was approved for another one.</summary>
    public static bool SinceDecision(Case current) =>
        current.ReviewDue is not null || (current is { TierChange: { } change, Decision: { } decision } && change.At > decision.At);

    /// <summary>The highest of the floors that nobody goes under, as far as they apply; null where none does.</summary>
    public static AppliedFloor? Floor(Assessment assessment, TierChangeRules rules) =>
        assessment.Floors.Where(floor => rules.NeverUnder.Contains(floor.Id)).MaxBy(floor => floor.Minimum);
}
