using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Tests.Requests;

/// <summary>How admins say that two register entries are one supplier, and what only looks like it.</summary>
public sealed class MergePhrasesTests
{
    [Theory]
    [InlineData("merge SUP-0004 into SUP-0002", "SUP-0004", "SUP-0002")]
    [InlineData("Merge sup 4 into #2, please", "SUP-0004", "SUP-0002")]
    [InlineData("please merge Acme Labs into Acme", "Acme Labs", "Acme")]
    [InlineData("merge “Into the Blue” into Acme", "Into the Blue", "Acme")]
    [InlineData("merge SUP-0004 into Acme Notes", "SUP-0004", "Acme Notes")]
    [InlineData("Acme Labs is the same supplier as Acme.", "Acme Labs", "Acme")]
    [InlineData("SUP-0004 is the same company as SUP-0002", "SUP-0004", "SUP-0002")]
    public void One_into_the_other(string text, string from, string into) =>
        Assert.Equal(new Request.MergeSuppliers(from, into, ""), RequestReader.Parse(text));

    [Theory]
    [InlineData("merge undo SUP-0004", "SUP-0004")]
    [InlineData("undo merge of Acme Labs", "Acme Labs")]
    [InlineData("Undo the merge of SUP-4!", "SUP-0004")]
    [InlineData("unmerge sup-0004", "SUP-0004")]
    public void Taken_back(string text, string entry) => Assert.Equal(new Request.UndoMerge(entry), RequestReader.Parse(text));

    [Fact]
    public void What_was_shown_is_at_the_end_of_what_confirms_it() =>
        Assert.Equal(
            new Request.MergeSuppliers("SUP-0004", "SUP-0002", "1f2e3d4c5b6a"),
            RequestReader.Parse("confirm merge SUP-0004 into SUP-0002 as 1f2e3d4c5b6a")
        );

    [Theory]
    [InlineData("merge")]
    [InlineData("merge SUP-0004")]
    [InlineData("merge into SUP-0002")]
    [InlineData("merge SUP-0004 into")]
    [InlineData("confirm merge SUP-0004 into SUP-0002")]
    [InlineData("is the same supplier as Acme")]
    public void Half_of_it_is_none(string text) => Assert.IsNotType<Request.MergeSuppliers>(RequestReader.Parse(text));

    [Fact]
    public void Where_a_text_is_awaited_numbers_alone_are_a_command()
    {
        Assert.IsType<Request.Unclear>(RequestReader.Typed("merge our calls into one transcript").Typed!.IfAwaited);
        Assert.IsType<Request.MergeSuppliers>(RequestReader.Typed("merge SUP-0004 into SUP-0002").Typed!.IfAwaited);
    }
}
