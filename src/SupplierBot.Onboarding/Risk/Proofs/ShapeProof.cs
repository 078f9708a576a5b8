using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk.Proofs;

/// <summary>I5, I7, I10, I11: what can be seen by looking at the tables.</summary>
internal static class ShapeProof
{
    public static void Run(PreparedPolicy prepared, Findings findings)
    {
        NotSure(prepared, findings);
        OnlyAnswersThatMayCount(prepared, findings);
        OneTierOneType(prepared, findings);
        PartsAddUp(prepared.Policy.Score, findings);
    }

    private static void NotSure(PreparedPolicy prepared, Findings findings)
    {
        var words = prepared.Words;
        var tables = prepared
            .Score.Where(part => part.Rule.Take != ScoreTake.Table)
            .SelectMany(part => part.Terms.Select(term => (term.Place, Table: term.ByChoice)))
            .ToList();
        foreach (var (place, table) in tables)
        {
            var question = words.Question(place);
            var (unsure, rank) = question
                .Choices.Index()
                .Where(pair => pair.Item.Id == Choices.NotSure)
                .Select(pair => (table[pair.Index], pair.Item.Rank))
                .FirstOrDefault((int.MaxValue, 0));
            foreach (var (index, choice) in question.Choices.Index().Where(pair => pair.Item.Rank == rank && table[pair.Index] > unsure))
            {
                findings.Broken(
                    "I5",
                    $"`{question.Id}`: not_sure gives {unsure} points and {choice.Id}, the answer it ranks with, {table[index]}: not knowing would be rewarded"
                );
            }
        }

        findings.Proved("I5", "\"not sure\" counts at least as much as the answer it ranks with", tables.Count);
    }

    private static void OnlyAnswersThatMayCount(PreparedPolicy prepared, Findings findings)
    {
        var words = prepared.Words;
        foreach (var (index, floor) in prepared.Policy.Floors.Index())
        {
            var forbidden = Unordered(prepared.Floors[index].Reads, words);
            if (forbidden.Count > 0 || prepared.Floors[index].ReadsMore)
            {
                findings.Broken(
                    "I7",
                    $"floor {floor.Id} looks at {(forbidden.Count > 0 ? string.Join(" and ", forbidden.Select(id => $"`{id}`")) : "the result itself")}: {PolicyConditionText.Of(floor.When)}"
                );
            }
        }

        foreach (var part in prepared.Score)
        {
            if (Unordered(part.Reads, words) is { Count: > 0 } unordered)
            {
                findings.Broken("I7", $"the points for {part.Rule.Id} look at {string.Join(" and ", unordered.Select(id => $"`{id}`"))}");
            }
        }

        findings.Proved("I7", "the tier depends on no name, text, person, price, haste, deal or supplier type", prepared.Floors.Length);
    }

    /// <summary>Questions none of whose answers is riskier than another: the kind of deal, the type of supplier.</summary>
    private static List<string> Unordered(ulong reads, QuestionIndex words) =>
        [
            .. Enumerable
                .Range(0, words.Count)
                .Where(place => (reads & (1UL << place)) != 0 && words.Question(place).Choices.All(choice => choice.Rank == 0))
                .Select(place => words.Question(place).Id),
        ];

    private static void OneTierOneType(PreparedPolicy prepared, Findings findings)
    {
        var policy = prepared.Policy;
        var lines = policy.Tiers.OrderBy(line => line.Tier).ToList();
        foreach (var (lower, higher) in lines.Zip(lines.Skip(1)).Where(pair => pair.First.From >= pair.Second.From))
        {
            findings.Broken("I10", $"{higher.Tier} begins at {higher.From} points, not above {lower.Tier} at {lower.From}");
        }

        foreach (var tier in Enum.GetValues<Tier>().Where(tier => lines.Count(line => line.Tier == tier) != 1))
        {
            findings.Broken("I10", $"the tier {tier} has {lines.Count(line => line.Tier == tier)} lines instead of one");
        }

        if (lines.Count > 0 && lines[0].From != 0)
        {
            findings.Broken("I10", $"a score under {lines[0].From} has no tier");
        }

        foreach (var role in policy.Question("role").Choices.Where(role => policy.Types.All(type => type.Id != SupplierTypes.OfRole(role))))
        {
            findings.Broken("I10", $"the answer {role.Id} to `role` belongs to no supplier type");
        }

        findings.Proved("I10", "every answer set has exactly one tier and one main type", lines.Count + policy.Types.Count);
    }

    private static void PartsAddUp(IReadOnlyList<ScoreRule> score, Findings findings)
    {
        var points = score
            .SelectMany(part =>
                part.Table.SelectMany(
                        (row, rank) => row.Select((value, column) => (part.Id, Choice: $"place {rank}, {column}", Value: value))
                    )
                    .Concat(part.Terms.SelectMany(term => term.Points.Select(pair => (part.Id, Choice: pair.Key, pair.Value))))
            )
            .ToList();
        foreach (var (part, choice, value) in points.Where(entry => entry.Value < 0))
        {
            findings.Broken(
                "I11",
                $"{part}: {choice} takes {-value} points away; the parts shown would not add up to a score of at least 0"
            );
        }

        findings.Proved("I11", "the parts add up to the score, at most 100", points.Count);
    }
}
