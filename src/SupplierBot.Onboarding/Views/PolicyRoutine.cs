using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Views;

/// <summary>Who decides and how soon, and what happens afterwards.</summary>
internal static class RoutineTopics
{
    /// <summary>One line of the overview.</summary>
    public static string Tier(TierDefinition tier, PolicyReaderContext reader)
    {
        var wording = reader.Wording;
        var rules = reader.Policy.Approvals.Where(rule => rule.Tier == tier.Tier).ToList();
        var joining = rules.Where(rule => rule.When is not null).Select(rule => Role(rule.Role, reader)).Distinct().ToList();
        var deciders = string.Join(
            wording["words.then"],
            rules
                .Where(rule => rule.When is null)
                .GroupBy(rule => rule.Step)
                .OrderBy(step => step.Key)
                .Select(step => string.Join(", ", step.Select(rule => Seats(rule, reader))))
        );
        var everybody =
            joining.Count == 0 ? deciders : wording.Fill("policies.joined", ("who", deciders), ("roles", string.Join(", ", joining)));
        return wording.Fill(
            reader.Policy.ReviewOf(tier.Tier) is null ? "policies.tier_unreviewed" : "policies.tier",
            ("words", tier.Words),
            ("who", everybody),
            ("time", WorkingDays(tier.WorkingDays, wording)),
            ("months", CaseTexts.Number(reader.Policy.ReviewOf(tier.Tier)?.Months ?? 0))
        );
    }

    /// <summary>Empty where every role is needed.</summary>
    public static string OptionalRoles(PolicyReaderContext reader)
    {
        var roles = reader.Policy.Approvals.Where(rule => rule.Optional).Select(rule => Role(rule.Role, reader)).Distinct().ToList();
        return roles.Count == 0 ? "" : reader.Wording.Fill("policies.optional_roles", ("roles", string.Join(", ", roles)));
    }

    public static IReadOnlyList<PolicyRow> Reviews(PolicyReaderContext reader)
    {
        var (policy, wording) = (reader.Policy, reader.Wording);
        var (reviews, group) = (policy.Reviews, wording["policies.reviews"]);
        IEnumerable<PolicyRow> halved = reviews.HalvedWhen is { } when
            ?
            [
                new(
                    group,
                    "",
                    wording.Fill("policies.halved", ("n", CaseTexts.Number(reviews.LeastMonths)), ("when", reader.Conditions.Of(when)))
                ),
            ]
            : [];
        return
        [
            .. reviews.Cycles.Select(cycle => new PolicyRow(group, policy.DefinitionOf(cycle.Tier).Title, Cycle(cycle, wording))),
            .. halved,
            new(
                group,
                "",
                wording.Fill(
                    "policies.review_timers",
                    ("due", CaseTexts.Number(policy.Timers.Reviews.DueDays)),
                    ("overdue", CaseTexts.Number(policy.Timers.Reviews.OverdueDays)),
                    ("lapsed", CaseTexts.Number(policy.Timers.Reviews.LapsedDays))
                )
            ),
            .. policy.Triggers.Select(trigger => new PolicyRow(wording["policies.triggers"], "", Trigger(trigger, reader))),
        ];
    }

    public static IReadOnlyList<PolicyRow> Approvals(PolicyReaderContext reader)
    {
        var policy = reader.Policy;
        return
        [
            .. policy.Tiers.SelectMany(tier =>
                policy
                    .Approvals.Where(rule => rule.Tier == tier.Tier)
                    .OrderBy(rule => rule.Step)
                    .Select(rule => new PolicyRow(tier.Title, Seats(rule, reader), Seat(rule, reader)))
                    .Append(
                        new(
                            tier.Title,
                            "",
                            reader.Wording.Fill(
                                "policies.time",
                                ("time", WorkingDays(tier.WorkingDays, reader.Wording)),
                                ("days", CaseTexts.Number(tier.ApprovalValidDays))
                            )
                        )
                    )
            ),
            .. Exceptions(reader).Select(words => new PolicyRow(reader.Wording["policies.rules"], "", words)),
        ];
    }

    private static IEnumerable<string> Exceptions(PolicyReaderContext reader)
    {
        var (policy, wording, timers) = (reader.Policy, reader.Wording, reader.Policy.Timers);
        yield return wording["policies.everybody_else"];
        if (policy.Seats.Helper is { } helper)
            yield return wording.Fill("policies.helper", ("role", Role(helper.Role, reader)), ("seat", Role(helper.Seat, reader)));
        foreach (var notified in policy.Seats.Notified)
            yield return wording.Fill(
                "policies.notified",
                ("role", Role(notified.Role, reader)),
                ("when", reader.Conditions.Of(notified.When))
            );
        foreach (var block in policy.PlainYesBlocks)
            yield return wording.Fill("policies.plain_yes", ("when", reader.Conditions.Of(block.When)));
        yield return wording.Fill(
            "policies.decision_timers",
            ("remind", Percent(timers.Decision.RemindAt)),
            ("escalate", Percent(timers.Decision.EscalateAt))
        );
        yield return wording.Fill(
            "policies.information_timers",
            ("again", CaseTexts.Number(timers.Information.AskAgainDays)),
            ("expire", CaseTexts.Number(timers.Information.ExpireDays))
        );
        yield return wording.Fill("policies.condition_timers", ("n", CaseTexts.Number(timers.Conditions.SuspendDays)));
    }

    private static string Seats(ApprovalRule rule, PolicyReaderContext reader) =>
        reader.Wording.Fill("words.seats", ("role", Role(rule.Role, reader)), ("n", CaseTexts.Number(rule.People)));

    private static string Seat(ApprovalRule rule, PolicyReaderContext reader)
    {
        var step = reader.Wording.Fill("policies.step", ("n", CaseTexts.Number(rule.Step)));
        return step + reader.If(rule.When) + (rule.Optional ? reader.Wording["policies.optional"] : "");
    }

    private static string Cycle(ReviewCycle cycle, Wording wording)
    {
        string[] parts =
        [
            wording.Fill("policies.every", ("months", CaseTexts.Number(cycle.Months))),
            cycle.FirstCheckDays is { } days ? wording.Fill("policies.first_check", ("n", CaseTexts.Number(days))) : "",
            cycle.ReportMonths is null ? "" : wording.Fill("policies.report", ("report", cycle.SupplierReport)),
        ];
        return string.Join("; ", parts.Where(part => part.Length > 0));
    }

    private static string Trigger(Trigger trigger, PolicyReaderContext reader)
    {
        var words = reader.Wording.Fill("policies.bullet", ("text", trigger.Words));
        return trigger.AsksAgain.Count == 0
            ? words
            : $"{words} {reader.Wording.Fill("policies.asks_again", ("labels", CaseTexts.Questions(trigger.AsksAgain, reader.Policy)))}";
    }

    private static string Role(string role, PolicyReaderContext reader) => CaseTexts.Role(role, reader.Context);

    private static string WorkingDays(int days, Wording wording) => wording.Fill("policies.days", ("n", CaseTexts.Number(days)));

    private static string Percent(double share) => CaseTexts.Number((int)Math.Round(share * 100));
}
