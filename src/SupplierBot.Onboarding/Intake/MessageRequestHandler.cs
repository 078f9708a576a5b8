using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Intake;

/// <summary>
/// A request that begins at a message of anybody's: a form with the two things that can be said there, and a draft that goes on in the
/// person's own chat.
/// </summary>
public static class MessageRequestHandler
{
    /// <summary>Of the message: enough to know what it was about; the person writes their own sentence.</summary>
    private const int LongestQuote = 600;
    private const int LongestSupplier = 60;
    private static readonly string[] Asked = ["name", "purpose"];

    internal static Outcome Open(Request.StartFromMessage pointed, Policy policy, Context context)
    {
        var quoted = With(("purpose", Texts.Clip(TypedText.Lines(pointed.Message), LongestQuote)), Answers.Empty, policy);
        return Outcome.Say(Form(quoted, [], "", policy, context));
    }

    internal static Outcome Start(Request.StartElsewhere requested, TurnState state, Actor actor, Policy policy, Context context)
    {
        var answers = With(("purpose", requested.Purpose), With(("name", requested.Name), Answers.Empty, policy), policy);
        var today = context.Calendar.Today(context.Now);
        var hints = Questions(policy).SelectMany(question => AnswerChecks.Of(question, answers, today)).ToList();
        var request = DraftDecider.RequestOf(state, actor, policy, context);
        return (hints, request) switch
        {
            ({ Count: > 0 }, _) => Outcome.Say(Form(answers, hints, context.Wording["page.problem"], policy, context)),
            (_, { } same) when Asked.All(id => same.Draft.Answers.One(id) == answers.One(id)) => Outcome.Say(
                Started(same.Draft, context.Wording)
            ),
            (_, { Draft: { EditsCase: null, FollowsCase: null, IsEmpty: true } } empty) => empty.With(answers).AnswerAfterNaming(),
            _ => SeveralDrafts.Full(state, context) ?? DraftDecider.Start(answers, state, actor, policy, context),
        };
    }

    /// <summary>What is said over the message once the draft is saved.</summary>
    public static View Started(Draft draft, Wording wording)
    {
        var words = wording.Fill("request.started", ("supplier", DraftCards.SupplierOf(draft, LongestSupplier)));
        return new View.Notice("", [new LabelledText(words)]) { Plain = Texts.Clip(words, 120) };
    }

    private static View.Form Form(Answers answers, IReadOnlyList<Hint> hints, string problem, Policy policy, Context context)
    {
        var wording = context.Wording;
        return new(
            wording["request.title"],
            answers.Answered("purpose") && hints.Count == 0 ? [new LabelledText(wording["request.lead"])] : [],
            problem,
            [.. Questions(policy).Select(question => QuestionFields.Of(question, answers, hints, wording))],
            wording["request.foot"]
        )
        {
            Plain = wording["request.title"],
            Buttons = [new(wording["request.send"], Verbs.RequestSupplier, Style: ButtonStyle.Main, Checks: true)],
        };
    }

    private static Answers With((string Question, string Text) typed, Answers answers, Policy policy) =>
        Questions(policy).FirstOrDefault(question => question.Id == typed.Question) is { } asked
            ? PageReading.WithText(asked, typed.Text, answers)
            : answers;

    private static IEnumerable<Question> Questions(Policy policy) => policy.Questions.Where(question => Asked.Contains(question.Id));
}
