using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Views;

/// <summary>A tier that somebody set, and what the rules give.</summary>
internal static class TierTexts
{
    /// <summary>Of a reason on the line of the tier; the whole stands among the rules.</summary>
    public const int LongestReason = 300;

    /// <summary>"High risk (Medium by the rules; raised by Sam on Thu 3 Dec: …)"; the tier alone where nobody set another.</summary>
    public static string Title(Case current, Policy policy, Context context)
    {
        var title = policy.DefinitionOf(current.Assessment.Tier).Title;
        return Why(current, context, LongestReason) is { Length: > 0 } why
            ? context.Wording.Fill("tier.title", ("tier", title), ("why", why))
            : title;
    }

    /// <summary>As it stands on a row.</summary>
    public static TierBadge Badge(Tier tier, Context context) => TierBadge.Of(tier, CaseTexts.Tier(tier, context));

    /// <summary>Who set it, when and why; empty where nobody did.</summary>
    /// <param name="most">Characters of the reason.</param>
    public static string Why(Case current, Context context, int most = int.MaxValue) =>
        current.TierChange is { } change
            ? context.Wording.Fill(
                change.Until is null ? "tier.raised" : "tier.lowered",
                ("tier", CaseTexts.Tier(current.Assessment.Computed(), context)),
                ("name", change.By.Name),
                ("day", change.Until is { } until ? Dates.Day(until, context) : Dates.Day(change.At, context)),
                ("reason", Texts.Clip(change.Reason, most))
            )
            : "";
}
