namespace SupplierBot.Onboarding;

/// <summary>"Change" on the summary: the main type, and the way back to a page.</summary>
internal static class Editing
{
    public static Outcome Handle(Input.Pressed press, Sitting sitting)
    {
        var after = WithMain(press, sitting);
        var wanted = press.Target.Length > 0 ? press.Target : press.Value(SummaryCard.Change);
        var page = Interview.Pages(after.Policy, after.Draft.Answers).FirstOrDefault(page => page.Id == wanted || page.Questions.Contains(wanted));
        return page is not null ? after.Answer(Open(page, after))
            : ReferenceEquals(after, sitting) ? sitting.Show(sitting.Wording["summary.pick"])
            : after.Answer(after.View());
    }

    /// <summary>A page as it was answered, with what is still wrong on it.</summary>
    public static View Open(QuestionPage page, Sitting sitting)
    {
        var hints = Interview.Questions(sitting.Policy, page, sitting.Draft.Answers)
            .SelectMany(question => AnswerChecks.Of(question, sitting.Draft.Answers, sitting.Today)).Where(hint => hint.Blocks);
        return sitting.Page(page, DraftCards.Wrong(hints));
    }

    /// <summary>The choice of the main type comes along with every press of the summary; only that of the newest card counts.</summary>
    public static Sitting WithMain(Input.Pressed press, Sitting sitting)
    {
        if (press.Stamp.Page != SummaryCard.Page || press.Stamp.Version != sitting.Draft.Revision) return sitting;
        if (Interview.Replay(sitting.Policy, sitting.Draft, sitting.Today) is not Replayed.Complete(var answers)) return sitting;
        var main = press.Value(Interview.Main);
        var now = Assessor.Assess(sitting.Policy, answers);
        return main != now.Type && now.Types.Contains(main) ? sitting.With(sitting.Draft.Answers.With(Interview.Main, main)) : sitting;
    }
}
