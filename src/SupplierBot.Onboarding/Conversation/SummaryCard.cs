using System.Globalization;

namespace SupplierBot.Onboarding;

/// <summary>Before sending: result, reasons, open points, what happens next (wording.md §5). Drawn anew after every change, so that "change this and see" needs nothing more.</summary>
internal static class SummaryCard
{
    private const int MostReasons = 3;

    public static View Of(Draft draft, Answers answers, Desk desk, Policy policy, Context context, string problem)
    {
        var assessment = Assessor.Assess(policy, answers);
        var (wording, tier) = (context.Wording, policy.TierLine(assessment.Tier));
        return new View.Summary(
            wording[draft.EditsCase is null ? "summary.title" : "summary.title_edit"],
            string.Join(", ", new[] { answers.One("name"), answers.One("service") }.OfType<string>()),
            problem,
            tier.Title,
            tier.Words,
            Reasons(assessment),
            Checks(assessment, policy),
            assessment.OpenPoints.Count == 0 ? "" : wording.Fill("summary.open", ("n", Number(assessment.OpenPoints.Count))),
            [.. assessment.OpenPoints.Select(policy.Question).Select(question => new Line(wording["summary.not_sure"] + (question.Tip is { } tip ? " " + tip : ""), question.Label))],
            Quicker.Lines(answers, assessment, policy, context),
            Next(answers, assessment, policy, context),
            Contract(answers, assessment, draft, wording),
            [.. assessment.Types.SelectMany(type => policy.Type(type).Risks).Select(risk => new Line(risk.Words, risk.Title))],
            AnswerLines.Of(answers, policy),
            [ContractPoints(assessment, wording), Arithmetic(assessment, policy, wording)],
            Fields(answers, assessment, policy, wording),
            wording["summary.foot"])
        {
            Plain = wording.Fill("summary.plain", ("tier", tier.Title)),
            Stamp = Stamp.OfDraft(draft.Id, "summary", draft.Revision),
            Buttons =
            [
                new(wording[draft.EditsCase is null ? "summary.send" : "summary.send_edit"], "submit", Style: ButtonStyle.Main, Checks: true),
                new(wording["summary.change"], "edit", Checks: true),
                new(wording["page.stop"], "cancel"),
            ],
        };
    }

    /// <summary>Floors first, then the parts that weigh most.</summary>
    private static IReadOnlyList<string> Reasons(Assessment assessment) =>
        [.. assessment.Floors.OrderByDescending(floor => floor.Minimum).Select(floor => floor.Words)
            .Concat(assessment.Parts.Where(part => part.Points > 0).OrderByDescending(part => part.Points).Select(part => part.Words))
            .Take(MostReasons)];

    private static IReadOnlyList<Line> Checks(Assessment assessment, Policy policy) =>
        [.. assessment.Checks
            .Select(raised => (Raised: raised, Text: policy.Checks.First(check => check.Id == raised.Id).ToRequester))
            .Where(pair => pair.Text is not null)
            .Select(pair => new Line(Texts.Fill(pair.Text!, ("match", pair.Raised.Match ?? ""))))];

    private static IReadOnlyList<string> Next(Answers answers, Assessment assessment, Policy policy, Context context)
    {
        var due = context.Calendar.DueAfter(context.Now, policy.TierLine(assessment.Tier).WorkingDays);
        var lines = new List<string>
        {
            context.Wording.Fill("summary.who", ("who", Deciders.Words(assessment.Approvals, context)), ("due", Dates.Day(due, context))),
        };
        if (Dates.Parse(answers.One("start")) is { } start) lines.Add(Wish(start, context.Calendar.Today(due), context));
        return lines;
    }

    private static string Wish(DateOnly start, DateOnly due, Context context) => context.Wording.Fill(
        start < context.Calendar.Today(context.Now) ? "summary.in_use" : start >= due ? "summary.fits" : "summary.sooner",
        ("start", Dates.Day(start, context)));

    private static IReadOnlyList<string> Contract(Answers answers, Assessment assessment, Draft draft, Wording wording)
    {
        var points = ("n", Number(assessment.Clauses.Count));
        var first = assessment.Clauses.Count == 0 ? wording["summary.contract_none"]
            : assessment.InternalChecksOnly ? wording.Fill("summary.contract_checks", points, ("owner", answers.One("owner") ?? draft.Owner.Name))
            : wording.Fill(answers.One("deal") == "negotiated" ? "summary.contract_negotiated" : "summary.contract_terms", points);
        return assessment.Evidence.Count == 0 ? [first] : [first, wording.Fill("summary.documents", ("n", Number(assessment.Evidence.Count)))];
    }

    private static Fold ContractPoints(Assessment assessment, Wording wording) =>
        new("contract", wording["summary.fold_contract"], [.. assessment.Clauses.Select(clause => new Line(clause.Plain, clause.Title))]);

    private static Fold Arithmetic(Assessment assessment, Policy policy, Wording wording) => new("points", wording["summary.fold_points"],
    [
        .. assessment.Parts.Where(part => part.Points > 0).Select(part => new Line(part.Words, Number(part.Points))),
        new(wording.Fill("summary.sum", ("score", Number(assessment.Score)), ("tier", policy.TierLine(assessment.Tier).Title))),
        .. assessment.Floors.Select(floor => new Line(floor.Words, wording.Fill("summary.rule", ("tier", policy.TierLine(floor.Minimum).Title)))),
    ]);

    private static IReadOnlyList<Field> Fields(Answers answers, Assessment assessment, Policy policy, Wording wording)
    {
        var pages = Interview.Pages(policy, answers).Select(page => new FieldChoice(page.Id, page.Title));
        var change = new Field(Summarising.Change, FieldKind.One, wording["summary.pick"], "", "", false, "", "", "", 0, [.. pages]);
        if (assessment.Types.Count < 2) return [change];
        var types = assessment.Types.Select(type => new FieldChoice(type, policy.Type(type).Words));
        return [new(Summarising.Main, FieldKind.One, wording["summary.main"], "", assessment.Type, false, "", "", "", 0, [.. types]), change];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
