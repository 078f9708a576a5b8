using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Sentences;

/// <summary>A command about a case or an entry, with a supplier's name in the place of its number.</summary>
public static class NamedCases
{
    private const int MostChoices = 5;

    /// <summary>"Acme Notes", and no number of ours.</summary>
    public static bool IsName(string typed) => typed.Any(char.IsLetter) && !CaseNumbers.IsCaseOrEntry(typed) && !CaseNumbers.IsWhole(typed);

    internal static Outcome Handle(Request.OnCase typed, string name, SentenceRequest request)
    {
        if (request.State.Case is { } current && request.OnCase(typed) is { } on)
            return typed switch
            {
                Request.ShowCase => Outcome.Say(CaseViews.For(on, "")),
                Request.Remind => Remind(on, request),
                _ => CaseDecider.Heard(
                    CaseRequest.Of(
                        typed with
                        {
                            Number = current.Id,
                        },
                        current,
                        request.Actor,
                        request.State,
                        request.Policy,
                        request.Context
                    )
                ),
            };
        if (typed is Request.Remind && request.Open.Count > 0)
            return Remind(request);
        if (typed is Request.ShowCase && request.State.SameName.Count > 0)
            return RegisterLookup.Known(request.State.SameName, request);
        if (typed is not Request.Withdraw && request.State.SameName.Count > 1)
            return request.Reply(
                request.Say("talk.which_service", ("supplier", SentenceRequest.Short(name))),
                [
                    .. request
                        .State.SameName.Take(MostChoices)
                        .Select(entry =>
                            SentenceRequest.Named(entry.Service.Length > 0 ? entry.Service : entry.Id, $"{CommandOf(typed)} {entry.Id}")
                        ),
                ]
            );
        return request.Near.Count > 0 && typed is not (Request.Withdraw or Request.Remind)
            ? request.Reply(
                request.Say("entry.did_you_mean", ("names", string.Join(", ", request.Near))),
                [.. request.Near.Select(near => SentenceRequest.Named(near, $"{CommandOf(typed)} {near}"))]
            )
            : Refusals.UnknownCase(name, request.Context);
    }

    /// <summary>Who is reminded is said before it is done.</summary>
    internal static Outcome Remind(SentenceRequest request) =>
        request.Open.Count > 1 ? RequestSentences.Choose("talk.which_remind", "remind", request)
        : request.OnCase(new Request.Remind()) is { Case.IsOpen: true } on ? Remind(on, request)
        : RequestSentences.None(request);

    private static Outcome Remind(CaseRequest on, SentenceRequest request) =>
        on.IsRequester && on.Case is { IsOpen: true, Status: CaseStatus.InReview }
            ? request.Reply(
                on,
                [request.Say("talk.remind", ("names", Rights.Deciders(on)), ("supplier", SentenceRequest.Short(on.Case.Supplier)))],
                new Button(request.Context.Wording["button.remind"], Verbs.Remind, on.Case.Id, Style: ButtonStyle.Main),
                request.Cancel
            )
            : RemindHandler.Handle(on);

    private static string CommandOf(Request.OnCase typed) =>
        typed switch
        {
            Request.StartReview => "review",
            Request.ReportChange => "changed",
            Request.StartOffboarding => "exit",
            Request.RecordCheck => "checked",
            Request.RecordReport => "report",
            Request.ReportIncident => "incident",
            Request.ChangeTier => "tier",
            Request.ShowEvidence => "documents",
            Request.RecordContract => "contract",
            Request.ShowClauses => "contract points",
            _ => "status",
        };
}
