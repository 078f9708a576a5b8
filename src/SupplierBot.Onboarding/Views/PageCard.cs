using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Views;

/// <summary>One page of the intake: the questions that belong on one card.</summary>
internal static class PageCard
{
    private const int LongestSupplier = 80;

    /// <summary>A page with more questions has all choices in lists that open, where the client has such lists.</summary>
    private const int MostSpread = 4;

    public static View.Page Show(
        Draft draft,
        QuestionPage page,
        IReadOnlyList<Hint> hints,
        string said,
        NoticeKind kind,
        Policy policy,
        Context context
    )
    {
        var (wording, blocked) = (context.Wording, hints.Any(hint => hint.Blocks));
        var asked = AskedQuestions.Of(policy, draft.Answers);
        var (pages, questions) = (asked.Pages(), asked.On(page));
        var place = Math.Max(0, pages.FindIndex(one => one.Id == page.Id));
        List<Field> fields =
        [
            .. questions.Select(question =>
                QuestionFields.Of(question, draft.Answers, hints, wording) with
                {
                    Lists = question.Kind == QuestionKind.One || questions.Count > MostSpread,
                    Extra = IsExtra(question),
                }
            ),
        ];
        var extras = questions.Where(IsExtra).ToList();
        // Everything is answered, so this is a change of one of the answers.
        var changes = Interview.Replay(policy, draft, context.Calendar.Today(context.Now)) is InterviewState.Complete;
        var step = Step(place + 1, pages.Count, Fewest(policy, draft.Answers, questions), wording);
        return new(
            page.Title,
            Small(draft, wording),
            string.Join(' ', new[] { said, blocked ? wording["page.problem"] : "" }.Where(text => text.Length > 0)),
            fields,
            pages.Find(one => asked.On(one).Exists(OffersNotSure))?.Id == page.Id ? wording["page.foot"] : ""
        )
        {
            ExtrasSmall = string.Join(", ", extras.Select(question => question.Label)),
            ExtrasOpen = fields.Exists(field => field.Extra && (field.HasError || field.Value != (policy.Question(field.Id).Preset ?? ""))),
            Step = changes ? "" : step,
            Plain = wording.Fill("page.plain", ("title", page.Title), ("step", step)),
            Stamp = CardStamp.OfDraft(draft.Id, page.Id, draft.Revision),
            ProblemKind = blocked ? NoticeKind.Error : kind,
            Buttons = changes ? Changing(wording) : Buttons(place, pages.Count, wording),
        };
    }

    /// <summary>Said once, on the first page where it can be answered.</summary>
    private static bool OffersNotSure(Question question) => question.Choice(Choices.NotSure) is not null;

    /// <summary>How many pages there are if everything still open on this one is answered as lightly as it can be.</summary>
    private static int Fewest(Policy policy, Answers answers, IEnumerable<Question> questions) =>
        AskedQuestions
            .Of(
                policy,
                questions
                    .Where(question => question.IsChoice && !answers.Answered(question.Id))
                    .Aggregate(answers, (given, question) => given.With(question.Id, question.Choices.MinBy(choice => choice.Rank)!.Id))
            )
            .Pages()
            .Count;

    /// <summary>"Step 4 of 4 or 5" where what is answered here decides.</summary>
    private static string Step(int step, int most, int fewest, Wording wording) =>
        wording.Fill(
            fewest < most ? "page.step_or" : "page.step",
            ("step", Number(step)),
            ("fewest", Number(fewest)),
            ("most", Number(most))
        );

    /// <summary>It can be left empty, or has an answer that holds for nearly everybody.</summary>
    private static bool IsExtra(Question question) => !question.Required || question.Preset is not null;

    private static string Small(Draft draft, Wording wording)
    {
        var supplier = DraftCards.SupplierOf(draft, LongestSupplier);
        return supplier.Length == 0 ? wording["page.small_unnamed"] : wording.Fill("page.small", ("supplier", supplier));
    }

    private static List<Button> Buttons(int place, int pages, Wording wording) =>
        [
            new(wording[place == pages - 1 ? "page.result" : "page.following"], Verbs.Answer, Style: ButtonStyle.Main, Checks: true),
            .. place == 0 ? Array.Empty<Button>() : [new(wording["page.back"], Verbs.Back)],
            new(wording["page.stop"], Verbs.Cancel, Rare: true),
        ];

    /// <summary>From the summary and back to it.</summary>
    private static List<Button> Changing(Wording wording) =>
        [
            new(wording["page.save"], Verbs.Answer, Style: ButtonStyle.Main, Checks: true),
            new(wording["page.back"], Verbs.Open),
            new(wording["page.stop"], Verbs.Cancel, Rare: true),
        ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What the message of a draft shows now: the first page with a gap, or the summary.</summary>
public static class DraftCards
{
    private const int LongestButton = 40;

    /// <param name="said">Of the press before; may be empty.</param>
    public static View Show(
        Draft draft,
        TurnState state,
        Policy policy,
        Context context,
        string said = "",
        NoticeKind kind = NoticeKind.Info,
        bool askedFor = false
    ) =>
        Interview.Replay(policy, draft, context.Calendar.Today(context.Now)) switch
        {
            InterviewState.Asking(var page, var hints) => PageCard.Show(
                draft,
                page,
                askedFor ? hints : Wrong(hints),
                said,
                kind,
                policy,
                context
            ),
            InterviewState.Complete(var answers) => SummaryCard.Show(draft, answers, state, policy, context, said) with
            {
                ProblemKind = kind,
            },
            var other => throw new InvalidOperationException(other.GetType().Name),
        };

    /// <summary>A page somebody has not sent yet is not scolded for its empty fields.</summary>
    internal static IReadOnlyList<Hint> Wrong(IEnumerable<Hint> hints) => [.. hints.Where(hint => hint.Kind != HintKind.Required)];

    /// <summary>Goes on with this one of several drafts.</summary>
    internal static Button Continue(Draft draft, Context context) =>
        new(
            SupplierOf(draft, LongestButton) is { Length: > 0 } supplier
                ? Texts.Clip(context.Wording.Fill("drafts.continue", ("supplier", supplier)), LongestButton)
                : context.Wording["unfinished.continue"],
            Verbs.ContinueDraft,
            draft.Id
        );

    internal static string SupplierOf(Draft draft, int length) => Texts.Clip(TypedText.OneLine(draft.Answers.One("name") ?? ""), length);
}
