using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Tests.Text;

/// <summary>What is a typo, and what is another name.</summary>
public sealed class NameSimilarityTests
{
    [Theory]
    [InlineData("salesfroce", "salesforce")]
    [InlineData("grammerly", "grammarly")]
    [InlineData("anthropc", "anthropic")]
    [InlineData("elevenlab", "elevenlabs")]
    [InlineData("perpelxityy", "perplexity")]
    public void A_typo(string typed, string known) => Assert.True(NameSimilarity.IsSlip(typed, known));

    [Theory]
    [InlineData("gong", "gung")]
    [InlineData("claude", "cloud")]
    [InlineData("phi3x", "phi4x")]
    [InlineData("runway", "subway")]
    [InlineData("notion", "motionless")]
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
