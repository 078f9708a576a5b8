using CsCheck;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Tests.Text;

/// <summary>Names that were typed one after the other.</summary>
public sealed class NameListTests
{
    [Theory]
    [InlineData("OpenAI", "OpenAI")]
    [InlineData("OpenAI, AWS and Hetzner", "OpenAI|AWS|Hetzner")]
    [InlineData(" OpenAI ;AWS/Azure\nGCP & Groq ", "OpenAI|AWS|Azure|GCP|Groq")]
    [InlineData("OpenAI (GPT-4o, o3), AWS", "OpenAI (GPT-4o, o3)|AWS")]
    [InlineData("OpenAI (GPT-4o, AWS", "OpenAI (GPT-4o|AWS")]
    [InlineData("AWS, aws", "AWS")]
    [InlineData("Anderson, Sandoz", "Anderson|Sandoz")]
    [InlineData(" , ;", "")]
    public void Each_is_a_name(string typed, string names) => Assert.Equal(names, string.Join('|', NameList.Of(typed)));

    [Fact]
    public void Names_with_commas_between_them_come_back() =>
        Gen.String[Gen.Char.AlphaNumeric, 1, 8]
            .List[0, 6]
            .Sample(names => Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), NameList.Of(string.Join(", ", names))));

    [Fact]
    public void Whatever_was_typed_is_read() =>
        Gen.String[Gen.Char["ab ,;/&()\nn d"], 0, 30]
            .Sample(typed => Assert.All(NameList.Of(typed), name => Assert.Equal(name.Trim(), name)));
}
