using System.Globalization;
using System.Text;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// What a decision is bound to (Policies/README.md "Invariants", I12): choices, tier, clauses with their values, versions. No free text and
/// no person is in it.
/// </summary>
public static class DecisionBasis
{
    public static string Hash(Case current, Policy policy)
    {
        var text = new StringBuilder();
        foreach (var question in policy.Questions.Where(question => question.IsChoice))
        {
            text.Append(question.Id)
                .Append('=')
                .AppendJoin(',', current.Answers.Picked(question.Id).Order(StringComparer.Ordinal))
                .Append('\n');
        }
        foreach (var clause in current.Assessment.Clauses)
        {
            text.Append(clause.Id)
                .Append(':')
                .AppendJoin(
                    ',',
                    clause.Parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")
                )
                .Append('\n');
        }
        text.Append(CultureInfo.InvariantCulture, $"{current.Assessment.Tier}\n{current.PolicyHash}\n{current.ContentVersion}");
        return HashChain.Hash(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
