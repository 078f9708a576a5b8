namespace SupplierBot.Onboarding;

/// <summary>What is there for those who want to see it all: answers, arithmetic, rules, contract points, evidence, what happened.</summary>
internal static class Folds
{
    public static IReadOnlyList<Fold> All(Case current, Policy policy, Context context) =>
        [.. new[] { ChangedAnswers.Fold(current, policy, context), Answers(current, policy, context), Points(current, policy, context), Rules(current, context), Contract(current, context), Evidence(current, context), Story(current, context) }.Where(fold => fold.Any)];

    public static IReadOnlyList<Fold> ForDeciding(Case current, Policy policy, Context context) =>
        [.. new[] { ChangedAnswers.Fold(current, policy, context), Answers(current, policy, context), Points(current, policy, context), Rules(current, context), Contract(current, context), Story(current, context) }.Where(fold => fold.Any)];

    public static Fold Answers(Case current, Policy policy, Context context) => new(
        "answers",
        context.Wording["fold.answers"],
        [.. Skips.Reachable(policy, current.Answers).Where(id => id != "owner" && current.Answers.Answered(id)).Select(id => new Line(AnswerOf(id, current, policy, context), policy.Question(id).Label))]);

    public static Fold Story(Case current, Context context) => new(
        "story",
        context.Wording["fold.story"],
        [.. current.Story.Select(happening => new Line(happening.Words, Dates.Time(happening.At, context)))]);

    private static string AnswerOf(string id, Case current, Policy policy, Context context)
    {
        var words = CaseWords.Answer(id, current.Answers, policy, context);
        var settled = current.Settlements.LastOrDefault(settled => settled.Question == id && settled.Picked.SequenceEqual(current.Answers.Picked(id)));
        return settled is null ? words : context.Wording.Fill("fold.settled", ("answer", words), ("name", settled.By.Name), ("source", settled.Source));
    }

    private static Fold Points(Case current, Policy policy, Context context)
    {
        var assessment = current.Assessment;
        var next = policy.Tiers.FirstOrDefault(tier => tier.From > assessment.Score);
        var total = next is null
            ? context.Wording.Fill("fold.total_last", ("score", CaseWords.Number(assessment.Score)))
            : context.Wording.Fill("fold.total", ("score", CaseWords.Number(assessment.Score)), ("tier", next.Title), ("from", CaseWords.Number(next.From)));
        return new("points", context.Wording["fold.points"], [.. assessment.Parts.Where(part => part.Points > 0).Select(part => new Line(CaseWords.Number(part.Points), part.Words)), new Line(total)]);
    }

    private static Fold Rules(Case current, Context context) => new(
        "rules",
        context.Wording["fold.rules"],
        [.. current.Assessment.Floors.Select(floor => new Line(context.Wording.Fill("fold.rule", ("words", floor.Words), ("tier", CaseWords.Tier(floor.Minimum, context))), floor.Id))]);

    private static Fold Contract(Case current, Context context) => new(
        "contract",
        context.Wording.Fill("fold.contract", ("n", CaseWords.Number(current.Assessment.Clauses.Count))),
        [.. current.Assessment.Clauses.Select(clause => new Line(context.Wording.Fill("fold.clause", ("plain", clause.Plain), ("because", clause.Because)), clause.Title))]);

    private static Fold Evidence(Case current, Context context) => new(
        "evidence",
        context.Wording["fold.evidence"],
        [.. current.Assessment.Evidence.Select(document => new Line(context.Wording[current.Approvals.Any(approval => approval.Seen.Contains(document.Id)) ? "fold.seen" : "fold.not_seen"], document.Title))]);
}
