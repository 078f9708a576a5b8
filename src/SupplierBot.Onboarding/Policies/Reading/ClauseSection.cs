namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>The clause library.</summary>
internal static class ClauseSection
{
    public static IReadOnlyList<Clause> Read(
        PolicyFields root,
        IReadOnlyList<string> headings,
        IReadOnlyList<Question> questions,
        PolicyConditionTerms words
    )
    {
        var entries = root.Entries("clauses", "clause");
        SectionReading.NoTwins(entries);
        return [.. entries.Select(entry => Clause(entry, headings, questions, words))];
    }

    private static Clause Clause(
        PolicyFields entry,
        IReadOnlyList<string> headings,
        IReadOnlyList<Question> questions,
        PolicyConditionTerms words
    )
    {
        var parameters = ClauseParameters.Read(entry, questions, words);
        var clause = new Clause
        {
            Id = entry.Id,
            Title = entry.Text("title"),
            Purpose = entry.Text("purpose"),
            Heading = entry.Reference("heading", "heading", headings),
            When = entry.Condition("when", words),
            NotWaivableWhen = entry.OptionalCondition("not_waivable", words),
            AppliesToOpenLicence = entry.OptionalFlag("open_licence"),
            Because = [.. Variants(entry, "because", "words", words).Select(variant => new Because(variant.When, variant.Text))],
            Text = Variants(entry, "text", "text", words),
            Plain = Variants(entry, "plain", "text", words),
            Parameters = parameters.Names,
            ParameterTables = parameters.Tables,
            AnswerParameters = parameters.Answers,
            Mapping = entry.Texts("mapping"),
            AskLegal = entry.Text("ask_legal"),
        };
        parameters.CheckUse(entry);
        entry.Close();
        return clause;
    }

    /// <summary>Lines of which the first that holds stands; so exactly the last has no condition.</summary>
    private static List<TextVariant> Variants(PolicyFields clause, string name, string textField, PolicyConditionTerms words)
    {
        var entries = clause.List(name).Select(node => clause.Entry(node, $"{clause.Subject}, {name}")).OfType<PolicyFields>().ToList();
        var variants = entries.Select(entry => new TextVariant(entry.OptionalCondition("when", words), entry.Text(textField))).ToList();
        foreach (var (index, entry) in entries.Index())
        {
            var last = index == entries.Count - 1;
            if (last == (variants[index].When is not null))
            {
                entry.Fault(
                    entry.Node,
                    last ? "the last line must have no `when`" : "only the last line may have no `when`: the lines after it never show"
                );
            }

            entry.Close();
        }

        if (clause.Optional(name) is YamlDotNet.RepresentationModel.YamlSequenceNode { Children.Count: 0 } empty)
        {
            clause.Fault(empty, $"`{name}` is empty");
        }

        return variants;
    }
}
