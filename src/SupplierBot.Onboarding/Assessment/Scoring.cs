using System.Numerics;

namespace SupplierBot.Onboarding;

/// <summary>The eight parts of the score (policy.md §4). Each guards itself, so a value for a question without effect counts nothing.</summary>
internal static class Scoring
{
    public const int Most = 100;

    public static readonly IReadOnlyList<string> Parts = ["data", "access", "stop", "replace", "ai", "others", "where", "proof"];

    public static int Total(ReadOnlySpan<int> points)
    {
        var sum = 0;
        foreach (var part in points)
        {
            sum += part;
        }

        return Math.Clamp(sum, 0, Most);
    }

    public static int[] Points(PointTables tables, in Facts facts) =>
        [Data(tables, facts), Access(tables, facts), Stop(tables, facts), Replace(tables, facts), Ai(tables, facts), Others(tables, facts), Where(tables, facts), Proof(tables, facts)];

    public static int Level(PointTables tables, in Facts facts)
    {
        var data = facts.Picked(facts.Words.Data);
        var level = Sensitivity.Most;
        while (level > 0 && (data & tables.Levels[level]) == 0)
        {
            level--;
        }

        return level;
    }

    public static int Data(PointTables tables, in Facts facts)
    {
        var volume = facts.Picked(facts.Words.Volume);
        var column = (volume & tables.Large) != 0 ? 2 : (volume & tables.Medium) != 0 ? 1 : 0;
        return tables.Score.Data[Level(tables, facts)][column];
    }

    public static int Access(PointTables tables, in Facts facts) => Highest(tables.Access, facts.Picked(facts.Words.Access));

    public static int Stop(PointTables tables, in Facts facts) => Highest(tables.Stop, facts.Picked(facts.Words.Stop));

    public static int Replace(PointTables tables, in Facts facts) =>
        (facts.Picked(facts.Words.Stop) & tables.Slows) != 0 ? Highest(tables.Replace, facts.Picked(facts.Words.Replace)) : 0;

    public static int Ai(PointTables tables, in Facts facts)
    {
        var training = Level(tables, facts) >= 1 ? Highest(tables.Training, facts.Picked(facts.Words.Training)) : 0;
        return Math.Min(training + Sum(tables.Effects, facts.Picked(facts.Words.Effects)), tables.Score.AiCap);
    }

    public static int Others(PointTables tables, in Facts facts) =>
        Level(tables, facts) >= 1 || (facts.Picked(facts.Words.Effects) & tables.IntoModels) != 0
            ? Highest(tables.Others, facts.Picked(facts.Words.Others))
            : 0;

    public static int Where(PointTables tables, in Facts facts) =>
        Level(tables, facts) >= 1 ? Highest(tables.Where, facts.Picked(facts.Words.Where)) : 0;

    /// <summary>The best proof counts.</summary>
    public static int Proof(PointTables tables, in Facts facts)
    {
        var words = facts.Words;
        var matters = Level(tables, facts) >= 1
            || (facts.Picked(words.Access) & tables.Accounts) != 0
            || (facts.Picked(words.Stop) & tables.TeamStops) != 0;
        return matters ? Lowest(tables.Proof, facts.Picked(words.Proof)) : 0;
    }

    public static int Highest(int[] points, ulong picked)
    {
        var highest = 0;
        for (var rest = picked; rest != 0; rest &= rest - 1)
        {
            highest = Math.Max(highest, points[BitOperations.TrailingZeroCount(rest)]);
        }

        return highest;
    }

    public static int Lowest(int[] points, ulong picked)
    {
        var lowest = int.MaxValue;
        for (var rest = picked; rest != 0; rest &= rest - 1)
        {
            lowest = Math.Min(lowest, points[BitOperations.TrailingZeroCount(rest)]);
        }

        return picked == 0 ? 0 : lowest;
    }

    public static int Sum(int[] points, ulong picked)
    {
        var sum = 0;
        for (var rest = picked; rest != 0; rest &= rest - 1)
        {
            sum += points[BitOperations.TrailingZeroCount(rest)];
        }

        return sum;
    }
}
