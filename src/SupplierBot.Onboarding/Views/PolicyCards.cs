using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Views;

/// <summary><c>policy</c>: what the organisation decided about its suppliers, for everybody: an overview, a card for each topic.</summary>
internal static class PolicyCards
{
    private static readonly PolicyTopic[] Topics =
    [
        PolicyTopic.Questions,
        PolicyTopic.Tiers,
        PolicyTopic.Clauses,
        PolicyTopic.Documents,
        PolicyTopic.Reviews,
        PolicyTopic.Approvals,
    ];

    /// <param name="before">The policy before the one in force; null where there is none, or nobody asked for it.</param>
    public static View Of(Request.ShowPolicy asked, Policy? before, Policy policy, Context context)
    {
        if (asked.InPublic)
            return ForAll(policy, context);
        var reader = new PolicyReaderContext(policy, context);
        return asked.Topic switch
        {
            PolicyTopic.Overview => Overview(policy, context),
            PolicyTopic.Questions => Topic(asked, QuestionTopics.Questions(reader), context),
            PolicyTopic.Tiers => Topic(asked, QuestionTopics.Tiers(reader), context),
            PolicyTopic.Clauses => Clauses(asked, "", reader),
            PolicyTopic.Clause => Clause(asked, reader),
            PolicyTopic.Documents => Topic(asked, ContractTopics.Documents(reader), context),
            PolicyTopic.Reviews => Topic(asked, RoutineTopics.Reviews(reader), context),
            PolicyTopic.Approvals => Topic(asked, RoutineTopics.Approvals(reader), context),
            PolicyTopic.Changes => Changes(asked, before, policy, context),
        };
    }

    private static View.Notice Overview(Policy policy, Context context) =>
        Short(policy, context.Wording["policies.more"], context) with
        {
            Buttons = [.. Topics.Select(topic => ToTopic(topic, context))],
        };

    /// <summary>In a channel: what everybody can take in, and where there is more.</summary>
    private static View.Notice ForAll(Policy policy, Context context) => Short(policy, context.Wording["policies.more_elsewhere"], context);

    private static View.Notice Short(Policy policy, string small, Context context)
    {
        var reader = new PolicyReaderContext(policy, context);
        return new(
            context.Wording["policies.title"],
            [
                new(context.Wording["policies.about"]),
                .. policy.Tiers.Select(tier => new LabelledText(RoutineTopics.Tier(tier, reader), tier.Title)),
                .. RoutineTopics.OptionalRoles(reader) is { Length: > 0 } optional
                    ? [new LabelledText(optional)]
                    : Array.Empty<LabelledText>(),
                new(
                    context.Wording.Fill(
                        "policies.version",
                        ("version", policy.Version),
                        ("by", policy.ApprovedBy),
                        ("day", Dates.Whole(policy.ApprovedOn))
                    )
                ),
            ],
            small
        )
        {
            Plain = context.Wording["policies.title"],
        };
    }

    private static View.Entries Clauses(Request.ShowPolicy asked, string problem, PolicyReaderContext reader)
    {
        var page = PolicyPage.Of(ContractTopics.Clauses(reader), asked.From);
        var wording = reader.Wording;
        var list = Topic(asked with { Topic = PolicyTopic.Clauses }, page, problem, reader.Context);
        return list with
        {
            Pick = FormFields.One(
                CardPress.Pick,
                wording["list.pick"],
                "",
                [.. page.Rows.Select(row => new FieldChoice(row.Id, Texts.Clip(row.Label, 75)))]
            ),
            Buttons =
            [
                new(
                    wording["policies.read_clause"],
                    Verbs.NextPage,
                    $"0 {PolicyPhrases.Command(PolicyTopic.Clause)}",
                    Style: ButtonStyle.Main,
                    Checks: true
                ),
                .. list.Buttons,
            ],
        };
    }

    private static View Clause(Request.ShowPolicy asked, PolicyReaderContext reader)
    {
        var wording = reader.Wording;
        if (asked.Clause.Length == 0)
            return Clauses(asked, "", reader);
        var clause = reader.Policy.Clauses.FirstOrDefault(one => string.Equals(one.Id, asked.Clause, StringComparison.OrdinalIgnoreCase));
        return clause is null
            ? Clauses(asked, wording.Fill("policies.no_clause", ("id", Texts.Clip(asked.Clause, 40))), reader)
            : new View.Notice(clause.Title, ContractTopics.Clause(clause, reader))
            {
                Plain = Texts.Clip(clause.Title, 120),
                Buttons = [ToTopic(PolicyTopic.Clauses, reader.Context), Back(reader.Context)],
            };
    }

    private static View Changes(Request.ShowPolicy asked, Policy? before, Policy policy, Context context)
    {
        if (before is null)
            return Plainly(context.Wording["policies.no_before"], context);
        var changes = PolicyDiff.Of(before, policy, context.Wording);
        if (changes.Count == 0)
            return Plainly(context.Wording["difference.nothing"], context);
        var rows = changes
            .Select(change => new PolicyRow(
                context.Wording[$"difference.section_{change.Section}"],
                Texts.Clip(change.Title, 80),
                Texts.Clip(change.Words, 500)
            ))
            .ToList();
        var small = context.Wording.Fill("policies.changed_from", ("old", before.Version), ("new", policy.Version));
        return Topic(asked, PolicyPage.Of(rows, asked.From), small, context);
    }

    private static View.Notice Plainly(string words, Context context) =>
        new("", [new LabelledText(words)]) { Plain = Texts.Clip(words, 120), Buttons = [Back(context)] };

    private static View.Entries Topic(Request.ShowPolicy asked, IReadOnlyList<PolicyRow> rows, Context context) =>
        Topic(asked, PolicyPage.Of(rows, asked.From), context.Wording[$"policies.about_{asked.Topic}"], context);

    private static View.Entries Topic(Request.ShowPolicy asked, PolicyPage page, string small, Context context)
    {
        var title = context.Wording[$"policies.topic_{asked.Topic}"];
        return new(
            title,
            small,
            [
                .. page
                    .Rows.GroupBy(row => row.Group)
                    .Select(group => new EntryGroup(group.Key, [.. group.Select(row => new CardRow(row.Label, row.Text))])),
            ],
            null,
            page.Left > 0 ? context.Wording.Fill("list.more", ("n", CaseTexts.Number(page.Left))) : ""
        )
        {
            Plain = title,
            Buttons =
            [
                .. page.Next is { } next
                    ?
                    [
                        new Button(
                            context.Wording["button.more"],
                            Verbs.NextPage,
                            $"{CaseTexts.Number(next)} {PolicyPhrases.Command(asked.Topic)}"
                        ),
                    ]
                    : Array.Empty<Button>(),
                Back(context),
            ],
        };
    }

    private static Button ToTopic(PolicyTopic topic, Context context) =>
        new(context.Wording[$"policies.topic_{topic}"], Verbs.NextPage, $"0 {PolicyPhrases.Command(topic)}");

    private static Button Back(Context context) =>
        new(context.Wording["policies.back"], Verbs.NextPage, $"0 {PolicyPhrases.Command(PolicyTopic.Overview)}");
}

/// <summary>What every topic needs.</summary>
internal sealed record PolicyReaderContext(Policy Policy, Context Context)
{
    public PolicyConditionWords Conditions { get; } = new(Policy, Context.Wording);
    public Wording Wording => Context.Wording;

    /// <summary>" if …", or nothing where there is no condition.</summary>
    public string If(PolicyCondition? when) => when is null ? "" : Wording.Fill("policies.if", ("when", Conditions.Of(when)));
}

/// <param name="Group">The heading it stands under.</param>
/// <param name="Id">What comes back when it is picked; empty where it cannot be.</param>
internal sealed record PolicyRow(string Group, string Label, string Text, string Id = "");

/// <summary>As many rows as are read in a minute.</summary>
/// <param name="Next">The first row of the page behind it; null on the last.</param>
/// <param name="Left">Rows behind it.</param>
internal sealed record PolicyPage(IReadOnlyList<PolicyRow> Rows, int? Next, int Left)
{
    private const int MostCharacters = 2_500;
    private const int MostRows = 30;

    /// <param name="from">Any row: its page is shown, the last one for what lies behind.</param>
    public static PolicyPage Of(IReadOnlyList<PolicyRow> rows, int from)
    {
        var at = 0;
        while (true)
        {
            var end = EndOf(rows, at);
            if (end >= rows.Count || from < end)
                return new([.. rows.Skip(at).Take(end - at)], end < rows.Count ? end : null, rows.Count - end);
            at = end;
        }
    }

    private static int EndOf(IReadOnlyList<PolicyRow> rows, int at)
    {
        var (end, characters) = (at, 0);
        while (end < rows.Count && end - at < MostRows && (end == at || characters + Length(rows[end]) <= MostCharacters))
            characters += Length(rows[end++]);
        return end;
    }

    private static int Length(PolicyRow row) => row.Label.Length + row.Text.Length;
}
