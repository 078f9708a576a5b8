namespace SupplierBot.Onboarding;

/// <summary>Typed text that is about a draft, or about nothing else.</summary>
internal static class DraftTalk
{
    private const int LongestEcho = 300;

    public static Outcome Handle(Command command, Desk desk, Actor actor, Policy policy, Context context)
    {
        var sitting = Drafting.SittingOf(desk, actor, policy, context);
        return command switch
        {
            Command.New(var name) => New(name, sitting, desk, actor, policy, context),
            Command.Cancel when sitting is null => Outcome.Say(Notices.Nothing(context.Wording["cancel.nothing"], context.Wording)),
            Command.Cancel => Outcome.Say(Notices.Stopped(sitting.Draft, context)),
            Command.NotACommand(var text) when sitting is not null => Typed(text, sitting),
            Command.NotACommand => Outcome.Say(Notices.Help(context.Wording["refusal.not_understood"], null, actor, policy, context)),
            _ => Outcome.Say(Notices.Help("", sitting?.Draft, actor, policy, context)),
        };
    }

    private static Outcome New(string name, Sitting? sitting, Desk desk, Actor actor, Policy policy, Context context) => sitting switch
    {
        null => Drafting.Start(name, desk, actor, policy, context),
        { Draft.EditsCase: null, Draft.FollowsCase: null } when !sitting.Draft.Answers.Ids.Any() => sitting.With(Drafting.Named(name, policy, sitting.Draft.Answers)).AnswerAfterNaming(),
        _ => Outcome.Say(Notices.Unfinished(sitting.Draft, name, context)),
    };

    /// <summary>Fills the first empty text that is needed and says so; a question is never an answer.</summary>
    private static Outcome Typed(string text, Sitting sitting)
    {
        var replayed = Interview.Replay(sitting.Policy, sitting.Draft, sitting.Today);
        if (replayed is not Replayed.Asking(var page, _)) return sitting.Show(sitting.Wording["typed.summary"]);
        if (IsQuestion(text) || Open(page, sitting) is not { } question) return sitting.Show(sitting.Wording["typed.tick"]);
        var after = sitting.With(PageReading.WithText(question, text, sitting.Draft.Answers));
        if (ReferenceEquals(after, sitting)) return sitting.Show(sitting.Wording["typed.tick"]);
        var saved = TypedText.OneLine(after.Draft.Answers.One(question.Id)!);
        return after.AnswerAfterNaming(sitting.Wording.Fill("typed.saved", ("label", question.Label), ("text", Texts.Clip(saved, LongestEcho))));
    }

    private static Question? Open(QuestionPage page, Sitting sitting) => Interview.Questions(sitting.Policy, page, sitting.Draft.Answers).FirstOrDefault(question =>
        question is { Required: true, Kind: QuestionKind.Text or QuestionKind.LongText } && !sitting.Draft.Answers.Answered(question.Id));

    private static bool IsQuestion(string text) => TypedText.OneLine(text) is [.., '?' or '？' or '؟'];
}
