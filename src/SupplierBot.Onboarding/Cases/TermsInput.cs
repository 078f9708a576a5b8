using SupplierBot.Onboarding.Risk;
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
    public sealed record Wrong(string Key, string Words) : TermsInput;

    /// <summary>Nothing to sign is as good as agreed.</summary>
    public static TermsInput Read(CaseRequest request)
    {
        if (!CaseForms.AsksForTerms(request.Case))
            return new Right(ContractTerms.Agreed, []);
        var named = DecisionFields.ChangedClauses(request);
        return request.Typed(DecisionFields.TermsField) switch
        {
            _ when Reference(request) is { } wrong => wrong,
            "changed" => Changed(request, named),
            "agreed" or "covered" or "open" when named.Count > 0 => new Wrong(
                "approve.clauses_unclear",
                request.Say("approve.clauses_unclear", ("label", request.Say("deciding.terms_changed")))
            ),
            "agreed" => new Right(ContractTerms.Agreed, []),
            "covered" => new Right(ContractTerms.Covered, []),
            "open" => new Right(ContractTerms.Open, []),
            _ => new Wrong("approve.terms_missing", request.Say("approve.terms_missing")),
        };
    }

    /// <summary>
    /// What a plain yes would let go although no reviewer may; null where it lets nothing go. With conditions it stays to be done.
    /// </summary>
    public static Wrong? Waived(CaseRequest request, Right terms)
    {
        var held = NotWaivableClauses.Of(request.Policy, request.Case.Answers, request.Case.Assessment);
        var waived = terms.Terms switch
        {
            ContractTerms.Open => held,
            ContractTerms.Changed => [.. held.Intersect(terms.Changes.Select(change => change.Clause))],
            _ => [],
        };
        return waived.Count == 0
            ? null
            : new("approve.not_waivable", request.Say("approve.not_waivable", ("clauses", ClauseChanges.Titles(waived, request.Policy))));
    }

    private static TermsInput Changed(CaseRequest request, IReadOnlyList<string> named)
    {
        if (named.Count == 0)
            return new Wrong("approve.clauses_missing", request.Say("approve.clauses_missing"));
        var words = request.Typed(DecisionFields.ChangedWordsField);
        return VisibleText.LettersAndDigits(words) < CommentLength.Least || words.Length > DecisionFields.LongestChange
            ? new Wrong(
                "approve.changed_words",
                request.Say(
                    "approve.changed_words",
                    ("min", CaseTexts.Number(CommentLength.Least)),
                    ("max", CaseTexts.Number(DecisionFields.LongestChange))
                )
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
                )
            )
            : null;
}
