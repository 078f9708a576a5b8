using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Views;

public sealed class LinksTests
{
    private static string Shown(string text) =>
        Links.Escape(text, words => words.ToUpperInvariant(), (words, address) => $"<{address}|{words}>");

    [Theory]
    [InlineData("acme.com", "<https://acme.com/|ACME.COM>")]
    [InlineData("http://acme.com/a?b=1&c=(2)", "<http://acme.com/a?b=1&c=%282%29|HTTP://ACME.COM/A?B=1&C=(2)>")]
    [InlineData("not an address", "NOT AN ADDRESS")]
    [InlineData("javascript:alert(1)", "JAVASCRIPT:ALERT(1)")]
    [InlineData("https://user:word@acme.com", "HTTPS://USER:WORD@ACME.COM")]
    [InlineData("", "")]
    public void A_site_is_a_link_to_itself(string typed, string shown) => Assert.Equal(shown, Shown(Links.OfSite(typed)));

    [Theory]
    [InlineData("See https://acme.com/terms, section 4.", "SEE <https://acme.com/terms|HTTPS://ACME.COM/TERMS>, SECTION 4.")]
    [InlineData("(https://acme.com/dpa)", "(<https://acme.com/dpa|HTTPS://ACME.COM/DPA>)")]
    [InlineData("acme.com alone is none", "ACME.COM ALONE IS NONE")]
    public void Whole_addresses_in_a_text_are_links(string typed, string shown) => Assert.Equal(shown, Shown(Links.In(typed)));

    [Fact]
    public void A_link_reads_as_its_words_where_no_link_can_be() =>
        Assert.Equal("Proof: https://acme.com/dpa today", Links.Plain(Links.In("Proof: https://acme.com/dpa today")));

    [Fact]
    public void Half_a_link_is_its_words_wherever_it_was_cut()
    {
        var text = Links.In("Proof: https://acme.com/dpa today");
        for (var end = 0; end <= text.Length; end++)
        {
            foreach (var part in new[] { text[..end], text[end..] })
            {
                var shown = Shown(part);
                Assert.All(shown, one => Assert.False(char.IsControl(one)));
                Assert.True(
                    part == text
                        || !shown.Contains('<', StringComparison.Ordinal)
                        || shown.Contains("|HTTPS://ACME.COM/DPA>", StringComparison.Ordinal)
                );
            }
        }
    }

    [Fact]
    public void What_nobody_can_type_is_taken_out_of_what_is_typed() =>
        Assert.Equal("aevil.comb", Onboarding.Text.TypedText.OneLine($"a{Links.Open}evil.com{Links.To}{Links.End}b"));
}
