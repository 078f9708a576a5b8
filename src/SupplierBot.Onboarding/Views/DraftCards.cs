using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Views;

/// <summary>What the message of a draft shows now: the first page with a gap, or the summary.</summary>
public static class DraftCards
{
    public static View Show(Draft draft, TurnState state, Policy policy, Context context) => Show(draft, state, policy, context, "");

    /// <param name="problem">What stands on top; may be empty.</param>
    internal static View Show(Draft draft, TurnState state, Policy policy, Context context, string problem, bool askedFor = false) =>
        Interview.Replay(policy, draft, context.Calendar.Today(context.Now)) switch
        {
            InterviewState.Asking(var page, var hints) => PageCard.Show(draft, page, askedFor ? hints : Wrong(hints), problem, policy, context),
            InterviewState.Complete(var answers) => SummaryCard.Show(draft, answers, state, policy, context, problem),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };

    /// <summary>A page somebody has not sent yet is not scolded for its empty fields.</summary>
    internal static IReadOnlyList<Hint> Wrong(IEnumerable<Hint> hints) => [.. hints.Where(hint => hint.Kind != HintKind.Required)];

    internal static string SupplierOf(Draft draft, int length) => Texts.Clip(TypedText.OneLine(draft.Answers.One("name") ?? ""), length);
}
