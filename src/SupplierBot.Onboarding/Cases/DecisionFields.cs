using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// What an approver says beside the yes: where the contract stands, what they have seen, which conditions they think of. Keeps what was
/// typed.
/// </summary>
internal static class DecisionFields
{
    /// <summary>Characters of the contract's name.</summary>
    public const int LongestReference = 200;

    /// <summary>Characters of what the supplier changed; they are kept with every contract point that was named.</summary>
    public const int LongestChange = 500;
    public const string TermsField = "terms";
    public const string ReferenceField = "terms_ref";
    public const string ChangedWordsField = "changed_words";
    private const string ChangedTerms = "changed";
    private const string ChangedClausesField = "changed_clauses";

    public static IEnumerable<Field> Of(CaseRequest request)
    {
        foreach (var field in Terms(request))
            yield return field;
        var suggested = Suggested(request);
        if (suggested.Count > 0)
            yield return FormFields.Several(
                "suggested",
                request.Say("deciding.suggested"),
                request.Press.Value("suggested"),
                suggested,
                request.Say("deciding.suggested_help")
            );
    }

    public static IEnumerable<Field> Terms(CaseRequest request)
    {
        if (CaseForms.AsksForTerms(request.Case))
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
                ],
                NotWaivable(request)
            );
            yield return FormFields.Text(
                ReferenceField,
                request.Say("deciding.terms_ref"),
                request.Press.Value(ReferenceField),
                LongestReference
            );
            // Most suppliers change nothing: what they changed is asked only of an approver who says that they did.
            if (NamesChanges(request))
            {
                foreach (var field in Changed(request))
                    yield return field;
            }
        }
        if (request.Case.Assessment.Evidence is { Count: > 0 } evidence)
        {
            yield return FormFields.Several(
                "seen",
                request.Say("deciding.seen"),
                request.Press.Value("seen"),
                [.. evidence.Select(document => new FieldChoice(document.Id, Texts.Clip(document.Title, 75)))],
                request.Say("deciding.seen_help")
            );
        }
    }

    /// <summary>Empty where a reviewer can let each of them go.</summary>
    private static string NotWaivable(CaseRequest request) =>
        NotWaivableClauses.Of(request.Policy, request.Case.Answers, request.Case.Assessment) is { Count: > 0 } clauses
            ? request.Say("deciding.not_waivable", ("clauses", ClauseChanges.Titles(clauses, request.Policy)))
            : "";

    /// <summary>Required contract points that were named as changed or refused, in their order.</summary>
    public static IReadOnlyList<string> ChangedClauses(CaseRequest request) =>
        [.. request.Case.Assessment.Clauses.Select(clause => clause.Id).Where(request.Press.Picked(ChangedClausesField).Contains)];

    private static bool NamesChanges(CaseRequest request) =>
        request.Press.Value(TermsField) == ChangedTerms
        || request.Press.Value(ChangedClausesField).Length > 0
        || request.Press.Value(ChangedWordsField).Length > 0;

    private static IEnumerable<Field> Changed(CaseRequest request)
    {
        yield return FormFields.Several(
            ChangedClausesField,
            request.Say("deciding.changed_clauses"),
            request.Press.Value(ChangedClausesField),
            [.. request.Case.Assessment.Clauses.Select(clause => new FieldChoice(clause.Id, Texts.Clip(clause.Title, 75)))],
            request.Say("deciding.changed_clauses_help")
        );
        yield return FormFields.LongText(
            ChangedWordsField,
            request.Say("deciding.changed_words"),
            request.Press.Value(ChangedWordsField),
            most: LongestChange
        );
    }

    private static IReadOnlyList<FieldChoice> Suggested(CaseRequest request) =>
        [
            .. request
                .Policy.SuggestedConditions.Where(suggestion => request.Case.Assessment.SuggestedConditions.Contains(suggestion.Id))
                .Select(suggestion => new FieldChoice(suggestion.Id, Texts.Clip(suggestion.Text, 75))),
        ];
}
