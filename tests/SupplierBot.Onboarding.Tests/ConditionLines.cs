using CsCheck;

namespace SupplierBot.Onboarding.Tests;

public sealed class ConditionLines
{
    private static readonly ConditionWords Words = new SectionWords(PolicyText.Policy.Questions, PolicyText.Policy.Types.Select(type => type.Id))
        .Suggestions(PolicyText.Policy.Floors.Select(floor => floor.Id), PolicyText.Policy.Clauses.Select(clause => clause.Id));

    [Fact]
    public void And_binds_tighter_than_or() => Assert.Equal(
        new Condition.Or(new Condition.Holds("personal"), new Condition.And(new Condition.Holds("crown"), new Condition.Is("stop", "little"))),
        Read("personal or crown and stop is little"));

    [Fact]
    public void Not_takes_the_whole_comparison() => Assert.Equal(
        new Condition.And(new Condition.Not(new Condition.Is("volume", "small")), new Condition.Holds("personal")),
        Read("not volume is small and personal"));

    [Fact]
    public void Parentheses_group() => Assert.Equal(
        new Condition.And(new Condition.Or(new Condition.Has("data", "special"), new Condition.Has("data", "children")), new Condition.Not(new Condition.AtMost("access", "building"))),
        Read("(data has special or data has children) and not access <= building"));

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
    public void All_unknown_ids_of_a_line_are_told() => Assert.Equal(
        ["unknown question or fact `stopp`; did you mean `stop`?", "unknown choice `effects has act`; did you mean `acts`?"],
        Messages("stopp is little or effects has act"));

    [Fact]
    public void An_id_far_from_all_others_gets_no_suggestion() => Assert.Equal(["unknown question or fact `moonshine`"], Messages("moonshine is high"));

    [Fact]
    public void Endless_nesting_is_refused() => Assert.Equal(["the condition nests deeper than 30 levels"], Messages(new string('(', 100_000)));

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

    private static Condition Read(string line) => ConditionReader.Read(line, Words) switch
    {
        ConditionReading.Understood understood => understood.Condition,
        ConditionReading.Misunderstood misunderstood => throw new InvalidOperationException($"{line}: {string.Join("; ", misunderstood.Messages)}"),
        var other => throw new InvalidOperationException(other.ToString()),
    };

    private static IReadOnlyList<string> Messages(string line) => ConditionReader.Read(line, Words) is ConditionReading.Misunderstood misunderstood ? misunderstood.Messages : [];

    private static Gen<Condition> Leaves { get; } = Gen.OneOf<Condition>([.. Words.Subjects.SelectMany(Uses).Select(Gen.Const)]);

    private static Gen<Condition> Conditions { get; } = Gen.Recursive<Condition>((depth, inner) => depth >= 6 ? Leaves : Gen.Frequency(
        (2, Leaves),
        (1, inner.Select(condition => (Condition)new Condition.Not(condition))),
        (2, Gen.Select(inner, inner, (left, right) => (Condition)new Condition.And(left, right))),
        (2, Gen.Select(inner, inner, (left, right) => (Condition)new Condition.Or(left, right)))));

    private static IEnumerable<Condition> Uses(ConditionSubject subject) => subject.Signs.Count == 0
        ? [new Condition.Holds(subject.Id)]
        : subject.Signs.SelectMany(sign => subject.Values.Select(value => Use(subject.Id, sign, value)));

    private static Condition Use(string subject, string sign, string value) => sign switch
    {
        "is" => new Condition.Is(subject, value),
        "has" => new Condition.Has(subject, value),
        ">=" => new Condition.AtLeast(subject, value),
        _ => new Condition.AtMost(subject, value),
    };
}
