using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk.Proofs;

/// <summary>I5, I7, I10, I11: what can be seen by looking at the tables.</summary>
internal static class ShapeProof
{
    private static readonly string[] Volumes = ["small", "medium", "large"];

    public static void Run(PreparedPolicy prepared, Findings findings)
    {
        NotSure(prepared, findings);
        OnlyAnswersThatMayCount(prepared, findings);
        OneTierOneType(prepared, findings);
        PartsAddUp(prepared.Policy.Score, findings);
    }

    private static void NotSure(PreparedPolicy prepared, Findings findings)
    {
        var (words, points) = (prepared.Words, prepared.Points);
        (int Place, int[] Points)[] tables =
        [
            (words.Access, points.Access),
            (words.Stop, points.Stop),
            (words.Replace, points.Replace),
            (words.Training, points.Training),
            (words.Effects, points.Effects),
            (words.Others, points.Others),
            (words.Where, points.Where),
            (words.Proof, points.Proof),
        ];
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

        findings.Proved("I5", "\"not sure\" counts at least as much as the answer it ranks with", tables.Length);
    }

    private static void OnlyAnswersThatMayCount(PreparedPolicy prepared, Findings findings)
    {
        var words = prepared.Words;
        foreach (var (index, floor) in prepared.Policy.Floors.Index())
        {
            var forbidden = new[] { words.Deal, words.Role }
                .Where(place => (prepared.Floors[index].Reads & (1UL << place)) != 0)
                .Select(place => words.Question(place).Id)
                .ToList();
            if (forbidden.Count > 0 || prepared.Floors[index].ReadsMore)
            {
                findings.Broken(
                    "I7",
                    $"floor {floor.Id} looks at {(forbidden.Count > 0 ? string.Join(" and ", forbidden.Select(id => $"`{id}`")) : "the result itself")}: {PolicyConditionText.Of(floor.When)}"
                );
            }
        }

        findings.Proved("I7", "the tier depends on no name, text, person, price, haste, deal or supplier type", prepared.Floors.Length);
    }

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

        foreach (
            var role in policy.Question("role").Choices.Where(role => policy.Types.All(type => type.Id != SupplierTypes.OfRole(role.Id)))
        )
        {
            findings.Broken("I10", $"the answer {role.Id} to `role` belongs to no supplier type");
        }

        findings.Proved("I10", "every answer set has exactly one tier and one main type", lines.Count + policy.Types.Count);
    }

    private static void PartsAddUp(ScoreTable score, Findings findings)
    {
        (string Part, IEnumerable<KeyValuePair<string, int>> Points)[] parts =
        [
            (
                "data",
                score.Data.SelectMany(
                    (row, level) => row.Select((points, column) => KeyValuePair.Create($"level {level}, {Volumes[column]}", points))
                )
            ),
            ("access", score.Access),
            ("stop", score.Stop),
            ("replace", score.Replace),
            ("ai", score.Ai),
            ("others", score.Others),
            ("where", score.Where),
            ("proof", score.Proof),
        ];
        foreach (var (part, points) in parts)
        {
            foreach (var (choice, value) in points.Where(pair => pair.Value < 0))
            {
                findings.Broken(
                    "I11",
                    $"{part}: {choice} takes {-value} points away; the parts shown would not add up to a score of at least 0"
                );
            }
        }

        findings.Proved("I11", "the parts add up to the score, at most 100", parts.Sum(part => part.Points.Count()));
    }
}
