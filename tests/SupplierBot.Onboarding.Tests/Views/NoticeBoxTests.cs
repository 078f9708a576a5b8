using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Views;

public sealed class NoticeBoxTests
{
    [Theory]
    [InlineData("Saved. Reviewers will see what changed.", "Saved.", "Reviewers will see what changed.")]
    [InlineData("Nothing changed.", "", "Nothing changed.")]
    [InlineData("v1.2 is what you wrote.", "", "v1.2 is what you wrote.")]
    [InlineData(
        "A first sentence that goes on and on and on, longer than any lead may be. Then more.",
        "",
        "A first sentence that goes on and on and on, longer than any lead may be. Then more."
    )]
    public void The_first_of_several_sentences_leads(string words, string lead, string text)
    {
        var box = Assert.Single(NoticeBox.Of(NoticeKind.Info, words));
        Assert.Equal((lead, text), (box.Lead, box.Text));
    }

    [Fact]
    public void Nothing_to_say_is_no_box() => Assert.Empty(NoticeBox.Of(NoticeKind.Error, ""));

    [Fact]
    public void Only_what_was_not_done_is_red_and_every_kind_has_a_mark_of_its_own()
    {
        var boxes = Enum.GetValues<NoticeKind>().SelectMany(kind => NoticeBox.Of(kind, "Words.")).ToList();
        Assert.Equal([NoticeKind.Error], boxes.Where(box => box.Style == BoxStyle.Attention).Select(box => box.Kind));
        Assert.Equal(boxes.Count, boxes.Select(box => box.Mark).Distinct().Count());
    }

    [Fact]
    public void An_error_stands_above_the_buttons_and_all_else_below_the_title()
    {
        View page = new View.Page("Title", "", "Some answers need fixing.", [], "") { Plain = "Title" };
        Assert.Equal((true, false), (page.ErrorNotices.Count > 0, page.TopNotices.Count > 0));
        page = page with { ProblemKind = NoticeKind.Success };
        Assert.Equal((false, true), (page.ErrorNotices.Count > 0, page.TopNotices.Count > 0));
    }
}
