using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Risk;

/// <summary>A policy with everything compiled that is expensive; made once for each policy and gone with it.</summary>
internal sealed class PreparedPolicy
{
    private static readonly ConditionalWeakTable<Policy, PreparedPolicy> Known = [];
    private readonly FrozenDictionary<string, int> places;
    private readonly SearchValues<string> checkWords;

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
        Score = [.. policy.Score.Select(rule => new PreparedScorePart(rule, Words))];
        NobodySigns = PolicyConditionCompiler.Compile(new PolicyCondition.Holds(DerivedFact.NobodySigns), Words);
        Flags = [.. policy.Flags.Select(flag => PolicyConditionCompiler.Compile(flag.When, Words))];
        PlainYesBlocks = [.. policy.PlainYesBlocks.Select(block => PolicyConditionCompiler.Compile(block.When, Words))];
        HalvesReview = policy.Reviews.HalvedWhen is { } halved
            ? PolicyConditionCompiler.Compile(halved, Words)
            : CompiledPolicyCondition.Never;
        Floors = [.. policy.Floors.Select(floor => PolicyConditionCompiler.Compile(floor.When, Words))];
        Clauses = [.. policy.Clauses.Select(clause => new PreparedClause(clause, Words))];
        Evidence = [.. policy.Evidence.Select(rule => PolicyConditionCompiler.Compile(rule.When, Words))];
        Approvals = [.. policy.Approvals.Select(rule => PolicyConditionCompiler.Compile(rule.When, Words))];
        Notified = [.. policy.Seats.Notified.Select(notified => PolicyConditionCompiler.Compile(notified.When, Words))];
        Checks = [.. policy.Checks.Select(check => new PreparedCheck(check, Words))];
        checkWords = SearchValues.Create([.. Checks.SelectMany(check => check.Words)], StringComparison.OrdinalIgnoreCase);
        Texts =
        [
            .. policy
                .Questions.Where(question => question.Kind is QuestionKind.Text or QuestionKind.LongText)
                .Select(question => question.Id),
        ];
        Suggestions = [.. policy.SuggestedConditions.Select(suggestion => PolicyConditionCompiler.Compile(suggestion.When, Words))];
    }

    public static PreparedPolicy Of(Policy policy) => Known.GetValue(policy, static policy => new PreparedPolicy(policy));

    public Policy Policy { get; }
    public QuestionIndex Words { get; }

    /// <summary>With the places of their questions.</summary>
    public (QuestionPage Page, int[] Questions)[] Pages { get; }
    public CompiledPolicyCondition[] Skips { get; }
    public PreparedScorePart[] Score { get; }
    public CompiledPolicyCondition NobodySigns { get; }
    public CompiledPolicyCondition[] Flags { get; }
    public CompiledPolicyCondition[] PlainYesBlocks { get; }
    public CompiledPolicyCondition HalvesReview { get; }
    public CompiledPolicyCondition[] Floors { get; }
    public PreparedClause[] Clauses { get; }
    public CompiledPolicyCondition[] Evidence { get; }
    public CompiledPolicyCondition[] Approvals { get; }
    public CompiledPolicyCondition[] Notified { get; }
    public PreparedCheck[] Checks { get; }

    /// <summary>The questions that are answered by typing.</summary>
    public string[] Texts { get; }
    public CompiledPolicyCondition[] Suggestions { get; }

    /// <summary>Whether a word of some check is in the text at all: one look in place of one for each check.</summary>
    public bool MayRaise(FoldedWords text) => text.Text.AsSpan().ContainsAny(checkWords);

    /// <summary>The place of a question of a page in the policy.</summary>
    public int Place(string question) => places[question];

    /// <summary>The questions whose answers decide whether this one is asked.</summary>
    public IEnumerable<string> SkipReads(string question)
    {
        var reads = Skips[Place(question)].Reads;
        return Enumerable.Range(0, Words.Count).Where(place => (reads & (1UL << place)) != 0).Select(place => Words.Question(place).Id);
    }
}
