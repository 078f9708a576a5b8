namespace SupplierBot.Onboarding.Views;

/// <summary>A list says that lines are missing in it, instead of looking whole.</summary>
public static class UnreadableRowsNotice
{
    /// <param name="unread">Rows that could not be read for it.</param>
    public static View? On(View? view, int unread, Wording wording) => (unread, view) switch
    {
        (0, _) => view,
        (_, View.Entries list) => list with { More = list.More.Length == 0 ? Words(unread, wording) : $"{list.More}. {Words(unread, wording)}" },
        (_, View.Notice notice) => notice with { Lines = [.. notice.Lines, new LabelledText(Words(unread, wording))] },
        _ => view,
    };

    private static string Words(int unread, Wording wording) => unread == 1 ? wording["list.unread_one"] : wording.Fill("list.unread", ("n", CaseTexts.Number(unread)));
}
