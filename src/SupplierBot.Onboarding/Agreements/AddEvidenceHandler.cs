using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>Somebody says where a document of the supplier is, or gives it: it waits for a check from then on.</summary>
internal static class AddEvidenceHandler
{
    /// <summary>Of one case: with all that may be typed into them they fit its row (src/SupplierBot.Storage/TABLES.md "Limits").</summary>
    private const int Most = 40;

    public static Outcome Handle(CaseRequest request)
    {
        if (EvidenceRights.Adds(request) is { } refused)
            return refused;
        if (request.Case.Evidence.Count >= Most)
            return request.Refuse("evidence.full");
        if (!request.FromForm)
            return Outcome.Say(Form(request, "", ""));
        if (DroppedFile.IsKey(request.Press.Stamp.Page) && EvidenceInput.FileOf(request) is null)
            return Outcome.Say(Form(request, request.Say("evidence.file_gone"), ""));
        var input = EvidenceInput.Read(request);
        if (input.Problem.Length > 0)
            return Outcome.Say(Form(request, input.Problem, input.Field));
        return request.Case.Evidence.FirstOrDefault(record => IsSame(record, input)) is { } same
            ? Outcome.Say(
                Form(
                    request,
                    request.Say(
                        "evidence.there_already",
                        ("name", same.AddedBy.Name),
                        ("day", Dates.Day(same.AddedAt, request.Context)),
                        ("title", DocumentTexts.Title(same.Kind, request.Case, request.Policy))
                    ),
                    EvidenceInput.LinkField
                )
            )
            : Added(request, input);
    }

    /// <summary>The same address or the same bytes, for the same kind.</summary>
    private static bool IsSame(EvidenceRecord record, EvidenceInput input) =>
        record.Kind == input.Kind
        && (
            (input.Link.Length > 0 && string.Equals(record.Link.TrimEnd('/'), input.Link.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
            || (input.File is { } file && record.File?.Sha256 == file.Sha256)
        );

    private static Outcome Added(CaseRequest request, EvidenceInput input)
    {
        var current = request.Case;
        var number = current.Evidence.Count == 0 ? 1 : current.Evidence.Max(record => record.Number) + 1;
        var added = new EvidenceRecord(number, input.Kind, request.Actor.Person, request.Now)
        {
            Issuer = input.Issuer,
            CoversService = input.Covers,
            Region = input.Region,
            Issued = input.Issued,
            Expires = input.Expires,
            BridgedUntil = input.Bridged,
            Link = input.Link,
            Place = input.Place,
            File = input.File,
        };
        var title = DocumentTexts.Title(input.Kind, current, request.Policy);
        return request.Accept(
            current with
            {
                Evidence = [.. current.Evidence, added],
            },
            request.Event(AuditEventKind.EvidenceAdded, "", [.. Details(added)]),
            request.SayStored("story.evidence_added", ("name", request.Actor.Person.Name), ("title", title)),
            request.FormOperation,
            committed => EvidenceListHandler.Show(committed, committed.Say("evidence.added", ("names", Rights.Deciders(committed)))),
            request.Say("evidence.added", ("names", Rights.Deciders(request)))
        );
    }

    private static IEnumerable<(string, string)> Details(EvidenceRecord record)
    {
        yield return ("number", CaseTexts.Number(record.Number));
        yield return ("kind", record.Kind);
        if (record.Issued is { } issued)
            yield return ("issued", Dates.Value(issued));
        if (record.LastDay is { } last)
            yield return ("until", Dates.Value(last));
        if (record.File is { } file)
            yield return ("sha256", file.Sha256);
    }

    /// <param name="wrong">The field that the problem is about; empty where it is about none.</param>
    private static View.Form Form(CaseRequest request, string problem, string wrong)
    {
        var kind = EvidenceInput.KindOf(request);
        var file = EvidenceInput.FileOf(request);
        var form = CaseForms.Of(
            request,
            Verbs.AddEvidence,
            CaseForms.Sent,
            problem,
            [.. Fields(request, kind, file).Select(field => field.Id == wrong ? field with { Error = problem } : field)],
            [
                .. file is null
                    ? Array.Empty<LabelledText>()
                    : [new(EvidenceTexts.File(file, request.Context), request.Say("evidence.file"))],
                .. EvidenceListHandler.Because(request, kind) is { Length: > 0 } because
                    ? [new LabelledText(request.Say("evidence.because", ("because", because)))]
                    : Array.Empty<LabelledText>(),
            ],
            "form.evidence_add_foot"
        );
        return EvidenceTexts.WithWayBack(form, request);
    }

    private static IEnumerable<Field> Fields(CaseRequest request, string kind, StoredFile? file)
    {
        string Value(string id) => request.Press.Value(id);
        yield return FormFields.One(EvidenceInput.KindField, request.Say("form.evidence_kind"), kind, Kinds(request)) with
        {
            Lists = true,
            Required = true,
            Missing = request.Say("evidence.which_kind"),
        };
        yield return FormFields.Text(
            EvidenceInput.LinkField,
            request.Say(file is null ? "form.evidence_link" : "form.evidence_link_too"),
            Value(EvidenceInput.LinkField),
            EvidenceInput.LongestLink
        ) with
        {
            Example = "https://",
        };
        if (file is null)
            yield return FormFields.Text(
                EvidenceInput.PlaceField,
                request.Say("form.evidence_place"),
                Value(EvidenceInput.PlaceField),
                EvidenceInput.LongestPlace
            );
        yield return FormFields.Text(
            EvidenceInput.IssuerField,
            request.Say("form.evidence_issuer"),
            Value(EvidenceInput.IssuerField),
            EvidenceInput.LongestIssuer
        );
        yield return FormFields.One(
            EvidenceInput.CoversField,
            request.Say("form.evidence_covers"),
            Value(EvidenceInput.CoversField),
            [new("yes", request.Say("form.evidence_yes")), new("no", request.Say("form.evidence_no"))]
        );
        yield return FormFields.Text(
            EvidenceInput.RegionField,
            request.Say("form.evidence_region"),
            Value(EvidenceInput.RegionField),
            EvidenceInput.LongestRegion
        );
        foreach (var field in EvidenceTexts.Days(request, null))
            yield return field;
        yield return FormFields.Date(EvidenceInput.BridgedField, request.Say("form.evidence_bridged"), Value(EvidenceInput.BridgedField));
    }

    /// <summary>What the assessment asks for, the missing ones first; then everything else the policy knows.</summary>
    private static IReadOnlyList<FieldChoice> Kinds(CaseRequest request)
    {
        var missing = EvidenceListHandler.StandingOf(request).Missing.Select(kind => kind.Id).ToList();
        return
        [
            .. missing
                .Concat(request.Case.Assessment.Evidence.Select(kind => kind.Id))
                .Concat(request.Policy.Evidence.Select(kind => kind.Id))
                .Distinct(StringComparer.Ordinal)
                .Select(id => new FieldChoice(id, Texts.Clip(DocumentTexts.Title(id, request.Case, request.Policy), 75))),
        ];
    }
}
