using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Intake;

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
        if (request.Context.FairUse is not { } limit || request.Draft is not { EditsCase: null, ReviewOrigin: null }) return null;
        var (own, now) = (request.State.Own, request.Context.Now);
        var recent = own.Where(line => line.SubmittedAt > now - Hour && line.SubmittedAt <= now).ToList();
        if (recent.Count >= limit.PerHour)
        {
            var again = recent.OrderByDescending(line => line.SubmittedAt).ElementAt(limit.PerHour - 1).SubmittedAt + Hour;
            return Refuse(request, "refusal.many_sent", ("n", CaseTexts.Number(recent.Count)), ("time", Dates.Time(again, request.Context)));
        }
        var open = own.Count(line => line.Status is CaseStatus.InReview or CaseStatus.InfoRequested);
        return open >= limit.Open ? Refuse(request, "refusal.many_open", ("n", CaseTexts.Number(open))) : null;
    }

    private static Outcome Refuse(DraftRequest request, string key, params ReadOnlySpan<(string Name, string Value)> holes) =>
        request.Answer(request.View(request.Wording.Fill(key, holes))) with { Refused = key };
}
