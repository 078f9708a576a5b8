namespace SupplierBot.Onboarding;

/// <summary>What a draft shows now: the supplier that is already there, the first page with a gap, or the summary.</summary>
public static class DraftCards
{
    public static View Show(Draft draft, Desk desk, Policy policy, Context context) => Show(draft, desk, policy, context, "");

    internal static View Show(Draft draft, Desk desk, Policy policy, Context context, string problem) => Interview.Replay(policy, draft.Answers) switch
    {
        Standing.Asking { Page.Id: var page } asking when page == policy.Pages[0].Id => PageCard.Of(draft, asking.Page, policy, context, problem),
        _ when AlreadyThere.For(draft, desk, policy, context) is { } there => there,
        Standing.Asking asking => PageCard.Of(draft, asking.Page, policy, context, problem),
        Standing.Complete complete => SummaryCard.Of(draft, complete.Answers, desk, policy, context, problem),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
