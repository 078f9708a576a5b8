namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>What surrounds a decision: flags, what blocks a plain yes, who may help or is notified, and what time does.</summary>
internal static class DecisionSection
{
    private const int LongestDays = 365;
    private const int MostEscalations = 20;

    public static IReadOnlyList<FlagRule> Flags(PolicyFields root, PolicyConditionTerms terms)
    {
        var entries = root.Entries("flags", "flag");
        SectionReading.NoTwins(entries);
        return [.. entries.Select(entry => Flag(entry, terms))];
    }

    /// <param name="suggested">Ids of the suggested conditions, which stand further down.</param>
    public static IReadOnlyList<PlainYesBlock> PlainYes(
        PolicyFields root,
        PolicyConditionTerms terms,
        IReadOnlyList<Question> questions,
        IReadOnlyList<string> suggested
    ) =>
        [
            .. root.List("no_plain_yes")
                .Select(node => root.Entry(node, "no_plain_yes"))
                .OfType<PolicyFields>()
                .Select(entry => Block(entry, terms, [.. questions.Select(question => question.Id)], suggested)),
        ];

    public static SeatExceptions Seats(PolicyFields root, PolicyConditionTerms terms, IReadOnlyList<string> roles)
    {
        if (root.Section("seat_exceptions", "seat_exceptions") is not { } section)
        {
            return new(null, []);
        }

        var helper = section.OptionalSection("helper", "seat_exceptions, helper");
        var exceptions = new SeatExceptions(
            helper is null ? null : new(helper.Reference("role", "role", roles), helper.Reference("seat", "role", roles)),
            [
                .. section
                    .OptionalList("notified")
                    .Select(node => section.Entry(node, "seat_exceptions, notified"))
                    .OfType<PolicyFields>()
                    .Select(entry => Notified(entry, terms, roles)),
            ]
        );
        helper?.Close();
        section.Close();
        return exceptions;
    }

    public static TimerRules Timers(PolicyFields root)
    {
        if (root.Section("timers", "timers") is not { } timers)
        {
            return new(new(0.5, 1.5, 0, 1), new(1, 1), new([], 1), new(1, 1, 1), new(1));
        }

        var rules = new TimerRules(
            Of(timers, "decision", new DecisionTimers(0.5, 1.5, 0, 1), Decision),
            Of(
                timers,
                "information",
                new InformationTimers(1, 1),
                fields => new(fields.Number("ask_again_days", 1, LongestDays), fields.Number("expire_days", 1, LongestDays))
            ),
            Of(
                timers,
                "conditions",
                new ConditionTimers([], 1),
                fields =>
                    new(
                        [.. fields.List("reminders").Select(days => fields.Number(days, "reminders", 1, LongestDays))],
                        fields.Number("suspend_days", 0, LongestDays)
                    )
            ),
            Of(
                timers,
                "reviews",
                new ReviewTimers(1, 1, 1),
                fields =>
                    new(
                        fields.Number("due_days", 0, LongestDays),
                        fields.Number("overdue_days", 0, LongestDays),
                        fields.Number("lapsed_days", 0, LongestDays)
                    )
            ),
            Of(timers, "approvals", new ApprovalTimers(1), fields => new(fields.Number("unused_reminder_days", 1, LongestDays)))
        );
        Order(timers, rules);
        timers.Close();
        return rules;
    }

    private static FlagRule Flag(PolicyFields entry, PolicyConditionTerms terms)
    {
        var flag = new FlagRule(
            entry.Id,
            entry.Condition("when", terms),
            entry.OptionalText("to_requester"),
            entry.OptionalText("to_reviewer")
        );
        if (flag.ToReviewer is null && flag.ToRequester is null)
        {
            entry.NoEffect(entry.Node, "it", "nobody reads it without `to_requester` or `to_reviewer`");
        }

        entry.Close();
        return flag;
    }

    private static PlainYesBlock Block(
        PolicyFields entry,
        PolicyConditionTerms terms,
        IReadOnlyList<string> questions,
        IReadOnlyList<string> suggested
    )
    {
        var block = new PlainYesBlock(
            entry.Condition("when", terms),
            entry.Optional("question") is null ? null : entry.Reference("question", "question", questions),
            entry.Optional("suggests") is null ? null : entry.Reference("suggests", "suggested condition", suggested)
        );
        entry.Close();
        return block;
    }

    private static NotifiedRole Notified(PolicyFields entry, PolicyConditionTerms terms, IReadOnlyList<string> roles)
    {
        var notified = new NotifiedRole(entry.Reference("role", "role", roles), entry.Condition("when", terms));
        entry.Close();
        return notified;
    }

    private static T Of<T>(PolicyFields timers, string name, T otherwise, Func<PolicyFields, T> read)
    {
        if (timers.Section(name, $"timers, {name}") is not { } fields)
        {
            return otherwise;
        }

        var rule = read(fields);
        fields.Close();
        return rule;
    }

    private static DecisionTimers Decision(PolicyFields fields) =>
        new(
            fields.Share("remind_at", 0.05, 0.95),
            fields.Share("escalate_at", 1.05, 10),
            fields.Number("quick_escalations", 1, MostEscalations),
            fields.Number("then_working_days", 1, LongestDays)
        );

    /// <summary>What would come before, or together with, the step it follows never shows.</summary>
    private static void Order(PolicyFields timers, TimerRules rules)
    {
        Later(timers, "information", "ask_again_days", rules.Information.AskAgainDays, "expire_days", rules.Information.ExpireDays);
        Later(timers, "reviews", "overdue_days", rules.Reviews.OverdueDays, "lapsed_days", rules.Reviews.LapsedDays);
    }

    private static void Later(PolicyFields timers, string section, string first, int days, string second, int later)
    {
        if (later <= days && timers.Optional(section) is { } node)
        {
            timers.NoEffect(node, $"{section}: `{first}: {days}`", $"`{second}: {later}` is not later");
        }
    }
}
