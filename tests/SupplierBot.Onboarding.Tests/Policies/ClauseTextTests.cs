using System.Text.RegularExpressions;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Policies;

/// <summary>Every clause text with every value its parameters can take: it must read as a sentence.</summary>
public sealed partial class ClauseTextTests
{
    public static TheoryData<string> Clauses => [.. PolicyText.Policy.Clauses.Select(clause => clause.Id)];

    [Theory]
    [MemberData(nameof(Clauses))]
    public void A_clause_reads_well_with_each_value(string id)
    {
        var clause = PolicyText.Policy.Clauses.Single(one => one.Id == id);
        foreach (var variant in clause.Text.Concat(clause.Plain))
        {
            foreach (var sentence in Sentences(clause, variant.Text))
            {
                Assert.DoesNotMatch(Unreadable(), sentence);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Clauses))]
    public void A_full_text_ends_and_a_plain_line_goes_on_with_the_reason(string id)
    {
        var clause = PolicyText.Policy.Clauses.Single(one => one.Id == id);

        Assert.All(clause.Text, variant => Assert.Matches(@"^[A-Z].*\.$", variant.Text));
        Assert.All(clause.Plain, variant => Assert.Matches(@"^[A-Z].*[^.]$", variant.Text));
        Assert.All(clause.Plain, variant => Assert.InRange(variant.Text.Length, 1, 100));
    }

    [Fact]
    public void A_dash_takes_the_value_of_the_next_higher_tier()
    {
        var availability = PolicyText
            .Policy.Clauses.Single(clause => clause.Id == "SLA")
            .ParameterTables.Single(table => table.Name == "availability");

        Assert.Equal("99.5 %", availability.ByTier[Tier.Low]);
        Assert.Equal(StricterWhen.Higher, availability.Direction);
    }

    [Fact]
    public void Personal_data_at_medium_is_told_within_48_hours()
    {
        var notice = PolicyText.Policy.Clauses.Single(clause => clause.Id == "INC").ParameterTables.Single(table => table.Name == "notice");

        Assert.Equal(new ParameterOverride(new PolicyCondition.Holds("personal"), Tier.Medium, "48 hours"), notice.Overrides[^1]);
        Assert.Equal(
            [(Tier.High, "24 hours"), (Tier.Medium, "24 hours")],
            notice
                .Overrides.Where(change => change.When.ToString() == "effects has regulated_client or organisation.regulated")
                .Select(change => (change.Tier!.Value, change.Value))
        );
        Assert.Equal(["24 hours", "48 hours", "72 hours", "5 working days"], notice.Strictness);
    }

    [Fact]
    public void Prompts_are_not_kept_from_high_up_where_restricted_information_is_in_them() =>
        Assert.Equal(
            new[] { Tier.Critical, Tier.High }.Select(tier => new ParameterOverride(
                new PolicyCondition.AtLeast("sensitivity", "3"),
                tier,
                "no longer than each answer takes"
            )),
            PolicyText.Policy.Clauses.Single(clause => clause.Id == "AI-NOTRAIN").ParameterTables.Single().Overrides
        );

    [Fact]
    public void A_higher_tier_is_never_milder()
    {
        foreach (var table in PolicyText.Policy.Clauses.SelectMany(clause => clause.ParameterTables))
        {
            var order = Enum.GetValues<Tier>().Select(tier => Mildness(table, table.ByTier[tier])).ToList();
            Assert.True(order.SequenceEqual(order.OrderDescending()), $"{table.Name}: {string.Join(", ", order)}");
            Assert.All(
                table.Overrides,
                change => Assert.True(Mildness(table, change.Value) <= Mildness(table, table.ByTier[change.Tier!.Value]), table.Name)
            );
        }
    }

    [Theory]
    [InlineData("ACCESS", "access has building")]
    [InlineData("CONF", "access has building")]
    [InlineData("AUDIT", "person_only")]
    [InlineData("REPORT", "person_only")]
    [InlineData("EXIT", "person_only")]
    [InlineData("LIAB", "person_only")]
    [InlineData("AI-TEST", "nobody_signs")]
    public void Some_clauses_have_a_text_of_their_own(string id, string when)
    {
        var clause = PolicyText.Policy.Clauses.Single(one => one.Id == id);

        Assert.StartsWith(when, clause.Text[0].When!.ToString(), StringComparison.Ordinal);
        Assert.Equal(clause.Text[0].When, clause.Plain[0].When);
    }

    [Fact]
    public void Countries_come_from_the_answer_to_where()
    {
        var countries = Assert.Single(PolicyText.Policy.Clauses.Single(clause => clause.Id == "LOC").AnswerParameters);

        Assert.Equal(("countries", "where", "where_text"), (countries.Name, countries.Question, countries.Typed));
        Assert.Equal(PolicyText.Policy.Question("where").Choices.Select(choice => choice.Id).Order(), countries.ByChoice.Keys.Order());
    }

    private static IEnumerable<string> Sentences(Clause clause, string text)
    {
        IEnumerable<string> sentences = [text];
        foreach (var (name, values) in Values(clause))
        {
            sentences =
            [
                .. sentences
                    .SelectMany(sentence => values.Select(value => sentence.Replace($"{{{name}}}", value, StringComparison.Ordinal)))
                    .Distinct(),
            ];
        }

        return sentences;
    }

    private static IEnumerable<(string Name, IEnumerable<string> Values)> Values(Clause clause) =>
        [
            .. clause.ParameterTables.Select(table =>
                (table.Name, table.ByTier.Values.Concat(table.Overrides.Select(change => change.Value)))
            ),
            .. clause.AnswerParameters.Select(parameter =>
                (parameter.Name, parameter.ByChoice.Values.Append(string.Join(" and ", parameter.ByChoice.Values)))
            ),
        ];

    private static double Mildness(ParameterTable table, string value) =>
        table.Direction switch
        {
            null => table.Strictness.ToList().IndexOf(value),
            StricterWhen.Lower => double.Parse(value.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture),
            _ => -double.Parse(value.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture),
        };

    /// <summary>A brace, two spaces, a lone dash for "no value", doubled or stranded punctuation, a doubled word.</summary>
    [GeneratedRegex(@"[{}]|  |^– |– $|: –|[,;:] ?[,;:.]|\s[,;.]|\b(\w+) \1\b")]
    private static partial Regex Unreadable();
}
