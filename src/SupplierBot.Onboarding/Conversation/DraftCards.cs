namespace SupplierBot.Onboarding;

/// <summary>What the message of a draft shows now: the first page with a gap, or the summary.</summary>
public static class DraftCards
{
    public static View Show(Draft draft, Desk desk, Policy policy, Context context) => Show(draft, desk, policy, context, "");

    /// <param name="problem">What stands on top; may be empty.</param>
    internal static View Show(Draft draft, Desk desk, Policy policy, Context context, string problem, bool askedFor = false) =>
        Interview.Replay(policy, draft, context.Calendar.Today(context.Now)) switch
        {
            Replayed.Asking(var page, var hints) => PageCard.Show(draft, page, askedFor ? hints : Wrong(hints), problem, policy, context),
            Replayed.Complete(var answers) => SummaryCard.Show(draft, answers, desk, policy, context, problem),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };

    /// <summary>A page somebody has not sent yet is not scolded for its empty fields.</summary>
    internal static IReadOnlyList<Hint> Wrong(IEnumerable<Hint> hints) => [.. hints.Where(hint => hint.Kind != HintKind.Required)];

    internal static string SupplierOf(Draft draft, int length) => Texts.Clip(TypedText.OneLine(draft.Answers.One("name") ?? ""), length);
}
