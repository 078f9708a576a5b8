using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Intake;

/// <summary>Buttons of the intake's cards. The revision of the card decides whether what it sends may still change something.</summary>
internal static class DraftButtons
{
    public static Outcome Handle(Request.OnDraft asked, CardPress press, TurnState state, Actor actor, Policy policy, Context context)
    {
        if (asked is Request.StartAnotherDraft)
            return SeveralDrafts.Start(press.Target, state, actor, policy, context);
        if (DraftDecider.RequestOf(state, actor, policy, context) is not { } request)
            return NoDraft(asked, press, state, actor, policy, context);
        if (press.Automatic)
            return request.Show();
        if (press.Stamp.Draft is { } draft && draft != request.Draft.Id)
            return request.Refuse("refusal.old_page");
        return asked switch
        {
            Request.AnswerPage => AnswerPageHandler.Handle(press, request),
            Request.StepBack => Back(press, request),
            Request.EditAnswers => EditAnswersHandler.Handle(press, request),
            Request.Submit => SubmitDraft.Handle(press, request),
            Request.CancelDraft => Outcome.Say(Notices.Stopped(request.Draft, context)),
            Request.DiscardDraft => Discard(press, request),
            Request.ShowDraft => request.Show(),
            Request.ContinueDraft when press.Target == request.Draft.Id => request.Show(),
            Request.ContinueDraft => request.Refuse("refusal.old_page"),
            Request.ShowDetails => Details(press, request),
            _ => request.Show() with { Refused = CaseDecider.UnknownVerb },
        };
    }

    /// <summary>Somebody who pressed an old card is shown where they are: at a case that was sent from it, or at nothing.</summary>
    private static Outcome NoDraft(Request.OnDraft asked, CardPress press, TurnState state, Actor actor, Policy policy, Context context)
    {
        if (state.Draft is { } draft && draft.Owner.Id != actor.Id)
            return Outcome.Say(Notices.Nothing(context.Wording["refusal.not_yours"], context.Wording)) with
            {
                Refused = "refusal.not_yours",
            };
        if (state.Case is { } sent && sent.Requester.Id == actor.Id && press.Stamp.Case is null)
            return CaseDecider.Heard(CaseRequest.Of(new Request.ShowCase(), sent, actor, state, policy, context));
        if (asked is Request.DiscardDraft && press.Target.StartsWith(DraftDecider.StartsNew, StringComparison.Ordinal))
            return DraftDecider.Start(press.Target[DraftDecider.StartsNew.Length..], state, actor, policy, context);
        return press.Automatic
            ? new Outcome { Answer = null }
            : Outcome.Say(
                Notices.Nothing(context.Wording.Fill("refusal.draft_gone", ("days", Notices.Days(context))), context.Wording)
            ) with
            {
                Refused = "refusal.draft_gone",
            };
    }

    /// <summary>Shown only: what is stored stays, and Next goes to the first page with a gap.</summary>
    private static Outcome Back(CardPress press, DraftRequest request)
    {
        var pages = Interview.Pages(request.Policy, request.Draft.Answers);
        var place = pages.ToList().FindIndex(page => page.Id == press.Stamp.Page);
        var before = press.Stamp.Page == SummaryCard.Page ? pages.Count - 1 : Math.Max(0, place - 1);
        return Outcome.Say(EditAnswersHandler.Open(pages[before], request));
    }

    /// <summary>A section of the summary; where the draft has moved on, where it stands.</summary>
    private static Outcome Details(CardPress press, DraftRequest request) =>
        request.View() is View.Summary summary && summary.Sections.FirstOrDefault(section => section.Id == press.Target) is { } section
            ? Outcome.Say(new View.Notice(section.Title, section.Lines) { Plain = section.Title, Stamp = summary.Stamp })
            : request.Show();

    private static Outcome Discard(CardPress press, DraftRequest request) =>
        press.Target.StartsWith(DraftDecider.StartsNew, StringComparison.Ordinal)
            ? DraftDecider
                .Start(press.Target[DraftDecider.StartsNew.Length..], request.State, request.Actor, request.Policy, request.Context)
                .InItsPlace()
            : new Outcome
            {
                Answer = Notices.Nothing(request.Wording["cancel.discarded"], request.Wording),
                Draft = new DraftChange.Delete(request.Draft.Id),
            };
}
