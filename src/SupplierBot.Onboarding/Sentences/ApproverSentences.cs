using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Sentences;

/// <summary>What approvers say. A decision in words opens the card where it is made.</summary>
internal static class ApproverSentences
{
    private const int MostChoices = 3;
    private const int LongestCarried = 1_000;

    public static Outcome Decide(Request.DecideInWords said, SentenceRequest request)
    {
        if (!request.Decides)
            return request.Reply(
                request.Say(
                    "refusal.not_approver",
                    ("role", CaseTexts.Role(RoleNames.Security, request.Context)),
                    ("names", request.Security)
                ),
                request.Mine
            );
        if (request.OnCase(new Request.ReviewCase()) is not { Case.IsOpen: true } on)
            return Which(said.Name, request);
        var supplier = SentenceRequest.Short(on.Case.Supplier);
        var review = new Button(
            request.Context.Wording["button.review"],
            Verbs.Review,
            on.Case.Id,
            Style: said.Verb == Verbs.Approve ? ButtonStyle.Main : ButtonStyle.Plain
        );
        if (said.Verb == Verbs.Approve)
            return request.Reply(on, [request.Say("talk.review_here", ("supplier", supplier))], review);
        var target = said.Reason.Length > 0 ? CarriedText.Fills(Texts.Clip(said.Reason, LongestCarried)) : "";
        return request.Reply(
            on,
            [request.Say(said.Reason.Length > 0 ? "talk.reject_filled" : "talk.reject", ("supplier", supplier))],
            new Button(request.Context.Wording["button.reject"], Verbs.Reject, target, Style: ButtonStyle.Danger, OpensForm: true),
            review,
            request.Cancel
        );
    }

    public static Outcome Waiting(bool firstOnly, SentenceRequest request)
    {
        if (request.Waiting is not [var first, ..])
            return request.Decides ? request.Reply(request.Context.Wording["talk.nothing_waiting"], request.Mine) : RequestOrMine(request);
        var due = Dates.Day(first.DueAt, request.Context);
        return request.Reply(
            firstOnly
                ? request.Say(
                    "talk.next",
                    ("supplier", SentenceRequest.Short(first.Supplier)),
                    ("tier", CaseTexts.Tier(first.Tier, request.Context)),
                    ("due", due)
                )
                : request.Count("talk.waiting", request.Waiting.Count, ("n", CaseTexts.Counted(request.Waiting.Count)), ("due", due)),
            request.Review(first),
            request.Says("talk.show_all_button", "pending")
        );
    }

    public static Outcome Assign(Request.AssignByName assign, SentenceRequest request)
    {
        if (request.OnCase(new Request.AssignCase(assign.Person)) is not { Case.IsOpen: true } on)
            return Which(assign.Name, request);
        if (PersonOf(assign.Person, on) is not { } person)
            return on.Refuse(
                "assign.nobody",
                ("name", SentenceRequest.Short(PersonNames.Typed(assign.Person))),
                ("names", CaseTexts.Names(AssignCaseHandler.Able(on), request.Context))
            );
        return request.Reply(
            on,
            [request.Say("talk.assign", ("supplier", SentenceRequest.Short(on.Case.Supplier)), ("name", person.Name))],
            request.Says("talk.assign_button", $"assign {on.Case.Id} to {person.Id}", ButtonStyle.Main),
            request.Cancel
        );
    }

    public static Outcome Ask(Request.AskPerson ask, SentenceRequest request)
    {
        if (!request.Decides || request.OnCase(new Request.RequestInformation()) is not { Case.IsOpen: true } on)
            return request.Decides && Lines(ask, request).Count > 1
                ? request.Reply(
                    request.Say("talk.ask_which", ("name", Lines(ask, request)[0].Requester.Name)),
                    [.. Lines(ask, request).Take(MostChoices).Select(request.Review)]
                )
                : NotUnderstood.Of(request);
        var (supplier, name) = (SentenceRequest.Short(on.Case.Supplier), on.Case.Requester.FirstName);
        var question = QuestionOf(ask, on.Case.Requester);
        return request.Reply(
            on,
            [
                request.Say("talk.ask", ("name", name), ("supplier", supplier)),
                request.Say("words.quoted", ("text", Texts.Clip(question, 300))),
            ],
            new Button(
                request.Context.Wording["talk.send_question_button"],
                Verbs.Ask,
                CarriedText.Sends(question),
                Style: ButtonStyle.Main
            ),
            new Button(request.Context.Wording["talk.edit_question_button"], Verbs.Ask, CarriedText.Fills(question)),
            request.Cancel
        );
    }

    /// <summary>Requests of the person who is to be asked.</summary>
    public static IReadOnlyList<CaseLine> Lines(Request.AskPerson ask, SentenceRequest request) =>
        [.. request.Waiting.Where(line => SentenceTargets.IsAsked(ask, line))];

    public static Outcome Vacation(string until, SentenceRequest request) =>
        !request.Decides ? request.Reply(request.Context.Wording["away.no_role"])
        : until.Length == 0 ? request.Reply(request.Context.Wording["talk.away_until_when"])
        : DelegateHandler.Problem(until, request.Actor.Zone, request.Context, out var day) is { } problem ? Outcome.Say(problem.Answer!)
        : request.Reply(
            request.Say("talk.away_who", ("day", Dates.Day(day, request.Context))),
            request.Says("talk.stand_in_button", $"delegate until {Dates.Value(day)}", ButtonStyle.Main),
            request.Says("talk.others_button", $"away until {Dates.Value(day)}"),
            request.Cancel
        );

    public static Outcome StandIn(string until, SentenceRequest request) =>
        request.Reply(request.Say("talk.stand_in", ("day", until.Length > 0 ? until : request.Context.Wording["talk.some_day"])));

    public static Outcome WhyNotMe(SentenceRequest request)
    {
        if (request.OnCase(new Request.ReviewCase()) is not { } on)
            return Which("", request);
        var names = Rights.Deciders(on);
        return on.IsRequester ? request.Reply(on, [request.Say("refusal.own_request", ("names", names))], request.OpenCase(on.Case.Id))
            : Rights.Interested(on) is { Refused: { } key } && key == "refusal.owner"
                ? request.Reply(on, [request.Say("refusal.owner", ("names", names))], request.OpenCase(on.Case.Id))
            : request.Reply(
                on,
                [request.Say("talk.open_to_see_why", ("supplier", SentenceRequest.Short(on.Case.Supplier)))],
                new Button(request.Context.Wording["button.review"], Verbs.Review, on.Case.Id, Style: ButtonStyle.Main)
            );
    }

    private static Outcome Which(string name, SentenceRequest request)
    {
        if (request.Waiting.Count == 0)
            return request.Reply(request.Context.Wording["talk.nothing_waiting"], request.Mine);
        var words =
            name.Length > 0
                ? request.Say("talk.not_waiting", ("name", SentenceRequest.Short(name)))
                : request.Count("talk.which_review", request.Waiting.Count, ("n", CaseTexts.Counted(request.Waiting.Count)));
        return request.Reply(
            words,
            [.. request.Waiting.Take(MostChoices - 1).Select(request.Review), request.Says("talk.show_all_button", "pending")]
        );
    }

    private static Outcome RequestOrMine(SentenceRequest request) =>
        request.Reply(request.Context.Wording["talk.nothing_for_you"], request.Mine, request.New(ButtonStyle.Plain));

    private static Person? PersonOf(string typed, CaseRequest on)
    {
        var able = AssignCaseHandler.Able(on);
        var meant = NamedPerson.Find(typed, able, on.Actor.Id, on.Context);
        var first = able.Where(person => PersonNames.Same(person.FirstName, PersonNames.Typed(typed))).ToList();
        return meant is NamedPerson.One { Person: var one } ? able.FirstOrDefault(person => person.Id == one.Id)
            : meant is NamedPerson.Nobody && first is [var only] ? only
            : null;
    }

    /// <summary>"ask Rita Requester where …" names her with both names.</summary>
    private static string QuestionOf(Request.AskPerson ask, Person person)
    {
        var words = ask.Question.Split(' ', 2);
        return
            words.Length == 2
            && person.Name.Contains(' ', StringComparison.Ordinal)
            && PersonNames.Same($"{ask.Person} {words[0]}", person.Name)
            ? words[1]
            : ask.Question;
    }
}
