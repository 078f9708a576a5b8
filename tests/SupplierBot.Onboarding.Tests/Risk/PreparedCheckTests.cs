using CsCheck;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Tests.Risk;

/// <summary>Words of a check are recognised however they were pasted, and shown as they were typed.</summary>
public sealed class PreparedCheckTests
{
    private static readonly string[] Nasty =
    [
        "",
        "ﬀ",
        "\r\n",
        " ",
        "\u00AD",
        "각",
        "\uD800",
        "👩‍💻",
        "e\u0301\u0301",
        "\uFFFE",
        "\u1100\u1161",
        "½",
    ];

    private static string? Raised(string check, string purpose, params (string Id, string Value)[] others)
    {
        var answers = SampleSuppliers.Answers(
            others.Aggregate(SampleSuppliers.App.With("purpose", purpose), (typed, other) => typed.With(other.Id, other.Value))
        );
        return Assessor.Assess(PolicyText.Policy, answers).Checks.FirstOrDefault(raised => raised.Id == check)?.Match;
    }

    [Theory]
    [InlineData("machine learning", "machine learning")]
    [InlineData("machine\u00A0learning", "machine\u00A0learning")]
    [InlineData("machine\nlearning", "machine learning")]
    [InlineData("machine\r\nlearning", "machine learning")]
    [InlineData("machine  learning", "machine  learning")]
    [InlineData("machine \u2003\u3000learning", "machine \u2003\u3000learning")]
    [InlineData("MACHINE learn\u00ADing", "MACHINE learning")]
    [InlineData("m\u200Bachine learning", "machine learning")]
    [InlineData("ｍａｃｈｉｎｅ　ｌｅａｒｎｉｎｇ", "ｍａｃｈｉｎｅ　ｌｅａｒｎｉｎｇ")]
    [InlineData("𝐦𝐚𝐜𝐡𝐢𝐧𝐞 learning", "𝐦𝐚𝐜𝐡𝐢𝐧𝐞 learning")]
    public void Says_no_ai(string typed, string shown) =>
        Assert.Equal(shown, Raised("K1", $"We use {typed} for forecasts of stock.", ("role", "GENERAL")));

    [Theory]
    [InlineData("e-mail", "e-mail")]
    [InlineData("e\u2011mail", "e\u2011mail")]
    [InlineData("e\u2010mail", "e\u2010mail")]
    [InlineData("e\u2212mail", "e\u2212mail")]
    [InlineData("contact\u00A0details", "contact\u00A0details")]
    [InlineData("contact\ndetails", "contact details")]
    [InlineData("sta\uFB00", "sta\uFB00")]
    public void Says_no_personal_data(string typed, string shown) =>
        Assert.Equal(shown, Raised("K2", $"Sorts our {typed} by itself.", ("data", "internal")));

    [Theory]
    [InlineData("ignore previous")]
    [InlineData("ignore\u00A0previous")]
    [InlineData("ignore\n\tprevious")]
    public void Speaks_to_the_bot(string typed) => Assert.NotNull(Raised("K6", $"Please {typed} text."));

    [Theory]
    [InlineData("Maintains the mailroom.")]
    [InlineData("We machine\u0301 learning.")]
    [InlineData("𝐱machine learning𝐱 is nothing.")]
    public void No_word_inside_a_word(string purpose) => Assert.Null(Raised("K1", purpose, ("role", "GENERAL")));

    [Fact]
    public void Each_word_is_named_once() =>
        Assert.Equal("machine learning", Raised("K1", "machine learning, Machine\u00A0Learning, machine\nlearning", ("role", "GENERAL")));

    [Fact]
    public void Every_part_of_any_text_can_be_shown_as_it_was_typed() =>
        Gen.Select(Gen.String[0, 20], Gen.Int[0, Nasty.Length - 1].Select(at => Nasty[at]))
            .Select((one, other) => one + other + one)
            .Sample(
                text =>
                {
                    var folded = FoldedWords.Of(text);
                    for (var at = 0; at < folded.Text.Length; at++)
                        Assert.Contains(folded.AsTyped(at, folded.Text.Length - at), text, StringComparison.Ordinal);
                    Assert.Equal(folded.Text, FoldedWords.Of(folded.Text).Text);
                },
                iter: 20_000
            );
}
