using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Views;

/// <summary>The first suppliers that may be used, and the way to all of them.</summary>
public static class InUseCard
{
    public const int MostRows = 3;

    private static readonly RegisterFilter InUse = new() { Part = RegisterPart.InUse };

    /// <param name="entries">By name, of whatever state.</param>
    /// <returns>Null where none of them may be used.</returns>
    public static View.Entries? Show(IReadOnlyList<RegisterEntry> entries, Policy policy, Context context)
    {
        var today = context.Calendar.Today(context.Now);
        var rows = entries
            .Select(entry => entry.AsOf(context.Now))
            .Where(entry => RegisterFilter.IsIn(RegisterPart.InUse, entry, today))
            .Take(MostRows)
            .Select(entry =>
                Rows.Entry(entry.Id, entry.Supplier, entry.Tier, EntryCard.Words(entry, policy, context), "button.open", context)
            )
            .ToList();
        var title = context.Wording["home.in_use"];
        return rows.Count == 0
            ? null
            : new View.Entries(title, "", [new("", rows)], null, "")
            {
                Plain = title,
                Buttons = [new(context.Wording["home.in_use_all"], Verbs.Say, Says: RegisterWords.Command(InUse))],
            };
    }
}
