using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Sentences;

/// <summary>
/// What is typed while a reviewer waits for an answer may be that answer: it is asked about, and counts when it is confirmed.
/// </summary>
internal static class OpenQuestions
{
    /// <summary>A button carries it (src/SupplierBot.Slack/PROTOCOL.md: 2,000 characters); longer ones are shown in the form.</summary>
    private const int LongestCarried = 1_000;
    private const int LongestShown = 300;

    /// <summary>Null where no question waits, or the words are clearly something else.</summary>
    public static Outcome? Answer(Request request, SentenceRequest asked)
    {
        if (
            request is not (Request.Unclear or Request.Sentence)
            || request.Typed is not { Explicit: false, IfAwaited: Request.Unclear } words
        )
            return null;
        var waiting = asked.Open.Where(line => line.Status == CaseStatus.InfoRequested).ToList();
        return (waiting.Count, request) switch
        {
            (0, _) or (_, Request.DoNotKnow) => null,
            (1, _) => Offered(words.Text, asked),
            _ => Which(waiting, asked),
        };
    }

    /// <summary>The supplier can be asked first, and "not sure" is an answer, too.</summary>
    public static Outcome DoNotKnow(SentenceRequest request)
    {
        if (Question(request) is not var (on, question))
            return request.Draft is null ? NotUnderstood.Of(request) : Explanations.NotSure(request);
        return request.Reply(
            on,
            [request.Say("talk.ask_them", ("name", question.By.FirstName))],
            new Button(
                request.Context.Wording["talk.open_question_button"],
                Verbs.Reply,
                CaseTexts.Number(question.Number),
                Style: ButtonStyle.Main
            ),
            new Button(
                request.Context.Wording["talk.send_not_sure_button"],
                Verbs.Reply,
                CarriedText.Sends(request.Context.Wording["talk.not_sure_answer"], question.Number)
            )
        );
    }

    private static Outcome? Offered(string text, SentenceRequest request)
    {
        if (Question(request) is not var (on, question))
            return null;
        if (text.Length > LongestCarried)
            return Outcome.Say(InformationRequestHandler.ReplyForm(on.With("answer_text", TypedText.Lines(text)), question, [], ""));
        return request.Reply(
            on,
            [
                request.Say("talk.answer_offered", ("name", question.By.FirstName)),
                request.Say("words.quoted", ("text", Texts.Clip(TypedText.OneLine(text), LongestShown))),
            ],
            new Button(
                request.Context.Wording["form.reply_send"],
                Verbs.Reply,
                CarriedText.Sends(text, question.Number),
                Style: ButtonStyle.Main
            ),
            new Button(request.Context.Wording["talk.edit_answer_button"], Verbs.Reply, CarriedText.Fills(text, question.Number)),
            new Button(request.Context.Wording["talk.not_an_answer_button"], Verbs.Say, Says: text)
        );
    }

    private static Outcome Which(IReadOnlyList<CaseLine> waiting, SentenceRequest request) =>
        request.Reply(
            request.Context.Wording["talk.which_question"],
            [.. waiting.Take(4).Select(line => SentenceRequest.Named(line.Supplier, $"status {line.Id}"))]
        );

    private static (CaseRequest On, InformationRequest Question)? Question(SentenceRequest request) =>
        request.OnCase(new Request.ProvideInformation()) is { IsRequester: true } on
        && on.Case.InformationRequests.FirstOrDefault(one => one.Waiting) is { } question
            ? (on, question)
            : null;
}
