namespace SupplierBot.Onboarding;

/// <summary>What an open point could turn out to mean: the answers are assessed with each choice in its place.</summary>
internal static class WhatIf
{
    private const int Most = 3;

    public static IEnumerable<string> Lines(Hearing hearing) => hearing.Case.Assessment.OpenPoints.SelectMany(id => Turns(hearing, id)).Take(Most);

    private static IEnumerable<string> Turns(Hearing hearing, string id)
    {
        var question = hearing.Policy.Question(id);
        var now = hearing.Case.Assessment.Tier;
        return question.Choices.Where(choice => choice.Id != "not_sure")
            .Select(choice => (choice, tier: Assessor.Assess(hearing.Policy, With(hearing.Case.Answers, id, choice.Id)).Tier))
            .Where(turn => turn.tier != now)
            .GroupBy(turn => turn.tier)
            .OrderByDescending(turns => turns.Key)
            .Select(turns => hearing.Say("deciding.what_if", ("question", question.Label), ("answer", string.Join(", ", turns.Select(turn => turn.choice.Words))), ("tier", CaseWords.Tier(turns.Key, hearing.Context))));
    }

    private static Answers With(Answers answers, string id, string choice) =>
        answers.With(id, [.. answers.Picked(id).Where(picked => picked != "not_sure" && picked != choice), choice]);
}
