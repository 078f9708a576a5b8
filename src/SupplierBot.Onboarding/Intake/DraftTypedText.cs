using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Sentences;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Intake;

/// <summary>Typed text that is about a draft, or about nothing else.</summary>
internal static class DraftTypedText
{
    private const int LongestEcho = 300;

    /// <summary>What is typed while a page asks for a text is that text, unless it is clearly a command.</summary>
    public static Request AsAnswer(Request request, TurnState state, Actor actor, Policy policy, Context context) =>
        request.Typed is { Explicit: false } words
        && DraftDecider.RequestOf(state, actor, policy, context) is { } open
        && DraftDecider.AwaitsText(open.Draft, policy, open.Today)
            ? words.IfAwaited with
            {
                Typed = words,
            }
            : request;

    public static Outcome Handle(Request request, TurnState state, Actor actor, Policy policy, Context context)
    {
        var open = DraftDecider.RequestOf(state, actor, policy, context);
        return request switch
        {
            Request.StartDraft named => New(Registered(named, state), open, state, actor, policy, context),
            Request.CancelDraft when open is null => RequestSentences.Cancel(new(state, actor, policy, context)),
            Request.CancelDraft => Outcome.Say(Notices.Stopped(open.Draft, context)),
            Request.Unclear(var text) when open is not null => Typed(text, open),
            Request.Unclear(var text) => NameAlone.Handle(text, new(state, actor, policy, context)),
            _ => Outcome.Say(Notices.Help(open?.Draft, actor, policy, context)),
        };
    }

    private static Outcome New(
        Request.StartDraft named,
        DraftRequest? request,
        TurnState state,
        Actor actor,
        Policy policy,
        Context context
    )
    {
        var (name, problem) = (named.Name, Otherwise(named.Or, context));
        var isEmpty = request is { Draft.EditsCase: null, Draft.FollowsCase: null } && !request.Draft.Answers.Ids.Any();
        if (!isEmpty && SeveralDrafts.About(name, state, context) is { } same)
            return Outcome.Say(Notices.Unfinished(same, name, context));
        if (!named.Anyway && RegisteredName.Notice(name, state, actor, policy, context) is { } known)
            return Outcome.Say(known);
        if (!isEmpty && !named.Anyway && request is { Draft: var open })
            return Outcome.Say(Notices.Unfinished(open, name, context));
        if (!isEmpty && SeveralDrafts.Full(state, context) is { } full)
            return full;
        var answers = DraftDecider.Named(named, policy, isEmpty ? request!.Draft.Answers : Answers.Empty);
        var begun = isEmpty ? request!.With(answers) : DraftDecider.Begun(answers, state, actor, policy, context);
        return (named.Anyway ? begun.OfAnotherUse() : begun).AnswerAfterNaming(problem);
    }

    /// <summary>Of two readings the one that is a name on the register.</summary>
    private static Request.StartDraft Registered(Request.StartDraft named, TurnState state) =>
        named.Or.Length > 0 && state.SameName.Any(entry => SupplierNames.Same(entry.Supplier, named.Or))
            ? named with
            {
                Name = named.Or,
                Or = "",
            }
            : named;

    private static string Otherwise(string or, Context context) =>
        or.Length == 0 ? "" : context.Wording.Fill("typed.or", ("name", Texts.Clip(or, LongestEcho)));

    /// <summary>A name that is asked for is filled in; every other text is offered for its field. A question is never an answer.</summary>
    private static Outcome Typed(string text, DraftRequest request)
    {
        var replayed = Interview.Replay(request.Policy, request.Draft, request.Today);
        if (replayed is not InterviewState.Asking(var page, _))
            return request.Show(request.Wording["typed.summary"]);
        if (IsQuestion(text) || Open(page, request.Draft, request.Policy) is not { } question)
            return NotUnderstood.Of(new(request.State, request.Actor, request.Policy, request.Context));
        if (question.Id != "name")
            return TextOffer.Ask(text, page, question, request);
        var after = request.With(PageReading.WithText(question, SpokenName.Alone(text), request.Draft.Answers));
        if (ReferenceEquals(after, request))
            return NotUnderstood.Of(new(request.State, request.Actor, request.Policy, request.Context));
        var saved = TypedText.OneLine(after.Draft.Answers.One(question.Id)!);
        var words = request.Wording.Fill("typed.saved", ("label", question.Label), ("text", Texts.Clip(saved, LongestEcho)));
        var or = RequestReader.Parse(text) is Request.StartDraft { Name: { Length: > 0 } shorter }
            ? Otherwise(shorter, request.Context)
            : "";
        return after.AnswerAfterNaming(or.Length == 0 ? words : $"{words} {or}");
    }

    internal static Question? Open(QuestionPage page, Draft draft, Policy policy) =>
        Interview
            .Questions(policy, page, draft.Answers)
            .FirstOrDefault(question =>
                question is { Required: true, Kind: QuestionKind.Text or QuestionKind.LongText } && !draft.Answers.Answered(question.Id)
            );

    private static bool IsQuestion(string text) => TypedText.OneLine(text) is [.., '?' or '？' or '؟'];
}
