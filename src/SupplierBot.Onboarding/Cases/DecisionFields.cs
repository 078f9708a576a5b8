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
                "terms",
                request.Say("deciding.terms"),
                request.Press.Value("terms"),
                [
                    new("agreed", request.Say("deciding.terms_agreed")),
                    new("covered", request.Say("deciding.terms_covered")),
                    new("open", request.Say("deciding.terms_open")),
                ]
            );
            yield return FormFields.Text(
                "terms_ref",
                request.Say("deciding.terms_ref"),
                request.Press.Value("terms_ref"),
                LongestReference
            );
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

    private static IReadOnlyList<FieldChoice> Suggested(CaseRequest request) =>
        [
            .. request
                .Policy.SuggestedConditions.Where(suggestion => request.Case.Assessment.SuggestedConditions.Contains(suggestion.Id))
                .Select(suggestion => new FieldChoice(suggestion.Id, Texts.Clip(suggestion.Text, 75))),
        ];
}
