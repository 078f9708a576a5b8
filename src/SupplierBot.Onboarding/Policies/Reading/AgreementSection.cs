namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>What must be agreed and seen before use.</summary>
internal static class AgreementSection
{
    private const string Name = "agreements";
    private const int LongestDays = 365;

    public static AgreementRules Read(
        PolicyFields root,
        IReadOnlyList<string> roles,
        IReadOnlyList<Clause> clauses,
        IReadOnlyList<EvidenceRule> evidence
    )
    {
        if (root.OptionalSection(Name, Name) is not { } section)
        {
            return AgreementRules.Least;
        }

        var rules = new AgreementRules(
            section.Section("before_use", $"{Name}, before_use") is { } tiers ? Tiers(tiers) : [],
            section.References("one_of", "evidence", [.. evidence.Select(rule => rule.Id)]),
            section.Reference("changed_clauses", "role", roles),
            section.Section("accepted_gaps", $"{Name}, accepted_gaps") is { } gaps ? Gaps(gaps, roles, clauses) : null,
            Days(section, "document_reminders"),
            Days(section, "notice_reminders")
        );
        OneOf(section, rules);
        section.Close();
        return rules;
    }

    private static void OneOf(PolicyFields section, AgreementRules rules)
    {
        var asked = rules.Tiers.Any(rule => rule.Documents == DocumentsBeforeUse.OneOf);
        if (asked && rules.OneOf.Count == 0)
            section.Fault(section.Optional("one_of") ?? section.Node, "`before_use` asks for one of `one_of`, which names none");
        else if (!asked && rules.OneOf.Count > 0)
            section.NoEffect(section.Optional("one_of")!, "`one_of`", "no tier asks for one of several documents");
    }

    private static List<BeforeUseRule> Tiers(PolicyFields tiers)
    {
        var rules = Enum.GetValues<Tier>()
            .Select(tier => tiers.Section(tier.ToString(), $"{Name}, before_use, {tier}") is { } entry ? Rule(entry, tier) : null)
            .OfType<BeforeUseRule>()
            .ToList();
        tiers.Close();
        return rules;
    }

    private static BeforeUseRule Rule(PolicyFields entry, Tier tier)
    {
        var rule = new BeforeUseRule(
            tier,
            (ClausesBeforeUse)entry.Word("clauses", ["none", "not_waivable", "key", "all"]),
            (DocumentsBeforeUse)entry.Word("documents", ["none", "one_of", "all"]),
            entry.OptionalFlag("sections")
        );
        entry.Close();
        return rule;
    }

    private static AcceptanceRules Gaps(PolicyFields gaps, IReadOnlyList<string> roles, IReadOnlyList<Clause> clauses)
    {
        var rules = new AcceptanceRules(
            gaps.Reference("role", "role", roles),
            gaps.Number("most_days", 1, LongestDays),
            Days(gaps, "reminders"),
            gaps.References("never", "clause", [.. clauses.Select(clause => clause.Id)])
        );
        foreach (var days in rules.ReminderDays.Where(days => days >= rules.MostDays))
            gaps.NoEffect(
                gaps.Optional("reminders")!,
                $"the reminder of {days} days",
                $"no gap is accepted for longer than {rules.MostDays}"
            );
        gaps.Close();
        return rules;
    }

    private static IReadOnlyList<int> Days(PolicyFields fields, string name) =>
        [.. fields.List(name).Select(days => fields.Number(days, name, 1, LongestDays)).OrderDescending()];
}
