using System.Globalization;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>
/// Somebody who decides says whether a document is enough. What is enough with gaps leaves something to do, which becomes a condition; the
/// gate and the register entry follow by themselves.
/// </summary>
internal static class CheckEvidenceHandler
{
    public const string VerdictField = "verdict";
    public const string NoteField = "note";
    private const string Enough = "sufficient";
    private const string WithGaps = "gaps";
    private const string NotEnough = "insufficient";
    private const int LongestNote = 500;

    /// <summary>The block of the condition that follows.</summary>
    private const int Block = 1;

    public static Outcome Handle(CaseRequest request)
    {
        if (OpenEvidenceHandler.Find(request) is not { } record)
            return OpenEvidenceHandler.Handle(request);
        if (EvidenceRights.Judges(request, record) is { } refused)
            return refused;
        if (!request.Press.Target.StartsWith(CaseForms.Sent, StringComparison.Ordinal))
            return Outcome.Say(Form(request, record, "", ""));
        if (request.Press.Target != Sent(record))
            return Outcome.Say(Form(request, record, request.Say("evidence.judged_since", ("name", record.JudgedBy?.Name ?? "")), ""));
        return Wrong(request, record) is (var field, var words)
            ? Outcome.Say(Form(request, record, words, field))
            : Judged(request, record);
    }

    /// <summary>The form is about what was there when it was opened: somebody else's verdict in between is read first.</summary>
    private static string Sent(EvidenceRecord record) =>
        string.Create(CultureInfo.InvariantCulture, $"{CaseForms.Sent} {record.Number} {record.JudgedAt?.ToUnixTimeMilliseconds() ?? 0}");

    private static (string Field, string Words)? Wrong(CaseRequest request, EvidenceRecord record)
    {
        if (VerdictOf(request) is not { } verdict)
            return (VerdictField, request.Say("evidence.which_verdict"));
        if (verdict != EvidenceVerdict.Sufficient && CommentLength.Problem(request.Typed(NoteField), request) is { Length: > 0 } note)
            return (NoteField, note);
        if (request.Typed(NoteField).Length > LongestNote)
            return (NoteField, CommentLength.TooLong(request.Typed(NoteField), request));
        if (verdict == EvidenceVerdict.Sufficient && record.CoversService == false)
            return (VerdictField, request.Say("evidence.covers_contradiction", ("name", record.AddedBy.Name)));
        var (issued, wrongIssued) = EvidenceInput.Day(request, EvidenceInput.IssuedField);
        if (wrongIssued.Length > 0)
            return (EvidenceInput.IssuedField, wrongIssued);
        var (expires, wrongExpires) = EvidenceInput.Day(request, EvidenceInput.ExpiresField);
        if (wrongExpires.Length > 0)
            return (EvidenceInput.ExpiresField, wrongExpires);
        if (EvidenceInput.WrongDays(request, issued, expires, record.BridgedUntil) is { } days)
            return days.Field == EvidenceInput.BridgedField ? (EvidenceInput.ExpiresField, days.Words) : days;
        var last = (record with { Issued = issued, Expires = expires }).LastDay;
        if (verdict != EvidenceVerdict.Insufficient && last < request.Context.Calendar.Today(request.Now))
            return (EvidenceInput.ExpiresField, request.Say("evidence.over_already", ("day", Dates.Day(last!.Value, request.Context))));
        return verdict == EvidenceVerdict.SufficientWithGaps ? WrongCondition(request) : null;
    }

    private static (string Field, string Words)? WrongCondition(CaseRequest request) =>
        Condition(request) switch
        {
            null => (ApprovalConditionForm.TextId(Block), request.Say("evidence.what_follows")),
            { Problem.Length: > 0 } wrong => (wrong.Field, wrong.Problem),
            _ => null,
        };

    private static ApprovalConditionInput? Condition(CaseRequest request) =>
        ApprovalConditionForm.Read(request).FirstOrDefault(condition => condition.Block == Block);

    private static EvidenceVerdict? VerdictOf(CaseRequest request) =>
        request.Press.Value(VerdictField) switch
        {
            Enough => EvidenceVerdict.Sufficient,
            WithGaps => EvidenceVerdict.SufficientWithGaps,
            NotEnough => EvidenceVerdict.Insufficient,
            _ => null,
        };

    private static Outcome Judged(CaseRequest request, EvidenceRecord record)
    {
        var current = request.Case;
        var verdict = VerdictOf(request)!.Value;
        var condition = verdict == EvidenceVerdict.SufficientWithGaps ? Condition(request) : null;
        var judged = record with
        {
            Verdict = verdict,
            Gaps = request.Typed(NoteField),
            Issued = EvidenceInput.Day(request, EvidenceInput.IssuedField).Day,
            Expires = EvidenceInput.Day(request, EvidenceInput.ExpiresField).Day,
            JudgedBy = request.Actor.Person,
            JudgedAt = request.Now,
            Expired = false,
        };
        var after = current with { Evidence = [.. current.Evidence.Select(one => one.Number == record.Number ? judged : one)] };
        if (condition is not null)
            after = WithCondition(request, after, condition);
        if (verdict != EvidenceVerdict.Sufficient)
            after = after.Notify(NotificationKind.DocumentJudged, record.Number, Concerned(request, record, condition));
        var title = DocumentTexts.Title(record.Kind, current, request.Policy);
        var said = request.Say($"evidence.saved_{verdict}", ("title", title));
        return request.Accept(
            after,
            request.Event(AuditEventKind.EvidenceJudged, judged.Gaps, [.. Details(judged, after, condition)]),
            request.SayStored($"story.evidence_{verdict}", ("name", request.Actor.Person.Name), ("title", title)),
            $"judge-{current.Id}-{Sent(record)}",
            committed => EvidenceListHandler.Show(committed, said),
            said
        );
    }

    /// <summary>An approval with something left to do is one with conditions, whenever that turned out.</summary>
    private static Case WithCondition(CaseRequest request, Case after, ApprovalConditionInput condition)
    {
        var with = after with { Conditions = ApprovalConditionHandler.Together(request, [condition]) };
        return with is { Status: CaseStatus.Approved, Decision: { } decision }
            ? with with
            {
                Status = CaseStatus.ApprovedWithConditions,
                Decision = decision with { Outcome = CaseStatus.ApprovedWithConditions },
            }
            : with;
    }

    private static IEnumerable<(string, string)> Details(EvidenceRecord judged, Case after, ApprovalConditionInput? condition)
    {
        yield return ("number", CaseTexts.Number(judged.Number));
        yield return ("kind", judged.Kind);
        yield return ("verdict", judged.Verdict!.Value.ToString());
        if (judged.LastDay is { } last)
            yield return ("until", Dates.Value(last));
        if (condition is not null)
            yield return ("condition", CaseTexts.Number(after.Conditions.Count));
    }

    /// <summary>Who added it, who looks after the supplier, and who has to do what follows: each once, and not who says it.</summary>
    private static IEnumerable<Person> Concerned(CaseRequest request, EvidenceRecord record, ApprovalConditionInput? condition) =>
        new[] { record.AddedBy, request.Case.Owner, request.Case.Requester, condition?.Owner }
            .OfType<Person>()
            .Where(person => Owners.CanBeNotified(person) && !request.Roles.Same(person.Id, request.Actor.Id))
            .DistinctBy(person => request.Roles.Canonical(person.Id));

    /// <param name="wrong">The field that the problem is about; empty where it is about none.</param>
    private static View.Form Form(CaseRequest request, EvidenceRecord record, string problem, string wrong)
    {
        var title = DocumentTexts.Title(record.Kind, request.Case, request.Policy);
        var form = CaseForms.Of(
            request,
            Verbs.CheckEvidence,
            Sent(record),
            problem,
            [.. Fields(request, record).Select(field => field.Id == wrong ? field with { Error = problem } : field)],
            [
                new LabelledText(title),
                .. EvidenceTexts.About(record, request),
                .. EvidenceCards.Verdict(record, request.Context) is { Length: > 0 } before
                    ? [new LabelledText(before)]
                    : Array.Empty<LabelledText>(),
            ],
            "form.evidence_check_foot"
        );
        return EvidenceTexts.WithWayBack(form, request);
    }

    private static IEnumerable<Field> Fields(CaseRequest request, EvidenceRecord record)
    {
        yield return FormFields.One(
            VerdictField,
            request.Say("form.evidence_verdict"),
            request.Press.Value(VerdictField),
            [
                new(Enough, request.Say("form.evidence_enough")),
                new(WithGaps, request.Say("form.evidence_gaps")),
                new(NotEnough, request.Say("form.evidence_not_enough")),
            ]
        ) with
        {
            Required = true,
            Missing = request.Say("evidence.which_verdict"),
        };
        foreach (var field in EvidenceTexts.Days(request, record))
            yield return field;
        yield return FormFields.LongText(NoteField, request.Say("form.evidence_note"), request.Press.Value(NoteField), most: LongestNote);
        yield return FormFields.Text(
            ApprovalConditionForm.TextId(Block),
            request.Say("form.evidence_follows"),
            request.Press.Value(ApprovalConditionForm.TextId(Block)),
            LongestNote
        );
        yield return FormFields.Date(
            ApprovalConditionForm.DueId(Block),
            request.Say("form.condition_due"),
            request.Press.Value(ApprovalConditionForm.DueId(Block))
        );
        var owners = ApprovalConditionForm.PossibleOwners(request);
        yield return FormFields.One(
            ApprovalConditionForm.OwnerId(Block),
            request.Say("form.condition_owner"),
            request.Press.Value(ApprovalConditionForm.OwnerId(Block)) is { Length: > 0 } picked ? picked : owners[0].Id,
            [.. owners.Select(pair => new FieldChoice(pair.Id, Texts.Clip(pair.Person.Name, 75)))]
        ) with
        {
            Lists = true,
        };
    }
}
