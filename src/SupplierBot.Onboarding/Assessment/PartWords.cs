using System.Numerics;

namespace SupplierBot.Onboarding;

/// <summary>The answers behind the points, in words (wording.md §11, "Parts in words").</summary>
internal static class PartWords
{
    private const string NotAsked = "not asked";

    public static IReadOnlyList<ScorePart> Of(PointTables tables, int[] points, in Facts facts)
    {
        var parts = new ScorePart[points.Length];
        for (var index = 0; index < parts.Length; index++)
        {
            parts[index] = new(Scoring.Parts[index], points[index], Words(Scoring.Parts[index], tables, facts));
        }

        return parts;
    }

    private static string Words(string part, PointTables tables, in Facts facts) => part switch
    {
        "data" => Data(tables, facts),
        "access" => Top(tables.Access, facts.Words.Access, facts),
        "stop" => $"if it stops: {Top(tables.Stop, facts.Words.Stop, facts)}",
        "replace" => $"to switch: {Top(tables.Replace, facts.Words.Replace, facts)}",
        "ai" => $"AI: {Ai(facts)}",
        "others" => $"passed on: {Top(tables.Others, facts.Words.Others, facts)}",
        "where" => $"where: {Top(tables.Where, facts.Words.Where, facts)}",
        _ => $"proof: {Best(tables.Proof, facts)}",
    };

    private static string Data(PointTables tables, in Facts facts)
    {
        var words = facts.Words;
        var picked = facts.Picked(words.Data);
        var level = Scoring.Level(tables, facts);
        var highest = level == Sensitivity.Most ? picked & tables.Levels[level] : picked & tables.Levels[level] & ~tables.Levels[level + 1];
        var classes = Join(words, words.Data, highest);
        return facts.Picked(words.Volume) == 0 ? classes : $"{classes}, {Join(words, words.Volume, facts.Picked(words.Volume))}";
    }

    private static string Ai(in Facts facts)
    {
        var words = facts.Words;
        var effects = Join(words, words.Effects, facts.Picked(words.Effects));
        var training = facts.Picked(words.Training);
        return training == 0
            ? effects
            : $"{effects}, {Uncapitalised(words.Question(words.Training).Label)}: {Join(words, words.Training, training)}";
    }

    /// <summary>The choice that gave the points; of equals the first as people see them.</summary>
    private static string Top(int[] points, int place, in Facts facts) => Single(points, facts.Words, place, facts.Picked(place), 1);

    private static string Best(int[] points, in Facts facts) => Single(points, facts.Words, facts.Words.Proof, facts.Picked(facts.Words.Proof), -1);

    private static string Single(int[] points, Vocabulary words, int place, ulong picked, int sign)
    {
        var found = -1;
        for (var rest = picked; rest != 0; rest &= rest - 1)
        {
            var index = BitOperations.TrailingZeroCount(rest);
            found = found < 0 || sign * points[index] > sign * points[found] ? index : found;
        }

        return found < 0 ? NotAsked : words.Question(place).Choices[found].Words;
    }

    private static string Join(Vocabulary words, int place, ulong picked)
    {
        if (BitOperations.PopCount(picked) == 1)
        {
            return words.Question(place).Choices[BitOperations.TrailingZeroCount(picked)].Words;
        }

        return picked == 0 ? NotAsked : string.Join(", ", words.Choices(place, picked).Select(choice => choice.Words));
    }

    private static string Uncapitalised(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
