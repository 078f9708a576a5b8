using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Tests.Text;

/// <summary>What is a typo, and what is another name.</summary>
public sealed class NameSimilarityTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("salesfroce", "salesforce")]
    [InlineData("grammerly", "grammarly")]
    [InlineData("anthropc", "anthropic")]
    [InlineData("elevenlab", "elevenlabs")]
    [InlineData("perpelxityy", "perplexity")]
    [InlineData("pwrplexityenterprisepro", "perplexityenterprisepro")]
    public void A_typo(string typed, string known) => Assert.True(NameSimilarity.IsSlip(typed, known));

    [Theory]
    [InlineData("gong", "gung")]
    [InlineData("claude", "cloud")]
    [InlineData("phi3x", "phi4x")]
    [InlineData("runway", "subway")]
    [InlineData("notion", "motionless")]
    [InlineData("cootminutes", "knotminutes")]
    [InlineData("ternminutes", "tealminutes")]
    [InlineData("ternminutes", "wrenminutes")]
    public void Another_name(string typed, string known) => Assert.False(NameSimilarity.IsSlip(typed, known));

    [Theory]
    [InlineData("salesforce")]
    [InlineData("perplexity")]
    [InlineData("gemini")]
    public void Every_single_slip_leaves_a_part_by_which_it_is_found(string known)
    {
        var parts = SlipParts.Of(known);
        foreach (var typed in Slips(known).Where(typed => typed != known))
            Assert.True(parts.Intersect(SlipParts.Typed(typed)).Any(), typed);
    }

    /// <summary>The figures behind <see cref="NameSimilarity.Threshold"/>; a looser one takes more names for each other.</summary>
    [Fact]
    public void All_single_typos_are_caught_and_hardly_any_other_name_is()
    {
        var names = Products
            .Catalogue.All.Select(product => SupplierNames.Plain(product.Name))
            .Where(name => name.Length >= 5 && !name.Any(char.IsDigit))
            .Distinct()
            .ToList();
        var slips = names
            .SelectMany(name => Slips(name).Where(slip => slip.Length >= 5 && slip != name).Select(slip => (name, slip)))
            .ToList();
        var caught = slips.Count(one => NameSimilarity.IsSlip(one.slip, one.name));
        var found = slips.Count(one => SlipParts.Of(one.name).Intersect(SlipParts.Typed(one.slip)).Any());
        var pairs = names.SelectMany((one, at) => names.Skip(at + 1).Select(other => (one, other))).ToList();
        var alike = pairs.Where(pair => NameSimilarity.IsSlip(pair.one, pair.other)).ToList();
        output.WriteLine(
            $"{names.Count} names, {slips.Count} typos: {caught / (double)slips.Count:P2} caught, {found / (double)slips.Count:P2} found"
        );
        output.WriteLine($"{pairs.Count} pairs of names: {alike.Count} alike: {string.Join(", ", alike)}");
        Assert.Equal(slips.Count, caught);
        Assert.Equal(slips.Count, found);
        Assert.True(alike.Count * 2_000 < pairs.Count);
    }

    [Theory]
    [InlineData("gong")]
    [InlineData("")]
    public void A_short_name_has_none(string plain)
    {
        Assert.Empty(SlipParts.Of(plain));
        Assert.Empty(SlipParts.Typed(plain));
    }

    [Fact]
    public void Words_that_tell_a_purpose()
    {
        Assert.Equal(["transc", "calls"], NameWords.Stems("Transcribing our calls with customers, for the team"));
        Assert.Equal(NameWords.Stems("transcription"), NameWords.Stems("transcribe").Take(1).Where(stem => stem.Length == 6));
    }

    private static IEnumerable<string> Slips(string name)
    {
        for (var at = 0; at < name.Length; at++)
        {
            yield return name.Remove(at, 1);
            yield return name.Insert(at, "q");
            yield return name.Remove(at, 1).Insert(at, "q");
            if (at > 0)
                yield return name.Remove(at - 1, 2).Insert(at - 1, $"{name[at]}{name[at - 1]}");
        }
    }
}
