namespace SupplierBot.Onboarding;

/// <summary>"Send": only what the person had on screen is sent.</summary>
internal static class Sending
{
    public static Outcome Handle(Input.Pressed press, Sitting sitting)
    {
        if (press.Stamp.Page != SummaryCard.Page || press.Stamp.Version != sitting.Draft.Revision) return sitting.Refuse("summary.newer");
        var final = Editing.WithMain(press, sitting);
        return Interview.Replay(final.Policy, final.Draft, final.Today) switch
        {
            Replayed.Complete when AskedMeanwhile(final) && AlreadyThere.Notice(final.Draft, final.Desk, final.Actor, final.Policy, final.Context) is { } notice => final.Answer(notice),
            Replayed.Complete when FairUse.Refusal(final) is { } refused => refused,
            Replayed.Complete(var answers) => Submission.Send(final.Draft, answers, final.Desk, final.Actor, final.Policy, final.Context),
            _ => Outcome.Say(final.View(askedFor: true)),
        };
    }

    /// <summary>Somebody else sent the same supplier while this draft was being filled in; naming it could not have shown that.</summary>
    private static bool AskedMeanwhile(Sitting sitting) =>
        sitting.Desk.Pending.Any(line => line.Requester.Id != sitting.Actor.Id && line.SubmittedAt >= sitting.Draft.StartedAt);
}
