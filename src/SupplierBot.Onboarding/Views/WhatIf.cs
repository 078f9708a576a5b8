using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Onboarding.Views;

/// <summary>What an open point could turn out to mean: the answers are assessed with each choice in its place.</summary>
internal static class WhatIf
{
    /// <summary>The gravest first; empty where no answer changes the tier.</summary>
    public static IReadOnlyList<string> Of(CaseRequest request, string id)
    {
        var now = request.Case.Assessment.Tier;
        return
        [
            .. request
                .Policy.Question(id)
                .Choices.Where(choice => choice.Id != "not_sure")
                .Select(choice => (choice, tier: TierWith(request, id, choice.Id)))
                .Where(turn => turn.tier != now)
                .GroupBy(turn => turn.tier)
                .OrderByDescending(turns => turns.Key)
                .Select(turns =>
                    request.Say(
                        "deciding.what_if",
                        ("answer", string.Join(", ", turns.Select(turn => turn.choice.Words))),
                        ("tier", CaseTexts.Tier(turns.Key, request.Context))
                    )
                ),
        ];
    }

    /// <summary>A tier that somebody raised stays while it is above that of the answers.</summary>
    private static Tier TierWith(CaseRequest request, string id, string choice)
    {
        var computed = Assessor.TierOf(request.Policy, With(request.Case.Answers, id, choice));
        return TierChanges.Kept(request.Case.TierChange, computed)?.To ?? computed;
    }

    private static Answers With(Answers answers, string id, string choice) =>
        answers.With(id, [.. answers.Picked(id).Where(picked => picked != "not_sure" && picked != choice), choice]);
}
