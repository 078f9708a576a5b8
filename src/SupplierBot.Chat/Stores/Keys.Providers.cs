using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Chat.Stores;

/// <content>What finds the services that depend on a provider, and the cases of which something concerns them.</content>
public static partial class Keys
{
    /// <summary>A service by whom it depends on, the supplier itself among them; critical ones first of all.</summary>
    public static string DependsOn(string provider, Tier tier, string entryId) => $"{DependsOnPrefix(provider, tier)}{entryId}";

    public static string DependsOnPrefix(string provider, Tier tier) => $"{ProvidersOfPrefix(tier)}{IdentityOf(provider)}!";

    /// <summary>Of all providers, one after the other.</summary>
    public static string ProvidersOfPrefix(Tier tier) => $"{DependencyPrefix}p{Rank(tier)}!";

    /// <summary>A service by the country its data is in.</summary>
    public static string DataIn(string region, Tier tier, string entryId) => $"{DataInPrefix(region, tier)}{entryId}";

    public static string DataInPrefix(string region, Tier tier) => $"{DependencyPrefix}r{Rank(tier)}!{IdentityOf(region)}!";

    /// <summary>A critical service, whomever it depends on.</summary>
    public static string Critical(string entryId) => CriticalServicesPrefix + entryId;

    public const string CriticalServicesPrefix = DependencyPrefix + "t!";

    /// <summary>A case by the newest of what may concern those who depend on its supplier; the newest first.</summary>
    public static string Cause(DateTimeOffset at, string caseId) => CausesUntil(at) + caseId;

    /// <summary>Where the causes of that time and earlier begin.</summary>
    public static string CausesUntil(DateTimeOffset at) => $"{CausePrefix}{Ticks(DateTimeOffset.MaxValue.Ticks - at.UtcTicks)}-";

    /// <summary>What isn't critical is one range: nobody asks which of the other tiers it is.</summary>
    private static char Rank(Tier tier) => tier == Tier.Critical ? '0' : '1';
}
