using CsCheck;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Policies.Reading;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Policies;

public sealed class PolicyConditionReaderTests
{
    private static readonly PolicyConditionTerms Words = Terms();

    [Fact]
    public void And_binds_tighter_than_or() =>
        Assert.Equal(
            new PolicyCondition.Or(
                new PolicyCondition.Holds("personal"),
                new PolicyCondition.And(new PolicyCondition.Holds("crown"), new PolicyCondition.Is("stop", "little"))
            ),
            Read("personal or crown and stop is little")
        );

    [Fact]
    public void Not_takes_the_whole_comparison() =>
        Assert.Equal(
            new PolicyCondition.And(
                new PolicyCondition.Not(new PolicyCondition.Is("volume", "small")),
                new PolicyCondition.Holds("personal")
            ),
            Read("not volume is small and personal")
        );

    [Fact]
    public void Parentheses_group() =>
        Assert.Equal(
            new PolicyCondition.And(
                new PolicyCondition.Or(new PolicyCondition.Has("data", "special"), new PolicyCondition.Has("data", "children")),
                new PolicyCondition.Not(new PolicyCondition.AtMost("access", "building"))
            ),
            Read("(data has special or data has children) and not access <= building")
        );

    [Theory]
    [InlineData("effects is none")]
    [InlineData("types is SUBCON")]
    [InlineData("types has DATA")]
    [InlineData("tier >= High")]
    [InlineData("sensitivity <= 1")]
    [InlineData("volume is small")]
    [InlineData("organisation.regulated")]
    [InlineData("not (crown or personal)")]
    [InlineData("stop is customers and replace >= months and sensitivity >= 2")]
    [InlineData("personal and (crown and no_proof)")]
    public void A_line_prints_back_as_it_was_written(string line) => Assert.Equal(line, Read(line).ToString());

    [Fact]
    public void Every_line_of_the_shipped_policy_prints_back_to_an_equal_condition()
    {
        foreach (var floor in PolicyText.Policy.Floors)
        {
            Assert.Equal(floor.When, Read(floor.When.ToString()));
        }

        foreach (var clause in PolicyText.Policy.Clauses)
        {
            Assert.Equal(clause.When, Read(clause.When.ToString()));
        }
    }

    [Fact]
    public void Any_condition_prints_to_a_line_that_reads_back_equal() =>
        Conditions.Sample(condition => Read(condition.ToString()) == condition, iter: 5_000, threads: 1);

    [Fact]
    public void All_unknown_ids_of_a_line_are_reported() =>
        Assert.Equal(
            ["unknown question or fact `stopp`; did you mean `stop`?", "unknown choice `effects has act`; did you mean `acts`?"],
            Messages("stopp is little or effects has act")
        );

    [Fact]
    public void An_id_far_from_all_others_gets_no_suggestion() =>
        Assert.Equal(["unknown question or fact `moonshine`"], Messages("moonshine is high"));

    [Fact]
    public void Endless_nesting_is_refused() =>
        Assert.Equal(["the condition nests deeper than 30 levels"], Messages(new string('(', 100_000)));

    [Theory]
    [InlineData("")]
    [InlineData("and")]
    [InlineData("not")]
    [InlineData("()")]
    [InlineData("personal)")]
    [InlineData("personal or or crown")]
    [InlineData("stop is is")]
    [InlineData("stop >= (little)")]
    public void A_broken_line_is_refused(string line) => Assert.NotEmpty(Messages(line));

    private static PolicyCondition Read(string line) =>
        PolicyConditionReader.Read(line, Words) switch
        {
            PolicyConditionReading.Understood understood => understood.PolicyCondition,
            PolicyConditionReading.Misunderstood misunderstood => throw new InvalidOperationException(
                $"{line}: {string.Join("; ", misunderstood.Messages)}"
            ),
            var other => throw new InvalidOperationException(other.ToString()),
        };

    private static IReadOnlyList<string> Messages(string line) =>
        PolicyConditionReader.Read(line, Words) is PolicyConditionReading.Misunderstood misunderstood ? misunderstood.Messages : [];

    private static Gen<PolicyCondition> Leaves { get; } =
        Gen.OneOf<PolicyCondition>([.. Words.Subjects.SelectMany(Uses).Select(Gen.Const)]);

    private static Gen<PolicyCondition> Conditions { get; } =
        Gen.Recursive<PolicyCondition>(
            (depth, inner) =>
                depth >= 6
                    ? Leaves
                    : Gen.Frequency(
                        (2, Leaves),
                        (1, inner.Select(condition => (PolicyCondition)new PolicyCondition.Not(condition))),
                        (2, Gen.Select(inner, inner, (left, right) => (PolicyCondition)new PolicyCondition.And(left, right))),
                        (2, Gen.Select(inner, inner, (left, right) => (PolicyCondition)new PolicyCondition.Or(left, right)))
                    )
        );

    private static IEnumerable<PolicyCondition> Uses(PolicyConditionSubject subject) =>
        subject.Signs.Count == 0
            ? [new PolicyCondition.Holds(subject.Id)]
            : subject.Signs.SelectMany(sign => subject.Values.Select(value => Use(subject.Id, sign, value)));

    private static PolicyCondition Use(string subject, string sign, string value) =>
        sign switch
        {
            "is" => new PolicyCondition.Is(subject, value),
            "has" => new PolicyCondition.Has(subject, value),
            ">=" => new PolicyCondition.AtLeast(subject, value),
            _ => new PolicyCondition.AtMost(subject, value),
        };

    private static PolicyConditionTerms Terms()
    {
        var policy = PolicyText.Policy;
        var terms = new SectionTerms(policy.Questions, policy.Types.Select(type => type.Id));
        foreach (var fact in policy.DerivedFacts)
        {
            terms.Add(fact);
        }

        return terms.Suggestions(policy.Floors.Select(floor => floor.Id), policy.Clauses.Select(clause => clause.Id));
    }
}
