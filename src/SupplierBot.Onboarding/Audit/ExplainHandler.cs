using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Audit;

/// <summary>
/// "explain SUP-0003": the frozen answers, assessed again under the policy of their time, and every step of the arithmetic.
/// </summary>
internal static class ExplainHandler
{
    /// <summary>More differences than that say no more.</summary>
    private const int Most = 10;

    public static Outcome Handle(CaseRequest request)
    {
        var (current, context) = (request.Case, request.Context);
        var result = Replay.Of(current, request.Policy);
        var title = request.Say("explain.title", ("supplier", Texts.Clip(current.Supplier, 60)), ("id", current.Id));
        return Outcome.Say(
            new View.Notice(
                title,
                [
                    new(
                        request.Say(
                            result.IsEqual ? "explain.equal" : "explain.differs",
                            ("score", CaseTexts.Number(current.Assessment.Score)),
                            ("tier", CaseTexts.Tier(current, context)),
                            ("version", request.Policy.Version),
                            ("n", CaseTexts.Number(result.Differences.Count))
                        )
                    ),
                    .. result.Differences.Take(Most).Select(difference => Difference(difference, context)),
                    .. Points(current.Assessment.Parts, context),
                    .. current.Assessment.Floors.Select(floor => Floor(floor, context)),
                ],
                request.Say("explain.small", ("hash", current.PolicyHash[..12]))
            )
            {
                Plain = Texts.Clip(title, 120),
                Stamp = CardStamp.OfCase(current.Id, request.SlotId, current.ContentVersion),
                Buttons = [new(request.Say("button.back"), Verbs.Back)],
            }
        );
    }

    /// <summary>The most first; what added nothing is one line.</summary>
    private static IEnumerable<LabelledText> Points(IReadOnlyList<ScorePart> parts, Context context) =>
        parts
            .GroupBy(part => part.Points == 0 ? "" : part.Name)
            .Select(group => (group.First().Points, Words: string.Join("; ", group.Select(part => part.Words).Distinct())))
            .OrderByDescending(line => line.Points)
            .Select(line => new LabelledText(line.Words, context.Wording.Fill("explain.points", ("n", CaseTexts.Number(line.Points)))));

    private static LabelledText Difference(ReplayDifference difference, Context context) =>
        new(
            context.Wording.Fill(
                "explain.difference",
                ("kept", Or(difference.Kept, context)),
                ("computed", Or(difference.Computed, context))
            ),
            $"{context.Wording[$"explain.part_{difference.Part}"]} {difference.Id}".TrimEnd()
        );

    private static LabelledText Floor(AppliedFloor floor, Context context) =>
        new(
            context.Wording.Fill("fold.rule", ("words", floor.Words), ("tier", CaseTexts.Tier(floor.Minimum, context))),
            $"{context.Wording["explain.part_Floor"]} {floor.Id}"
        );

    private static string Or(string value, Context context) => value.Length == 0 ? context.Wording["explain.nothing"] : value;
}
