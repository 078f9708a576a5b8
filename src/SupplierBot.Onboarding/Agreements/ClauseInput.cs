using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>What somebody filled in of one clause. Closed: only the records below.</summary>
internal abstract record ClauseInput
{
    private ClauseInput() { }

    /// <param name="Item">As it would be settled, by nobody yet.</param>
    /// <param name="Milder">What is milder than required, in words: then it is changed, whatever was chosen. Empty where nothing
    /// is.</param>
    public sealed record Right(ClauseItem Item, string Milder) : ClauseInput;

    /// <param name="Field">What is wrong with it stands beside it.</param>
    public sealed record Wrong(string Key, string Words, string Field) : ClauseInput;

    /// <summary>
    /// What may be chosen, in the order it is shown: nobody who reviews can let a firm one go, and nobody signs an open licence.
    /// </summary>
    public static IReadOnlyList<(string Id, ClauseState State)> States(CaseRequest request, ClauseLine line) =>
        request.Case.Assessment.InternalChecksOnly
            ? [("checked", ClauseState.CheckedOurselves)]
            :
            [
                ("agreed", ClauseState.Agreed),
                ("covered", ClauseState.CoveredByTheirTerms),
                ("changed", ClauseState.Changed),
                .. line.Firm ? [] : new[] { ("compensated", ClauseState.Compensated) },
                ("refused", ClauseState.Refused),
                .. line.Firm ? [] : new[] { ("not_applicable", ClauseState.NotApplicable) },
                ("asked", ClauseState.Requested),
            ];

    public static ClauseInput Read(CaseRequest request, ClauseLine line)
    {
        var chosen = request.Press.Value(ClauseFields.State);
        if (line.Firm && chosen is "compensated" or "not_applicable")
            return Wrongly(request, "clause.firm", ClauseFields.State, ("clause", line.Clause.Title));
        if (States(request, line).Where(state => state.Id == chosen).ToList() is not [(_, var state)])
            return Wrongly(request, "clause.state_missing", ClauseFields.State);
        if (TooLong(request) is { } longer)
            return longer;
        var takesValues = state is ClauseState.Agreed or ClauseState.CoveredByTheirTerms or ClauseState.Changed;
        var sent = takesValues ? ClauseFields.Values(request, line) : [];
        if (sent.FirstOrDefault(pair => pair.Value is null) is { Key: { } unknown })
            return Wrongly(request, "clause.value_unknown", ClauseFields.ValueOf(unknown));
        var values = sent.ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
        var milder = ClauseValues.Milder(request.Policy, line.Clause, values);
        var differs = string.Join("; ", milder.Select(name => Differs(request, line, name, values[name])));
        var typed = request.Typed(ClauseFields.Words);
        return Whole(
            request,
            line,
            new ClauseItem(line.Clause.Id, milder.Count > 0 ? ClauseState.Changed : state)
            {
                Document = TypedText.OneLine(request.Typed(ClauseFields.Document)),
                Version = TypedText.OneLine(request.Typed(ClauseFields.Version)),
                Section = TypedText.OneLine(request.Typed(ClauseFields.Section)),
                Words = typed.Length == 0 ? Texts.Clip(differs, DecisionFields.LongestChange) : typed,
                Values = values.Where(pair => pair.Value != line.Clause.Parameters[pair.Key]).ToDictionary(StringComparer.Ordinal),
            },
            differs
        );
    }

    /// <summary>What each state cannot do without.</summary>
    private static ClauseInput Whole(CaseRequest request, ClauseLine line, ClauseItem item, string milder)
    {
        var signed = item.State is ClauseState.Agreed or ClauseState.CoveredByTheirTerms;
        if (signed && VisibleText.LettersAndDigits(item.Document) < 2)
            return Wrongly(request, "approve.reference_missing", ClauseFields.Document);
        if (signed && line.NeedsSection && VisibleText.LettersAndDigits(item.Section) == 0)
            return Wrongly(request, "clause.section_missing", ClauseFields.Section, ("clause", line.Clause.Title));
        var says = item.State is ClauseState.Changed or ClauseState.Compensated or ClauseState.Refused or ClauseState.NotApplicable;
        if (says && milder.Length == 0 && VisibleText.LettersAndDigits(item.Words) < CommentLength.Least)
            return Wrongly(
                request,
                "clause.words_missing",
                ClauseFields.Words,
                ("min", CaseTexts.Number(CommentLength.Least)),
                ("max", CaseTexts.Number(DecisionFields.LongestChange))
            );
        return new Right(item, milder);
    }

    public static Wrong? TooLong(CaseRequest request)
    {
        foreach (var (field, label, most) in ClauseFields.Texts)
        {
            if (request.Typed(field).Length is var length && length > most)
                return Wrongly(
                    request,
                    "approve.reference_too_long",
                    field,
                    ("label", request.Say(label)),
                    ("n", CaseTexts.Number(length)),
                    ("max", CaseTexts.Number(most))
                );
        }
        return null;
    }

    /// <summary>"notice: 72 hours, not 48 hours"; kept with the clause, so the same on every channel.</summary>
    private static string Differs(CaseRequest request, ClauseLine line, string name, string value) =>
        request.SayStored(
            "story.clause_milder",
            ("what", ClauseFields.NameOf(name)),
            ("agreed", value),
            ("required", line.Clause.Parameters[name])
        );

    public static Wrong Wrongly(CaseRequest request, string key, string field, params ReadOnlySpan<(string Name, string Value)> holes) =>
        new(key, request.Say(key, holes), field);
}
