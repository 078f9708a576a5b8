using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Onboarding.Views;

/// <summary>What would lower the tier and can really be changed or found out: the policy says which answers may improve.</summary>
internal static class TierReductionHints
{
    private const int Most = 2;

    private sealed record Better(Question Question, Choice Choice, Answers Answers, Tier Tier);

    public static IEnumerable<string> Lines(AssessedDraft shown)
    {
        // A tier that a reviewer raised stays whatever is answered better.
        if (shown.Assessment.ComputedTier is not null)
            return [];
        var each = Questions(shown).Select(question => Best(shown.Policy, question, shown.Answers)).OfType<Better>().ToList();
        var alone = each.Where(better => better.Tier < shown.Assessment.Tier)
            .OrderBy(better => better.Tier)
            .Take(Most)
            .Select(better => Line(shown, [better], better.Tier))
            .ToList();
        return alone.Count > 0 ? alone : Together(shown, each);
    }

    private static IEnumerable<Question> Questions(AssessedDraft shown) =>
        shown.Policy.Questions.Where(question =>
            question.IsChoice
            && shown.Answers.Answered(question.Id)
            && (
                question.MayImprove == Improvement.Always
                || (question.MayImprove == Improvement.WhenOpen && shown.Assessment.OpenPoints.Contains(question.Id))
            )
        );

    /// <summary>The lowest tier one question can bring; of the choices that bring it, the one that asks least.</summary>
    private static Better? Best(Policy policy, Question question, Answers answers) =>
        question
            .Choices.Where(choice => choice.Id != Choices.NotSure && choice.Rank < RankOf(question, answers))
            .Select(choice => With(policy, question, choice, answers))
            .OrderBy(better => better.Tier)
            .ThenByDescending(better => better.Choice.Rank)
            .FirstOrDefault();

    private static Better With(Policy policy, Question question, Choice choice, Answers answers)
    {
        var after = answers.With(question.Id, choice.Id);
        return new(question, choice, after, Assessor.TierOf(policy, after));
    }

    private static int RankOf(Question question, Answers answers)
    {
        var ranks = answers.Picked(question.Id).Select(question.Choice).OfType<Choice>().Select(choice => choice.Rank).DefaultIfEmpty(0);
        return question.ReadByBest ? ranks.Min() : ranks.Max();
    }

    /// <summary>Where no single thing is enough: all of them, without those that do not matter.</summary>
    private static IEnumerable<string> Together(AssessedDraft shown, List<Better> each)
    {
        var needed = each.Select(better => Lowest(shown.Policy, better.Question, shown.Answers)).ToList();
        var tier = TierWith(shown, needed);
        if (needed.Count < 2 || tier >= shown.Assessment.Tier)
            return [];
        foreach (var better in needed.ToList())
        {
            var rest = needed.Where(other => other != better).ToList();
            if (TierWith(shown, rest) == tier)
                needed = rest;
        }
        return [Line(shown, needed, tier)];
    }

    private static Better Lowest(Policy policy, Question question, Answers answers) =>
        With(policy, question, question.Choices.Where(choice => choice.Id != Choices.NotSure).MinBy(choice => choice.Rank)!, answers);

    private static Tier TierWith(AssessedDraft shown, IEnumerable<Better> betters) =>
        Assessor.TierOf(
            shown.Policy,
            betters.Aggregate(shown.Answers, (answers, better) => answers.With(better.Question.Id, better.Choice.Id))
        );

    private static string Line(AssessedDraft shown, IReadOnlyList<Better> betters, Tier tier)
    {
        var what = string.Join(shown.Wording["summary.and"], betters.Select(better => What(shown.Wording, better)));
        return shown.Say(
            "summary.quicker",
            ("what", what),
            ("tier", shown.Policy.DefinitionOf(tier).Title),
            ("now", shown.Tier.Title),
            ("due", shown.Due(tier)),
            ("later", shown.Due(shown.Assessment.Tier))
        );
    }

    /// <summary>A sentence of its own where the wording has one; a question of the organisation's own policy is quoted.</summary>
    private static string What(Wording wording, Better better) =>
        wording.Has($"quicker.{better.Question.Id}.{better.Choice.Id}")
            ? wording[$"quicker.{better.Question.Id}.{better.Choice.Id}"]
            : wording.Fill("quicker.other", ("label", better.Question.Label), ("answer", better.Choice.Words));
}
