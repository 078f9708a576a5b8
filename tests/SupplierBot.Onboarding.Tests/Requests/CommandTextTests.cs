using CsCheck;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Tests.Requests;

/// <summary>The folding for commands, the marks around a text, and the signs that end a sentence.</summary>
public sealed class CommandTextTests
{
    private static readonly string[] Nasty =
    [
        "\uD800",
        "\uDC00",
        "\uFFFE",
        "\uFFFF",
        "\uD83F\uDFFE",
        "\u0000",
        "\u3164",
        "\u1160",
        "\uFFA0",
        "\u2800",
        "\u034F",
        "\uFE0F",
        "\u200D",
        "\u00AD",
        "´",
        "\u0384",
        "ﷺ",
        "ﬀ",
        "İ",
        "ı",
        "ẞ",
        "Σ",
        "²",
        "①",
        "٣",
        "𝟙",
        "\U0001E950",
        "\u0301",
        "\u2011",
        "－",
        "　",
        "\u2028",
        "“",
        "”",
        "*",
        "_",
        "`",
        "new ",
        "status ",
        "please",
        " until ",
        "can i use ",
        ":",
        "/",
        "?",
    ];

    private static readonly Gen<string> Texts = Gen.Select(Gen.Int[0, Nasty.Length - 1].Array[0, 10], Gen.String[0, 6])
        .Select((picked, rest) => string.Concat(picked.Select(at => Nasty[at])) + rest);

    [Fact]
    public void Folding_twice_is_folding_once() =>
        Texts.Sample(text => CommandText.Fold(CommandText.Fold(text)) == CommandText.Fold(text), iter: 20_000);

    [Fact]
    public void Unwrapping_twice_is_unwrapping_once() =>
        Texts.Sample(text => CommandText.Unwrapped(CommandText.Unwrapped(text)) == CommandText.Unwrapped(text), iter: 20_000);

    [Fact]
    public void Any_text_is_read() => Texts.Sample(Read, iter: 10_000);

    [Theory]
    [
        InlineData("x"),
        InlineData("\uD800"),
        InlineData("*"),
        InlineData("please "),
        InlineData("“"),
        InlineData("´"),
        InlineData(" "),
        InlineData("new "),
        InlineData("1")
    ]
    public void Ten_thousand_characters_are_read(string repeated) =>
        Read(string.Concat(Enumerable.Repeat(repeated, 10_000 / repeated.Length)));

    private static void Read(string text)
    {
        foreach (
            var said in new[]
            {
                text,
                "new " + text,
                "can I use " + text,
                "status " + text,
                "away until " + text,
                $"*{text}*",
                "hey, " + text,
            }
        )
        {
            RequestReader.Parse(said);
            RequestReader.Typed(said, new(2026, 11, 29));
        }
        AskedSupplier.Read(text);
        TypedDay.Read(text, new(2026, 11, 29), past: true);
        CaseNumbers.Read(text, 2026);
        SpokenName.Of(text);
        SpokenName.Alone(text);
    }

    [Theory]
    [InlineData("REQ\u20112026\u20130001", "req-2026-0001")]
    [InlineData("ＲＥＱ－２０２６－０００１", "req-2026-0001")]
    [InlineData("٢٠٢٦", "2026")]
    [InlineData("𝟙𝟚", "12")]
    [InlineData("I\u2019m  back", "i'm back")]
    [InlineData("I´m\u00A0back", "i'm back")]
    [InlineData("new\u3000Acme\r\nNotes", "new acme notes")]
    [InlineData("sta\u200Dt\uFE0Fus", "status")]
    [InlineData("\u3164\u2800", "")]
    public void Signs_that_mean_the_same_are_the_same(string typed, string folded) => Assert.Equal(folded, CommandText.Fold(typed));

    [Theory]
    [InlineData("“Acme Notes”", "Acme Notes")]
    [InlineData("**Acme Notes**", "Acme Notes")]
    [InlineData("_*Acme*_", "Acme")]
    [InlineData("```Acme```", "Acme")]
    [InlineData("(Acme)", "Acme")]
    [InlineData("_snake_case_ai_", "snake_case_ai")]
    [InlineData("snake_case_ai", "snake_case_ai")]
    [InlineData("'Rita's Toys'", "Rita's Toys")]
    [InlineData("*Acme* and *Bolt*", "*Acme* and *Bolt*")]
    [InlineData("“Acme” and “Bolt”", "“Acme” and “Bolt”")]
    [InlineData("(a)b(c)", "(a)b(c)")]
    [InlineData("Acme (UK)", "Acme (UK)")]
    [InlineData("**", "**")]
    public void Marks_around_the_whole_fall_away(string typed, string bare) => Assert.Equal(bare, CommandText.Unwrapped(typed));

    [Theory]
    [InlineData("Joomla!", "Joomla!")]
    [InlineData("Joomla!?", "Joomla!")]
    [InlineData("Adyen N.V.", "Adyen N.V.")]
    [InlineData("Adyen N.V.?", "Adyen N.V.")]
    [InlineData("Acme Inc.?", "Acme Inc.")]
    [InlineData("Acme Notes.", "Acme Notes")]
    [InlineData("Acme Notes?!", "Acme Notes")]
    [InlineData("Acme!!!", "Acme")]
    [InlineData("Acme…", "Acme")]
    [InlineData("“Yahoo!”?", "Yahoo!")]
    [InlineData("“Otter,”", "Otter")]
    [InlineData("“Why Not?”?", "Why Not?")]
    [InlineData("Ａｃｍｅ？", "Ａｃｍｅ")]
    [InlineData("C++", "C++")]
    public void A_name_keeps_the_sign_that_is_its_own(string typed, string name) => Assert.Equal(name, SpokenName.Of(typed));

    [Theory]
    [InlineData(200), InlineData(201), InlineData(4_000)]
    public void A_name_is_as_long_as_a_name_may_be(int length) =>
        Assert.Equal(Math.Min(length, 200), SpokenName.Of(new string('a', length)).Length);
}
