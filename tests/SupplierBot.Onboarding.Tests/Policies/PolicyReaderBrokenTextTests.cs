using System.Text;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Policies;

/// <summary>
/// Texts that are no policy at all: one fault with its line and what to do, and never an exception or an endless reading.
/// </summary>
public sealed class PolicyReaderBrokenTextTests
{
    [Theory]
    [InlineData("version: a\n\tapproved_by: b\n", 1, "Line 2 begins with a tab: indent with spaces")]
    [InlineData("version: \"a\napproved_by: b\n", 1, "policy show --yaml")]
    [InlineData("version: a\nversion: b\n", 2, "uplicate key version")]
    [InlineData("version: a\napproved_by: [b\n", 3, "policy show --yaml")]
    [InlineData("version: a\n---\nversion: b\n", 2, "policy show --yaml")]
    [InlineData("version: *unknown\n", 1, "`*unknown` has no `&unknown` above it")]
    [InlineData("\0\u0001\u0002\n", 1, "policy show --yaml")]
    [InlineData("PK\u0003\u0004\ufffd\ufffd", 1, "policy show --yaml")]
    [InlineData("- a\n- list\n", 1, "policy show --yaml")]
    public void It_is_reported_with_line_and_remedy(string text, int line, string remedy)
    {
        var fault = Assert.Single(PolicyText.Faults(text));
        Assert.Contains(remedy, fault.Message, StringComparison.Ordinal);
        Assert.Equal(line, fault.Line);
    }

    [Fact]
    public void Ten_megabytes_are_refused_unread() =>
        Assert.Contains(
            "400000 are the most",
            Assert.Single(PolicyText.Faults(new string('x', 10_000_000))).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("[", "]"), InlineData("{a: ", "}"), InlineData("- ", "")]
    public void Nesting_without_end_is_refused(string open, string close)
    {
        var deep = new StringBuilder("version:\n  ")
            .Insert(11, open, 50_000)
            .Append('x')
            .Append(string.Concat(Enumerable.Repeat(close, 50_000)));
        Assert.Contains(
            "nested deeper than 40 levels",
            Assert.Single(PolicyText.Faults(deep.ToString())).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Anchors_that_stand_for_millions_of_entries_are_refused()
    {
        var bomb =
            "a0: &a0 [x]\n"
            + string.Concat(
                Enumerable
                    .Range(1, 30)
                    .Select(level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n")
            );
        var fault = Assert.Single(PolicyText.Faults(bomb));
        Assert.Equal(2, fault.Line);
        Assert.Contains("`*a0` stands inside an entry that has an anchor itself: write it out", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_may_still_be_written_once_and_used_twice() =>
        Assert.Contains("*patch", PolicyText.Shipped, StringComparison.Ordinal);
}
