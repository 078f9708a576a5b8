using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Intake;

/// <summary>
/// What is typed while a page asks for a text is offered for its field, never taken silently. Taking it shows the page again: no field of
/// it is passed over.
/// </summary>
internal static class TextOffer
{
    private const string Use = "use ";

    /// <summary>A button carries it (src/SupplierBot.Slack/PROTOCOL.md: 2,000 characters); longer ones are shown in their field.</summary>
    private const int LongestCarried = 1_000;
    private const int LongestShown = 300;

    public static Outcome Ask(string text, QuestionPage page, Question question, DraftRequest request)
    {
        var typed = TypedText.Lines(text);
        if (typed.Length > LongestCarried)
            return Outcome.Say(EditAnswersHandler.Open(page, With(typed, page, question, request)));
        var wording = request.Wording;
        return Outcome.Say(
            new View.Notice(
                "",
                [
                    new LabelledText(wording.Fill("typed.offer", ("label", question.Label.ToLowerInvariant()))),
                    new LabelledText(wording.Fill("words.quoted", ("text", Texts.Clip(TypedText.OneLine(text), LongestShown)))),
                ]
            )
            {
                Plain = Texts.Clip(wording.Fill("typed.offer", ("label", question.Label.ToLowerInvariant())), 120),
                Stamp = CardStamp.OfDraft(request.Draft.Id, page.Id, request.Draft.Revision),
                Buttons =
                [
                    new(
                        wording.Fill("typed.use_button", ("label", question.Label.ToLowerInvariant())),
                        Verbs.Answer,
                        $"{Use}{question.Id} {typed}",
                        Style: ButtonStyle.Main
                    ),
                    new(wording["typed.keep_empty_button"], Verbs.Open),
                ],
            }
        );
    }

    /// <summary>Null where the button offered no text.</summary>
    public static Outcome? Taken(CardPress press, DraftRequest request)
    {
        if (!press.Target.StartsWith(Use, StringComparison.Ordinal))
            return null;
        var rest = press.Target[Use.Length..];
        var space = rest.IndexOf(' ', StringComparison.Ordinal);
        var page = request.Policy.Pages.FirstOrDefault(one => one.Id == press.Stamp.Page);
        if (
            space <= 0
            || page is null
            || request.Policy.Questions.FirstOrDefault(one => one.Id == rest[..space]) is not { IsChoice: false } question
        )
            return request.Show();
        if (request.Draft.Answers.Answered(question.Id))
            return request.Refuse("refusal.old_answer");
        var after = With(rest[(space + 1)..], page, question, request);
        return after.Answer(EditAnswersHandler.Open(page, after));
    }

    private static DraftRequest With(string text, QuestionPage page, Question question, DraftRequest request) =>
        page.Questions.Contains(question.Id) ? request.With(PageReading.WithText(question, text, request.Draft.Answers)) : request;
}
