using System.Numerics;

namespace SupplierBot.Onboarding.Risk;

/// <summary>
/// The eight parts of the score (Policies/README.md "Score parts"). Each guards itself, so a value for a question without effect counts
/// nothing.
/// </summary>
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

    public static int[] Points(PointTables tables, in AnswerBits given) =>
        [
            Data(tables, given),
            Access(tables, given),
            Stop(tables, given),
            Replace(tables, given),
            Ai(tables, given),
            Others(tables, given),
            Where(tables, given),
            Proof(tables, given),
        ];

    public static int Level(PointTables tables, in AnswerBits given)
    {
        var data = given.Picked(given.Words.Data);
        var level = SensitivityLevel.Most;
        while (level > 0 && (data & tables.Levels[level]) == 0)
        {
            level--;
        }

        return level;
    }

    public static int Data(PointTables tables, in AnswerBits given)
    {
        var volume = given.Picked(given.Words.Volume);
        var column =
            (volume & tables.Large) != 0 ? 2
            : (volume & tables.Medium) != 0 ? 1
            : 0;
        return tables.Score.Data[Level(tables, given)][column];
    }

    public static int Access(PointTables tables, in AnswerBits given) => Highest(tables.Access, given.Picked(given.Words.Access));

    public static int Stop(PointTables tables, in AnswerBits given) => Highest(tables.Stop, given.Picked(given.Words.Stop));

    public static int Replace(PointTables tables, in AnswerBits given) =>
        (given.Picked(given.Words.Stop) & tables.Slows) != 0 ? Highest(tables.Replace, given.Picked(given.Words.Replace)) : 0;

    public static int Ai(PointTables tables, in AnswerBits given)
    {
        var training = Level(tables, given) >= 1 ? Highest(tables.Training, given.Picked(given.Words.Training)) : 0;
        return Math.Min(training + Sum(tables.Effects, given.Picked(given.Words.Effects)), tables.Score.AiCap);
    }

    public static int Others(PointTables tables, in AnswerBits given) =>
        Level(tables, given) >= 1 || (given.Picked(given.Words.Effects) & tables.IntoModels) != 0
            ? Highest(tables.Others, given.Picked(given.Words.Others))
            : 0;

    public static int Where(PointTables tables, in AnswerBits given) =>
        Level(tables, given) >= 1 ? Highest(tables.Where, given.Picked(given.Words.Where)) : 0;

    /// <summary>The best proof counts.</summary>
    public static int Proof(PointTables tables, in AnswerBits given)
    {
        var words = given.Words;
        var matters =
            Level(tables, given) >= 1
            || (given.Picked(words.Access) & tables.Accounts) != 0
            || (given.Picked(words.Stop) & tables.TeamStops) != 0;
        return matters ? Lowest(tables.Proof, given.Picked(words.Proof)) : 0;
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

/// <summary>
/// How sensitive a class of information is: the rank of the choice of <c>data</c>, 0 nothing or public to 3 restricted (Policies/README.md
/// "Derived facts").
/// </summary>
internal static class SensitivityLevel
{
    public const int Most = 3;
}
