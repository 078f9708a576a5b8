namespace SupplierBot.Onboarding.Policies;

/// <summary>What is asked, and what the answers count for.</summary>
internal sealed partial class PolicyOutline
{
    private PolicyItem Type(SupplierType type) =>
        Item(
            PolicySection.Types,
            type.Id,
            type.Title,
            type.About,
            [
                Text("title", type.Title),
                Text("words", type.Words),
                Text("about", type.About),
                List("key_clauses", type.KeyClauses.Select(ClauseName)),
                .. type.Risks.Select(risk => new PolicyFacet(
                    $"risk {risk.Id}",
                    wording.Fill("difference.risk", ("title", risk.Title)),
                    risk.Words
                )
                {
                    IsText = true,
                }),
                .. type.Risks.Select(risk => new PolicyFacet(
                    $"reference {risk.Id}",
                    wording.Fill("difference.reference", ("title", risk.Title)),
                    risk.Reference
                )),
            ]
        );

    private PolicyItem Question(Question question) =>
        Item(
            PolicySection.Questions,
            question.Id,
            question.Label,
            question.Choices.Count == 0
                ? question.Prompt
                : wording.Fill(
                    "difference.question",
                    ("prompt", question.Prompt),
                    ("choices", string.Join(", ", question.Choices.Select(choice => choice.Words)))
                ),
            [
                Text("prompt", question.Prompt),
                Text("label", question.Label),
                Text("help", question.Help),
                Text("example", question.Example),
                Text("tip", question.Tip),
                Text("missing", question.Missing),
                Text("page", policy.Pages.FirstOrDefault(page => page.Questions.Contains(question.Id))?.Title),
                Value("kind", wording[$"difference.kind_{question.Kind}"]),
                Flag("required", question.Required),
                question.MaxLength > 0 ? Number("max_length", question.MaxLength) : null,
                When("skip_when", question.SkipWhen),
                Flag("read_by_best", question.ReadByBest),
                question.ReviewCardPlace is { } place ? Number("review_card", place) : null,
                Text("preset", question.Preset),
                Text("rare", string.Join(", ", question.Rare.Select(id => question.Choice(id)!.Words))),
                Value("may_improve", wording[$"difference.improve_{question.MayImprove}"]),
                .. question.Choices.SelectMany(choice => Choice(question, choice)),
            ]
        );

    private IEnumerable<PolicyFacet?> Choice(Question question, Choice choice)
    {
        var (parent, name) = ($"choice {choice.Id}", ("choice", choice.Words));
        PolicyFacet Detail(string key, string what, string value) => new($"{key} {choice.Id}", what, value) { Parent = parent };
        yield return new(parent, wording.Fill("difference.choice", name), choice.Label) { IsText = true };
        yield return Detail("words", wording.Fill("difference.choice_words", ("choice", choice.Label)), choice.Words) with
        {
            IsText = true,
        };
        if (choice.Alone)
            yield return Detail("alone", wording.Fill("difference.alone", name), wording["difference.yes"]);
        if (choice.Type is { } type)
            yield return Detail("type", wording.Fill("difference.choice_type", name), TypeName(type));
        if (choice.Also.Count > 0)
            yield return Detail(
                "also",
                wording.Fill("difference.also", name),
                string.Join(", ", choice.Also.Select(id => Words(question, id)))
            );
    }

    private PolicyItem Fact(DerivedFact fact) =>
        Item(PolicySection.Facts, fact.Id, fact.Words, conditions.Of(fact.When), Text("words", fact.Words), When("holds_when", fact.When));

    private PolicyItem Score(ScoreRule part) =>
        Item(
            PolicySection.Score,
            part.Id,
            string.Join(", ", part.Terms.Select(term => policy.Question(term.Question).Label).Distinct()),
            wording.Fill("difference.score", ("n", Number(ScorePoints.Most(part, policy)))),
            [
                Value("take", wording[$"difference.take_{part.Take}"]),
                Number("cap", ScorePoints.Most(part, policy)),
                When("counts_when", part.When),
                .. part.Terms.SelectMany(term => Term(term, part.Terms.Count > 1)),
                .. Cells(part),
            ]
        );

    private IEnumerable<PolicyFacet?> Term(ScoreTerm term, bool several)
    {
        var question = policy.Question(term.Question);
        foreach (var (choice, points) in term.Points)
            yield return new(
                $"points {term.Question} {choice}",
                several ? $"{question.Label}, {Words(question, choice)}" : Words(question, choice),
                Number(points)
            );
        if (term.When is { } when)
            yield return Conditional($"when {term.Question}", wording.Fill("difference.term_when", ("label", question.Label)), when);
        yield return new($"reason {term.Question}", wording.Fill("difference.term_words", ("label", question.Label)), term.Words)
        {
            IsText = true,
        };
    }

    private IEnumerable<PolicyFacet> Cells(ScoreRule part) =>
        from row in part.Table.Index()
        from cell in row.Item.Index()
        select new PolicyFacet(
            $"cell {row.Index} {cell.Index}",
            $"{FirstOf(part.Terms[0].Question, row.Index)}, {FirstOf(part.Terms[1].Question, cell.Index)}",
            Number(cell.Item)
        );

    private PolicyItem Tier(TierDefinition tier) =>
        Item(
            PolicySection.Tiers,
            tier.Tier.ToString(),
            tier.Title,
            tier.Words,
            Text("title", tier.Title),
            Text("words", tier.Words),
            Number("from", tier.From),
            Number("working_days", tier.WorkingDays),
            Number("valid_days", tier.ApprovalValidDays)
        );

    private PolicyItem Floor(Floor floor) =>
        Item(
            PolicySection.Floors,
            floor.Id,
            floor.Words,
            wording.Fill("difference.floor", ("tier", TierName(floor.Minimum)), ("when", conditions.Of(floor.When))),
            Text("words", floor.Words),
            Value("least_tier", TierName(floor.Minimum)),
            When("holds_when", floor.When)
        );

    private PolicyItem TierChanges() =>
        Item(
            PolicySection.Tiers,
            "",
            "",
            "",
            Value("lowered_by", policy.TierChanges.LoweredBy.Length == 0 ? wording["difference.none"] : Role(policy.TierChanges.LoweredBy)),
            Number("lowered_days", policy.TierChanges.LongestDays),
            List("never_under", policy.TierChanges.NeverUnder.Select(FloorWords))
        );

    private string FloorWords(string id) => policy.Floors.FirstOrDefault(floor => floor.Id == id)?.Words ?? id;

    private string FirstOf(string question, int rank) =>
        policy.Question(question).Choices.FirstOrDefault(choice => choice.Rank == rank)?.Words ?? Number(rank);

    private static string Words(Question question, string choice) => question.Choice(choice)?.Words ?? choice;

    private string TypeName(string id) => policy.Types.FirstOrDefault(type => type.Id == id)?.Words ?? id;

    private string ClauseName(string id) => policy.Clauses.FirstOrDefault(clause => clause.Id == id)?.Title ?? id;
}
