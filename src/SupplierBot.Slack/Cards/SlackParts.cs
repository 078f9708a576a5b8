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
            View.Background one => one.Title,
            View.Decided one => one.Title,
            View.Entry one => one.Title,
            View.Entries one => one.Title,
            View.Download one => one.Title,
            _ => "",
        };

    /// <summary>Rows that are joined to texts; a name without rows is there as well, with none.</summary>
    public static IEnumerable<(string Name, IEnumerable<string> Rows)> TextsOf(View view) =>
        LinesOf(view)
            .Select(part => (part.Name, part.Lines.Select(SlackTexts.Row)))
            .Concat(SentencesOf(view))
            .Concat([("topTexts", Box(view.TopNotices)), ("errorTexts", Box(view.ErrorNotices))])
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
            View.Background one => one.Sections,
            _ => [],
        };

    /// <summary>Each is an input block, whatever its kind.</summary>
    public static IReadOnlyList<Field> Fields(View view) =>
        view switch
        {
            View.Page one => [.. one.Asked.Concat(one.Extras).SelectMany(field => field.Inputs())],
            View.Form one => one.Fields,
            View.Summary one => one.Fields,
            View.Deciding one => [.. one.Fields, .. one.More],
            View.Entries { Pick: { } pick } => [pick],
            _ => [],
        };

    public static IReadOnlyList<CardRow> Rows(View view) =>
        view switch
        {
            View.Notice one => one.Rows,
            View.Form one => one.Rows,
            View.Deciding one => [.. one.OpenPoints.Select(point => point with { Title = $"⚠️ {point.Title}" }), .. one.Agreements],
            _ => [],
        };

    /// <summary>What stands folded on the card of another channel, and can be opened here by a button.</summary>
    public static bool HasDetails(View view) => view is View.Deciding { Sections.Count: > 0 } or View.Decided { Sections.Count: > 0 };

    /// <summary>"🔵 *Medium risk* · Decide by Thu 3 Dec".</summary>
    public static string TierLine(View view)
    {
        var (tier, due) = view switch
        {
            View.Deciding one => (one.Tier, one.Due),
            View.Review one => (one.Tier, one.Due),
            _ => ("", ""),
        };
        return view.Badge is { } badge ? string.Join(" · ", new[] { Badge(badge), due, tier }.Where(text => text.Length > 0)) : "";
    }

    /// <summary>"🔵 *Medium risk*".</summary>
    public static string Badge(TierBadge badge) => $"{Circle(badge)} {SlackTexts.Bold(badge.Words)}";

    public static string Circle(TierBadge badge) =>
        badge.Style switch
        {
            BoxStyle.Good => "🟢",
            BoxStyle.Accent => "🔵",
            BoxStyle.Warning => "🟠",
            _ => "🔴",
        };

    private static (string Name, IEnumerable<LabelledText> Lines)[] LinesOf(View view) =>
        view switch
        {
            View.Notice one => [("lineTexts", one.Lines)],
            View.Form one => [("lineTexts", one.Lines)],
            View.Entry one => [("lineTexts", one.Lines)],
            View.Summary one => [("checkTexts", one.Checks), ("openTexts", one.OpenPoints)],
            View.Deciding one => [("refusedTexts", one.Refused)],
            View.Decided one => [("decisionTexts", one.Decisions)],
            _ => [],
        };

    private static (string Name, IEnumerable<string> Rows)[] SentencesOf(View view) =>
        view switch
        {
            View.Summary one => [("quickerTexts", one.Quicker), ("nextTexts", one.Next)],
            View.Deciding one => [("newsTexts", one.News), ("checkTexts", one.Checks.Select(check => $"⚠️ {check.Text}"))],
            View.Decided one => [("statusTexts", Box([one.Status])), ("conditionTexts", one.Conditions.Select(Condition))],
            View.Receipt one => [("lineTexts", one.Lines), ("stepTexts", one.Steps.Select(Step))],
            _ => [],
        };

    private static (string Name, string Text)[] OneText(View view) =>
        view switch
        {
            View.Summary one => [("changeTexts", one.Changes), ("whyTexts", one.Why)],
            View.Deciding one => [("purposeTexts", one.Purpose)],
            View.Review one => [("purposeTexts", one.Purpose)],
            _ => [],
        };

    private static string Condition(CardRow row) => $"{row.Title}\n{(row.IsUrgent ? "⚠️ " : "")}{row.Text}";

    /// <summary>With a mark that is an emoji here, and the first sentence in bold.</summary>
    private static IEnumerable<string> Box(IReadOnlyList<NoticeBox> boxes) =>
        boxes.Select(box => box.HasLead ? $"{Mark(box.Kind)} {SlackTexts.Bold(box.Lead)} {box.Text}" : $"{Mark(box.Kind)} {box.Text}");

    /// <summary>"✅ *Yes, you can use Acme Notes.*", below the service where there are several.</summary>
    public static string Verdict(View.EntryAnswer answer) =>
        string.Join('\n', [.. answer.HasService ? new[] { SlackTexts.Bold(answer.Service) } : [], .. Box([answer.Verdict])]);

    private static string Step(TimelineStep step) =>
        $"{(step.Style == BoxStyle.Good ? "✅" : step.Mark)} {SlackTexts.Bold(step.Title)} {step.Text}".TrimEnd();

    private static string Mark(NoticeKind kind) =>
        kind switch
        {
            NoticeKind.Info => "ℹ️",
            NoticeKind.Success => "✅",
            NoticeKind.Warning => "⚠️",
            NoticeKind.Error => "🚫",
        };
}
