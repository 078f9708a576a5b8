using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Views;

/// <summary>One page of the intake: the questions that belong on one card.</summary>
internal static class PageCard
{
    private const int LongestSupplier = 80;

    public static View.Page Show(Draft draft, QuestionPage page, IReadOnlyList<Hint> hints, string problem, Policy policy, Context context)
    {
        var wording = context.Wording;
        var asked = AskedQuestions.Of(policy, draft.Answers);
        var (pages, questions) = (asked.Pages(), asked.On(page));
        var place = Math.Max(0, pages.FindIndex(one => one.Id == page.Id));
        return new(
            page.Title,
            Small(draft, place + 1, pages.Count, wording),
            string.Join(
                ' ',
                new[] { problem, hints.Any(hint => hint.Blocks) ? wording["page.problem"] : "" }.Where(text => text.Length > 0)
            ),
            [.. questions.Select(question => QuestionFields.Of(question, draft.Answers, hints, wording))],
            questions.Any(question => question.Choices.Any(choice => choice.Id == "not_sure")) ? wording["page.foot"] : ""
        )
        {
            Plain = wording.Fill("page.plain", ("title", page.Title), ("step", Number(place + 1)), ("most", Number(pages.Count))),
            Stamp = CardStamp.OfDraft(draft.Id, page.Id, draft.Revision),
            Buttons = Buttons(place, pages.Count, wording),
        };
    }

    private static string Small(Draft draft, int step, int most, Wording wording)
    {
        var (supplier, steps) = (DraftCards.SupplierOf(draft, LongestSupplier), (("step", Number(step)), ("most", Number(most))));
        return supplier.Length == 0
            ? wording.Fill("page.small_unnamed", steps.Item1, steps.Item2)
            : wording.Fill("page.small", ("supplier", supplier), steps.Item1, steps.Item2);
    }

    private static List<Button> Buttons(int place, int pages, Wording wording) =>
        [
            new(wording[place == pages - 1 ? "page.result" : "page.following"], Verbs.Answer, Style: ButtonStyle.Main, Checks: true),
            .. place == 0 ? Array.Empty<Button>() : [new(wording["page.back"], Verbs.Back)],
            new(wording["page.stop"], Verbs.Cancel),
        ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What the message of a draft shows now: the first page with a gap, or the summary.</summary>
public static class DraftCards
{
    public static View Show(Draft draft, TurnState state, Policy policy, Context context) => Show(draft, state, policy, context, "");

    /// <param name="problem">What stands on top; may be empty.</param>
    internal static View Show(Draft draft, TurnState state, Policy policy, Context context, string problem, bool askedFor = false) =>
        Interview.Replay(policy, draft, context.Calendar.Today(context.Now)) switch
        {
            InterviewState.Asking(var page, var hints) => PageCard.Show(
                draft,
                page,
                askedFor ? hints : Wrong(hints),
                problem,
                policy,
                context
            ),
            InterviewState.Complete(var answers) => SummaryCard.Show(draft, answers, state, policy, context, problem),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };

    /// <summary>A page somebody has not sent yet is not scolded for its empty fields.</summary>
    internal static IReadOnlyList<Hint> Wrong(IEnumerable<Hint> hints) => [.. hints.Where(hint => hint.Kind != HintKind.Required)];

    internal static string SupplierOf(Draft draft, int length) => Texts.Clip(TypedText.OneLine(draft.Answers.One("name") ?? ""), length);
}
