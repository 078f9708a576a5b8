using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>The forms over a case. A press without its text shows one and decides nothing.</summary>
internal static class CaseForms
{
    /// <summary>The target of a form's own button.</summary>
    public const string Sent = "sent";
    /// <summary>The target of the button that says: yes, the same once more.</summary>
    public const string SentAgain = "again";

    /// <summary>Of a form's own id; a longer one is none of ours.</summary>
    private const int LongestId = 40;

    public static bool AsksForTerms(Case current) => current.Assessment is { Clauses.Count: > 0, InternalChecksOnly: false };

    public static View.Form Reject(CaseRequest request, string problem) => Of(
        request, "reject", Sent, problem, [Comment(request, "comment", "form.reject_comment")], [], "form.reject_foot", ButtonStyle.Danger);

    public static View.Form Revoke(CaseRequest request, string problem) => Of(
        request, "revoke", Sent, problem, [Comment(request, "comment", "form.revoke_comment")], [], "form.revoke_foot", ButtonStyle.Danger);

    public static View.Form Ask(CaseRequest request, string problem)
    {
        var open = request.Case.Assessment.OpenPoints.Select(id => new FieldChoice(id, Texts.Clip(request.Policy.Question(id).Prompt, 75))).ToList();
        var about = open.Count == 0 ? null : FormFields.Several("about", request.Say("form.ask_about"), request.Press.Value("about"), open, request.Say("form.ask_about_help"));
        Field[] fields = about is null ? [Comment(request, "question", "form.ask_question")] : [about, Comment(request, "question", "form.ask_question")];
        return Of(request, "ask", Sent, problem, fields, [], "form.ask_foot");
    }

    public static View.Form ResolveOpenPoint(CaseRequest request, IReadOnlyList<string> cameUp, string problem) => Of(
        request, "settle", Sent, problem,
        [
            .. request.Case.Assessment.OpenPoints.Union(cameUp).Select(id => Question(request, id)),
            FormFields.Text("source", request.Say("form.settle_source"), request.Press.Value("source"), 500),
        ],
        [], "form.settle_foot");

    public static View.Form Reply(CaseRequest request, InformationRequest informationRequest, IReadOnlyList<string> cameUp, string problem) => Of(
        request, "reply", CaseTexts.Number(informationRequest.Number), problem,
        [
            .. informationRequest.About.Union(cameUp).Select(id => Question(request, id)),
            FormFields.LongText("answer_text", request.Say("form.reply_text"), request.Press.Value("answer_text")),
        ],
        [new LabelledText(request.Say("told.asked_words", ("name", informationRequest.By.Name), ("question", informationRequest.Text)))], "form.reply_foot", name: informationRequest.By.Name);

    public static View.Form Done(CaseRequest request, ApprovalCondition condition, string problem) => Of(
        request, "done", CaseTexts.Number(condition.Number), problem,
        [FormFields.LongText("proof_text", request.Say("form.done_proof"), request.Press.Value("proof_text"), required: true, missing: request.Say("form.done_missing"))],
        [new LabelledText(condition.Text)], "form.done_foot", name: condition.SetBy.Name);

    public static View.Form Changed(CaseRequest request, string problem) => Of(
        request, "changed", Sent, problem,
        [
            FormFields.Several("triggers", request.Say("form.changed_what"), request.Press.Value("triggers"), [.. request.Policy.Triggers.Select(trigger => new FieldChoice(trigger.Id, ChangeTriggers.Words(trigger, request.Context)))]),
            FormFields.LongText("change_text", request.Say("form.changed_words"), request.Press.Value("change_text"), request.Say("form.changed_words_help")),
        ],
        [], "form.changed_foot");

    /// <summary>The checklist: what was said before stays in it until all of it is said.</summary>
    public static View.Form Exit(CaseRequest request, string problem)
    {
        return Of(request, "exit", Sent, problem, [Proof("exit_access", request.Case.Offboarding?.Access), Proof("exit_data", request.Case.Offboarding?.Data), Proof("exit_moved", request.Case.Offboarding?.Moved)], [], "form.exit_foot", ButtonStyle.Danger);
        Field Proof(string id, string? kept) => FormFields.LongText(id, request.Say($"form.{id}"), request.Press.Values.ContainsKey(id) ? request.Press.Value(id) : kept ?? "", request.Say($"form.{id}_help"));
    }

    public static View.Form Note(CaseRequest request, string problem) => Of(
        request, request.Press.Verb, Sent, problem, [Comment(request, "note_text", $"form.{request.Press.Verb}_words")], [], $"form.{request.Press.Verb}_foot");

    /// <inheritdoc cref="Again"/>
    public static View.Form NoteAgain(CaseRequest request, string question) => Again(request, question, Note);

    /// <inheritdoc cref="Again"/>
    public static View.Form AskAgain(CaseRequest request, string question) => Again(request, question, Ask);

    public static View.Form Conditions(CaseRequest request, string problem)
    {
        var more = request.Press.Picked("suggested").Count > ApprovalConditionForm.Blocks && problem.Length == 0;
        return Of(
            request, "approve_conditions", Sent, more ? request.Say("form.conditions_three") : problem,
            [.. ApprovalConditionFields.Of(request), .. DecisionFields.Terms(request)], [], "form.conditions_foot");
    }

    /// <summary>
    /// The form again where only its age is in the way: with everything typed, over the case as it is now, what changed on top. Null where
    /// that is not so. A comment of 2,000 characters is not lost because a colleague's answer came while it was written.
    /// </summary>
    public static Outcome? Anew(CaseRequest request, Func<CaseRequest, Outcome?> rights, Func<CaseRequest, string, View.Form> form)
    {
        if (!request.FromForm || !request.Stale || rights(request.Afresh) is not null) return null;
        var again = form(request.Afresh, request.Say("refusal.stale"));
        return Outcome.Say(again with { Lines = [.. DecidingCard.AsItIs(request), .. again.Lines] });
    }

    /// <summary>The form as it was sent, with the question on top and a button that says yes. A form of its own: a second press of the one before is none of this.</summary>
    private static View.Form Again(CaseRequest request, string question, Func<CaseRequest, string, View.Form> form)
    {
        var same = form(request.With(request.Press.Stamp with { Page = null }), question);
        return same with { Buttons = [.. same.Buttons.Select(button => button.Target == Sent ? button with { Label = request.Say($"form.{button.Verb}_again"), Target = SentAgain } : button)] };
    }

    private static Field Comment(CaseRequest request, string id, string label) => FormFields.LongText(
        id, request.Say(label), request.Press.Value(id), required: true, missing: request.Say("refusal.too_short", ("requester", request.Case.Requester.Name)));

    private static Field Question(CaseRequest request, string id)
    {
        var sent = request.Press.Picked(id);
        var answers = sent.Count > 0 ? request.Case.Answers.With(id, [.. sent]) : request.Case.Answers;
        var question = request.Policy.Question(id);
        return QuestionFields.Of(question, answers, [], request.Context.Wording) with { Required = false, Help = question.Tip ?? question.Help ?? "" };
    }

    /// <summary>Its own as long as nothing came of it; null in a message, which everybody who opens it sees the same.</summary>
    private static string? IdOf(CaseRequest request) => request.Press switch
    {
        { Automatic: true } => null,
        { Stamp.Page: { Length: > 0 and <= LongestId } same } => same,
        _ => request.Context.NewId is { Length: > 0 } fresh ? fresh : null,
    };

    private static View.Form Of(
        CaseRequest request, string verb, string target, string problem, IReadOnlyList<Field> fields, IReadOnlyList<LabelledText> lines, string foot, ButtonStyle style = ButtonStyle.Main, string name = "")
    {
        var (supplier, requester) = (Texts.Clip(request.Case.Supplier, 60), request.Case.Requester.Name);
        var readers = CaseTexts.Names(request.Case.Affected(), request.Context);
        var words = request.Case.ReviewOrigin is not null && verb == "reject" ? "unsatisfactory" : verb;
        var title = request.Say($"form.{words}_title", ("supplier", supplier), ("requester", requester));
        return new(title, lines, problem, fields, request.Say(foot, ("requester", requester), ("readers", readers), ("name", name)))
        {
            Plain = Texts.Clip(title, 120),
            Stamp = CardStamp.OfCase(request.Case.Id, request.SlotId, request.Stale ? request.Press.Stamp.Version : request.Case.ContentVersion) with { Page = IdOf(request) },
            Buttons = [new(request.Say($"form.{words}_send"), verb, target, Style: style, Checks: true), new(request.Say("button.back"), Verbs.Back)],
        };
    }
}
