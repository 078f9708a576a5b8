using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Intake;

/// <summary>"Next" on a page.</summary>
internal static class AnswerPageHandler
{
    public static Outcome Handle(CardPress press, DraftRequest request)
    {
        if (press.Target == DuplicateCheck.AnotherUse)
            return AnotherUse(request);
        if (TextOffer.Taken(press, request) is { } taken)
            return taken;
        var page = Interview.Pages(request.Policy, request.Draft.Answers).FirstOrDefault(page => page.Id == press.Stamp.Page);
        return page is null ? request.Refuse("refusal.old_page") : Read(press, page, request);
    }

    private static Outcome Read(CardPress press, QuestionPage page, DraftRequest request)
    {
        var (values, unconfirmed) = PickedPeople.Read(press, page, request);
        var read = PageReading.Read(
            request.Policy,
            page,
            values,
            request.Draft.Answers,
            request.Today,
            (question, name) => Owners.HintOf(question, name, request.Actor.Person, request.Context),
            (question, typed) =>
                NamedAnswers.Read(question, typed, request.Draft.Answers.One(question.Id), request.State.Registered, request.Context)
        );
        read = read with { Hints = [.. read.Hints, .. unconfirmed] };
        var after = request.With(read.Answers);
        var older = press.Stamp.Version != request.Draft.Revision;
        if (older && !ReferenceEquals(after, request))
            return request.Refuse("refusal.old_answer");
        if (read.Blocked)
            return after.Answer(after.Page(page, read.Hints));
        after = after.Confirmed(page);
        var news = string.Join(' ', read.News.Select(hint => HintTexts.Of(hint, request.Policy.Question(hint.Question), request.Wording)));
        return page.Questions.Contains("name") ? after.AnswerAfterNaming(news) : after.Answer(after.View(news));
    }

    private static Outcome AnotherUse(DraftRequest request)
    {
        var after = request.OfAnotherUse();
        return after.Answer(after.View());
    }
}
