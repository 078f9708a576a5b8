namespace SupplierBot.Onboarding.Policies;

/// <summary>What the contract has to say, and what is asked for as proof.</summary>
internal sealed partial class PolicyOutline
{
    private PolicyItem Clause(Clause clause) =>
        Item(
            PolicySection.Clauses,
            clause.Id,
            clause.Title,
            wording.Fill("difference.clause", ("purpose", clause.Purpose), ("when", conditions.Of(clause.When))),
            [
                Text("title", clause.Title),
                Text("purpose", clause.Purpose),
                Text("heading", clause.Heading),
                When("applies_when", clause.When),
                When("not_waivable", clause.NotWaivableWhen),
                Flag("open_licence", clause.AppliesToOpenLicence),
                .. clause.Because.Select(Reason),
                .. Variants("full_text", clause.Text),
                .. Variants("plain", clause.Plain),
                .. clause.ParameterTables.SelectMany(Parameter),
                .. clause.AnswerParameters.SelectMany(Parameter),
                List("maps_to", clause.Mapping),
                Text("ask_legal", clause.AskLegal),
            ]
        );

    private PolicyFacet Reason(Because reason) =>
        new($"because {reason.Words}", wording["difference.because"], Where("", reason.When, reason.Words))
        {
            Exact = reason.When?.ToString() ?? "",
        };

    /// <summary>A variant is known by its condition, which the last one does not have.</summary>
    private IEnumerable<PolicyFacet> Variants(string key, IReadOnlyList<TextVariant> variants) =>
        variants.Select(variant => new PolicyFacet($"{key} {variant.When}", Where(What(key), variant.When), variant.Text)
        {
            IsText = true,
        });

    private IEnumerable<PolicyFacet> Parameter(ParameterTable table)
    {
        var name = table.Name.Replace('_', ' ');
        foreach (var (tier, value) in table.ByTier.OrderByDescending(pair => pair.Key))
            yield return new($"value {table.Name} {tier}", At(name, tier), value);
        foreach (var change in table.Overrides)
            yield return new($"unless {table.Name} {change.Tier} {change.When}", Where(At(name, change.Tier), change.When), change.Value);
    }

    private IEnumerable<PolicyFacet> Parameter(AnswerParameter parameter)
    {
        var question = policy.Question(parameter.Question);
        return parameter.ByChoice.Select(pair => new PolicyFacet(
            $"value {parameter.Name} {pair.Key}",
            wording.Fill("difference.value", ("name", parameter.Name.Replace('_', ' ')), ("tier", Words(question, pair.Key))),
            pair.Value
        ));
    }

    private string At(string name, Tier? tier) =>
        wording.Fill("difference.value", ("name", name), ("tier", tier is { } known ? TierName(known) : wording["difference.every_tier"]));

    private string Where(string what, PolicyCondition? when, string words = "") =>
        when is null ? what + words : wording.Fill("difference.where", ("what", what + words), ("when", conditions.Of(when)));

    private PolicyItem Evidence(EvidenceRule rule) =>
        Item(
            PolicySection.Evidence,
            rule.Id,
            rule.Title,
            conditions.Of(rule.When),
            Text("title", rule.Title),
            When("asked_when", rule.When),
            Text("because", rule.Because)
        );

    private PolicyItem Agreements()
    {
        var rules = policy.Agreements;
        return Item(
            PolicySection.Agreements,
            "",
            "",
            "",
            List("one_of", rules.OneOf.Select(id => called.Evidence.FirstOrDefault(rule => rule.Id == id)?.Title ?? id)),
            Value("changed_clauses", rules.LegalRole is { } legal ? Role(legal) : wording["difference.approvers"]),
            Value("accepted_by", rules.Acceptance is { } gaps ? Role(gaps.Role) : wording["difference.nobody"]),
            rules.Acceptance is null ? null : Number("accepted_days", rules.Acceptance.MostDays),
            rules.Acceptance is null ? null : Value("accepted_reminders", Numbers(rules.Acceptance.ReminderDays)),
            List(
                "accepted_never",
                (rules.Acceptance?.Never ?? []).Select(id => called.Clauses.FirstOrDefault(clause => clause.Id == id)?.Title ?? id)
            ),
            Value("document_reminders", Numbers(rules.EvidenceReminderDays)),
            Value("notice_reminders", Numbers(rules.NoticeReminderDays))
        );
    }

    private PolicyItem BeforeUse(BeforeUseRule rule) =>
        Item(
            PolicySection.Agreements,
            rule.Tier.ToString(),
            policy.DefinitionOf(rule.Tier).Title,
            "",
            Value("before_use_clauses", wording[$"difference.clauses_{rule.Clauses}"]),
            Value("before_use_documents", wording[$"difference.documents_{rule.Documents}"]),
            Flag("before_use_sections", rule.NamesSections)
        );
}
