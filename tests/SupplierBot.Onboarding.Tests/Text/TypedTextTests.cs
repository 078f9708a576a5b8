using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Tests.Text;

/// <summary>Every platform ends its lines in its own way, and some send what is no character at all.</summary>
public sealed class TypedTextTests
{
    [Theory]
    [InlineData("\n"), InlineData("\r"), InlineData("\r\n"), InlineData("\u2028"), InlineData("\u2029")]
    public void Any_end_of_a_line_is_one(string end)
    {
        Assert.Equal("one\ntwo", TypedText.Lines($"one{end}two"));
        Assert.Equal("one two", TypedText.OneLine($"one{end}two"));
    }

    [Theory]
    [InlineData("one\n\rtwo", "one\n\ntwo")]
    [InlineData("one\r\r\ntwo", "one\n\ntwo")]
    [InlineData("one\r\n\r\ntwo", "one\n\ntwo")]
    public void Two_ends_are_an_empty_line(string typed, string lines) => Assert.Equal(lines, TypedText.Lines(typed));

    [Theory]
    [InlineData("Chan\u0378 Ltd", "Chan Ltd")]
    [InlineData("Chan\uFDD0 Ltd", "Chan Ltd")]
    [InlineData("Chan\u202E Ltd\u0007", "Chan Ltd")]
    public void What_is_no_character_falls_away(string typed, string kept) => Assert.Equal(kept, TypedText.OneLine(typed));
}
