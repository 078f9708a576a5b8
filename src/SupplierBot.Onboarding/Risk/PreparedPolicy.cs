using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Risk;

/// <summary>A policy with everything compiled that is expensive; made once for each policy and gone with it.</summary>
internal sealed class PreparedPolicy
{
    private static readonly ConditionalWeakTable<Policy, PreparedPolicy> Known = [];
    private readonly FrozenDictionary<string, int> places;

    private PreparedPolicy(Policy policy)
    {
        Policy = policy;
        places = policy.Questions.Index().ToFrozenDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        Pages = [.. policy.Pages.Select(page => (page, page.Questions.Select(Place).ToArray()))];
        Words = new QuestionIndex(policy);
        Skips =
        [
            .. policy.Questions.Select(question =>
                question.SkipWhen is null ? CompiledPolicyCondition.Never : PolicyConditionCompiler.Compile(question.SkipWhen, Words)
            ),
        ];
        Points = new PointTables(Words, policy.Score);
        Floors = [.. policy.Floors.Select(floor => PolicyConditionCompiler.Compile(floor.When, Words))];
        Clauses = [.. policy.Clauses.Select(clause => new PreparedClause(clause, Words))];
        Evidence = [.. policy.Evidence.Select(rule => PolicyConditionCompiler.Compile(rule.When, Words))];
        Approvals = [.. policy.Approvals.Select(rule => PolicyConditionCompiler.Compile(rule.When, Words))];
        Checks = [.. policy.Checks.Select(check => new PreparedCheck(check, Words))];
        Suggestions = [.. policy.SuggestedConditions.Select(suggestion => PolicyConditionCompiler.Compile(suggestion.When, Words))];
    }

    public static PreparedPolicy Of(Policy policy) => Known.GetValue(policy, static policy => new PreparedPolicy(policy));

    public Policy Policy { get; }
    public QuestionIndex Words { get; }

    /// <summary>With the places of their questions.</summary>
    public (QuestionPage Page, int[] Questions)[] Pages { get; }
    public CompiledPolicyCondition[] Skips { get; }
    public PointTables Points { get; }
    public CompiledPolicyCondition[] Floors { get; }
    public PreparedClause[] Clauses { get; }
    public CompiledPolicyCondition[] Evidence { get; }
    public CompiledPolicyCondition[] Approvals { get; }
    public PreparedCheck[] Checks { get; }
    public CompiledPolicyCondition[] Suggestions { get; }

    /// <summary>The place of a question of a page in the policy.</summary>
    public int Place(string question) => places[question];
}
