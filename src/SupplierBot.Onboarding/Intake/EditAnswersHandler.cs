using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Intake;

/// <summary>"Change" on the summary: the main type, and the way back to a page.</summary>
internal static class EditAnswersHandler
{
    private const int LongestRow = 120;

    public static Outcome Handle(CardPress press, DraftRequest request)
    {
        var after = WithMain(press, request);
        var wanted = press.Target.Length > 0 ? press.Target : press.Value(SummaryCard.Change);
        var page = Interview
            .Pages(after.Policy, after.Draft.Answers)
            .FirstOrDefault(page => page.Id == wanted || page.Questions.Contains(wanted));
        return after.Answer(page is not null ? Open(page, after) : Pages(after));
    }

    /// <summary>One row a page, with what was answered there.</summary>
    private static View.Notice Pages(DraftRequest request) =>
        new(request.Wording["summary.change"], [])
        {
            Plain = request.Wording["summary.change"],
            Stamp = CardStamp.OfDraft(request.Draft.Id, SummaryCard.Page, request.Draft.Revision),
            Rows =
            [
                .. Interview
                    .Pages(request.Policy, request.Draft.Answers)
                    .Select(page => new CardRow(
                        page.Title,
                        Texts.Clip(Answers(page, request), LongestRow),
                        new(request.Wording["summary.change_page"], Verbs.Edit, page.Id)
                    )),
            ],
            Buttons = [new(request.Wording["page.back"], Verbs.Open)],
        };

    private static string Answers(QuestionPage page, DraftRequest request) =>
        string.Join(
            " · ",
            Interview
                .Questions(request.Policy, page, request.Draft.Answers)
                .Select(question => AnswerTexts.Of(question, request.Draft.Answers, request.Context))
                .Where(words => words.Length > 0)
        );

    /// <summary>A page as it was answered, with what is still wrong on it.</summary>
    public static View Open(QuestionPage page, DraftRequest request)
    {
        var hints = Interview
            .Questions(request.Policy, page, request.Draft.Answers)
            .SelectMany(question => AnswerChecks.Of(question, request.Draft.Answers, request.Today))
            .Where(hint => hint.Blocks);
        return request.Page(page, DraftCards.Wrong(hints));
    }

    /// <summary>The choice of the main type comes along with every press of the summary; only that of the newest card counts.</summary>
    public static DraftRequest WithMain(CardPress press, DraftRequest request)
    {
        if (press.Stamp.Page != SummaryCard.Page || press.Stamp.Version != request.Draft.Revision)
            return request;
        if (Interview.Replay(request.Policy, request.Draft, request.Today) is not InterviewState.Complete(var answers))
            return request;
        var main = press.Value(Interview.Main);
        var now = Assessor.Assess(request.Policy, answers);
        return main != now.Type && now.Types.Contains(main) ? request.With(request.Draft.Answers.With(Interview.Main, main)) : request;
    }
}
