using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Sentences;

/// <summary>Questions and wishes about a request of one's own.</summary>
internal static class RequestSentences
{
    private const int MostChoices = 4;
    private const int MostListed = 12;
    private const int ShortestWord = 3;

    public static Outcome Asked(Request.AskOnRequest asked, SentenceRequest request)
    {
        if (asked is { Topic: RequestTopic.Mistake, Name: "" } && request.Draft is not null)
            return request.Reply(request.Context.Wording["talk.mistake_draft"], request.Back);
        if (request.OnCase(new Request.ShowCase()) is { } on && (asked.Name.Length > 0 || request.Open.Count <= 1))
            return About(asked.Topic, on, request);
        return request.State.SameName.Count > 0 && asked.Topic == RequestTopic.News
            ? RegisterLookup.Known(request.State.SameName, request)
            : Which(asked, request);
    }

    /// <summary>"We don't need it any more": of a request, of what is in use, of a draft.</summary>
    public static Outcome NoLongerNeeded(string name, SentenceRequest request) =>
        request.OnCase(new Request.Withdraw()) is { IsRequester: true, Case.IsOpen: true } on ? WithdrawHandler.Handle(on)
        : name.Length > 0 && request.Entries.Any(entry => entry.Status.IsInUse()) ? SupplierSentences.Report(name, Verbs.Exit, request)
        : request.Open.Count > 1 ? Choose("talk.which_withdraw", "withdraw", request)
        : request.Draft is { } draft ? Outcome.Say(Notices.Stopped(draft.Draft, request.Context))
        : None(request);

    /// <summary>The condition that is most like what was said; any open one of the case where nothing is like it.</summary>
    public static Outcome ConditionDone(string text, SentenceRequest request)
    {
        if (request.OnCase(new Request.ReportConditionDone()) is not { } on || BestOf(on.Case, text) is not { } condition)
            return NotUnderstood.Of(request);
        var number = CaseTexts.Number(condition.Number);
        return request.Reply(
            on,
            [request.Say("talk.condition", ("text", condition.Text), ("supplier", SentenceRequest.Short(on.Case.Supplier)))],
            new Button(request.Say("button.done", ("n", number)), Verbs.Done, number, Style: ButtonStyle.Main),
            request.OpenCase(on.Case.Id),
            request.Says("talk.no_button", "never mind")
        );
    }

    public static ApprovalCondition? BestOf(Case current, string text)
    {
        var said = Words(text);
        return current
            .Conditions.Where(condition => condition.State == ApprovalConditionState.Open)
            .OrderByDescending(condition => Words(condition.Text).Count(said.Contains))
            .FirstOrDefault();
    }

    /// <summary>"cancel", and no draft is open: a request may be meant.</summary>
    public static Outcome Cancel(SentenceRequest request) =>
        request.Open switch
        {
            [var only] => request.Reply(
                request.Say("talk.cancel_request", ("supplier", SentenceRequest.Short(only.Supplier))),
                request.Says("button.withdraw", $"withdraw {only.Id}", ButtonStyle.Danger),
                request.Says("button.keep", "never mind")
            ),
            [] => Outcome.Say(Notices.Nothing(request.Context.Wording["cancel.nothing"], request.Context.Wording)),
            _ => Choose("talk.cancel_which", "withdraw", request),
        };

    public static Outcome None(SentenceRequest request) =>
        request.Reply(request.Context.Wording["talk.no_open"], request.New(), request.Mine);

    private static Outcome About(RequestTopic topic, CaseRequest on, SentenceRequest request)
    {
        var supplier = SentenceRequest.Short(on.Case.Supplier);
        (string, string)[] holes =
        [
            ("supplier", supplier),
            ("due", Dates.Day(on.Case.DueAt, request.Context)),
            ("names", Rights.Deciders(on)),
            ("tier", CaseTexts.Tier(on.Case, request.Context)),
        ];
        var open = request.OpenCase(on.Case.Id);
        return topic switch
        {
            RequestTopic.News => request.Show(CaseViews.For(on, "")),
            RequestTopic.Evidence => request.Reply(on, [request.Say("talk.evidence", holes)], open),
            RequestTopic.Documents => Listed("talk.documents", on.Case.Assessment.Evidence.Count, Evidence(on), on, request),
            RequestTopic.ContractPoints => Listed("talk.contract_points", on.Case.Assessment.Clauses.Count, Clauses(on), on, request),
            RequestTopic.WhyThisRisk => request.Reply(on, [request.Say("talk.why_risk", [.. holes, ("why", Why(on))])], open),
            _ when !on.Case.IsOpen => request.Show(CaseViews.For(on, "")),
            RequestTopic.WhoDecides => request.Reply(on, [request.Say("talk.who_decides", holes)], open, Remind(on, request)),
            RequestTopic.Mistake => request.Reply(on, [request.Say("talk.mistake", holes)], Change(request, ButtonStyle.Main), open),
            RequestTopic.Urgent => request.Reply(on, [request.Say("talk.urgent", holes)], Remind(on, request), open),
            _ => request.Reply(on, [request.Say("talk.faster", holes)], Remind(on, request), Change(request, ButtonStyle.Plain)),
        };
    }

    private static Outcome Which(Request.AskOnRequest asked, SentenceRequest request)
    {
        if (asked.Name.Length == 0 && request.Open.Count > 1)
            return request.Reply(
                request.Count("talk.open_requests", request.Open.Count),
                [
                    .. request.Open.Take(MostChoices - 1).Select(line => SentenceRequest.Named(line.Supplier, $"status {line.Id}")),
                    request.Says("talk.all_requests_button", "mine"),
                ]
            );
        return asked switch
        {
            { Topic: RequestTopic.Documents } => request.Reply(
                request.Context.Wording["talk.documents_vary"],
                request.Says("talk.documents_button", "policy documents", ButtonStyle.Main)
            ),
            { Topic: RequestTopic.WhoDecides } => request.Reply(
                request.Context.Wording["talk.who_decides_roles"],
                request.Says("talk.roles_button", "roles", ButtonStyle.Main)
            ),
            { Topic: RequestTopic.Evidence } => request.Reply(request.Context.Wording["talk.evidence_no_request"], request.Mine),
            { Name.Length: > 0 } when request.Near.Count > 0 => NameAnswers.Unsure(
                AskedSupplier.Read(asked.Name),
                request.State,
                request.Context
            ),
            { Name.Length: > 0 } => request.Reply(
                request.Say("talk.no_request_for", ("name", SentenceRequest.Short(asked.Name))),
                request.New(),
                request.Mine
            ),
            _ => None(request),
        };
    }

    public static Outcome Choose(string key, string command, SentenceRequest request) =>
        request.Reply(
            request.Context.Wording[key],
            [.. request.Open.Take(MostChoices + 2).Select(line => SentenceRequest.Named(line.Supplier, $"{command} {line.Id}"))]
        );

    private static Outcome Listed(string key, int number, IReadOnlyList<string> titles, CaseRequest on, SentenceRequest request)
    {
        var words = request.Count(key, number, ("supplier", SentenceRequest.Short(on.Case.Supplier)));
        return request.Reply(
            on,
            number == 0 ? [words] : [words, string.Join(" · ", titles.Take(MostListed)) + (titles.Count > MostListed ? " …" : "")],
            request.OpenCase(on.Case.Id)
        );
    }

    private static IReadOnlyList<string> Clauses(CaseRequest on) =>
        [
            .. on.Case.Assessment.Clauses.Select(required =>
                on.Policy.Clauses.FirstOrDefault(clause => clause.Id == required.Id)?.Title ?? required.Id
            ),
        ];

    private static IReadOnlyList<string> Evidence(CaseRequest on) => [.. on.Case.Assessment.Evidence.Select(evidence => evidence.Title)];

    private static string Why(CaseRequest on) =>
        on.Case.Assessment.Floors.Where(floor => floor.Minimum == on.Case.Assessment.Tier).Select(floor => floor.Words).ToList()
            is { Count: > 0 } rules
            ? string.Join("; ", rules)
            : string.Join(
                "; ",
                on.Case.Assessment.Parts.Where(part => part.Points > 0)
                    .OrderByDescending(part => part.Points)
                    .Take(3)
                    .Select(part => part.Words)
            );

    private static Button Remind(CaseRequest on, SentenceRequest request) =>
        new(request.Context.Wording["button.remind"], Verbs.Remind, on.Case.Id, Style: ButtonStyle.Main);

    private static Button Change(SentenceRequest request, ButtonStyle style) =>
        new(request.Context.Wording["button.change"], Verbs.Edit, Style: style);

    private static HashSet<string> Words(string text) =>
        [.. CommandText.Words(text).Select(word => word.Plain).Where(plain => plain.Length >= ShortestWord)];
}
