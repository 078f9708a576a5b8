using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Tests.Text;

/// <summary>What makes two writings one person's name, and what does not.</summary>
public sealed class PersonNamesTests
{
    [Theory]
    [InlineData("Nora Newhire", "nora  NEWHIRE ")]
    [InlineData("Nora Newhire", "Nora\u00A0Newhire")]
    [InlineData("Nora Newhire", "Nora\u3000Newhire")]
    [InlineData("Nora Newhire", "Nora\u200B New\u00ADhire")]
    [InlineData("Siobhan O'Brien", "Siobhan O\u2019Brien")]
    [InlineData("Siobhan O'Brien", "Siobhan O\u02BCBrien")]
    [InlineData("Siobhan O'Brien", "Siobhan O`Brien")]
    [InlineData("Siobhan O'Brien", "Siobhan O\u00B4Brien")]
    [InlineData("Siobhan O'Brien", "Siobhan O\u02BBBrien")]
    [InlineData("Siobhan O'Brien", "Siobhan O\u2032Brien")]
    [InlineData("Anne-Marie", "Anne\u2043Marie")]
    [InlineData("Anne-Marie", "Anne\u2011Marie")]
    [InlineData("Anne-Marie", "Anne\uFF0DMarie")]
    [InlineData("José", "Jose\u0301")]
    [InlineData("Sam", "Ｓａｍ")]
    [InlineData("दीपा", "दीपा")]
    public void One_name(string one, string other) => Assert.True(PersonNames.Same(one, other));

    [Theory]
    [InlineData("José", "Jose")]
    [InlineData("दीपा", "दपा")]
    [InlineData("Sam", "Sаm")]
    [InlineData("Nora Newhire", "Nora Newhire 2")]
    [InlineData("Nora Newhire", "NoraNewhire")]
    [InlineData("", "")]
    [InlineData("\u200B", "\u200B")]
    public void Two_names(string one, string other) => Assert.False(PersonNames.Same(one, other));

    [Theory]
    [InlineData("@Sam", "Sam"), InlineData(" @ Sam", "Sam"), InlineData("Sam", "Sam")]
    public void A_mention_is_typed_with_its_sign(string typed, string name) => Assert.Equal(name, PersonNames.Typed(typed));

    [Fact]
    public void Half_a_character_is_no_fault()
    {
        Assert.False(PersonNames.Same("Sam\uDC00", "Sam"));
        Assert.Equal("\uFFFDSam", PersonNames.Typed("\uD800Sam"));
    }
}
