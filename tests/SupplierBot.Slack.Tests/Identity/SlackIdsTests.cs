using SupplierBot.Onboarding.Roles;
using SupplierBot.Slack.Identity;

namespace SupplierBot.Slack.Tests.Identity;

/// <summary>A user is somebody only together with the team that says so.</summary>
public sealed class SlackIdsTests
{
    [Theory]
    [InlineData("slack:T1:U1", "U1", "T1")]
    [InlineData("slack:T1", null, null)]
    [InlineData("slack:T1:U1:more", null, null)]
    [InlineData("teams:T1:U1", null, null)]
    public void An_id_is_read_back_whole_or_not_at_all(string id, string? user, string? team) =>
        Assert.Equal((user, team), (SlackIds.UserOf(new PersonId(id)), SlackIds.TeamOf(new PersonId(id))));

    [Theory]
    [InlineData(" Rita\nRequester ", "RitaRequester")]
    [InlineData(null, "")]
    public void A_name_is_on_one_line(string? name, string kept) => Assert.Equal(kept, SlackIds.NameOf(name));

    [Fact]
    public void A_long_name_ends_with_a_whole_character()
    {
        Assert.Equal(new string('a', 100), SlackIds.NameOf(new string('a', 101)));
        Assert.Equal(new string('a', 99), SlackIds.NameOf(new string('a', 99) + "🚀"));
        Assert.Equal(new string('a', 98) + "🚀", SlackIds.NameOf(new string('a', 98) + "🚀!"));
    }
}
