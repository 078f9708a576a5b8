using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Intake;

/// <summary>"Send": only what the person had on screen is sent.</summary>
internal static class SubmitDraft
{
    public static Outcome Handle(CardPress press, DraftRequest request)
    {
        if (press.Stamp.Page != SummaryCard.Page || press.Stamp.Version != request.Draft.Revision)
            return request.Refuse("summary.newer");
        var final = EditAnswersHandler.WithMain(press, request);
        return Interview.Replay(final.Policy, final.Draft, final.Today) switch
        {
            InterviewState.Complete
                when AskedMeanwhile(final)
                    && DuplicateCheck.Notice(final.Draft, final.State, final.Actor, final.Policy, final.Context) is { } notice =>
                final.Answer(notice),
            InterviewState.Complete when FairUse.Refusal(final) is { } refused => refused,
            InterviewState.Complete(var answers) => SubmitHandler.Send(
                final.Draft,
                answers,
                final.State,
                final.Actor,
                final.Policy,
                final.Context
            ),
            _ => Outcome.Say(final.View(askedFor: true)),
        };
    }

    /// <summary>Somebody else sent the same supplier while this draft was being filled in; naming it could not have shown that.</summary>
    private static bool AskedMeanwhile(DraftRequest request) =>
        request.State.Pending.Any(line => line.Requester.Id != request.Actor.Id && line.SubmittedAt >= request.Draft.StartedAt);
}

/// <summary>How many new requests one person may send: more than anybody needs, and no more than those who decide can bear.</summary>
/// <param name="PerHour">Within an hour.</param>
/// <param name="Open">At a time.</param>
public sealed record FairUse(int PerHour, int Open)
{
    public static readonly FairUse Default = new(30, 60);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>So many of a person's requests are looked at, the newest first.</summary>
    public const int MostRead = 200;

    /// <summary>Null where one more may be sent; otherwise what is said. The answers stay where they are.</summary>
    internal static Outcome? Refusal(DraftRequest request)
    {
        // A change of what was sent, and a review that is due anyway, are no new requests.
        if (request.Context.FairUse is not { } limit || request.Draft is not { EditsCase: null, ReviewOrigin: null })
            return null;
        var (own, now) = (request.State.Own, request.Context.Now);
        var recent = own.Where(line => line.SubmittedAt > now - Hour && line.SubmittedAt <= now).ToList();
        if (recent.Count >= limit.PerHour)
        {
            var again = recent.OrderByDescending(line => line.SubmittedAt).ElementAt(limit.PerHour - 1).SubmittedAt + Hour;
            return Refuse(
                request,
                "refusal.many_sent",
                ("n", CaseTexts.Number(recent.Count)),
                ("time", Dates.Time(again, request.Context))
            );
        }
        var open = own.Count(line => line.Status is CaseStatus.InReview or CaseStatus.InfoRequested);
        return open >= limit.Open ? Refuse(request, "refusal.many_open", ("n", CaseTexts.Number(open))) : null;
    }

    private static Outcome Refuse(DraftRequest request, string key, params ReadOnlySpan<(string Name, string Value)> holes) =>
        request.Answer(request.View(request.Wording.Fill(key, holes), NoticeKind.Error)) with
        {
            Refused = key,
        };
}
