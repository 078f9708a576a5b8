using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Intake;

/// <summary>"Send": only what the person had on screen is sent.</summary>
internal static class SubmitDraft
{
    public static Outcome Handle(CardPress press, DraftRequest request)
    {
        if (press.Stamp.Page != SummaryCard.Page || press.Stamp.Version != request.Draft.Revision) return request.Refuse("summary.newer");
        var final = EditAnswersHandler.WithMain(press, request);
        return Interview.Replay(final.Policy, final.Draft, final.Today) switch
        {
            InterviewState.Complete when AskedMeanwhile(final) && DuplicateCheck.Notice(final.Draft, final.State, final.Actor, final.Policy, final.Context) is { } notice => final.Answer(notice),
            InterviewState.Complete when FairUse.Refusal(final) is { } refused => refused,
            InterviewState.Complete(var answers) => SubmitHandler.Send(final.Draft, answers, final.State, final.Actor, final.Policy, final.Context),
            _ => Outcome.Say(final.View(askedFor: true)),
        };
    }

    /// <summary>Somebody else sent the same supplier while this draft was being filled in; naming it could not have shown that.</summary>
    private static bool AskedMeanwhile(DraftRequest request) =>
        request.State.Pending.Any(line => line.Requester.Id != request.Actor.Id && line.SubmittedAt >= request.Draft.StartedAt);
}
