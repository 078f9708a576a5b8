using SupplierBot.Onboarding.Views;

namespace SupplierBot.Slack.Cards;

/// <summary>Which parts of a view the templates of Slack show, under which names, and what stands in front of a sentence. Pure.</summary>
internal static class SlackParts
{
    public static string Title(View view) =>
        view switch
        {
            View.Notice one => one.Title,
            View.Page one => one.Title,
            View.Form one => one.Title,
            View.Summary one => one.Title,
            View.Receipt one => one.Title,
            View.Review one => one.Title,
            View.Deciding one => one.Title,
            View.Decided one => one.Title,
            View.Entry one => one.Title,
            View.Entries one => one.Title,
            _ => "",
        };

    /// <summary>Rows that are joined to texts; a name without rows is there as well, with none.</summary>
    public static IEnumerable<(string Name, IEnumerable<string> Rows)> TextsOf(View view) =>
        LinesOf(view)
            .Select(part => (part.Name, part.Lines.Select(SlackTexts.Row)))
            .Concat(SentencesOf(view))
            .Concat(OneText(view).Select(part => (part.Name, part.Text.Length == 0 ? [] : (IEnumerable<string>)[part.Text])));

    public static IReadOnlyList<LabelledText> Details(View view) =>
        view switch
        {
            View.Receipt one => one.Details,
            View.Review one => one.Details,
            View.Deciding one => one.Details,
            View.Decided one => one.Details,
            _ => [],
        };

    public static IReadOnlyList<EntryGroup> Groups(View view) => view is View.Entries entries ? entries.Groups : [];

    public static IReadOnlyList<Section> Sections(View view) =>
        view switch
        {
            View.Summary one => one.Sections,
            View.Receipt one => one.Sections,
            View.Deciding one => one.Sections,
            View.Decided one => one.Sections,
            _ => [],
        };

    /// <summary>Each is an input block, whatever its kind.</summary>
    public static IReadOnlyList<Field> Fields(View view) =>
        view switch
        {
            View.Page one => one.Fields,
            View.Form one => one.Fields,
            View.Summary one => one.Fields,
            View.Deciding one => one.Fields,
            View.Entries { Pick: { } pick } => [pick],
            _ => [],
        };

    private static (string Name, IEnumerable<LabelledText> Lines)[] LinesOf(View view) =>
        view switch
        {
            View.Notice one => [("lineTexts", one.Lines)],
            View.Form one => [("lineTexts", one.Lines)],
            View.Entry one => [("lineTexts", one.Lines)],
            View.Summary one =>
            [
                ("checkTexts", one.Checks),
                ("openTexts", one.OpenPoints),
                ("riskTexts", one.Risks),
                ("answerTexts", one.Answers),
            ],
            View.Deciding one =>
            [
                ("refusedTexts", one.Refused),
                ("earlierTexts", one.Earlier),
                ("checkTexts", one.Checks),
                ("openTexts", one.OpenPoints),
            ],
            View.Decided one => [("decisionTexts", one.Decisions), ("conditionTexts", one.Conditions)],
            _ => [],
        };

    private static (string Name, IEnumerable<string> Rows)[] SentencesOf(View view) =>
        view switch
        {
            View.Summary one =>
            [
                ("reasonTexts", Bullets(one.Reasons)),
                ("quickerTexts", Bullets(one.Quicker)),
                ("nextTexts", one.Next),
                ("contractTexts", one.Contract),
            ],
            View.Deciding one => [("newsTexts", one.News)],
            View.Receipt one => [("lineTexts", one.Lines)],
            _ => [],
        };

    private static (string Name, string Text)[] OneText(View view) =>
        view switch
        {
            View.Page one => [("problemTexts", one.Problem)],
            View.Form one => [("problemTexts", one.HasProblem ? one.Problem : ""), ("thanksTexts", one.HasThanks ? one.Problem : "")],
            View.Summary one => [("problemTexts", one.Problem)],
            View.Receipt one => [("problemTexts", one.HasProblem ? one.Problem : ""), ("thanksTexts", one.HasThanks ? one.Problem : "")],
            View.Decided one => [("problemTexts", one.Problem)],
            View.Deciding one =>
            [
                ("problemTexts", one.HasProblem ? one.Problem : ""),
                ("thanksTexts", one.HasThanks ? one.Problem : ""),
                ("purposeTexts", one.Purpose),
                ("whyTexts", one.Why),
            ],
            View.Review one => [("purposeTexts", one.Purpose), ("whyTexts", one.Why), ("openTexts", one.Open)],
            _ => [],
        };

    private static IEnumerable<string> Bullets(IEnumerable<string> sentences) => sentences.Select(sentence => $"• {sentence}");
}
