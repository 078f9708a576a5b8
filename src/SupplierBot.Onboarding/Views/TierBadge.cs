using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Views;

/// <summary>A tier at a glance: dots, words and colour say the same, so that it reads in black and white, too.</summary>
/// <param name="Words">"Medium risk" on a band, "Medium" in a list.</param>
/// <param name="Style">Of the colours every theme has; see <see cref="BoxStyle"/>.</param>
public sealed record TierBadge(string Dots, string Words, string Style)
{
    public static TierBadge Of(Tier tier, string words) =>
        tier switch
        {
            Tier.Low => new("●○○○", words, BoxStyle.Good),
            Tier.Medium => new("●●○○", words, BoxStyle.Accent),
            Tier.High => new("●●●○", words, BoxStyle.Warning),
            Tier.Critical => new("●●●●", words, BoxStyle.Attention),
        };
}

/// <summary>Names of colours that follow the theme of the reader, never colours themselves.</summary>
public static class BoxStyle
{
    public const string Good = "good";
    public const string Accent = "accent";
    public const string Warning = "warning";
    public const string Attention = "attention";
}
