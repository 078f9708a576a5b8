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
    [InlineData(
        "stop is customers and replace >= months",
        "Impact if they stop: “customers notice within hours”, and Time to switch: “within six months” or “no quick alternative”"
    )]
    [InlineData("data is none_public", "Data access: only “public information”")]
    [InlineData("not role has SUBCON", "They provide: not “specialist firm”")]
    [InlineData(
        "access >= accounts",
        "How they connect: “their staff have accounts with us”, “reads our main systems”, “admin rights or live access” or “hosts our live product”"
    )]
    [InlineData("access >= api", "How they connect: “connected to our systems” or riskier")]
    [InlineData("access <= building", "How they connect: nothing riskier than “on our premises”")]
    [InlineData(
        "access <= none",
        "How they connect: only “no access”, “only give us data or files” or “installed with us without supplier access”"
    )]
    [InlineData("stop <= slows", "Impact if they stop: “little impact”, “work slows down” or “outage impact not known yet”")]
    [InlineData("sensitivity >= 2", "Data access: “confidential information” or more sensitive")]
    [InlineData(
        "sensitivity >= 3",
        "Data access: “highly confidential information”, “our trained models”, “passwords or keys”, “sensitive personal data” or “data about children”"
    )]
    [InlineData("sensitivity <= 1", "Data access: nothing more sensitive than “internal information”")]
    [InlineData("sensitivity <= 0", "Data access: only “public information”")]
    [InlineData("sensitivity is 1", "Data access: “internal information” and nothing more sensitive")]
    [InlineData("proof >= none", "Security evidence: “no security evidence” or “security evidence not known yet” at best")]
    [InlineData("types is SUBCON", "Supplier type: only “contractors”")]
    [InlineData("effects has customers_see", "Use and impact: “customers see its output” or “impact not known yet”")]
    public void An_answer_is_told_by_its_label_and_its_words(string condition, string words) => Assert.Equal(words, Of(condition));

    [Theory]
    [InlineData("tier >= High", "from High up")]
    [InlineData("tier >= Critical", "at Critical")]
    [InlineData("tier is Medium", "at Medium")]
    [InlineData("tier <= Medium", "up to Medium")]
    public void A_tier_is_told_by_its_name(string condition, string words) => Assert.Equal(words, Of(condition));

    [Theory]
    [InlineData("reached", "they can reach something of ours")]
    [InlineData("not reached", "not “they can reach something of ours”")]
    [InlineData("personal", "“personal data, or not known yet”")]
    [InlineData("organisation.regulated", "we are regulated ourselves")]
    [InlineData("open_points", "an answer is “not sure”")]
    [InlineData("clauses has DPA", "the contract point “Data processing agreement” applies")]
    [InlineData("floors has F1", "the rule “they host our live product” applies")]
    [InlineData("checks has K11", "the check “may be a prohibited use (AI Act Art. 5); Legal first” found something")]
    public void A_fact_is_told_by_its_words(string condition, string words) => Assert.Equal(words, Of(condition));

    [Theory]
    [InlineData("data has special or data has children", "Data access: “sensitive personal data” or “data about children”")]
    [InlineData("not (data has special or data has children)", "Data access: not “sensitive personal data” or “data about children”")]
    [InlineData("not data has special and not data has children", "Data access: not “sensitive personal data” or “data about children”")]
    [InlineData("data has keys or types has MODEL", "Data access: “passwords or keys”, or Supplier type: “AI model or API”")]
    [InlineData(
        "tier >= High and (data has keys or types has MODEL)",
        "from High up; and Data access: “passwords or keys”, or Supplier type: “AI model or API”"
    )]
    [InlineData("not (stop is little and tier is Low)", "not (Impact if they stop: “little impact”, and at Low)")]
    [InlineData(
        "tier is Low or tier >= High and (data has keys and reached or types has MODEL)",
        "at Low; or (from High up; and (Data access: “passwords or keys”, and they can reach something of ours; or Supplier type: “AI model or API”))"
    )]
    public void Levels_are_parted_by_commas_then_semicolons_then_parentheses(string condition, string words) =>
        Assert.Equal(words, Of(condition));

    [Fact]
    public void Alternatives_are_told_one_by_one()
    {
        Assert.Equal(["Data access: “passwords or keys”", "from High up"], Words.Alternatives(Read("data has keys or tier >= High")));
        Assert.Equal(["Data access: “passwords or keys”, and from High up"], Words.Alternatives(Read("data has keys and tier >= High")));
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
