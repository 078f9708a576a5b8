using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Views;

/// <summary>Contract points in words.</summary>
internal static class ClauseTexts
{
    /// <summary>Which of them the supplier changed or refused, and how; one for each time somebody said so.</summary>
    public static IEnumerable<LabelledText> Changed(Case current, Policy policy, Context context) =>
        current
            .ClauseChanges.GroupBy(change => (change.By, change.At, change.Words))
            .Select(changes => new LabelledText(
                context.Wording.Fill(
                    "words.clauses_changed",
                    ("clauses", ClauseChanges.Titles(changes.Select(change => change.Clause), policy)),
                    ("text", changes.Key.Words),
                    ("name", changes.Key.By.Name)
                ),
                context.Wording["decided.clauses_changed"]
            ));
}
