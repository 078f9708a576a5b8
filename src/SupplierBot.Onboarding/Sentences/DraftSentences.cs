using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Sentences;

/// <summary>Words about the draft: back, continue, start over.</summary>
internal static class DraftSentences
{
    public static Outcome Handle(Request.Sentence said, SentenceRequest request) =>
        (said, request.Draft) switch
        {
            (_, null) => SmallTalkAnswers.Handle(SmallTalk.Greeting, request),
            (Request.GoBack, { } draft) => Back(draft),
            (Request.StartOver, { } draft) => StartOver(draft, request),
            (_, { } draft) => draft.Show(),
        };

    /// <summary>Shown only: what is stored stays.</summary>
    private static Outcome Back(DraftRequest draft)
    {
        var pages = Interview.Pages(draft.Policy, draft.Draft.Answers);
        var at = Interview.Replay(draft.Policy, draft.Draft, draft.Today) is InterviewState.Asking(var page, _)
            ? pages.ToList().FindIndex(one => one.Id == page.Id)
            : pages.Count;
        return Outcome.Say(EditAnswersHandler.Open(pages[Math.Max(0, at - 1)], draft));
    }

    private static Outcome StartOver(DraftRequest draft, SentenceRequest request) =>
        request.Reply(
            [request.Context.Wording["talk.start_over"]],
            CardStamp.OfDraft(draft.Draft.Id, "", draft.Draft.Revision),
            new Button(request.Context.Wording["talk.discard_button"], Verbs.Discard, DraftDecider.StartsNew, Style: ButtonStyle.Danger),
            new Button(request.Context.Wording["talk.keep_draft_button"], Verbs.Open)
        );
}
