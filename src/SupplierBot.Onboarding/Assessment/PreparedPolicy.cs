using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace SupplierBot.Onboarding;

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
        Words = new Vocabulary(policy);
        Skips = [.. policy.Questions.Select(question => question.SkipWhen is null ? Compiled.Never : Conditions.Compile(question.SkipWhen, Words))];
        Points = new PointTables(Words, policy.Score);
        Floors = [.. policy.Floors.Select(floor => Conditions.Compile(floor.When, Words))];
        Clauses = [.. policy.Clauses.Select(clause => new PreparedClause(clause, Words))];
        Evidence = [.. policy.Evidence.Select(rule => Conditions.Compile(rule.When, Words))];
        Approvals = [.. policy.Approvals.Select(rule => Conditions.Compile(rule.When, Words))];
        Checks = [.. policy.Checks.Select(check => new PreparedCheck(check, Words))];
        Suggestions = [.. policy.SuggestedConditions.Select(suggestion => Conditions.Compile(suggestion.When, Words))];
    }

    public static PreparedPolicy Of(Policy policy) => Known.GetValue(policy, static policy => new PreparedPolicy(policy));

    public Policy Policy { get; }
    public Vocabulary Words { get; }
    /// <summary>With the places of their questions.</summary>
    public (QuestionPage Page, int[] Questions)[] Pages { get; }
    public Compiled[] Skips { get; }
    public PointTables Points { get; }
    public Compiled[] Floors { get; }
    public PreparedClause[] Clauses { get; }
    public Compiled[] Evidence { get; }
    public Compiled[] Approvals { get; }
    public PreparedCheck[] Checks { get; }
    public Compiled[] Suggestions { get; }

    /// <summary>The place of a question of a page in the policy.</summary>
    public int Place(string question) => places[question];
}
