using CsCheck;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Tests.Text;

/// <summary>Which names are one supplier's, which only may be, and which are not: only the first say yes.</summary>
public sealed class SupplierNamesTests
{
    [Theory]
    [InlineData("Acme Notes", "acme notes")]
    [InlineData("Acme Notes", "  ACME \u00A0 Notes\t")]
    [InlineData("Acme Notes", "Acme\u3000Notes")]
    [InlineData("Acme Notes", "ＡＣＭＥ Ｎｏｔｅｓ")]
    [InlineData("Acme Notes", "Acme Notes\u3164")]
    [InlineData("Acme Notes", "Acme\u2800Notes")]
    [InlineData("Acme Notes", "Ac\u200Bme\u00AD No\u2060tes\uFE0F")]
    [InlineData("Acme Notes", "Acme N\U000E0100otes\u061C\uFFFC")]
    [InlineData("Nestlé", "Nestle\u0301")]
    [InlineData("Nestlé", "NESTLÉ")]
    [InlineData("한국 노트", "\u1112\u1161\u11AB\u1100\u116E\u11A8 \u1102\u1169\u1110\u1173")]
    [InlineData("ノート", "ﾉｰﾄ")]
    [InlineData("ガイド", "ｶﾞｲﾄﾞ")]
    [InlineData("ΝΕΟΣ", "νεος")]
    [InlineData("Ёлка", "ёЛКА")]
    [InlineData("Acme \u0304", "Acme \uFFE3")]
    [InlineData("❤️ Health", "❤ health")]
    [InlineData("Yahoo!", "yahoo!")]
    public void The_same_supplier(string name, string typed)
    {
        Assert.True(SupplierNames.Same(name, typed));
        Assert.Equal(SupplierNames.Guess(name), SupplierNames.Guess(typed));
    }

    [Theory]
    [InlineData("Nestlé Labs", "Nestle Labs")]
    [InlineData("Ströer", "Stroer")]
    [InlineData("Plausible OÜ", "Plausible OU")]
    [InlineData("İyzico", "iyzico")]
    [InlineData("Işık", "isik")]
    [InlineData("Straße AI", "STRASSE AI")]
    [InlineData("Łódź AI", "Lodz AI")]
    [InlineData("Ørsted", "Orsted")]
    [InlineData("Æther", "Aether")]
    [InlineData("Corvex, L.L.C.", "Corvex")]
    [InlineData("Corvex, L.L.C.", "Corvex Inc")]
    [InlineData("Corvex, L.L.C.", "Corvex, Inc.")]
    [InlineData("Corvex, L.L.C.", "Corvex OpCo, LLC")]
    [InlineData("Corvex", "Corvex GmbH & Co. KG")]
    [InlineData("Corvex", "Corvex S.p.A.")]
    [InlineData("Corvex", "Corvex S. à r.l.")]
    [InlineData("Corvex", "Corvex Sp. z o.o.")]
    [InlineData("Corvex", "Corvex A/S")]
    [InlineData("Corvex", "Corvex Pty. Ltd.")]
    [InlineData("Corvex", "Corvex (Pvt) Limited")]
    [InlineData("Corvex", "Corvex S.A. de C.V.")]
    [InlineData("AEB Tools", "A.E.B. Tools")]
    [InlineData("PT", "PT Inc")]
    [InlineData("Corvex", "PT Corvex Tbk")]
    [InlineData("Вектор", "ООО «Вектор»")]
    [InlineData("ソニー", "株式会社ソニー")]
    [InlineData("삼성", "주식회사 삼성")]
    [InlineData("Acme", "Acme™")]
    [InlineData("Acme", "Acme (R)")]
    [InlineData("Marks & Spencer", "Marks and Spencer")]
    [InlineData("AT&T", "ATT")]
    [InlineData("7-Eleven", "7 Eleven")]
    [InlineData("Studio 7", "Studio ७")]
    [InlineData("Studio 7", "Studio ٧")]
    [InlineData(".NET", "NET")]
    [InlineData("C++ Tools", "C# Tools")]
    [InlineData("C++ Tools", "C Tools")]
    [InlineData("Yahoo!", "Yahoo")]
    [InlineData("AcmeNotes", "Acme Notes")]
    [InlineData("Rocket", "Rocket 🚀")]
    [InlineData("Acme Notes", "Acm\u0435 Notes")]
    [InlineData("Acme Notes", "Acme N\u03BFtes")]
    [InlineData("Acme Notes", "Acme \u039Dotes")]
    [InlineData("Corvex", "Cor\u03BDex")]
    [InlineData("Acme Notes", "Acme N0tes")]
    [InlineData("Alis", "A1is")]
    [InlineData("Alis", "AIis")]
    [InlineData("Hooli", "\u0570\u0585\u0585li")]
    [InlineData("Acme", "𝐀𝒸𝔪𝖊")]
    [InlineData("Acme", "ᴀᴄᴍᴇ")]
    [InlineData("Acme", "ꓮcme")]
    [InlineData("Acme", "Ꭺcme")]
    [InlineData("Modern", "Modem")]
    [InlineData("كَتَبَ", "كتب")]
    [InlineData("שָׁלוֹם", "שלום")]
    public void Perhaps_the_same_supplier(string name, string typed)
    {
        Assert.False(SupplierNames.Same(name, typed));
        Assert.True(SupplierNames.Resemble(name, typed));
        Assert.True(SupplierNames.Resemble(typed, name));
    }

    /// <summary>Vowels and tones are letters: a guess at most, and nothing that anybody is warned of.</summary>
    [Theory]
    [InlineData("दिल सॉफ्ट", "दाल सॉफ्ट")]
    [InlineData("काम", "कम")]
    [InlineData("คิว", "คว")]
    [InlineData("ガイド", "カイト")]
    public void Did_you_mean(string name, string typed)
    {
        Assert.False(SupplierNames.Same(name, typed));
        Assert.False(SupplierNames.Resemble(name, typed));
        Assert.Equal(SupplierNames.Guess(name), SupplierNames.Guess(typed));
        Assert.Equal(SupplierNames.Plain(name), SupplierNames.Plain(typed));
    }

    [Theory]
    [InlineData("Acme Notes", "Acme Boards")]
    [InlineData("Acme Notes", "Acme Notes E")]
    [InlineData("🚀", "🔥")]
    [InlineData("काम", "नाम")]
    [InlineData("Inc", "Ltd")]
    [InlineData("Zinc", "Z")]
    [InlineData("7-Eleven", "8-Eleven")]
    [InlineData("谷歌", "百度")]
    [InlineData("𠀀软件", "𠀁软件")]
    public void Another_supplier(string name, string typed)
    {
        Assert.False(SupplierNames.Same(name, typed));
        Assert.False(SupplierNames.Resemble(name, typed));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\u3164")]
    [InlineData("\u0301")]
    [InlineData("\uFE0F\u200D")]
    public void Nothing_is_nobodys_name(string nothing)
    {
        Assert.Equal("", SupplierNames.Identity(nothing));
        Assert.Empty(SupplierNames.Guesses(nothing));
        Assert.Equal("", SupplierNames.Plain(nothing));
        Assert.False(SupplierNames.Same(nothing, nothing));
        Assert.False(SupplierNames.Resemble(nothing, nothing));
    }

    [Theory]
    [InlineData("\uFFE3")]
    [InlineData("\uFF9E")]
    [InlineData("\uFFE3 \uFF9E\uFFA0")]
    public void A_sign_that_is_a_mark_in_another_width_is_a_name_alone(string name)
    {
        Assert.True(SupplierNames.Same(name, name));
        Assert.Equal(SupplierNames.Identity(name), SupplierNames.Identity(SupplierNames.Identity(name)));
        Assert.Equal([SupplierNames.Identity(name)], SupplierNames.Guesses(name));
    }

    [Theory]
    [InlineData("Nestlé Labs", "nestlelabs", "labs")]
    [InlineData("Corvex, L.L.C.", "corvexllc", "llc,lc,c")]
    [InlineData("Łódź Ink", "lodzink", "ink")]
    [InlineData("🚀", "🚀", "")]
    public void A_search_goes_by_letters_and_digits(string name, string plain, string endings)
    {
        Assert.Equal(plain, SupplierNames.Plain(name));
        Assert.Equal(endings, string.Join(',', SupplierNames.Endings(name)));
    }

    private static readonly string[] Nasty =
    [
        "\uFFFE",
        "\uFFFF",
        "\uD800",
        "\uDC00",
        "\u0000",
        "\uFDFA",
        "\u202E",
        "ß",
        "ẞ",
        "İ",
        "ı",
        "ς",
        "Σ",
        "\u0345",
        "ͅα",
        "👩‍💻",
        "🏴",
        "\u00AD",
        "\u2024",
        "ﬀ",
        "™",
        "(tm)",
        "ａ",
        "ｶﾞ",
        "\uFFA0",
        "\uFFE3",
        "\uFF9E",
        "\u1160",
        "각",
        "\u1100\u1161",
        "\u0300",
        "\u093F",
        "\u0E33",
        " ",
        "\u3164",
        "\u2800",
        "株式会社",
        "株式",
        "会社",
        "公司",
        "有限公司",
        "Inc",
        " Inc",
        " L.L.C.",
        " & Co. KG",
        "0",
        "O",
        "1",
        "l",
        "I",
        "ν",
        "Ν",
        "rn",
        "vv",
        "и",
        "й",
        "½",
        "٣",
        "७",
        "𝟘",
        "𝐀",
        "ꭰ",
        "Ꭰ",
        "Å",
        "Å",
        "ǆ",
        "ﬃ",
        "-",
        ".",
        "'",
        "#",
        "a",
        "The ",
        " and ",
    ];

    private static readonly Gen<string> Texts = Gen.Select(Gen.Int[0, Nasty.Length - 1].Array[0, 8], Gen.String[0, 4])
        .Select((picked, rest) => string.Concat(picked.Select(at => Nasty[at])) + rest);

    [Fact]
    public void Folding_what_was_folded_changes_nothing() =>
        Texts.Sample(
            text =>
            {
                Assert.Equal(SupplierNames.Identity(text), SupplierNames.Identity(SupplierNames.Identity(text)));
                Assert.Equal(SupplierNames.Guess(text), SupplierNames.Guess(SupplierNames.Guess(text)));
                Assert.Equal(SupplierNames.Plain(text), SupplierNames.Plain(SupplierNames.Plain(text)));
            },
            iter: 10_000
        );

    [Fact]
    public void Who_is_the_same_is_guessed_and_found_the_same() =>
        Texts.Sample(
            text =>
            {
                foreach (
                    var typed in new[]
                    {
                        SupplierNames.Identity(text),
                        text.ToUpperInvariant(),
                        text.ToLowerInvariant(),
                        $" {text.Replace(" ", "\u00A0 ", StringComparison.Ordinal)} ",
                        text + "\uFE0F",
                    }
                )
                {
                    if (!SupplierNames.Same(text, typed))
                        continue;
                    Assert.Equal(SupplierNames.Guesses(text), SupplierNames.Guesses(typed));
                    Assert.Equal(SupplierNames.Plain(text), SupplierNames.Plain(typed));
                    Assert.Equal(SupplierNames.Endings(text), SupplierNames.Endings(typed));
                }
            },
            iter: 10_000
        );

    [Fact]
    public void Case_never_tells_names_apart() =>
        Gen.Char['A', 'z']
            .Array[1, 12]
            .Select(letters => new string(letters))
            .Sample(text =>
                Assert.True(
                    SupplierNames.Identity(text).Length == 0 || SupplierNames.Same(text.ToUpperInvariant(), text.ToLowerInvariant())
                )
            );

    [Fact]
    public void Who_has_a_name_has_a_guess() =>
        Texts.Sample(text => Assert.Equal(SupplierNames.Identity(text).Length == 0, SupplierNames.Guesses(text).Count == 0), iter: 5_000);

    [Theory]
    [InlineData("Acme ")]
    [InlineData("a\u0301")]
    [InlineData("\uD800\uFFFE")]
    [InlineData("公司")]
    [InlineData("👩‍💻")]
    public void Long_texts_are_names_like_others(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 10_000 / part.Length));
        Assert.True(SupplierNames.Same(text, text));
        Assert.True(SupplierNames.Resemble(text, text));
        Assert.True(SupplierNames.Endings(text).Count() <= 5);
    }
}
