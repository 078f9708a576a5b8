using CsCheck;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Tests.Text;

/// <summary>Where words are asked for, something has to be there to read.</summary>
public sealed class VisibleTextTests
{
    public static TheoryData<int> Invisible =>
        [
            0x3164,
            0x2800,
            0x115F,
            0x1160,
            0xFFA0,
            0x034F,
            0xFE00,
            0xFE0F,
            0x17B4,
            0x17B5,
            0x1D173,
            0x1D17A,
            0xE0100,
            0xE01EF,
            0x061C,
            0xFFFC,
            0xFFF9,
            0xFFFB,
            0x0301,
            0x20DD,
            0x093E,
            0x0E34,
            0x200B,
            0x200D,
            0x200F,
            0x202E,
            0x00AD,
            0x00A0,
            0x3000,
            0x180E,
            0x180B,
            0x2063,
            0x2066,
            0xFEFF,
            0xE0041,
            0xE0001,
            0x0000,
            0x0085,
            0xFFFE,
            0xE000,
            0x0378,
            0x1BCA0,
        ];

    [Theory]
    [MemberData(nameof(Invisible))]
    public void Nobody_sees_it(int codePoint)
    {
        var text = string.Concat(Enumerable.Repeat(char.ConvertFromUtf32(codePoint), 12));
        Assert.False(VisibleText.Any(text));
        Assert.Equal(0, VisibleText.LettersAndDigits(text));
        Assert.Equal("", TypedText.OneLine(text));
        Assert.Equal("", TypedText.Lines($"{text}\n{text}"));
        Assert.Equal("", SupplierNames.Identity(text));
        Assert.True(SupplierNames.Same("Chan Ltd", $"Chan Ltd{char.ConvertFromUtf32(codePoint)}") || Rune(codePoint));
        static bool Rune(int codePoint) =>
            System.Globalization.CharUnicodeInfo.GetUnicodeCategory(codePoint)
                is System.Globalization.UnicodeCategory.NonSpacingMark
                    or System.Globalization.UnicodeCategory.SpacingCombiningMark
                    or System.Globalization.UnicodeCategory.EnclosingMark
                    or System.Globalization.UnicodeCategory.PrivateUse
                    or System.Globalization.UnicodeCategory.OtherNotAssigned;
    }

    [Theory]
    [InlineData("A", 1)]
    [InlineData("é", 1)]
    [InlineData("e\u0301", 1)]
    [InlineData("दिल", 2)]
    [InlineData("คิว", 2)]
    [InlineData("供应商", 3)]
    [InlineData("𠀀", 1)]
    [InlineData("👩‍💻", 0)]
    [InlineData("!!!", 0)]
    [InlineData("⠓⠑⠇⠇⠕", 0)]
    [InlineData("No DPA, no deal.", 11)]
    public void Something_to_read(string text, int letters)
    {
        Assert.True(VisibleText.Any(text));
        Assert.Equal(letters, VisibleText.LettersAndDigits(text));
        Assert.Equal(text, TypedText.OneLine(text));
    }

    [Theory]
    [InlineData("Chan\u3164Ltd", "Chan Ltd")]
    [InlineData("\u2800Chan\u2800Ltd\u2800", "Chan\u2800Ltd")]
    [InlineData("Chan\uFFFC Ltd\u034F", "Chan Ltd")]
    [InlineData("\u061CChan", "Chan")]
    [InlineData("❤️", "❤️")]
    [InlineData("葛\U000E0100城", "葛\U000E0100城")]
    [InlineData("می‌خواهم", "می‌خواهم")]
    public void What_shapes_others_stays_and_what_is_nothing_goes(string typed, string kept) =>
        Assert.Equal(kept, TypedText.OneLine(typed));

    [Fact]
    public void Any_text_is_cleaned_once_for_all() =>
        Gen.String[0, 30].Sample(text => Assert.Equal(TypedText.Lines(text), TypedText.Lines(TypedText.Lines(text))));
}
