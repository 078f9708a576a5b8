using System.Numerics;

namespace SupplierBot.Onboarding.Risk;

/// <summary>
/// The answers behind the points, in words. They are kept in every assessment and sealed with its case, so they follow from answers and
/// policy alone: a wording of somebody's own must not change what an assessment says.
/// </summary>
internal static class ScorePartTexts
{
    private const string NotAsked = "not asked";

    public static IReadOnlyList<ScorePart> Of(PointTables tables, int[] points, in AnswerBits given)
    {
        var parts = new ScorePart[points.Length];
        for (var index = 0; index < parts.Length; index++)
        {
            parts[index] = new(Scoring.Parts[index], points[index], Words(Scoring.Parts[index], tables, given));
        }

        return parts;
    }

    private static string Words(string part, PointTables tables, in AnswerBits given) =>
        part switch
        {
            "data" => Data(tables, given),
            "access" => Top(tables.Access, given.Words.Access, given),
            "stop" => $"if it stops: {Top(tables.Stop, given.Words.Stop, given)}",
            "replace" => $"to switch: {Top(tables.Replace, given.Words.Replace, given)}",
            "ai" => $"AI: {Ai(given)}",
            "others" => $"passed on: {Top(tables.Others, given.Words.Others, given)}",
            "where" => $"where: {Top(tables.Where, given.Words.Where, given)}",
            _ => $"proof: {Best(tables.Proof, given)}",
        };

    private static string Data(PointTables tables, in AnswerBits given)
    {
        var words = given.Words;
        var picked = given.Picked(words.Data);
        var level = Scoring.Level(tables, given);
        var highest =
            level == SensitivityLevel.Most ? picked & tables.Levels[level] : picked & tables.Levels[level] & ~tables.Levels[level + 1];
        var classes = Join(words, words.Data, highest);
        return given.Picked(words.Volume) == 0 ? classes : $"{classes}, {Join(words, words.Volume, given.Picked(words.Volume))}";
    }

    private static string Ai(in AnswerBits given)
    {
        var words = given.Words;
        var effects = Join(words, words.Effects, given.Picked(words.Effects));
        var training = given.Picked(words.Training);
        return training == 0
            ? effects
            : $"{effects}, {Uncapitalised(words.Question(words.Training).Label)}: {Join(words, words.Training, training)}";
    }

    /// <summary>The choice that gave the points; of equals the first as people see them.</summary>
    private static string Top(int[] points, int place, in AnswerBits given) => Single(points, given.Words, place, given.Picked(place), 1);

    private static string Best(int[] points, in AnswerBits given) =>
        Single(points, given.Words, given.Words.Proof, given.Picked(given.Words.Proof), -1);

    private static string Single(int[] points, QuestionIndex words, int place, ulong picked, int sign)
    {
        var found = -1;
        for (var rest = picked; rest != 0; rest &= rest - 1)
        {
            var index = BitOperations.TrailingZeroCount(rest);
            found = found < 0 || sign * points[index] > sign * points[found] ? index : found;
        }

        return found < 0 ? NotAsked : words.Question(place).Choices[found].Words;
    }

    private static string Join(QuestionIndex words, int place, ulong picked)
    {
        if (BitOperations.PopCount(picked) == 1)
        {
            return words.Question(place).Choices[BitOperations.TrailingZeroCount(picked)].Words;
        }

        return picked == 0 ? NotAsked : string.Join(", ", words.Choices(place, picked).Select(choice => choice.Words));
    }

    private static string Uncapitalised(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
