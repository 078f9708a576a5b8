using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Views;

/// <summary>What is there for those who want to see it all: answers, arithmetic, rules, contract points, evidence, what happened.</summary>
internal static class Sections
{
    public static IReadOnlyList<Section> All(Case current, Policy policy, Context context) =>
        WithAny([.. Always(current, policy, context), Evidence(current, context), History(current, context)]);

    /// <summary>The deciding card has the evidence among its inputs.</summary>
    public static IReadOnlyList<Section> ForDeciding(Case current, Policy policy, Context context) =>
        WithAny([.. Always(current, policy, context), History(current, context)]);

    private static IEnumerable<Section> Always(Case current, Policy policy, Context context) =>
        [
            ChangedAnswers.Section(current, policy, context),
            Answers(current, policy, context),
            Points(current, policy, context),
            Rules(current, context),
            Contract(current, context),
        ];

    private static IReadOnlyList<Section> WithAny(IEnumerable<Section> sections) => [.. sections.Where(section => section.Any)];

    public static Section Answers(Case current, Policy policy, Context context) =>
        new(
            "answers",
            context.Wording["fold.answers"],
            [
                .. SkippedQuestions
                    .Reachable(policy, current.Answers)
                    .Where(id => id != "owner" && current.Answers.Answered(id))
                    .Select(id => new LabelledText(AnswerOf(id, current, policy, context), policy.Question(id).Label)),
            ]
        );

    public static Section History(Case current, Context context) =>
        new(
            "story",
            context.Wording["fold.story"],
            [.. current.History.Select(line => new LabelledText(line.Words, Dates.Time(line.At, context)))]
        );

    private static string AnswerOf(string id, Case current, Policy policy, Context context)
    {
        var words = CaseTexts.Answer(id, current.Answers, policy, context);
        var resolved = current.ResolvedPoints.LastOrDefault(resolved =>
            resolved.Question == id && resolved.Picked.SequenceEqual(current.Answers.Picked(id))
        );
        return resolved is null
            ? words
            : context.Wording.Fill("fold.settled", ("answer", words), ("name", resolved.By.Name), ("source", resolved.Source));
    }

    private static Section Points(Case current, Policy policy, Context context)
    {
        var assessment = current.Assessment;
        var next = policy.Tiers.FirstOrDefault(tier => tier.From > assessment.Score);
        var total = next is null
            ? context.Wording.Fill("fold.total_last", ("score", CaseTexts.Number(assessment.Score)))
            : context.Wording.Fill(
                "fold.total",
                ("score", CaseTexts.Number(assessment.Score)),
                ("tier", next.Title),
                ("from", CaseTexts.Number(next.From))
            );
        return new(
            "points",
            context.Wording["fold.points"],
            [
                .. assessment
                    .Parts.Where(part => part.Points > 0)
                    .Select(part => new LabelledText(CaseTexts.Number(part.Points), part.Words)),
                new LabelledText(total),
            ]
        );
    }

    private static Section Rules(Case current, Context context) =>
        new(
            "rules",
            context.Wording["fold.rules"],
            [
                .. current.Assessment.Floors.Select(floor => new LabelledText(
                    context.Wording.Fill("fold.rule", ("words", floor.Words), ("tier", CaseTexts.Tier(floor.Minimum, context))),
                    floor.Id
                )),
                .. TierTexts.Why(current, context) is { Length: > 0 } why
                    ? [new LabelledText(why, CaseTexts.Tier(current, context))]
                    : Array.Empty<LabelledText>(),
            ]
        );

    private static Section Contract(Case current, Context context) =>
        new(
            "contract",
            context.Wording.Fill("fold.contract", ("n", CaseTexts.Number(current.Assessment.Clauses.Count))),
            [
                .. current.Assessment.Clauses.Select(clause => new LabelledText(
                    context.Wording.Fill("fold.clause", ("plain", clause.Plain), ("because", clause.Because)),
                    clause.Title
                )),
            ]
        );

    private static Section Evidence(Case current, Context context) =>
        new(
            "evidence",
            context.Wording["fold.evidence"],
            [
                .. current.Assessment.Evidence.Select(document => new LabelledText(
                    context.Wording[current.Approvals.Any(approval => approval.Seen.Contains(document.Id)) ? "fold.seen" : "fold.not_seen"],
                    document.Title
                )),
            ]
        );
}
