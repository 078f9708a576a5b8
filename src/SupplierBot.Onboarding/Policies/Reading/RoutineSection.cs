namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>What happens in the course of time: evidence, reviews, triggers, approvals.</summary>
internal static class RoutineSection
{
    private const int LongestMonths = 120;
    private const int LongestDays = 365;
    private const int MostSteps = 9;
    private const int MostPeople = 20;

    public static IReadOnlyList<EvidenceRule> Evidence(PolicyFields root, PolicyConditionTerms words)
    {
        var entries = root.Entries("evidence", "evidence");
        SectionReading.NoTwins(entries);
        return [.. entries.Select(entry => EvidenceRule(entry, words))];
    }

    public static ReviewRules Reviews(PolicyFields root, PolicyConditionTerms words)
    {
        PolicyCondition? halved = null;
        var least = 1;
        var cycles = ByTier(
            root,
            "reviews",
            (tiers, tier) =>
                tiers.Section(tier.ToString(), $"reviews, {tier}") is { } entry ? [Cycle(entry, tier)] : Array.Empty<ReviewCycle>(),
            tiers => (halved, least) = (tiers.OptionalCondition("halved_when", words), tiers.Number("least_months", 1, LongestMonths))
        );
        return new(halved, least, cycles);
    }

    public static IReadOnlyList<Trigger> Triggers(PolicyFields root, IReadOnlyList<Question> questions)
    {
        var entries = root.Entries("triggers", "trigger");
        SectionReading.NoTwins(entries);
        var known = questions.Select(question => question.Id).ToList();
        return [.. entries.Select(entry => Trigger(entry, known))];
    }

    public static IReadOnlyList<ApprovalRule> Approvals(PolicyFields root, IReadOnlyList<string> roles, PolicyConditionTerms words) =>
        ByTier(root, "approvals", (tiers, tier) => Seats(tiers, tier, roles, words));

    /// <param name="more">Reads what stands beside the tiers.</param>
    private static List<T> ByTier<T>(
        PolicyFields root,
        string section,
        Func<PolicyFields, Tier, IEnumerable<T>> read,
        Action<PolicyFields>? more = null
    )
    {
        if (root.Section(section, section) is not { } tiers)
        {
            return [];
        }

        var all = Enum.GetValues<Tier>().SelectMany(tier => read(tiers, tier)).ToList();
        more?.Invoke(tiers);
        tiers.Close();
        return all;
    }

    private static EvidenceRule EvidenceRule(PolicyFields entry, PolicyConditionTerms words)
    {
        var rule = new EvidenceRule(entry.Id, entry.Text("title"), entry.Condition("when", words), entry.Text("because"));
        entry.Close();
        return rule;
    }

    private static ReviewCycle Cycle(PolicyFields entry, Tier tier)
    {
        var cycle = new ReviewCycle(
            tier,
            entry.Number("months", 1, LongestMonths),
            entry.OptionalNumber("first_check_days", 1, LongestDays),
            [.. entry.List("reminders").Select(days => entry.Number(days, "reminders", 1, LongestDays))],
            entry.OptionalNumber("report_months", 1, LongestMonths),
            entry.Text("supplier_report")
        );
        if (cycle.ReportMonths >= cycle.Months)
        {
            entry.NoEffect(
                entry.Optional("report_months")!,
                $"`report_months: {cycle.ReportMonths}`",
                $"the review comes every {cycle.Months} months and looks at reports anyway"
            );
        }

        entry.Close();
        return cycle;
    }

    private static Trigger Trigger(PolicyFields entry, IReadOnlyList<string> questions)
    {
        var trigger = new Trigger(
            entry.Id,
            entry.Text("words"),
            entry.Optional("asks_again") is null ? [] : entry.References("asks_again", "question", questions)
        );
        entry.Close();
        return trigger;
    }

    private static List<ApprovalRule> Seats(PolicyFields tiers, Tier tier, IReadOnlyList<string> roles, PolicyConditionTerms words)
    {
        var entries = tiers.List(tier.ToString()).Select(node => tiers.Entry(node, $"approvals, {tier}")).OfType<PolicyFields>().ToList();
        var seats = entries.Select(entry => Seat(entry, tier, roles, words)).ToList();
        if (tiers.Optional(tier.ToString()) is { } node && !seats.Any(seat => seat is { When: null, Optional: false }))
        {
            tiers.Fault(node, $"{tier} needs a seat that is always filled: without `when` and not `optional`");
        }

        var steps = seats.Select(seat => seat.Step).Distinct().Order().ToList();
        if (steps.Count > 0 && !steps.SequenceEqual(Enumerable.Range(1, steps.Count)))
        {
            tiers.Fault(
                tiers.Optional(tier.ToString())!,
                $"{tier} must use the steps 1, 2, 3 … without a gap, found {string.Join(", ", steps)}"
            );
        }

        return seats;
    }

    private static ApprovalRule Seat(PolicyFields entry, Tier tier, IReadOnlyList<string> roles, PolicyConditionTerms words)
    {
        var seat = new ApprovalRule(
            tier,
            entry.Number("step", 1, MostSteps),
            entry.Reference("role", "role", roles),
            entry.Number("people", 1, MostPeople),
            entry.OptionalCondition("when", words),
            entry.OptionalFlag("optional")
        );
        entry.Close();
        return seat;
    }
}
