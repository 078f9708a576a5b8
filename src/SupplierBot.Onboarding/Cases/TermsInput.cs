using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>Where the contract stands, as an approver filled it in. Closed: only the records below.</summary>
internal abstract record TermsInput
{
    private TermsInput() { }

    /// <param name="Changes">Contract points that the supplier changed or refused; none unless the terms say so.</param>
    public sealed record Right(ContractTerms Terms, IReadOnlyList<ClauseChange> Changes) : TermsInput;

    /// <param name="Key">Of the words.</param>
    /// <param name="Field">The field they are about.</param>
    public sealed record Wrong(string Key, string Words, string Field) : TermsInput;

    /// <summary>Nothing to sign is as good as agreed.</summary>
    public static TermsInput Read(CaseRequest request)
    {
        if (!CaseForms.AsksForTerms(request.Case))
            return new Right(ContractTerms.Agreed, []);
        var named = DecisionFields.ChangedClauses(request);
        return request.Typed(DecisionFields.TermsField) switch
        {
            _ when Reference(request) is { } wrong => wrong,
            "agreed" or "covered" or "open" when named.Count > 0 => new Wrong(
                "approve.clauses_unclear",
                request.Say("approve.clauses_unclear", ("label", request.Say("deciding.terms_changed"))),
                DecisionFields.TermsField
            ),
            "agreed" or "covered" or "changed" when VisibleText.LettersAndDigits(request.Typed(DecisionFields.ReferenceField)) < 2 =>
                new Wrong("approve.reference_missing", request.Say("approve.reference_missing"), DecisionFields.ReferenceField),
            "changed" => Changed(request, named),
            "agreed" => new Right(ContractTerms.Agreed, []),
            "covered" => new Right(ContractTerms.Covered, []),
            "open" when request.Typed(DecisionFields.ReferenceField).Length > 0 && DecisionFields.OpenClauses(request).Count == 0 =>
                new Wrong("approve.open_missing", request.Say("approve.open_missing"), DecisionFields.OpenClausesField),
            "open" => new Right(ContractTerms.Open, []),
            _ => new Wrong("approve.terms_missing", request.Say("approve.terms_missing"), DecisionFields.TermsField),
        };
    }

    private static TermsInput Changed(CaseRequest request, IReadOnlyList<string> named)
    {
        if (named.Count == 0)
            return new Wrong("approve.clauses_missing", request.Say("approve.clauses_missing"), DecisionFields.ChangedClausesField);
        var words = request.Typed(DecisionFields.ChangedWordsField);
        return VisibleText.LettersAndDigits(words) < CommentLength.Least || words.Length > DecisionFields.LongestChange
            ? new Wrong(
                "approve.changed_words",
                request.Say(
                    "approve.changed_words",
                    ("min", CaseTexts.Number(CommentLength.Least)),
                    ("max", CaseTexts.Number(DecisionFields.LongestChange))
                ),
                DecisionFields.ChangedWordsField
            )
            : new Right(
                ContractTerms.Changed,
                [.. named.Select(clause => new ClauseChange(clause, words, request.Actor.Person, request.Now))]
            );
    }

    /// <summary>What is wrong with the name of the contract; null where nothing is.</summary>
    private static Wrong? Reference(CaseRequest request) =>
        request.Typed(DecisionFields.ReferenceField).Length is var length && length > DecisionFields.LongestReference
            ? new(
                "approve.reference_too_long",
                request.Say(
                    "approve.reference_too_long",
                    ("label", request.Say("deciding.terms_ref")),
                    ("n", CaseTexts.Number(length)),
                    ("max", CaseTexts.Number(DecisionFields.LongestReference))
                ),
                DecisionFields.ReferenceField
            )
            : null;
}
