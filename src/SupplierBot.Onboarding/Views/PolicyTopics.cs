using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Views;

/// <summary>What is asked and why, and what raises the tier.</summary>
internal static class QuestionTopics
{
    public static IReadOnlyList<PolicyRow> Questions(PolicyReaderContext reader)
    {
        var uses = new QuestionUses(reader.Policy);
        return
        [
            .. reader.Policy.Pages.SelectMany(page =>
                page.Questions.Select(id => reader.Policy.Question(id))
                    .Select(question => new PolicyRow(page.Title, question.Label, Question(question, uses, reader)))
            ),
        ];
    }

    /// <summary>Floors first, the highest tier at the top: they decide more than points do.</summary>
    public static IReadOnlyList<PolicyRow> Tiers(PolicyReaderContext reader)
    {
        var (policy, wording) = (reader.Policy, reader.Wording);
        var floors = policy
            .Floors.OrderByDescending(floor => floor.Minimum)
            .Select(floor => new PolicyRow(
                wording.Fill("policies.at_least", ("tier", reader.Conditions.Tier(floor.Minimum))),
                "",
                wording.Fill("policies.bullet", ("text", floor.Words))
            ));
        var thresholds = policy.Tiers.Select(tier =>
            wording.Fill("policies.from", ("tier", reader.Conditions.Tier(tier.Tier)), ("n", CaseTexts.Number(tier.From)))
        );
        var points = wording.Fill("policies.points", ("tiers", string.Join(", ", thresholds)));
        return
        [
            .. floors,
            .. policy.Score.Select(part => new PolicyRow(points, Labels(part, policy), Points(part, reader))),
            .. Changes(reader).Select(words => new PolicyRow(wording["policies.changed"], "", words)),
        ];
    }

    private static IEnumerable<string> Changes(PolicyReaderContext reader)
    {
        var (rules, wording) = (reader.Policy.TierChanges, reader.Wording);
        yield return wording["policies.raised"];
        if (rules.LoweredBy.Length > 0)
            yield return wording.Fill(
                "policies.lowered",
                ("role", CaseTexts.Role(rules.LoweredBy, reader.Context)),
                ("days", CaseTexts.Number(rules.LongestDays)),
                (
                    "rules",
                    string.Join("; ", reader.Policy.Floors.Where(floor => rules.NeverUnder.Contains(floor.Id)).Select(floor => floor.Words))
                )
            );
    }

    private static string Question(Question question, QuestionUses uses, PolicyReaderContext reader)
    {
        var wording = reader.Wording;
        var reasons = uses.Of(question)
            .Select(use => wording.Fill($"policies.why_{use.Kind}", ("n", CaseTexts.Number(use.Points))))
            .ToList();
        string[] parts =
        [
            question.Prompt,
            question.Choices.Count == 0
                ? ""
                : wording.Fill("policies.choices", ("words", string.Join(", ", question.Choices.Select(choice => choice.Words)))),
            question.SkipWhen is null ? "" : wording.Fill("policies.skipped", ("when", reader.Conditions.Of(question.SkipWhen))),
            reasons.Count == 0 ? "" : wording.Fill("policies.why", ("reasons", string.Join(", ", reasons))),
        ];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    private static string Labels(ScoreRule part, Policy policy) =>
        string.Join(", ", part.Terms.Select(term => policy.Question(term.Question).Label).Distinct());

    private static string Points(ScoreRule part, PolicyReaderContext reader) =>
        reader.Wording.Fill("policies.part", ("n", CaseTexts.Number(ScorePoints.Most(part, reader.Policy)))) + reader.If(part.When);
}

/// <param name="Points">Where it counts for the score.</param>
internal sealed record QuestionUse(string Kind, int Points = 0);

/// <summary>What the answer to a question is good for; a fact stands for the questions that it follows from.</summary>
internal sealed class QuestionUses(Policy policy)
{
    public IEnumerable<QuestionUse> Of(Question question)
    {
        if (Points(question.Id) is > 0 and var points)
            yield return new("points", points);
        if (question.Id == NeededQuestions.Role)
            yield return new("type");
        if (policy.Floors.Any(floor => Reads(floor.When, question.Id)))
            yield return new("tier");
        if (policy.Clauses.Any(clause => Reads(clause.When, question.Id)))
            yield return new("clauses");
        if (policy.Evidence.Any(rule => Reads(rule.When, question.Id)))
            yield return new("documents");
        if (policy.Approvals.Any(rule => Reads(rule.When, question.Id)))
            yield return new("approvals");
    }

    private int Points(string question) =>
        policy
            .Score.Where(part => part.Terms.Any(term => term.Question == question))
            .Sum(part => ScorePoints.MostOf(part, question, policy));

    private bool Reads(PolicyCondition? condition, string question) =>
        condition is not null && PolicyConditionSubjects.Of(condition).Any(subject => IsOrFollowsFrom(subject, question));

    private bool IsOrFollowsFrom(string subject, string question) =>
        subject switch
        {
            "sensitivity" => question == NeededQuestions.Data,
            "types" => question == NeededQuestions.Role,
            _ when subject == question => true,
            _ => policy.DerivedFacts.FirstOrDefault(fact => fact.Id == subject) is { } known && Reads(known.When, question),
        };
}

/// <summary>Contract points and documents.</summary>
internal static class ContractTopics
{
    private const int LongestWhen = 160;

    public static IReadOnlyList<PolicyRow> Clauses(PolicyReaderContext reader) =>
        [
            .. reader
                .Policy.Clauses.OrderBy(clause => reader.Policy.Headings.ToList().IndexOf(clause.Heading))
                .Select(clause => new PolicyRow(
                    clause.Heading,
                    clause.Title,
                    reader.Wording.Fill("policies.clause", ("purpose", clause.Purpose), ("when", When(clause, reader))),
                    clause.Id
                )),
        ];

    /// <summary>In a list a long condition is told by its reasons; the clause itself has it whole.</summary>
    private static string When(Clause clause, PolicyReaderContext reader)
    {
        var when = reader.Conditions.Of(clause.When);
        return when.Length <= LongestWhen
            ? when
            : string.Join(reader.Wording["when.or_far"], clause.Because.Select(reason => reason.Words));
    }

    public static IReadOnlyList<PolicyRow> Documents(PolicyReaderContext reader) =>
        [
            .. reader.Policy.Evidence.Select(rule => new PolicyRow(
                "",
                rule.Title,
                reader.Wording.Fill("policies.document", ("because", rule.Because), ("when", reader.Conditions.Of(rule.When)))
            )),
        ];

    public static IReadOnlyList<LabelledText> Clause(Clause clause, PolicyReaderContext reader)
    {
        var (wording, conditions) = (reader.Wording, reader.Conditions);
        var alternatives = conditions.Alternatives(clause.When);
        return
        [
            new(clause.Purpose, clause.Heading),
            .. alternatives.Count == 1
                ? [new LabelledText(alternatives[0], wording["policies.applies"])]
                : alternatives
                    .Select(words => new LabelledText(wording.Fill("policies.bullet", ("text", words))))
                    .Prepend(new(wording["policies.applies_one_of"])),
            new(string.Join("; ", clause.Because.Select(reason => reason.Words)), wording["policies.because"]),
            .. clause.Text.Select(variant => new LabelledText(
                Readable(variant.Text, clause),
                variant.When is null && clause.Text.Count > 1
                    ? wording["policies.text_else"]
                    : wording["policies.text"] + reader.If(variant.When)
            )),
            .. clause.ParameterTables.Select(table => Parameter(table, reader)),
            .. clause.NotWaivableWhen is { } fixedWhen
                ? [new LabelledText(conditions.Of(fixedWhen), wording["policies.not_waivable"])]
                : Array.Empty<LabelledText>(),
            new(string.Join(", ", clause.Mapping), wording["policies.maps_to"]),
            new(clause.AskLegal, wording["policies.ask_legal"]),
        ];
    }

    private static LabelledText Parameter(ParameterTable table, PolicyReaderContext reader)
    {
        var values = table
            .ByTier.OrderByDescending(pair => pair.Key)
            .Select(pair => reader.Wording.Fill("policies.value", ("tier", reader.Conditions.Tier(pair.Key)), ("value", pair.Value)))
            .Concat(
                table.Overrides.Select(change =>
                    reader.Wording.Fill(
                        "policies.value",
                        ("tier", change.Tier is { } tier ? reader.Conditions.Tier(tier) : reader.Wording["difference.every_tier"]),
                        ("value", change.Value)
                    ) + reader.If(change.When)
                )
            );
        return new(string.Join("; ", values), Name(table.Name));
    }

    /// <summary>The text names its parameters, and each has a line of its own below.</summary>
    private static string Readable(string text, Clause clause) =>
        clause
            .Parameters.Concat(clause.AnswerParameters.Select(parameter => parameter.Name))
            .Distinct()
            .Aggregate(text, (words, name) => words.Replace($"{{{name}}}", Name(name), StringComparison.Ordinal));

    private static string Name(string parameter) => $"[{parameter.Replace('_', ' ')}]";
}
