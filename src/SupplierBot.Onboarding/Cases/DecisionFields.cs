namespace SupplierBot.Onboarding;

/// <summary>What an approver says beside the yes: where the contract stands, what they have seen, which conditions they think of. Keeps what was typed.</summary>
internal static class DecisionFields
{
    /// <summary>Characters of the contract's name.</summary>
    public const int LongestReference = 200;

    public static IEnumerable<Field> Of(Hearing hearing)
    {
        foreach (var field in Terms(hearing)) yield return field;
        var suggested = Suggested(hearing);
        if (suggested.Count > 0) yield return FormFields.Several("suggested", hearing.Say("deciding.suggested"), hearing.Press.Value("suggested"), suggested, hearing.Say("deciding.suggested_help"));
    }

    public static IEnumerable<Field> Terms(Hearing hearing)
    {
        if (Forms.AsksForTerms(hearing.Case))
        {
            yield return FormFields.One("terms", hearing.Say("deciding.terms"), hearing.Press.Value("terms"),
            [
                new("agreed", hearing.Say("deciding.terms_agreed")),
                new("covered", hearing.Say("deciding.terms_covered")),
                new("open", hearing.Say("deciding.terms_open")),
            ]);
            yield return FormFields.Text("terms_ref", hearing.Say("deciding.terms_ref"), hearing.Press.Value("terms_ref"), LongestReference);
        }
        if (hearing.Case.Assessment.Evidence is { Count: > 0 } evidence)
        {
            yield return FormFields.Several("seen", hearing.Say("deciding.seen"), hearing.Press.Value("seen"), [.. evidence.Select(document => new FieldChoice(document.Id, Texts.Clip(document.Title, 75)))], hearing.Say("deciding.seen_help"));
        }
    }

    private static IReadOnlyList<FieldChoice> Suggested(Hearing hearing) =>
        [.. hearing.Policy.SuggestedConditions.Where(suggestion => hearing.Case.Assessment.SuggestedConditions.Contains(suggestion.Id)).Select(suggestion => new FieldChoice(suggestion.Id, Texts.Clip(suggestion.Text, 75)))];
}
