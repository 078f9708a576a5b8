using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Views;

/// <param name="Group">The heading it stands under; empty where the list has none.</param>
internal sealed record ListRow(string Group, string Id, string Name, string Words);

/// <summary>The rows that were read, and what is known of the rest.</summary>
internal sealed record ListRows(IReadOnlyList<ListRow> Rows, ListEnds Ends)
{
    public int Count => Ends.Before + Rows.Count + Ends.After;

    public IReadOnlyList<ListRow> Page(int from) => [.. Rows.Skip(from - Ends.Before).Take(CaseLists.PageLength)];

    /// <summary>"20+" where the list goes on.</summary>
    public string Words(int number) => CaseTexts.Number(number) + (Ends.GoesOn ? "+" : "");
}

/// <summary>Ten rows a page, a choice among them, and what can be done with the chosen one.</summary>
internal static class ListCard
{
    /// <param name="command">What was said to get the list: the next page asks again.</param>
    public static View.Entries Show(
        string title,
        string small,
        ListRows rows,
        int from,
        string command,
        IReadOnlyList<Button> more,
        Context context
    )
    {
        from = CaseLists.FirstOf(from, rows.Count);
        var page = rows.Page(from);
        var left = rows.Count - from - page.Count;
        return new(
            title,
            small,
            [
                .. page.GroupBy(row => row.Group)
                    .Select(group => new EntryGroup(group.Key, [.. group.Select(row => new LabelledText(row.Words, row.Name))])),
            ],
            page.Count == 0
                ? null
                : FormFields.One(
                    CardPress.Pick,
                    context.Wording["list.pick"],
                    "",
                    [.. page.Select(row => new FieldChoice(row.Id, Texts.Clip($"{row.Name} · {row.Id}", 75)))]
                ),
            left > 0 ? context.Wording.Fill("list.more", ("n", rows.Words(left))) : ""
        )
        {
            Plain = Texts.Clip(title, 120),
            Buttons = [.. Buttons(page.Count > 0, left > 0 ? from + CaseLists.PageLength : null, command, more, context)],
        };
    }

    private static IEnumerable<Button> Buttons(bool any, int? next, string command, IReadOnlyList<Button> more, Context context)
    {
        if (any)
            yield return new(context.Wording["button.open"], Verbs.Open, Style: ButtonStyle.Main, Checks: true);
        foreach (var button in more)
            yield return button;
        if (next is { } from)
            yield return new(
                context.Wording["button.more"],
                Verbs.NextPage,
                string.Create(CultureInfo.InvariantCulture, $"{from} {command}")
            );
    }
}
