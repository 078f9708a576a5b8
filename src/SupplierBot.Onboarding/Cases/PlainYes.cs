using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>What a yes without conditions may not pass over (Policies/README.md "Approvals").</summary>
internal static class PlainYes
{
    /// <summary>
    /// Null where nothing stands in the way. Where the policy has a condition that answers it, the form that asks for conditions opens with
    /// it filled in.
    /// </summary>
    public static Outcome? Refusal(CaseRequest request)
    {
        var blocks = Blocks(request.Case, request.Policy);
        if (blocks.Count == 0)
            return null;
        var open = request.Case.Assessment.OpenPoints;
        var questions = blocks.SelectMany(block => block.Question is { } question ? [question] : open).Distinct().ToList();
        var unsure = questions.Where(open.Contains).ToList();
        (string Key, string Question, string Answer) said =
            unsure.Count > 0
                ? ("refusal.open_points", CaseTexts.Questions(unsure, request.Policy), "")
                : (
                    "refusal.needs_condition",
                    CaseTexts.Questions(questions, request.Policy),
                    string.Join(", ", questions.Select(id => CaseTexts.Answer(id, request.Case.Answers, request.Policy, request.Context)))
                );
        var suggested = blocks
            .Select(block => block.Suggests)
            .OfType<string>()
            .Intersect(request.Case.Assessment.SuggestedConditions)
            .ToList();
        return suggested.Count == 0
            ? request.Refuse(said.Key, ("question", said.Question), ("answer", said.Answer))
            : Outcome.Say(
                ApproveHandler.ConditionsForm(
                    request.With(CardPress.Suggested, string.Join(',', suggested)),
                    request.Say(said.Key, ("question", said.Question), ("answer", said.Answer))
                )
            );
    }

    internal static IReadOnlyList<PlainYesBlock> Blocks(Case current, Policy policy)
    {
        var given = AnswerBits.Of(policy, current.Answers, current.Assessment.Tier) with
        {
            OpenPoints = current.Assessment.OpenPoints.Count > 0,
        };
        var prepared = PreparedPolicy.Of(policy);
        return [.. policy.PlainYesBlocks.Where((_, index) => prepared.PlainYesBlocks[index].Holds(given))];
    }
}
