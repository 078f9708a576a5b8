using YamlDotNet.RepresentationModel;

namespace SupplierBot.Onboarding.Policies.Reading;

/// <summary>The point tables of the eight parts.</summary>
internal static class ScoreSection
{
    public const int Most = 100;

    /// <summary>Rows of the data table: the sensitivity levels 0–3.</summary>
    public static readonly IReadOnlyList<string> Levels = ["s0_none_public", "s1_internal", "s2_confidential", "s3_restricted"];

    private static readonly string[] Volumes = ["small", "medium", "large"];
    private static readonly string[] Ai =
    [
        "train_not_sure",
        "train_yes",
        "into_models",
        "customers_see",
        "decides",
        "acts",
        "effects_not_sure",
    ];
    private static readonly string[] Proof = ["iso27001_or_soc2t2", "other", "none", "not_sure"];

    public static ScoreTable Read(PolicyFields root, IReadOnlyList<Question> questions)
    {
        if (root.Section("score", "score") is not { } score)
        {
            return new([], Nothing, Nothing, Nothing, Nothing, 0, Nothing, Nothing, Nothing);
        }

        var cap = 0;
        var table = new ScoreTable(
            Data(score),
            ByChoice(score, "access", questions),
            ByChoice(score, "stop", questions),
            ByChoice(score, "replace", questions),
            Points(score, "ai", Ai, ai => cap = ai.Number("cap", 0, Most)),
            cap,
            ByChoice(score, "others", questions),
            ByChoice(score, "where", questions),
            Points(score, "proof", Proof)
        );
        score.Close();
        return table with { AiCap = cap };
    }

    private static Dictionary<string, int> Nothing => [];

    private static List<IReadOnlyList<int>> Data(PolicyFields score)
    {
        if (score.Section("data", "score, data") is not { } data)
        {
            return [];
        }

        var rows = Levels.Select(level => Row(data, level)).ToList();
        data.Close();
        return rows;
    }

    private static IReadOnlyList<int> Row(PolicyFields data, string level)
    {
        var points = data.List(level);
        if (data.Optional(level) is YamlSequenceNode node && points.Count != Volumes.Length)
        {
            data.Fault(node, $"`{level}` needs {Volumes.Length} numbers, for {string.Join(", ", Volumes)}; found {points.Count}");
        }

        return [.. points.Select(point => data.Number(point, level, 0, Most))];
    }

    private static Dictionary<string, int> ByChoice(PolicyFields score, string question, IReadOnlyList<Question> questions) =>
        Points(
            score,
            question,
            [.. questions.Where(known => known.Id == question).SelectMany(known => known.Choices).Select(choice => choice.Id)]
        );

    private static Dictionary<string, int> Points(
        PolicyFields score,
        string part,
        IReadOnlyList<string> keys,
        Action<PolicyFields>? more = null
    )
    {
        if (score.Section(part, $"score, {part}") is not { } fields)
        {
            return Nothing;
        }

        var points = keys.Where(key => key.Length > 0)
            .Distinct()
            .ToDictionary(key => key, key => fields.Number(key, 0, Most), StringComparer.Ordinal);
        more?.Invoke(fields);
        fields.Close();
        return points;
    }
}
