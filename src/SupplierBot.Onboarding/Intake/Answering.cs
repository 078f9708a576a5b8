namespace SupplierBot.Onboarding;

/// <summary>"Next" on a page.</summary>
internal static class Answering
{
    public static Outcome Handle(Input.Pressed press, Sitting sitting)
    {
        if (press.Target == AlreadyThere.AnotherUse) return AnotherUse(sitting);
        var page = Interview.Pages(sitting.Policy, sitting.Draft.Answers).FirstOrDefault(page => page.Id == press.Stamp.Page);
        return page is null ? sitting.Refuse("refusal.old_page") : Read(press, page, sitting);
    }

    private static Outcome Read(Input.Pressed press, QuestionPage page, Sitting sitting)
    {
        var read = PageReading.Read(sitting.Policy, page, press.Values, sitting.Draft.Answers, sitting.Today, (question, name) => Owners.HintOf(question, name, sitting.Actor.Person, sitting.Context));
        var after = sitting.With(read.Answers);
        var older = press.Stamp.Version != sitting.Draft.Revision;
        if (older && !ReferenceEquals(after, sitting)) return sitting.Refuse("refusal.old_answer");
        if (read.Blocked) return after.Answer(after.Page(page, read.Hints));
        after = after.Confirmed(page);
        var news = string.Join(' ', read.News.Select(hint => HintWords.Of(hint, sitting.Policy.Question(hint.Question), sitting.Wording)));
        return page.Questions.Contains("name") ? after.AnswerAfterNaming(news) : after.Answer(after.View(news));
    }

    private static Outcome AnotherUse(Sitting sitting)
    {
        var after = sitting.OfAnotherUse();
        return after.Answer(after.View());
    }
}
