using SupplierBot.Onboarding.Notifications;
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

    /// <summary>
    /// The form again where only its age is in the way: with everything typed, over the case as it is now, what changed on top. Null where
    /// that is not so. A comment of 2,000 characters is not lost because a colleague's answer came while it was written.
    /// </summary>
    public static Outcome? RefreshIfStale(
        CaseRequest request,
        Func<CaseRequest, Outcome?> rights,
        Func<CaseRequest, string, View.Form> form
    )
    {
        var isForm = request.FromForm || request.Press.Stamp.Page is not null;
        if (!isForm || !request.Stale || rights(request.Afresh) is not null)
            return null;
        var again = form(request.Afresh, request.Say("refusal.stale"));
        return Outcome.Say(again with { Lines = [.. DecidingCard.AsItIs(request), .. again.Lines] });
    }

    /// <summary>
    /// The form as it was sent, with the question on top and a button that says yes. A form of its own: a second press of the one before is
    /// none of this.
    /// </summary>
    internal static View.Form Again(CaseRequest request, string question, Func<CaseRequest, string, View.Form> form)
    {
        var same = form(request.With(request.Press.Stamp with { Page = null }), question);
        return same with
        {
            Buttons =
            [
                .. same.Buttons.Select(button =>
                    button.Target == Sent ? button with { Label = request.Say($"form.{button.Verb}_again"), Target = SentAgain } : button
                ),
            ],
        };
    }

    /// <summary>
    /// Form, then comment, then commit: a press without the comment shows the form, and a comment that says nothing shows it again with
    /// what is wrong.
    /// </summary>
    public static Outcome WithComment(
        CaseRequest request,
        string field,
        Func<CaseRequest, string, View.Form> form,
        Func<CaseRequest, string, Outcome> accept
    )
    {
        var comment = request.Typed(field);
        if (comment.Length == 0 && !request.FromForm)
            return Outcome.Say(form(request, ""));
        return CommentLength.Problem(comment, request) is { Length: > 0 } problem
            ? Outcome.Say(form(request, problem))
            : accept(request, comment);
    }

    internal static Field Comment(CaseRequest request, string id, string label) =>
        FormFields.LongText(
            id,
            request.Say(label),
            request.Press.Value(id),
            required: true,
            missing: request.Say("refusal.too_short", ("requester", request.Case.Requester.Name))
        );

    internal static Field Question(CaseRequest request, string id)
    {
        var sent = request.Press.Picked(id);
        var answers = sent.Count > 0 ? request.Case.Answers.With(id, [.. sent]) : request.Case.Answers;
        var question = request.Policy.Question(id);
        return QuestionFields.Of(question, answers, [], request.Context.Wording) with
        {
            Required = false,
            Help = question.Tip ?? question.Help ?? "",
        };
    }

    /// <summary>Its own as long as nothing came of it; null in a message, which everybody who opens it sees the same.</summary>
    private static string? IdOf(CaseRequest request) =>
        request.Press switch
        {
            { Automatic: true } => null,
            { Stamp.Page: { Length: > 0 and <= LongestId } same } => same,
            _ => request.Context.NewId is { Length: > 0 } fresh ? fresh : null,
        };

    internal static View.Form Of(
        CaseRequest request,
        string verb,
        string target,
        string problem,
        IReadOnlyList<Field> fields,
        IReadOnlyList<LabelledText> lines,
        string foot,
        ButtonStyle style = ButtonStyle.Main,
        string name = ""
    )
    {
        var (supplier, requester) = (Texts.Clip(request.Case.Supplier, 60), request.Case.Requester.Name);
        var readers = CaseTexts.Names(request.Case.Affected(), request.Context);
        var words = request.Case.ReviewOrigin is not null && verb == "reject" ? "unsatisfactory" : verb;
        var title = request.Say($"form.{words}_title", ("supplier", supplier), ("requester", requester));
        return new(title, lines, problem, fields, request.Say(foot, ("requester", requester), ("readers", readers), ("name", name)))
        {
            Plain = Texts.Clip(title, 120),
            Stamp = CardStamp.OfCase(
                request.Case.Id,
                request.SlotId,
                request.Stale ? request.Press.Stamp.Version : request.Case.ContentVersion
            ) with
            {
                Page = IdOf(request),
            },
            Buttons =
            [
                new(request.Say($"form.{words}_send"), verb, target, Style: style, Checks: true),
                new(request.Say("button.back"), Verbs.Back),
            ],
        };
    }
}

/// <summary>Inputs that are no questions of the policy: comments, terms, conditions.</summary>
internal static class FormFields
{
    public static Field LongText(
        string id,
        string label,
        string value,
        string help = "",
        bool required = false,
        string missing = "",
        int most = CommentLength.Most
    ) => new(id, FieldKind.LongText, label, help, value, required, missing, "", "", most, []);

    public static Field Text(string id, string label, string value, int most, string help = "") =>
        new(id, FieldKind.Text, label, help, value, false, "", "", "", most, []);

    public static Field Date(string id, string label, string value, string help = "") =>
        new(id, FieldKind.Date, label, help, value, false, "", "", "", 0, []);

    public static Field One(string id, string label, string value, IReadOnlyList<FieldChoice> choices, string help = "") =>
        new(id, FieldKind.One, label, help, value, false, "", "", "", 0, choices);

    /// <param name="known">To pick from where the client has no list of the organisation's people, and first where it has.</param>
    public static Field Person(string id, string label, string value, IReadOnlyList<FieldChoice> known) =>
        new(id, FieldKind.Person, label, "", value, false, "", "", "", 0, known);

    public static Field Several(string id, string label, string value, IReadOnlyList<FieldChoice> choices, string help = "") =>
        new(id, FieldKind.Several, label, help, value, false, "", "", "", 0, choices);
}

/// <summary>
/// The same words again within minutes are more often a second press than a second event: the person is asked. Somebody who means it says
/// so with one more press.
/// </summary>
internal static class RepeatCheck
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    /// <summary>The question; null where it was too long ago, or the person said that they mean it.</summary>
    /// <param name="verb">Begins the keys of its words.</param>
    public static string? Asks(CaseRequest request, DateTimeOffset before, string verb)
    {
        if (request.Press.Target == CaseForms.SentAgain || request.Now - before > Lately)
            return null;
        return (int)Math.Max(0, (request.Now - before).TotalMinutes) switch
        {
            0 => request.Say($"{verb}.again_now"),
            1 => request.Say($"{verb}.again_minute"),
            var minutes => request.Say($"{verb}.again", ("n", CaseTexts.Number(minutes))),
        };
    }

    /// <param name="said">What was said of it when it was done.</param>
    public static Outcome Asked(CaseRequest request, View.Form question, string said) =>
        Outcome.Say(question) with
        {
            Repeats = true,
            Operation = request.FormOperation,
            Said = said,
        };
}
