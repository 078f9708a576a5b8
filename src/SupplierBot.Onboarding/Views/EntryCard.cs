using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Views;

/// <summary>The one-line answer from the register, for anyone.</summary>
internal static class EntryCard
{
    private const int Most = 10;

    public static View.Entry Of(IReadOnlyList<RegisterEntry> entries, Policy policy, Context context)
    {
        var title = context.Wording.Fill("entry.title", ("supplier", entries[0].Supplier));
        return new(title, [.. entries.Take(Most).Select(entry => new LabelledText(Words(entry, policy, context), entry.Service))])
        {
            Plain = Texts.Clip(title, 120),
            Buttons = [new(context.Wording["button.another_use"], Verbs.Say, Says: RequestReader.Saying("new", entries[0].Supplier))],
        };
    }

    public static string Words(RegisterEntry entry, Policy policy, Context context) =>
        entry.ComputedTier is null ? Standing(entry, policy, context) : $"{Standing(entry, policy, context)} {Tier(entry, context)}";

    /// <summary>What the rules give and what somebody set. Why is for those who see the request.</summary>
    private static string Tier(RegisterEntry entry, Context context) =>
        context.Wording.Fill(
            entry.TierUntil is null ? "entry.tier_raised" : "entry.tier_lowered",
            ("tier", CaseTexts.Tier(entry.Tier, context)),
            ("computed", CaseTexts.Tier(entry.ComputedTier!.Value, context)),
            ("day", entry.TierUntil is { } until ? Dates.Day(until, context) : "")
        );

    private static string Standing(RegisterEntry entry, Policy policy, Context context) =>
        context.Wording.Fill(
            $"entry.{entry.Status}",
            ("supplier", entry.Supplier),
            ("types", CaseTexts.Types(entry.Types, policy)),
            ("data", CaseTexts.Data(entry.Data, policy)),
            ("owner", entry.Owner.Name),
            ("due", entry.DueAt is { } due ? Dates.Day(due, context) : context.Wording["words.soon"]),
            ("month", entry.NextReview is { } review ? Dates.Month(review) : context.Wording["words.soon"]),
            ("ended", Dates.Month(context.Calendar.Today(entry.ChangedAt)))
        );
}
