using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Views;

/// <summary>What is said of suppliers that were in use before the register.</summary>
internal static class LegacyTexts
{
    /// <summary>A file may say none.</summary>
    public static string Owner(Person owner, Context context) => owner == Owners.Nobody ? context.Wording["legacy.no_owner"] : owner.Name;

    /// <summary>The way to the first assessment, where only one entry is meant.</summary>
    public static IEnumerable<Button> Starts(IReadOnlyList<RegisterEntry> shown, Context context) =>
        shown is [{ Status: EntryStatus.Legacy, Id: var id }]
            ? [new(context.Wording["legacy.start_button"], Verbs.Say, Style: ButtonStyle.Main, Says: $"assess {id}")]
            : [];
}
