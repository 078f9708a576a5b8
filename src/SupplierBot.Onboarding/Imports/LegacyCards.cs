using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Imports;

/// <summary>What an owner is asked once a week: a few suppliers from before the register, the one due first at the top.</summary>
public static class LegacyCards
{
    /// <summary>A week and a person: an assessment takes some minutes, and nobody does thirty in a row.</summary>
    public const int MostAWeek = 5;
    private const int LongestSupplier = 80;

    /// <param name="entries">All of this owner's.</param>
    public static View Portion(IReadOnlyCollection<RegisterEntry> entries, Context context)
    {
        var wording = context.Wording;
        var first = entries.OrderBy(entry => entry.NextReview).ThenBy(entry => entry.Id, StringComparer.Ordinal).Take(MostAWeek).ToList();
        var title = wording.Fill("legacy.portion", ("n", CaseTexts.Number(first.Count)));
        var left = entries.Count - first.Count;
        return new View.Notice(
            title,
            [new(wording["legacy.portion_why"])],
            left > 0 ? wording.Fill("legacy.portion_left", ("n", CaseTexts.Number(left))) : ""
        )
        {
            Plain = title,
            Rows = [.. first.Select(entry => Row(entry, context))],
        };
    }

    private static CardRow Row(RegisterEntry entry, Context context) =>
        new(
            Texts.Clip(entry.Service.Length == 0 ? entry.Supplier : $"{entry.Supplier} · {entry.Service}", LongestSupplier),
            context.Wording.Fill(
                entry.NextReview < context.Calendar.Today(context.Now) ? "legacy.row_late" : "legacy.row",
                ("entry", entry.Id),
                ("day", entry.NextReview is { } day ? Dates.Day(day, context) : context.Wording["words.soon"])
            ),
            new(context.Wording["legacy.row_button"], Verbs.Say, Says: $"assess {entry.Id}")
        );
}
