using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk;

/// <summary>The score tables of a policy by place and choice, so that a part is a few look-ups.</summary>
internal sealed class PointTables
{
    public PointTables(QuestionIndex words, ScoreTable score)
    {
        Score = score;
        Access = ByChoice(words, words.Access, score.Access);
        Stop = ByChoice(words, words.Stop, score.Stop);
        Replace = ByChoice(words, words.Replace, score.Replace);
        Others = ByChoice(words, words.Others, score.Others);
        Where = ByChoice(words, words.Where, score.Where);
        Effects = [.. words.Question(words.Effects).Choices.Select(choice => score.Ai.GetValueOrDefault(AiKey("effects", choice.Id)))];
        Training = [.. words.Question(words.Training).Choices.Select(choice => score.Ai.GetValueOrDefault(AiKey("train", choice.Id)))];
        Proof = [.. words.Question(words.Proof).Choices.Select(choice => score.Proof.GetValueOrDefault(ProofKey(choice.Id)))];
        (Medium, Large) = (words.Bits(words.Volume, "medium", Choices.NotSure), words.Bits(words.Volume, "large"));
        Levels = [.. Enumerable.Range(0, SensitivityLevel.Most + 1).Select(words.LevelAtLeast)];
        IntoModels = words.Bits(words.Effects, "into_models");
        Slows = words.RankedAtLeast(words.Stop, Rank(words, words.Stop, "slows"));
        TeamStops = words.RankedAtLeast(words.Stop, Rank(words, words.Stop, "team_stops"));
        Accounts = words.RankedAtLeast(words.Access, Rank(words, words.Access, "accounts"));
    }

    public ScoreTable Score { get; }
    public int[] Access { get; }
    public int[] Stop { get; }
    public int[] Replace { get; }
    public int[] Others { get; }
    public int[] Where { get; }
    public int[] Effects { get; }
    public int[] Training { get; }
    public int[] Proof { get; }
    public ulong[] Levels { get; }
    public ulong Medium { get; }
    public ulong Large { get; }
    public ulong IntoModels { get; }
    public ulong Slows { get; }
    public ulong TeamStops { get; }
    public ulong Accounts { get; }

    /// <summary>
    /// Effects are keyed by their ids, except where an id is also used elsewhere: <c>train_yes</c>, <c>effects_not_sure</c>.
    /// </summary>
    private static string AiKey(string prefix, string choice) =>
        prefix == "train" || choice == Choices.NotSure ? $"{prefix}_{choice}" : choice;

    /// <summary>ISO 42001 alone is "other": it says little about security (Policies/README.md "Score parts").</summary>
    private static string ProofKey(string choice) =>
        choice switch
        {
            "iso27001" or "soc2_type2" => "iso27001_or_soc2t2",
            "iso42001" => "other",
            _ => choice,
        };

    private static int Rank(QuestionIndex words, int place, string choice) => words.Question(place).Choice(choice)?.Rank ?? int.MaxValue;

    private static int[] ByChoice(QuestionIndex words, int place, IReadOnlyDictionary<string, int> points) =>
        [.. words.Question(place).Choices.Select(choice => points.GetValueOrDefault(choice.Id))];
}
