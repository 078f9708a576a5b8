using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Views;

/// <summary>What one person is told about another tier, drawn from the case as it is now.</summary>
internal static class TierCards
{
    /// <summary>What is in use lapses as many days after its review was due.</summary>
    private const int DaysToReview = 30;

    public static View Show(Case current, Notification notification, string slot, Policy policy, Context context)
    {
        var (open, used) = (current.IsOpen, current is { IsApproved: true, Offboarding: null, Replaced: false });
        var lowered = current.TierChange?.Until is not null && (open || used);
        (string Key, Button[] Buttons)? said = notification.Kind switch
        {
            NotificationKind.TierChanged => ("told.tier_changed", []),
            NotificationKind.TierDecided when open => ("told.tier_decided", Opens(context)),
            NotificationKind.TierRaised when used && current.ReviewDue is not null => ("told.tier_raised", Reviews(context)),
            NotificationKind.TierLowered when used => ("told.tier_lowered", Opens(context)),
            NotificationKind.TierLoweringSoon when lowered => ("told.tier_lowering_soon", Opens(context)),
            NotificationKind.TierLoweringEnded when open => ("told.tier_lowering_ended_open", Opens(context)),
            NotificationKind.TierLoweringEnded when used => ("told.tier_lowering_ended", Reviews(context)),
            NotificationKind.RulesChanged when used && current.RulesChange is not null => ("told.rules_changed", Reviews(context)),
            _ => null,
        };
        return said is var (key, buttons)
            ? Notice(current, slot, key, buttons, policy, context)
            : NotificationNotice.Create(current, slot, context, "told.clock_over", [], ("outcome", CaseTexts.Outcome(current, context)));
    }

    private static Button[] Opens(Context context) => [new(context.Wording["button.open"], Verbs.Open, Style: ButtonStyle.Main)];

    private static Button[] Reviews(Context context) =>
        [new(context.Wording["button.renew"], Verbs.Renew, Style: ButtonStyle.Main), new(context.Wording["button.open"], Verbs.Open)];

    private static View.Notice Notice(
        Case current,
        string slot,
        string key,
        IReadOnlyList<Button> buttons,
        Policy policy,
        Context context
    ) =>
        NotificationNotice.Create(
            current,
            slot,
            context,
            key,
            buttons,
            ("tier", CaseTexts.Tier(current, context)),
            ("computed", CaseTexts.Tier(current.Assessment.Computed(), context)),
            ("title", TierTexts.Title(current, policy, context)),
            ("version", current.RulesChange?.PolicyVersion ?? ""),
            ("from", CaseTexts.Tier(current.RulesChange?.From ?? current.Assessment.Tier, context)),
            ("to", CaseTexts.Tier(current.RulesChange?.To ?? current.Assessment.Tier, context)),
            ("until", current.TierChange?.Until is { } until ? Dates.Day(until, context) : ""),
            ("n", CaseTexts.Number(Quorum.Of(current, context.Roles).Needed)),
            ("due", Dates.Day(current.DueAt, context)),
            ("day", current.ReviewDue is { } review ? Dates.Day(review.AddDays(DaysToReview), context) : "")
        );
}
