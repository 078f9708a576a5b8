using System.Text.RegularExpressions;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Policies;

/// <summary>Conditions as everybody reads them: what they say, and nothing of how the file says it.</summary>
public sealed partial class PolicyConditionWordsTests
{
    private static readonly Policy Policy = PolicyText.Policy;
    private static readonly Policy First = PolicyText.Accepted(PolicyText.FormatOne);
    private static readonly PolicyConditionWords Words = new(Policy, WordingText.Wording);

    public static TheoryData<string> Conditions =>
        [.. PolicyConditions.Of(Policy).Concat(PolicyConditions.Of(First)).Select(Line).Distinct()];

    [Theory]
    [MemberData(nameof(Conditions))]
    public void No_condition_of_a_shipped_policy_keeps_an_id_or_an_operator(string line)
    {
        var (policy, condition) = Found(line);
        var words = new PolicyConditionWords(policy, WordingText.Wording).Of(condition);
        Assert.DoesNotMatch(OfTheFile(), words);
        Assert.Equal(words.Count(one => one == '('), words.Count(one => one == ')'));
        Assert.Equal(words.Count(one => one == '“'), words.Count(one => one == '”'));
        var ids = policy
            .Floors.Select(floor => floor.Id)
            .Concat(policy.Clauses.Select(clause => clause.Id))
            .Concat(policy.Types.Select(type => type.Id))
            .Concat(policy.Checks.Select(check => check.Id))
            .Concat(policy.DerivedFacts.Select(fact => fact.Id).Except(["personal"]))
            .ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Word().Matches(words).Select(match => match.Value), ids.Contains);
    }

    [Theory]
    [InlineData("stop is customers and replace >= months", "If it stops: “customers notice”, and To switch: “months” or “no alternative”")]
    [InlineData("data is none_public", "Gets: only “public”")]
    [InlineData("not role has SUBCON", "Gives us: not “specialist firm”")]
    [InlineData("access >= accounts", "Reach: “accounts with us”, “reads our main systems”, “admin rights” or “runs our live product”")]
    [InlineData("access >= api", "Reach: “connected” or riskier")]
    [InlineData("access <= building", "Reach: nothing riskier than “in our building”")]
    [InlineData("access <= none", "Reach: only “none”, “only gives us things” or “runs with us”")]
    [InlineData("stop <= slows", "If it stops: “little”, “work slows” or “not sure”")]
    [InlineData("sensitivity >= 2", "Gets: “confidential” or more sensitive")]
    [InlineData("sensitivity >= 3", "Gets: “highly confidential”, “our models”, “keys”, “sensitive personal” or “children's”")]
    [InlineData("sensitivity <= 1", "Gets: nothing more sensitive than “internal”")]
    [InlineData("sensitivity <= 0", "Gets: only “public”")]
    [InlineData("sensitivity is 1", "Gets: “internal” and nothing more sensitive")]
    [InlineData("proof >= none", "Proof: “none” or “not sure” at best")]
    [InlineData("types is SUBCON", "Supplier type: only “specialist people”")]
    [InlineData("effects has customers_see", "Effects: “customers see it” or “not sure”")]
    public void An_answer_is_told_by_its_label_and_its_words(string condition, string words) => Assert.Equal(words, Of(condition));

    [Theory]
    [InlineData("tier >= High", "from High up")]
    [InlineData("tier >= Critical", "at Critical")]
    [InlineData("tier is Medium", "at Medium")]
    [InlineData("tier <= Medium", "up to Medium")]
    public void A_tier_is_told_by_its_name(string condition, string words) => Assert.Equal(words, Of(condition));

    [Theory]
    [InlineData("reached", "something of ours is within their reach")]
    [InlineData("not reached", "not “something of ours is within their reach”")]
    [InlineData("personal", "“personal data, or nobody knows yet”")]
    [InlineData("organisation.regulated", "we are regulated ourselves")]
    [InlineData("open_points", "an answer is “not sure”")]
    [InlineData("clauses has DPA", "the contract point “Data-processing terms” applies")]
    [InlineData("floors has F1", "the rule “our live product runs on their servers” applies")]
    [InlineData("checks has K11", "the check “may be a forbidden use (AI Act Art. 5); Legal first” found something")]
    public void A_fact_is_told_by_its_words(string condition, string words) => Assert.Equal(words, Of(condition));

    [Theory]
    [InlineData("data has special or data has children", "Gets: “sensitive personal” or “children's”")]
    [InlineData("not (data has special or data has children)", "Gets: not “sensitive personal” or “children's”")]
    [InlineData("not data has special and not data has children", "Gets: not “sensitive personal” or “children's”")]
    [InlineData("data has keys or types has MODEL", "Gets: “keys”, or Supplier type: “AI model”")]
    [InlineData("tier >= High and (data has keys or types has MODEL)", "from High up; and Gets: “keys”, or Supplier type: “AI model”")]
    [InlineData("not (stop is little and tier is Low)", "not (If it stops: “little”, and at Low)")]
    [InlineData(
        "tier is Low or tier >= High and (data has keys and reached or types has MODEL)",
        "at Low; or (from High up; and (Gets: “keys”, and something of ours is within their reach; or Supplier type: “AI model”))"
    )]
    public void Levels_are_parted_by_commas_then_semicolons_then_parentheses(string condition, string words) =>
        Assert.Equal(words, Of(condition));

    [Fact]
    public void Alternatives_are_told_one_by_one()
    {
        Assert.Equal(["Gets: “keys”", "from High up"], Words.Alternatives(Read("data has keys or tier >= High")));
        Assert.Equal(["Gets: “keys”, and from High up"], Words.Alternatives(Read("data has keys and tier >= High")));
        Assert.Equal(["always"], Words.Alternatives(null));
    }

    private static string Of(string condition) => Words.Of(Read(condition));

    private static PolicyCondition Read(string line) =>
        Assert
            .IsType<PolicyConditionReading.Understood>(
                PolicyConditionReader.Read(line, new PolicyConditionTerms(PolicyConditions.Everything(Policy), []))
            )
            .PolicyCondition;

    private static (Policy Policy, PolicyCondition Condition) Found(string line)
    {
        foreach (var policy in new[] { Policy, First })
        {
            if (PolicyConditions.Of(policy).FirstOrDefault(condition => Line(condition) == line) is { } found)
                return (policy, found);
        }
        throw new InvalidOperationException(line);
    }

    private static string Line(PolicyCondition condition) => condition.ToString();

    [GeneratedRegex(@">=|<=|_|`|\{|\b(has|organisation\.regulated)\b")]
    private static partial Regex OfTheFile();

    [GeneratedRegex(@"[A-Za-z0-9_-]+")]
    private static partial Regex Word();
}
