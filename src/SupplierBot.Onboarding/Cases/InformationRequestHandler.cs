using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>A question to the requester, and its answer. The time to decide is paused in between.</summary>
internal static class InformationRequestHandler
{
    /// <summary>More at once is a letter nobody answers, and a card no client takes.</summary>
    private const int MostWaiting = 5;

    public static Outcome Ask(CaseRequest request)
    {
        if (Rights.Reviews(request) is { } refused)
            return refused;
        (request, var isShownFirst) = CarriedText.Of(request, "question");
        if (isShownFirst)
            return Outcome.Say(AskForm(request, ""));
        var text = request.Typed("question");
        if (text.Length == 0 && !request.FromForm)
            return Outcome.Say(AskForm(request, ""));
        if (Rights.Stale(request) is { } stale)
            return stale;
        if (CommentLength.Problem(text, request) is { Length: > 0 } problem)
            return Outcome.Say(AskForm(request, problem));
        var about = request.Press.Picked("about").Where(request.Case.Assessment.OpenPoints.Contains).Distinct().ToList();
        if (IsRepeated(request, text, about))
            return request.Refuse("ask.sent", ("requester", request.Case.Requester.Name));
        if (Answered(request, text, about) is { } before && RepeatCheck.Asks(request, before.At, "ask") is { } question)
            return RepeatCheck.Asked(request, AskAgainForm(request, question), "");
        return request.Case.InformationRequests.Count(informationRequest => informationRequest.Waiting) < MostWaiting
            ? Asked(request, text, about)
            : Outcome.Say(AskForm(request, TooMany(request)));
    }

    public static Outcome Reply(CaseRequest request)
    {
        if (Rights.Closed(request) is { } closed)
            return closed;
        if (!request.IsRequester && !request.IsOwner)
            return request.Refuse("refusal.requester_only", ("requester", request.Case.Requester.Name));
        (request, var isShownFirst) = CarriedText.Of(request, "answer_text");
        if (Waiting(request) is not { } informationRequest)
            return request.Refuse(Named(request) is null ? "reply.nothing_asked" : "reply.answered");
        if (isShownFirst)
            return Outcome.Say(ReplyForm(request, informationRequest, [], ""));
        var text = request.Typed("answer_text");
        var answers = OpenPoints.Merge(request, OpenPoints.Sent(request, informationRequest.About));
        var changed = !answers.SameAs(request.Case.Answers);
        if (text.Length == 0 && !changed)
            return Outcome.Say(
                ReplyForm(
                    request,
                    informationRequest,
                    [],
                    request.Press.Values.ContainsKey("answer_text") ? request.Say("reply.empty") : ""
                )
            );
        if (text.Length > CommentLength.Most)
            return Outcome.Say(ReplyForm(request, informationRequest, [], CommentLength.TooLong(text, request)));
        var missing = OpenPoints.Missing(request.Policy, answers);
        return missing.Count > 0
            ? Outcome.Say(ReplyForm(request, informationRequest, missing, request.Say("form.came_up")))
            : Replied(request, informationRequest, text, changed ? answers : null);
    }

    private static Outcome Asked(CaseRequest request, string text, IReadOnlyList<string> about)
    {
        var current = request.Case;
        var number = current.InformationRequests.Count + 1;
        var after = (
            current with
            {
                Status = CaseStatus.InfoRequested,
                InformationRequests =
                [
                    .. current.InformationRequests,
                    new InformationRequest(number, request.Actor.Person, request.Now, about, text, null, null, ""),
                ],
            }
        ).Notify(NotificationKind.Asked, number, current.Requester);
        var auditEvent = request.Event(
            AuditEventKind.Asked,
            text,
            ("number", CaseTexts.Number(number)),
            ("about", string.Join(',', about))
        );
        return request.Accept(
            after,
            auditEvent,
            request.SayStored("story.asked", ("name", request.Actor.Person.Name)),
            request.FormOperation,
            request.Say("ask.sent", ("requester", current.Requester.Name))
        );
    }

    private static Outcome Replied(CaseRequest request, InformationRequest informationRequest, string text, Answers? answers)
    {
        var before = request.Case;
        var assessed = answers is null ? before with { ContentVersion = before.ContentVersion + 1 } : AnswerRevision.With(request, answers);
        var answered = assessed with
        {
            InformationRequests =
            [
                .. assessed.InformationRequests.Select(other =>
                    other.Number == informationRequest.Number
                        ? other with
                        {
                            AnsweredBy = request.Actor.Person,
                            AnsweredAt = request.Now,
                            Answer = text,
                        }
                        : other
                ),
            ],
        };
        var told = answered.Notify(NotificationKind.Answered, informationRequest.Number, informationRequest.By);
        var after = told.InformationRequests.Any(other => other.Waiting) ? told : Resumed(request, told, informationRequest);
        var auditEvent = request.Event(
            AuditEventKind.Replied,
            text,
            [
                ("number", CaseTexts.Number(informationRequest.Number)),
                .. answers is null ? [] : AnswerRevision.Details(before, after, request.Policy, request.Roles),
            ]
        );
        return request.Accept(
            after,
            auditEvent,
            request.SayStored("story.replied", ("name", request.Actor.Person.Name)),
            $"reply-{before.Id}-{informationRequest.Number}",
            committed => CaseCards.Show(committed.Case, committed.SlotFor(informationRequest), committed.Policy, committed.Context)
        );
    }

    /// <summary>The due date moves by the working time that was waited; a change of tier has set it again already.</summary>
    private static Case Resumed(CaseRequest request, Case after, InformationRequest informationRequest)
    {
        var redated = after.Assessment.Tier != request.Case.Assessment.Tier;
        return after with
        {
            Status = CaseStatus.InReview,
            DueAt = redated
                ? after.DueAt
                : Pauses.Moved(after.DueAt, PausedSince(after, informationRequest), request.Now, request.Context.Calendar),
        };
    }

    /// <summary>When the wait began that ends now: questions may overlap.</summary>
    private static DateTimeOffset PausedSince(Case after, InformationRequest last)
    {
        var since = last.At;
        foreach (var earlier in after.InformationRequests.OrderByDescending(informationRequest => informationRequest.At))
        {
            if (earlier.At < since && earlier.AnsweredAt > since)
                since = earlier.At;
        }
        return since;
    }

    private static string TooMany(CaseRequest request) =>
        request.Say("ask.too_many", ("n", CaseTexts.Number(MostWaiting)), ("requester", request.Case.Requester.Name));

    private static bool IsRepeated(CaseRequest request, string text, IReadOnlyList<string> about) =>
        Same(request, text, about).Any(informationRequest => informationRequest.Waiting);

    /// <summary>The newest of the same words that was answered; null where there is none.</summary>
    private static InformationRequest? Answered(CaseRequest request, string text, IReadOnlyList<string> about) =>
        Same(request, text, about).LastOrDefault(informationRequest => !informationRequest.Waiting);

    private static IEnumerable<InformationRequest> Same(CaseRequest request, string text, IReadOnlyList<string> about) =>
        request.Case.InformationRequests.Where(informationRequest =>
            informationRequest.By.Id == request.Actor.Id && informationRequest.Text == text && informationRequest.About.SequenceEqual(about)
        );

    /// <summary>
    /// The question named by the button or by the message, else the oldest that waits. Words that were sent to one question are never the
    /// answer to another, which may wait by the time they come a second time.
    /// </summary>
    private static InformationRequest? Waiting(CaseRequest request)
    {
        if (Named(request) is { } named && (named.Waiting || request.Press.Values.Count > 0))
            return named.Waiting ? named : null;
        return request.Case.InformationRequests.FirstOrDefault(informationRequest => informationRequest.Waiting);
    }

    private static InformationRequest? Named(CaseRequest request)
    {
        var notification = Slots.NotificationSlots(request.Case, request.SlotId);
        return request.Case.InformationRequests.FirstOrDefault(informationRequest =>
                CaseTexts.Number(informationRequest.Number) == request.Press.Target
            )
            ?? request.Case.InformationRequests.FirstOrDefault(informationRequest =>
                notification is { Kind: NotificationKind.Asked } && notification.Number == informationRequest.Number
            );
    }

    /// <inheritdoc cref="CaseForms.Again"/>
    internal static View.Form AskAgainForm(CaseRequest request, string question) => CaseForms.Again(request, question, AskForm);

    internal static View.Form AskForm(CaseRequest request, string problem)
    {
        var open = request
            .Case.Assessment.OpenPoints.Select(id => new FieldChoice(id, Texts.Clip(request.Policy.Question(id).Prompt, 75)))
            .ToList();
        var about =
            open.Count == 0
                ? null
                : FormFields.Several(
                    "about",
                    request.Say("form.ask_about"),
                    request.Press.Value("about"),
                    open,
                    request.Say("form.ask_about_help")
                );
        Field[] fields = about is null
            ? [CaseForms.Comment(request, "question", "form.ask_question")]
            : [about, CaseForms.Comment(request, "question", "form.ask_question")];
        return CaseForms.Of(request, Verbs.Ask, CaseForms.Sent, problem, fields, [], "form.ask_foot");
    }

    internal static View.Form ReplyForm(
        CaseRequest request,
        InformationRequest informationRequest,
        IReadOnlyList<string> cameUp,
        string problem
    ) =>
        CaseForms.Of(
            request,
            Verbs.Reply,
            CaseTexts.Number(informationRequest.Number),
            problem,
            [
                .. informationRequest.About.Union(cameUp).Select(id => CaseForms.Question(request, id)),
                FormFields.LongText("answer_text", request.Say("form.reply_text"), request.Press.Value("answer_text")),
            ],
            [
                new LabelledText(
                    request.Say("told.asked_words", ("name", informationRequest.By.Name), ("question", informationRequest.Text))
                ),
            ],
            "form.reply_foot",
            name: informationRequest.By.Name
        );
}
