namespace SupplierBot.Onboarding;

/// <summary>Typed text that is about a draft, or about nothing else.</summary>
internal static class DraftTalk
{
    private const int LongestEcho = 300;

    /// <summary>What is typed while a page asks for a text is that text, unless it is clearly a command.</summary>
    public static Command Read(Input.Said said, Desk desk, Actor actor, Policy policy, Context context)
    {
        var today = context.Calendar.Today(context.Now);
        return Command.Parse(said, today.Year, Drafting.SittingOf(desk, actor, policy, context) is { } sitting && Drafting.AwaitsText(sitting.Draft, policy, today));
    }

    public static Outcome Handle(Command command, Desk desk, Actor actor, Policy policy, Context context)
    {
        var sitting = Drafting.SittingOf(desk, actor, policy, context);
        return command switch
        {
            Command.New named => New(Registered(named, desk), sitting, desk, actor, policy, context),
            Command.Cancel when sitting is null => Outcome.Say(Notices.Nothing(context.Wording["cancel.nothing"], context.Wording)),
            Command.Cancel => Outcome.Say(Notices.Stopped(sitting.Draft, context)),
            Command.NotACommand(var text) when sitting is not null => Typed(text, sitting),
            Command.NotACommand => Outcome.Say(Notices.Help(context.Wording["refusal.not_understood"], null, actor, policy, context)),
            _ => Outcome.Say(Notices.Help("", sitting?.Draft, actor, policy, context)),
        };
    }

    private static Outcome New(Command.New named, Sitting? sitting, Desk desk, Actor actor, Policy policy, Context context)
    {
        var (name, problem) = (named.Name, Otherwise(named.Or, context));
        return sitting switch
        {
            null => Drafting.Start(name, desk, actor, policy, context, problem),
            { Draft.EditsCase: null, Draft.FollowsCase: null } when !sitting.Draft.Answers.Ids.Any() => sitting.With(Drafting.Named(name, policy, sitting.Draft.Answers)).AnswerAfterNaming(problem),
            _ => Outcome.Say(Notices.Unfinished(sitting.Draft, name, context)),
        };
    }

    /// <summary>Of two readings the one that is a name on the register.</summary>
    private static Command.New Registered(Command.New named, Desk desk) =>
        named.Or.Length > 0 && desk.SameName.Any(entry => SupplierNames.Same(entry.Supplier, named.Or)) ? new(named.Or) : named;

    private static string Otherwise(string or, Context context) => or.Length == 0 ? "" : context.Wording.Fill("typed.or", ("name", Texts.Clip(or, LongestEcho)));

    /// <summary>Fills the first empty text that is needed and says so; a question is never an answer.</summary>
    private static Outcome Typed(string text, Sitting sitting)
    {
        var replayed = Interview.Replay(sitting.Policy, sitting.Draft, sitting.Today);
        if (replayed is not Replayed.Asking(var page, _)) return sitting.Show(sitting.Wording["typed.summary"]);
        if (IsQuestion(text) || Open(page, sitting.Draft, sitting.Policy) is not { } question) return sitting.Show(sitting.Wording["typed.tick"]);
        var isName = question.Id == "name";
        var after = sitting.With(PageReading.WithText(question, isName ? SpokenName.Alone(text) : text, sitting.Draft.Answers));
        if (ReferenceEquals(after, sitting)) return sitting.Show(sitting.Wording["typed.tick"]);
        var saved = TypedText.OneLine(after.Draft.Answers.One(question.Id)!);
        var words = sitting.Wording.Fill("typed.saved", ("label", question.Label), ("text", Texts.Clip(saved, LongestEcho)));
        var or = isName && Command.Parse(text) is Command.New { Name: { Length: > 0 } shorter } ? Otherwise(shorter, sitting.Context) : "";
        return after.AnswerAfterNaming(or.Length == 0 ? words : $"{words} {or}");
    }

    internal static Question? Open(QuestionPage page, Draft draft, Policy policy) => Interview.Questions(policy, page, draft.Answers).FirstOrDefault(question =>
        question is { Required: true, Kind: QuestionKind.Text or QuestionKind.LongText } && !draft.Answers.Answered(question.Id));

    private static bool IsQuestion(string text) => TypedText.OneLine(text) is [.., '?' or '？' or '؟'];
}
