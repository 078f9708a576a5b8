using System.Diagnostics;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.TextConsole;

/// <summary>What a console shows of each view: its sentences from top to bottom, and what can be filled in.</summary>
internal static class ConsoleText
{
    public static IEnumerable<string> LinesOf(View view, Wording wording) =>
        Sentences(view, wording).Where(sentence => sentence.Length > 0).Select(Links.Plain);

    public static IReadOnlyList<Field> FieldsOf(View view) =>
        view switch
        {
            View.Page page => page.Fields,
            View.Form form => [.. form.Blocks.SelectMany(block => block.Fields), .. form.Fields],
            View.Summary summary => summary.Fields,
            View.Deciding deciding => [.. deciding.Fields, .. deciding.More],
            View.Entries { Pick: { } pick } => [pick],
            _ => [],
        };

    private static IEnumerable<string> Sentences(View view, Wording wording) =>
        view switch
        {
            View.Notice it => [it.Title, .. Texts(it.Lines), .. it.Rows.SelectMany(row => new[] { row.Title, row.Text }), it.Small],
            View.Page it => [it.Title, it.Step, it.Small, it.Problem, it.Foot],
            View.Form it => [it.Title, .. Texts(it.Lines), .. Texts(it.Rows, it.RowsTitle), it.Problem, it.Foot],
            View.Summary it => OfSummary(it, wording),
            View.Receipt it =>
            [
                it.Title,
                it.Small,
                it.Problem,
                .. it.Steps.SelectMany(step => new[] { step.Title, step.Text }),
                .. Texts(it.Details),
                .. it.Lines,
                .. Texts(it.Sections),
            ],
            View.Review it =>
            [
                .. new[] { it.Title, it.Small, it.Badge?.Words ?? "", it.Tier, it.Due, it.Purpose, it.From },
                .. Texts(it.Details),
            ],
            View.Deciding it => OfDeciding(it, wording),
            View.Background it => [it.Title, .. Texts(it.Sections)],
            View.Decided it =>
            [
                it.Title,
                it.Small,
                it.Problem,
                it.Status.Lead,
                it.Status.Text,
                .. Texts(it.Decisions),
                .. Texts(it.Conditions, wording["card.conditions"]),
                .. Texts(it.Details),
                .. Texts(it.Sections),
                it.Foot,
            ],
            View.Entry it => [it.Title, .. Texts([.. it.Words()])],
            View.Download it => [it.Title, it.Lead, it.Text, it.Address, it.Small],
            View.Entries it => [it.Title, it.Small, .. it.Groups.SelectMany(group => Texts(group.Rows, group.Title)), it.More],
            _ => throw new UnreachableException(),
        };

    private static IEnumerable<string> OfSummary(View.Summary it, Wording wording) =>
        [
            .. new[] { it.Title, it.Small, it.Problem, it.Changes, it.Tier, it.TierWords },
            it.Why,
            .. Texts(it.Checks, wording["card.check"]),
            .. Texts(it.OpenPoints, it.OpenTitle),
            .. it.Quicker,
            .. Texts(it.Next, wording["card.next"]),
            .. Texts(it.Sections),
            it.Foot,
        ];

    private static IEnumerable<string> OfDeciding(View.Deciding it, Wording wording) =>
        [
            .. new[] { it.Title, it.Small, it.Problem, it.Badge?.Words ?? "", it.Tier, it.Due, it.Purpose, it.From },
            .. it.News,
            .. Texts(it.Refused, wording["card.refused_before"]),
            .. Texts(it.Details),
            .. Texts(it.OpenPoints, ""),
            .. Texts(it.Checks, wording["card.check"]),
            .. Texts(it.Sections),
            it.IfApproved,
            it.Foot,
        ];

    private static IEnumerable<string> Texts(IReadOnlyList<Section> sections) =>
        sections.SelectMany(section => Texts(section.Lines, section.Title));

    private static IEnumerable<string> Texts(IReadOnlyList<CardRow> rows, string title) =>
        Texts([.. rows.Select(row => new LabelledText(row.Text, row.Title))], title);

    private static IEnumerable<string> Texts(IReadOnlyList<LabelledText> lines, string title = "") =>
        Texts([.. lines.Select(line => line.Labelled ? $"{line.Label}: {line.Text}" : line.Text)], title);

    /// <summary>A title stands above what is below it, and nowhere alone.</summary>
    private static IEnumerable<string> Texts(IReadOnlyList<string> lines, string title) => lines.Count == 0 ? [] : [title, .. lines];
}
