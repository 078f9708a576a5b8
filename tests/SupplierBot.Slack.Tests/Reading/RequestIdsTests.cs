using SupplierBot.Slack.Reading;

namespace SupplierBot.Slack.Tests.Reading;

/// <summary>The same delivery has the same id, and no id breaks a line of the log.</summary>
public sealed class RequestIdsTests
{
    [Fact]
    public void Plain_parts_are_said_as_they_are()
    {
        Assert.Equal("slack:T1:U1:1700000000.000001", RequestIds.Of("T1", "U1", "1700000000.000001"));
        Assert.Equal("slack:T1::V1", RequestIds.Of("T1", null, "V1"));
    }

    [Theory]
    [InlineData("two words"), InlineData("a\nWARN forged"), InlineData("ä"), InlineData("https://hooks.slack.com/1")]
    public void What_the_log_cannot_say_is_known_by_its_hash(string part)
    {
        Assert.Matches("^slack:hash-[A-Za-z0-9_-]{43}$", RequestIds.Of("T1", part));
        Assert.Equal(RequestIds.Of("T1", part), RequestIds.Of("T1", part));
        Assert.NotEqual(RequestIds.Of("T1", part), RequestIds.Of("T2", part));
    }

    [Theory]
    [InlineData(94, true), InlineData(95, false)]
    public void A_long_id_is_a_hash(int length, bool itself) =>
        Assert.Equal(itself, RequestIds.Of(new string('7', length)) == "slack:" + new string('7', length));

    [Theory]
    [InlineData("1", "2", "1"), InlineData(null, "2", "2"), InlineData("", "2", "2")]
    public void The_first_that_is_there_tells_a_delivery_from_every_other(string? first, string? second, string only) =>
        Assert.Equal(only, RequestIds.Only(first, second));

    [Fact]
    public void Where_nothing_does_each_is_one_of_its_own() => Assert.NotEqual(RequestIds.Only(null, ""), RequestIds.Only(null, ""));
}
