using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Onboarding.Views;

/// <summary>A complete draft, assessed: what the parts of the summary are made from.</summary>
internal sealed record AssessedDraft(Draft Draft, Answers Answers, Assessment Assessment, TurnState State, Policy Policy, Context Context)
{
    public Wording Wording => Context.Wording;
    public TierDefinition Tier => Policy.DefinitionOf(Assessment.Tier);

    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> holes) => Wording.Fill(key, holes);

    public string Due(Tier tier) => Dates.Day(Context.Calendar.DueAfter(Context.Now, Policy.DefinitionOf(tier).WorkingDays), Context);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Before sending: the result, why, what is open and what happens next.</summary>
internal static class SummaryCard
{
    public const string Page = "summary";

    /// <summary>On cards from before: the page to change, picked from a list.</summary>
    public const string Change = "change";

    /// <summary>Of the open points; people read the first and send.</summary>
    private const int MostOpen = 3;
    private const int LongestSupplier = 60;
    private const int LongestService = 60;

    public static View.Summary Show(Draft draft, Answers answers, TurnState state, Policy policy, Context context, string problem)
    {
        var shown = new AssessedDraft(draft, answers, Reassessment.Of(policy, draft, answers, state), state, policy, context);
        var (wording, assessment) = (context.Wording, shown.Assessment);
        return new(
            wording[
                draft.ReviewOrigin is not null ? "summary.title_review"
                : draft.EditsCase is null ? "summary.title"
                : "summary.title_change"
            ],
            Small(shown),
            problem,
            SummaryChanges.Of(shown),
            shown.Tier.Title,
            shown.Tier.Words,
            SummaryReasons.Sentence(shown),
            [.. SummaryReasons.Checks(shown)],
            shown.Say("summary.open", ("n", AssessedDraft.Number(assessment.OpenPoints.Count))),
            [.. OpenPoints(shown)],
            [.. TierReductionHints.Lines(shown)],
            [.. SummaryNextSteps.Of(shown)],
            [.. SummarySections.Of(shown)],
            [.. Fields(shown)],
            wording["summary.foot"]
        )
        {
            Plain = shown.Say("summary.plain", ("supplier", DraftCards.SupplierOf(draft, LongestSupplier))),
            Stamp = CardStamp.OfDraft(draft.Id, Page, draft.Revision),
            Badge = TierBadge.Of(assessment.Tier, shown.Tier.Title),
            Buttons = Buttons(shown),
        };
    }

    private static string Small(AssessedDraft shown)
    {
        var types = string.Join(", ", shown.Assessment.Types.Select(type => shown.Policy.Type(type).Words));
        var service = Texts.Clip(shown.Answers.One("service") ?? "", LongestService);
        var supplier = DraftCards.SupplierOf(shown.Draft, LongestSupplier);
        return shown.Say("summary.small", ("supplier", service.Length == 0 ? supplier : $"{supplier}, {service}"), ("types", types));
    }

    private static IEnumerable<LabelledText> OpenPoints(AssessedDraft shown)
    {
        var open = shown.Assessment.OpenPoints;
        foreach (var id in open.Take(MostOpen))
            yield return OpenPoint(shown, shown.Policy.Question(id));
        if (open.Count > MostOpen)
            yield return new(shown.Say("list.more", ("n", AssessedDraft.Number(open.Count - MostOpen))));
    }

    private static LabelledText OpenPoint(AssessedDraft shown, Question question) =>
        new(question.Tip is { } tip ? shown.Say("summary.open_tip", ("tip", tip)) : shown.Wording["summary.open_point"], question.Label);

    private static IEnumerable<Field> Fields(AssessedDraft shown)
    {
        var wording = shown.Wording;
        if (shown.Assessment.Types.Count > 1)
            yield return Choice(
                Interview.Main,
                wording["summary.main"],
                wording["summary.main_help"],
                shown.Assessment.Type,
                shown.Assessment.Types.Select(type => new FieldChoice(type, Capital(shown.Policy.Type(type).Words)))
            );
    }

    private static Field Choice(string id, string label, string help, string value, IEnumerable<FieldChoice> choices) =>
        new(id, FieldKind.One, label, help, value, false, "", "", "", 0, [.. choices]);

    private static List<Button> Buttons(AssessedDraft shown) =>
        [
            new(
                shown.Wording[
                    shown.Draft.ReviewOrigin is not null ? "summary.send_review"
                    : shown.Draft.EditsCase is null ? "summary.send"
                    : "summary.send_change"
                ],
                Verbs.Submit,
                Style: ButtonStyle.Main,
                Checks: true
            ),
            new(shown.Wording["summary.edit"], Verbs.Edit, Checks: true),
            new(shown.Wording["page.stop"], Verbs.Cancel, Rare: true),
        ];

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}

/// <summary>For a request that was sent before: what differs from what the reviewers know.</summary>
internal static class SummaryChanges
{
    public static string Of(AssessedDraft shown)
    {
        if (shown.Draft.EditsCase is { } edited)
            return Of(shown, edited, shown.State.Case, "summary.changes");
        if (shown.Draft.FollowsCase is not { } followed)
            return "";
        return Of(shown, followed, shown.State.Before, shown.Draft.ReviewOrigin is null ? "summary.follows" : "summary.reviews");
    }

    private static string Of(AssessedDraft shown, string id, Case? before, string key)
    {
        var changed = before is { } sent && sent.Id == id ? Differences(shown, sent).ToList() : [];
        (string, string)[] holes = [("case", id), ("entry", before?.EntryId ?? ""), ("changes", string.Join("; ", changed))];
        return shown.Say(changed.Count == 0 ? $"{key}_nothing" : key, holes);
    }

    private static IEnumerable<string> Differences(AssessedDraft shown, Case sent) =>
        shown
            .Policy.Questions.Select(question =>
                (
                    question.Label,
                    Before: AnswerTexts.Of(question, sent.Answers, shown.Context),
                    After: AnswerTexts.Of(question, shown.Answers, shown.Context)
                )
            )
            .Where(answer => answer.Before != answer.After)
            .Select(answer =>
                shown.Say(
                    "summary.changed_answer",
                    ("label", answer.Label),
                    ("before", Said(answer.Before, shown)),
                    ("after", Said(answer.After, shown))
                )
            );

    private static string Said(string words, AssessedDraft shown) =>
        words.Length == 0 ? shown.Wording["summary.unanswered"] : Texts.Clip(words, 80);
}

/// <summary>What is there for those who ask: the points of the contract, the documents, the arithmetic.</summary>
internal static class SummarySections
{
    public static IEnumerable<Section> Of(AssessedDraft shown) =>
        new[]
        {
            new Section(
                "contract",
                shown.Wording["summary.fold_contract"],
                [.. shown.Assessment.Clauses.Select(clause => Clause(shown, clause))],
                SummaryContract.Line(shown)
            ),
            new Section(
                "documents",
                shown.Wording["summary.fold_documents"],
                [
                    .. shown.Assessment.Evidence.Select(document => new LabelledText(
                        shown.Say("summary.because", ("because", document.Because)),
                        document.Title
                    )),
                ],
                Counted(shown, "summary.documents", shown.Assessment.Evidence.Count)
            ),
            Answers(shown),
            new Section(
                "risks",
                shown.Wording["card.risks"],
                [
                    .. shown
                        .Assessment.Types.SelectMany(type => shown.Policy.Type(type).Risks)
                        .Select(risk => new LabelledText(risk.Words, risk.Title)),
                ]
            ),
            new Section("points", shown.Wording["summary.fold_points"], [.. Points(shown)]),
        }.Where(section => section.Any);

    private static Section Answers(AssessedDraft shown)
    {
        var lines = AnswerLines(shown).ToList();
        return new("answers", shown.Wording["card.answers"], lines, Counted(shown, "summary.answers", lines.Count));
    }

    private static IEnumerable<LabelledText> AnswerLines(AssessedDraft shown) =>
        shown
            .Policy.Questions.Select(question => new LabelledText(
                AnswerTexts.Linked(question, AnswerTexts.Of(question, shown.Answers, shown.Context)),
                question.Label
            ))
            .Where(line => line.Text.Length > 0)
            .Concat(
                shown.Answers.Answered("owner")
                    ? []
                    : [new LabelledText(shown.Wording["summary.owner_you"], shown.Policy.Question("owner").Label)]
            );

    private static string Counted(AssessedDraft shown, string key, int count) => shown.Say(key, ("n", AssessedDraft.Number(count)));

    private static LabelledText Clause(AssessedDraft shown, RequiredClause clause) =>
        new(shown.Say("summary.clause", ("plain", clause.Plain), ("because", clause.Because)), clause.Title);

    private static IEnumerable<LabelledText> Points(AssessedDraft shown)
    {
        var (assessment, policy) = (shown.Assessment, shown.Policy);
        foreach (var part in assessment.Parts.Where(part => part.Points > 0))
            yield return new(AssessedDraft.Number(part.Points), part.Words);
        yield return new(Total(shown));
        foreach (var floor in assessment.Floors)
            yield return new(shown.Say("summary.rule", ("words", floor.Words), ("tier", policy.DefinitionOf(floor.Minimum).Title)));
    }

    private static string Total(AssessedDraft shown)
    {
        var score = shown.Assessment.Score;
        var next = shown.Policy.Tiers.FirstOrDefault(tier => tier.From > score);
        return next is null
            ? shown.Say("summary.total", ("score", AssessedDraft.Number(score)))
            : shown.Say(
                "summary.total_next",
                ("score", AssessedDraft.Number(score)),
                ("tier", next.Title),
                ("from", AssessedDraft.Number(next.From))
            );
    }
}
