using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>What a yes without conditions may not pass over (Policies/README.md "Approvals").</summary>
internal static class PlainYes
{
    /// <summary>Null where nothing stands in the way. Where the policy has a condition that answers it, the card shows it ticked.</summary>
    public static Outcome? Refusal(CaseRequest request)
    {
        var blocks = Blocks(request.Case, request.Policy);
        if (blocks.Count == 0)
            return null;
        var open = request.Case.Assessment.OpenPoints;
        var questions = blocks.SelectMany(block => block.Question is { } question ? [question] : open).Distinct().ToList();
        var unsure = questions.Where(open.Contains).ToList();
        var suggested = blocks.Select(block => block.Suggests).OfType<string>().Intersect(request.Case.Assessment.SuggestedConditions);
        var ticked = request.With(CardPress.Suggested, string.Join(',', suggested));
        return unsure.Count > 0
            ? ticked.Refuse("refusal.open_points", ("question", CaseTexts.Questions(unsure, request.Policy)))
            : ticked.Refuse(
                "refusal.needs_condition",
                ("question", CaseTexts.Questions(questions, request.Policy)),
                (
                    "answer",
                    string.Join(", ", questions.Select(id => CaseTexts.Answer(id, request.Case.Answers, request.Policy, request.Context)))
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
