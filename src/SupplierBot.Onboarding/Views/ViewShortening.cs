namespace SupplierBot.Onboarding.Views;

/// <summary>
/// A view in fewer words, for a channel that limits what a card may weigh. Histories and fold-outs go first, what is decided about last.
/// Inputs, buttons and stamps stay as they are: they are sent back.
/// </summary>
public static class ViewShortening
{
    /// <summary>Steps there are; each leaves less than the one before.</summary>
    public static int Steps => Levels.Length;

    /// <summary>Most characters of a text beside the folds, most characters of a text within them, and most rows of one list.</summary>
    private static readonly (int Text, int Folded, int Rows)[] Levels =
    [
        (int.MaxValue, 300, 60),
        (1200, 150, 40),
        (600, 120, 30),
        (300, 80, 20),
        (150, 60, 12),
        (80, 40, 8),
    ];

    /// <param name="step">From 0 to <see cref="Steps"/> − 1.</param>
    /// <param name="note">Says on the card that it was shortened.</param>
    public static View Shorter(View view, int step, string note)
    {
        var (most, folded, rows) = Levels[step];
        string Text(string text) => Texts.Clip(text, most);
        string Noted(string small) => small.Length == 0 ? note : $"{Text(small)} · {note}";
        IReadOnlyList<LabelledText> Lines(IReadOnlyList<LabelledText> lines) => Clipped(lines, most, rows);
        IReadOnlyList<string> Sentences(IReadOnlyList<string> sentences) =>
            [.. sentences.TakeLast(rows).Select(sentence => Texts.Clip(sentence, Math.Min(most, 600)))];
        IReadOnlyList<Section> Shortened(IReadOnlyList<Section> sections) =>
            [.. sections.Select(section => section with { Lines = Clipped(section.Lines, folded, rows) })];
        IReadOnlyList<CardRow> Rows(IReadOnlyList<CardRow> all) =>
            [.. all.Take(rows).Select(row => row with { Title = Texts.Clip(row.Title, most), Text = Texts.Clip(row.Text, most) })];
        return view switch
        {
            View.Notice one => one with
            {
                Title = Text(one.Title),
                Lines = Lines(one.Lines),
                Small = Noted(one.Small),
                Rows = Rows(one.Rows),
            },
            View.Form one => one with
            {
                Title = Text(one.Title),
                Lines = [.. Lines(one.Lines), new(note)],
                Problem = Text(one.Problem),
                Foot = Text(one.Foot),
            },
            View.Summary one => one with
            {
                Small = Noted(one.Small),
                Problem = Text(one.Problem),
                Changes = Text(one.Changes),
                Why = Text(one.Why),
                Checks = Lines(one.Checks),
                OpenPoints = Lines(one.OpenPoints),
                Quicker = Sentences(one.Quicker),
                Next = Sentences(one.Next),
                Sections = Shortened(one.Sections),
            },
            View.Receipt one => one with
            {
                Small = Noted(one.Small),
                Problem = Text(one.Problem),
                Details = Lines(one.Details),
                Lines = Sentences(one.Lines),
                Sections = Shortened(one.Sections),
            },
            View.Review one => one with
            {
                Small = Noted(one.Small),
                Purpose = Text(one.Purpose),
                From = Text(one.From),
                Details = Lines(one.Details),
            },
            View.Deciding one => one with
            {
                Small = Noted(one.Small),
                Problem = Text(one.Problem),
                Purpose = Text(one.Purpose),
                From = Text(one.From),
                News = Sentences(one.News),
                Details = Lines(one.Details),
                OpenPoints = Rows(one.OpenPoints),
                Checks = Lines(one.Checks),
                Refused = Lines(one.Refused),
                Sections = Shortened(one.Sections),
                IfApproved = Text(one.IfApproved),
            },
            View.Background one => one with { Title = Text(one.Title), Sections = [.. Shortened(one.Sections), Note(note)] },
            View.Decided one => one with
            {
                Small = Noted(one.Small),
                Problem = Text(one.Problem),
                Decisions = Lines(one.Decisions),
                Conditions = Rows(one.Conditions),
                Details = Lines(one.Details),
                Sections = Shortened(one.Sections),
                Foot = Text(one.Foot),
            },
            View.Entry one => one with
            {
                Title = Text(one.Title),
                Answers = [.. one.Answers.Select(answer => answer with { Facts = Lines(answer.Facts) })],
                Lines = [.. Lines(one.Lines), new(note)],
            },
            View.Entries one => one with
            {
                Small = Noted(one.Small),
                Groups = [.. one.Groups.Select(group => group with { Rows = Rows(group.Rows) })],
            },
            _ => view,
        };
    }

    private static Section Note(string note) => new("shortened", "", [new LabelledText(note)]);

    /// <summary>The latest of a long list: what happened last explains where things stand.</summary>
    private static IReadOnlyList<LabelledText> Clipped(IReadOnlyList<LabelledText> lines, int most, int rows) =>
        [.. lines.TakeLast(rows).Select(line => new LabelledText(Texts.Clip(line.Text, most), Texts.Clip(line.Label, most)))];
}
