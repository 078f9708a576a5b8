using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Views;

/// <summary>What people read about the providers of a supplier, drawn from the case as it is now.</summary>
internal static class ProviderCards
{
    private const int LongestName = 60;

    /// <summary>Many critical services depend on one provider: the supplier itself, or one behind it.</summary>
    public static View Critical(Case current, Notification notification, string slot, Context context)
    {
        if (!InUse(current) || current.Assessment.Tier != Tier.Critical)
            return Over(current, slot, context);
        Button[] buttons = [new(context.Wording["button.changed"], Verbs.Changed, Style: ButtonStyle.Main), .. Opens(context)];
        var providers = (current.CriticalProviders ?? []).Where(provider => !SupplierNames.Same(provider.Name, current.Supplier)).ToList();
        if (providers.Count == 0 || providers.Count < current.CriticalProviders!.Count)
            return NotificationNotice.Create(
                current,
                slot,
                context,
                "told.critical_services",
                buttons,
                ("n", CaseTexts.Number(Own(current)?.Services ?? notification.Number))
            );
        return NotificationNotice.Create(
            current,
            slot,
            context,
            "told.critical_provider",
            buttons,
            ("provider", string.Join(", ", providers.Select(provider => Short(provider.Name)))),
            ("n", CaseTexts.Number(providers.Max(provider => provider.Services)))
        );
    }

    /// <summary>Something happened to a provider, for who looks after what depends on it.</summary>
    public static View Changed(Case current, string slot, Context context)
    {
        if (!InUse(current) || current.ProviderChange is not { } change)
            return Over(current, slot, context);
        var due = change.Triggers.Contains(CriticalServices.Trigger);
        return NotificationNotice.Create(
            current,
            slot,
            context,
            $"told.provider_{change.Kind}{(due ? "_due" : "")}",
            [new(context.Wording["button.renew"], Verbs.Renew, Style: ButtonStyle.Main), .. Opens(context)],
            ("provider", Short(change.Provider)),
            ("entry", change.Entry),
            ("n", CaseTexts.Number(change.Critical)),
            ("day", Dates.Day(change.At, context))
        );
    }

    private static View Over(Case current, string slot, Context context) =>
        NotificationNotice.Create(current, slot, context, "told.clock_over", [], ("outcome", CaseTexts.Outcome(current, context)));

    private static CriticalProvider? Own(Case current) =>
        current.CriticalProviders?.FirstOrDefault(provider => SupplierNames.Same(provider.Name, current.Supplier));

    private static bool InUse(Case current) => current is { IsApproved: true, Offboarding: null, Replaced: false };

    private static string Short(string name) => Texts.Clip(TypedText.OneLine(name), LongestName);

    private static Button[] Opens(Context context) => [new(context.Wording["button.open"], Verbs.Open)];
}
