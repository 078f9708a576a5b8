using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// What an approver says beside the yes: where the contract stands, and what they have seen. Keeps what was typed.
/// </summary>
internal static class DecisionFields
{
    /// <summary>Characters of the contract's name.</summary>
    public const int LongestReference = 200;

    /// <summary>Characters of what the supplier changed; they are kept with every contract point that was named.</summary>
    public const int LongestChange = 500;
    public const string TermsField = "terms";
    public const string ReferenceField = "terms_ref";
    public const string SeenField = "seen";
    public const string ChangedWordsField = "changed_words";
    private const string ChangedTerms = "changed";
    public const string ChangedClausesField = "changed_clauses";

    /// <summary>Clauses that are not agreed yet, where the others are.</summary>
    public const string OpenClausesField = "open_clauses";

    /// <summary>Why the risk that is left will do.</summary>
    public const string ReasonField = "comment";

    /// <summary>Somebody answers for what is left of a high risk.</summary>
    public static bool NeedsReason(Case current) => current.Assessment.Tier >= Policies.Tier.High;

    /// <summary>Required clauses that the approver leaves open, in their order.</summary>
    public static IReadOnlyList<string> OpenClauses(CaseRequest request) =>
        [.. request.Case.Assessment.Clauses.Select(clause => clause.Id).Where(request.Press.Picked(OpenClausesField).Contains)];

    /// <summary>What a yes cannot do without; nothing where there is nothing to agree.</summary>
    public static IEnumerable<Field> Needed(CaseRequest request) =>
        CaseForms.AsksForTerms(request.Case) ? Terms(request).Concat(Reason(request)) : Reason(request);

    private static IEnumerable<Field> Terms(CaseRequest request)
    {
        yield return FormFields.One(
            TermsField,
            request.Say("deciding.terms"),
            request.Press.Value(TermsField),
            [
                new("agreed", request.Say("deciding.terms_agreed")),
                new("covered", request.Say("deciding.terms_covered")),
                new("open", request.Say("deciding.terms_open")),
                new(ChangedTerms, request.Say("deciding.terms_changed")),
            ]
        ) with
        {
            Required = true,
            Missing = request.Say("approve.terms_missing"),
            Example = request.Say("deciding.terms_choose"),
            Lists = true,
        };
        // Most suppliers change nothing: what they changed is asked only of an approver who says that they did.
        if (NamesChanges(request))
        {
            foreach (var field in Changed(request))
                yield return field;
        }
        yield return FormFields.Text(
            ReferenceField,
            request.Say("deciding.terms_ref"),
            request.Press.Value(ReferenceField),
            LongestReference
        ) with
        {
            Example = request.Say("deciding.terms_ref_help"),
        };
        if (LeavesOpen(request))
            yield return Clauses(request, OpenClausesField, "deciding.open_clauses", "deciding.open_clauses_help");
    }

    /// <summary>A yes at High and above says why; anybody else may.</summary>
    private static IEnumerable<Field> Reason(CaseRequest request)
    {
        if (NeedsReason(request.Case))
            yield return FormFields.Text(
                ReasonField,
                request.Say("deciding.reason"),
                request.Press.Value(ReasonField),
                CommentLength.Most
            ) with
            {
                Required = true,
                Missing = request.Say("approve.reason_missing", ("min", CaseTexts.Number(CommentLength.Least))),
            };
    }

    /// <summary>Documents that somebody added and nobody has judged; a yes can say that they are enough.</summary>
    public static IEnumerable<Field> Optional(CaseRequest request)
    {
        var waiting = request
            .Case.Evidence.Where(record => record.Verdict is null)
            .Select(record => record.Kind)
            .Distinct()
            .Select(kind => new FieldChoice(kind, Texts.Clip(DocumentTexts.Title(kind, request.Case, request.Policy), 75)))
            .ToList();
        if (waiting.Count > 0)
            yield return FormFields.Several(
                SeenField,
                request.Say("deciding.seen"),
                request.Press.Value(SeenField),
                waiting,
                request.Say("deciding.seen_help")
            ) with
            {
                Lists = true,
            };
    }

    /// <summary>Required contract points that were named as changed or refused, in their order.</summary>
    public static IReadOnlyList<string> ChangedClauses(CaseRequest request) =>
        [.. request.Case.Assessment.Clauses.Select(clause => clause.Id).Where(request.Press.Picked(ChangedClausesField).Contains)];

    private static bool NamesChanges(CaseRequest request) =>
        request.Press.Value(TermsField) == ChangedTerms
        || request.Press.Value(ChangedClausesField).Length > 0
        || request.Press.Value(ChangedWordsField).Length > 0;

    /// <summary>An open contract whose document is named: which clauses are open in it is asked.</summary>
    private static bool LeavesOpen(CaseRequest request) =>
        request.Press.Value(TermsField) == "open"
        && (request.Press.Value(ReferenceField).Length > 0 || request.Press.Value(OpenClausesField).Length > 0);

    private static Field Clauses(CaseRequest request, string id, string label, string help) =>
        FormFields.Several(
            id,
            request.Say(label),
            request.Press.Value(id),
            [.. request.Case.Assessment.Clauses.Select(clause => new FieldChoice(clause.Id, Texts.Clip(clause.Title, 75)))],
            request.Say(help)
        );

    private static IEnumerable<Field> Changed(CaseRequest request)
    {
        yield return Clauses(request, ChangedClausesField, "deciding.changed_clauses", "deciding.changed_clauses_help");
        yield return FormFields.LongText(
            ChangedWordsField,
            request.Say("deciding.changed_words"),
            request.Press.Value(ChangedWordsField),
            most: LongestChange
        );
    }
}
