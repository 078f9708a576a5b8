namespace SupplierBot.Onboarding;

/// <summary>The forms over a case (wording.md §8). A press without its text shows one and decides nothing.</summary>
internal static class Forms
{
    /// <summary>The target of a form's own button.</summary>
    public const string Sent = "sent";
    /// <summary>The target of the button that says: yes, the same once more.</summary>
    public const string SentAgain = "again";

    /// <summary>Of a form's own id; a longer one is none of ours.</summary>
    private const int LongestId = 40;

    public static bool AsksForTerms(Case current) => current.Assessment is { Clauses.Count: > 0, InternalChecksOnly: false };

    public static View.Form Reject(Hearing hearing, string problem) => Of(
        hearing, "reject", Sent, problem, [Comment(hearing, "comment", "form.reject_comment")], [], "form.reject_foot", ButtonStyle.Danger);

    public static View.Form Revoke(Hearing hearing, string problem) => Of(
        hearing, "revoke", Sent, problem, [Comment(hearing, "comment", "form.revoke_comment")], [], "form.revoke_foot", ButtonStyle.Danger);

    public static View.Form Ask(Hearing hearing, string problem)
    {
        var open = hearing.Case.Assessment.OpenPoints.Select(id => new FieldChoice(id, Texts.Clip(hearing.Policy.Question(id).Prompt, 75))).ToList();
        var about = open.Count == 0 ? null : FormFields.Several("about", hearing.Say("form.ask_about"), hearing.Press.Value("about"), open, hearing.Say("form.ask_about_help"));
        Field[] fields = about is null ? [Comment(hearing, "question", "form.ask_question")] : [about, Comment(hearing, "question", "form.ask_question")];
        return Of(hearing, "ask", Sent, problem, fields, [], "form.ask_foot");
    }

    public static View.Form Settle(Hearing hearing, IReadOnlyList<string> cameUp, string problem) => Of(
        hearing, "settle", Sent, problem,
        [
            .. hearing.Case.Assessment.OpenPoints.Union(cameUp).Select(id => Question(hearing, id)),
            FormFields.Text("source", hearing.Say("form.settle_source"), hearing.Press.Value("source"), 500),
        ],
        [], "form.settle_foot");

    public static View.Form Reply(Hearing hearing, Enquiry enquiry, IReadOnlyList<string> cameUp, string problem) => Of(
        hearing, "reply", CaseWords.Number(enquiry.Number), problem,
        [
            .. enquiry.About.Union(cameUp).Select(id => Question(hearing, id)),
            FormFields.LongText("answer_text", hearing.Say("form.reply_text"), hearing.Press.Value("answer_text")),
        ],
        [new Line(hearing.Say("told.asked_words", ("name", enquiry.By.Name), ("question", enquiry.Text)))], "form.reply_foot", name: enquiry.By.Name);

    public static View.Form Done(Hearing hearing, ApprovalCondition condition, string problem) => Of(
        hearing, "done", CaseWords.Number(condition.Number), problem,
        [FormFields.LongText("proof_text", hearing.Say("form.done_proof"), hearing.Press.Value("proof_text"), required: true, missing: hearing.Say("form.done_missing"))],
        [new Line(condition.Text)], "form.done_foot", name: condition.SetBy.Name);

    public static View.Form Changed(Hearing hearing, string problem) => Of(
        hearing, "changed", Sent, problem,
        [
            FormFields.Several("triggers", hearing.Say("form.changed_what"), hearing.Press.Value("triggers"), [.. hearing.Policy.Triggers.Select(trigger => new FieldChoice(trigger.Id, ChangeTriggers.Words(trigger, hearing.Context)))]),
            FormFields.LongText("change_text", hearing.Say("form.changed_words"), hearing.Press.Value("change_text"), hearing.Say("form.changed_words_help")),
        ],
        [], "form.changed_foot");

    /// <summary>The checklist: what was said before stays in it until all of it is said.</summary>
    public static View.Form Exit(Hearing hearing, string problem)
    {
        return Of(hearing, "exit", Sent, problem, [Proof("exit_access", hearing.Case.Leaving?.Access), Proof("exit_data", hearing.Case.Leaving?.Data), Proof("exit_moved", hearing.Case.Leaving?.Moved)], [], "form.exit_foot", ButtonStyle.Danger);
        Field Proof(string id, string? kept) => FormFields.LongText(id, hearing.Say($"form.{id}"), hearing.Press.Values.ContainsKey(id) ? hearing.Press.Value(id) : kept ?? "", hearing.Say($"form.{id}_help"));
    }

    public static View.Form Note(Hearing hearing, string problem) => Of(
        hearing, hearing.Press.Verb, Sent, problem, [Comment(hearing, "note_text", $"form.{hearing.Press.Verb}_words")], [], $"form.{hearing.Press.Verb}_foot");

    /// <inheritdoc cref="Again"/>
    public static View.Form NoteAgain(Hearing hearing, string question) => Again(hearing, question, Note);

    /// <inheritdoc cref="Again"/>
    public static View.Form AskAgain(Hearing hearing, string question) => Again(hearing, question, Ask);

    public static View.Form Conditions(Hearing hearing, string problem)
    {
        var more = hearing.Press.Picked("suggested").Count > ConditionForm.Blocks && problem.Length == 0;
        return Of(
            hearing, "approve_conditions", Sent, more ? hearing.Say("form.conditions_three") : problem,
            [.. ConditionFields.Of(hearing), .. DecisionFields.Terms(hearing)], [], "form.conditions_foot");
    }

    /// <summary>
    /// The form again where only its age is in the way: with everything typed, over the case as it is now, what changed on top. Null where
    /// that is not so. A comment of 2,000 characters is not lost because a colleague's answer came while it was written.
    /// </summary>
    public static Outcome? Anew(Hearing hearing, Func<Hearing, Outcome?> rights, Func<Hearing, string, View.Form> form)
    {
        if (!hearing.FromForm || !hearing.Stale || rights(hearing.Afresh) is not null) return null;
        var again = form(hearing.Afresh, hearing.Say("refusal.stale"));
        return Outcome.Say(again with { Lines = [.. DecidingCard.AsItIs(hearing), .. again.Lines] });
    }

    /// <summary>The form as it was sent, with the question on top and a button that says yes. A form of its own: a second press of the one before is none of this.</summary>
    private static View.Form Again(Hearing hearing, string question, Func<Hearing, string, View.Form> form)
    {
        var same = form(hearing with { Press = hearing.Press with { Stamp = hearing.Press.Stamp with { Page = null } } }, question);
        return same with { Buttons = [.. same.Buttons.Select(button => button.Target == Sent ? button with { Label = hearing.Say($"form.{button.Verb}_again"), Target = SentAgain } : button)] };
    }

    private static Field Comment(Hearing hearing, string id, string label) => FormFields.LongText(
        id, hearing.Say(label), hearing.Press.Value(id), required: true, missing: hearing.Say("refusal.too_short", ("requester", hearing.Case.Requester.Name)));

    private static Field Question(Hearing hearing, string id)
    {
        var sent = hearing.Press.Picked(id);
        var answers = sent.Count > 0 ? hearing.Case.Answers.With(id, [.. sent]) : hearing.Case.Answers;
        var question = hearing.Policy.Question(id);
        return QuestionFields.Of(question, answers, [], hearing.Context.Wording) with { Required = false, Help = question.Tip ?? question.Help ?? "" };
    }

    /// <summary>Its own as long as nothing came of it; null in a message, which everybody who opens it sees the same.</summary>
    private static string? IdOf(Hearing hearing) => hearing.Press switch
    {
        { Automatic: true } => null,
        { Stamp.Page: { Length: > 0 and <= LongestId } same } => same,
        _ => hearing.Context.NewId is { Length: > 0 } fresh ? fresh : null,
    };

    private static View.Form Of(
        Hearing hearing, string verb, string target, string problem, IReadOnlyList<Field> fields, IReadOnlyList<Line> lines, string foot, ButtonStyle style = ButtonStyle.Main, string name = "")
    {
        var (supplier, requester) = (Texts.Clip(hearing.Case.Supplier, 60), hearing.Case.Requester.Name);
        var readers = CaseWords.Names(hearing.Case.Affected(), hearing.Context);
        var words = hearing.Case.Renewal is not null && verb == "reject" ? "unsatisfactory" : verb;
        var title = hearing.Say($"form.{words}_title", ("supplier", supplier), ("requester", requester));
        return new(title, lines, problem, fields, hearing.Say(foot, ("requester", requester), ("readers", readers), ("name", name)))
        {
            Plain = Texts.Clip(title, 120),
            Stamp = Stamp.OfCase(hearing.Case.Id, hearing.SlotId, hearing.Stale ? hearing.Press.Stamp.Version : hearing.Case.ContentVersion) with { Page = IdOf(hearing) },
            Buttons = [new(hearing.Say($"form.{words}_send"), verb, target, Style: style, Checks: true), new(hearing.Say("button.back"), "back")],
        };
    }
}
