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

    /// <summary>Earlier requests for what may be the same supplier, but for those that were refused.</summary>
    public static Section Earlier(CaseRequest request) => new("earlier", request.Say("fold.earlier"), [.. EarlierCases.Others(request)]);

    /// <summary>Approved suppliers of the same kind.</summary>
    public static Section SameType(CaseRequest request) =>
        new(
            "same_type",
            request.Say("fold.same_type"),
            request.State.SameType.Count == 0
                ? []
                :
                [
                    new LabelledText(
                        request.Say(
                            "deciding.same_type",
                            ("n", CaseTexts.Counted(request.State.SameType.Count + request.State.SameTypeMore)),
                            ("names", string.Join(", ", request.State.SameType.Take(3).Select(entry => entry.Supplier)))
                        )
                    ),
                ]
        );

    public static IReadOnlyList<Section> WithAny(IEnumerable<Section> sections) => [.. sections.Where(section => section.Any)];

    private static IEnumerable<Section> Always(Case current, Policy policy, Context context) =>
        [
            ChangedAnswers.Section(current, policy, context),
            Why(current, policy, context),
            Answers(current, policy, context),
            Risks(current, policy, context),
            Contract(current, context),
        ];

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
        var words = AnswerTexts.Linked(policy.Question(id), CaseTexts.Answer(id, current.Answers, policy, context));
        var resolved = current.ResolvedPoints.LastOrDefault(resolved =>
            resolved.Question == id && resolved.Picked.SequenceEqual(current.Answers.Picked(id))
        );
        return resolved is null
            ? words
            : context.Wording.Fill("fold.settled", ("answer", words), ("name", resolved.By.Name), ("source", Links.In(resolved.Source)));
    }

    /// <summary>The rules that set the tier, then what the points add up from.</summary>
    private static Section Why(Case current, Policy policy, Context context) =>
        new(
            "points",
            context.Wording.Fill("fold.points", ("tier", CaseTexts.Tier(current, context))),
            [
                .. TierTexts.Why(current, context) is { Length: > 0 } why
                    ? [new LabelledText(why, CaseTexts.Tier(current, context))]
                    : Array.Empty<LabelledText>(),
                .. current.Assessment.Floors.Select(floor => new LabelledText(
                    context.Wording.Fill("fold.rule", ("words", floor.Words), ("tier", CaseTexts.Tier(floor.Minimum, context))),
                    floor.Id
                )),
                .. current
                    .Assessment.Parts.Where(part => part.Points > 0)
                    .Select(part => new LabelledText(CaseTexts.Number(part.Points), part.Words)),
                new LabelledText(Total(current, policy, context)),
            ]
        );

    public static string Total(Case current, Policy policy, Context context)
    {
        var score = current.Assessment.Score;
        var next = policy.Tiers.FirstOrDefault(tier => tier.From > score);
        return next is null
            ? context.Wording.Fill("fold.total_last", ("score", CaseTexts.Number(score)))
            : context.Wording.Fill(
                "fold.total",
                ("score", CaseTexts.Number(score)),
                ("tier", next.Title),
                ("from", CaseTexts.Number(next.From))
            );
    }

    private static Section Risks(Case current, Policy policy, Context context) =>
        new(
            "risks",
            context.Wording["fold.risks"],
            [
                .. policy
                    .Types.Where(type => current.Assessment.Types.Contains(type.Id))
                    .SelectMany(type => type.Risks)
                    .Select(risk => new LabelledText(risk.Words, risk.Title)),
            ]
        );

    private static Section Contract(Case current, Context context) =>
        new(
            "contract",
            context.Wording.Fill("fold.contract", ("n", CaseTexts.Number(current.Assessment.Clauses.Count))),
            [
                .. current.Assessment.Clauses.Select(clause => new LabelledText(
                    string.Join(
                        ' ',
                        [
                            context.Wording.Fill("fold.clause", ("plain", clause.Plain), ("because", clause.Because)),
                            .. AgreementTexts.Standing(clause, current, context),
                        ]
                    ),
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
                    AgreementTexts.Standing(document, current, context),
                    document.Title
                )),
            ]
        );
}
