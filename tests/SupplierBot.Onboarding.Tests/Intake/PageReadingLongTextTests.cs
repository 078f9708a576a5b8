using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Intake;

/// <summary>Saved whole, shown as far as the field goes; what comes back as it was shown says nothing new.</summary>
public sealed class PageReadingLongTextTests
{
    private static readonly Policy Policy = PolicyText.Policy;
    private static readonly QuestionPage Page = Policy.Pages.First(page => page.Questions.Contains("purpose"));
    private static readonly Question Purpose = Policy.Question("purpose");
    private static readonly int Most = QuestionFields.MostOf(Purpose);
    private static readonly string Long = string.Concat(Enumerable.Range(0, 4_000).Select(number => (char)('a' + number % 26)))[
        ..(Most + 500)
    ];

    private static Answers Read(string sent, string saved) =>
        PageReading
            .Read(
                Policy,
                Page,
                new Dictionary<string, string> { ["purpose"] = sent },
                PageReading.WithText(Purpose, saved, Answers.Empty),
                new(2026, 11, 23),
                (_, _) => null
            )
            .Answers;

    [Fact]
    public void The_field_shows_what_fits()
    {
        var field = QuestionFields.Of(Purpose, PageReading.WithText(Purpose, Long, Answers.Empty), [], WordingText.Wording);
        Assert.Equal(Long[..Most], field.Value);
        Assert.Equal(Most, field.MaxLength);
    }

    [Fact]
    public void What_comes_back_as_it_was_cut_leaves_what_is_saved() => Assert.Equal(Long, Read(Long[..Most], Long).One("purpose"));

    [Fact]
    public void What_was_changed_is_what_counts()
    {
        Assert.Equal(Long[..(Most - 1)], Read(Long[..(Most - 1)], Long).One("purpose"));
        Assert.Equal("Summaries of customer calls", Read("Summaries of customer calls", Long).One("purpose"));
        Assert.Null(Read("", Long).One("purpose"));
    }

    [Fact]
    public void A_text_that_fits_is_what_was_sent() => Assert.Equal("Shorter", Read("Shorter", "Shorter text").One("purpose"));

    [Fact]
    public void Blanks_and_line_ends_at_the_cut_make_no_difference()
    {
        var saved = string.Concat(Long.AsSpan(0, Most - 2), "\n ", Long.AsSpan(Most));
        Assert.Equal(saved, Read(saved[..Most].Replace("\n", "\r\n", StringComparison.Ordinal), saved).One("purpose"));
    }

    [Fact]
    public void A_cut_leaves_no_half_of_a_letter()
    {
        var saved = new string('x', Most - 1) + "😀" + Long;
        Assert.Equal(Most - 1, FieldTexts.Shown(Purpose, saved[..4_000]).Length);
    }
}
