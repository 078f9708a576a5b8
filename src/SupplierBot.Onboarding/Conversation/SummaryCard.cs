using System.Globalization;

namespace SupplierBot.Onboarding;

/// <summary>A complete draft, assessed: what the parts of the summary are made from.</summary>
internal sealed record Assessed(Draft Draft, Answers Answers, Assessment Assessment, Desk Desk, Policy Policy, Context Context)
{
    public Wording Wording => Context.Wording;
    public TierLine Tier => Policy.TierLine(Assessment.Tier);
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> holes) => Wording.Fill(key, holes);
    public string Due(Tier tier) => Dates.Day(Context.Calendar.DueAfter(Context.Now, Policy.TierLine(tier).WorkingDays), Context);
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Before sending: the result, why, what is open and what happens next (wording.md §5).</summary>
internal static class SummaryCard
{
    public const string Page = "summary";
    public const string Change = "change";
    private const int LongestSupplier = 60;
    private const int LongestService = 60;

    public static View.Summary Show(Draft draft, Answers answers, Desk desk, Policy policy, Context context, string problem)
    {
        var shown = new Assessed(draft, answers, Assessor.Assess(policy, answers), desk, policy, context);
        var (wording, assessment) = (context.Wording, shown.Assessment);
        return new(
            wording[draft.Renews is not null ? "summary.title_review" : draft.EditsCase is null ? "summary.title" : "summary.title_change"],
            Small(shown),
            string.Join(' ', new[] { problem, SummaryChanges.Of(shown) }.Where(text => text.Length > 0)),
            shown.Tier.Title,
            shown.Tier.Words,
            SummaryReasons.Of(shown),
            [.. SummaryReasons.Checks(shown)],
            shown.Say("summary.open", ("n", Assessed.Number(assessment.OpenPoints.Count))),
            [.. assessment.OpenPoints.Select(id => OpenPoint(shown, policy.Question(id)))],
            [.. Quicker.Lines(shown)],
            [.. SummaryNext.Of(shown)],
            [.. SummaryContract.Lines(shown)],
            [.. assessment.Types.SelectMany(type => policy.Type(type).Risks).Select(risk => new Line(risk.Words, risk.Title))],
            [.. Answers(shown)],
            [.. SummaryFolds.Of(shown)],
            [.. Fields(shown)],
            wording["summary.foot"])
        {
            Plain = shown.Say("summary.plain", ("supplier", DraftCards.SupplierOf(draft, LongestSupplier))),
            Stamp = Stamp.OfDraft(draft.Id, Page, draft.Revision),
            Buttons = Buttons(shown),
        };
    }

    private static string Small(Assessed shown)
    {
        var types = string.Join(", ", shown.Assessment.Types.Select(type => shown.Policy.Type(type).Words));
        var service = Texts.Clip(shown.Answers.One("service") ?? "", LongestService);
        var supplier = DraftCards.SupplierOf(shown.Draft, LongestSupplier);
        return shown.Say("summary.small", ("supplier", service.Length == 0 ? supplier : $"{supplier}, {service}"), ("types", types));
    }

    private static Line OpenPoint(Assessed shown, Question question) =>
        new(question.Tip is { } tip ? shown.Say("summary.open_tip", ("tip", tip)) : shown.Wording["summary.open_point"], question.Label);

    private static IEnumerable<Line> Answers(Assessed shown) => shown.Policy.Questions
        .Select(question => new Line(AnswerWords.Of(question, shown.Answers, shown.Context), question.Label))
        .Where(line => line.Text.Length > 0)
        .Concat(shown.Answers.Answered("owner") ? [] : [new Line(shown.Wording["summary.owner_you"], shown.Policy.Question("owner").Label)]);

    private static IEnumerable<Field> Fields(Assessed shown)
    {
        var wording = shown.Wording;
        if (shown.Assessment.Types.Count > 1) yield return Choice(Interview.Main, wording["summary.main"], wording["summary.main_help"], shown.Assessment.Type, shown.Assessment.Types.Select(type => new FieldChoice(type, Capital(shown.Policy.Type(type).Words))));
        yield return Choice(Change, wording["summary.change"], "", "", Interview.Pages(shown.Policy, shown.Draft.Answers).Select(page => new FieldChoice(page.Id, page.Title)));
    }

    private static Field Choice(string id, string label, string help, string value, IEnumerable<FieldChoice> choices) =>
        new(id, FieldKind.One, label, help, value, false, "", "", "", 0, [.. choices]);

    private static List<Button> Buttons(Assessed shown) =>
    [
        new(shown.Wording[shown.Draft.Renews is not null ? "summary.send_review" : shown.Draft.EditsCase is null ? "summary.send" : "summary.send_change"], "submit", Style: ButtonStyle.Main, Checks: true),
        new(shown.Wording["summary.edit"], "edit", Checks: true),
        new(shown.Wording["page.stop"], "cancel"),
    ];

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
