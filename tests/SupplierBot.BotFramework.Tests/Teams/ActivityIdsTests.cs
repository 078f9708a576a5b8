using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.BotFramework.Teams;
using SupplierBot.BotFramework.Tests.Kit;

namespace SupplierBot.BotFramework.Tests.Teams;

/// <summary>The same delivery has the same id, and no id breaks a line of the log.</summary>
public sealed class ActivityIdsTests
{
    private static Activity Without(string? id, Action<JsonObject>? change = null) =>
        SampleActivities
            .Message(
                "help",
                sent =>
                {
                    if (id is null)
                        sent.Remove("id");
                    else
                        sent["id"] = id;
                    change?.Invoke(sent);
                }
            )
            .Read();

    [Theory]
    [InlineData("1700000000001"), InlineData("f:3f2504e0-4f89-11d3-9a0c-0305e82c3301"), InlineData("AbC|0000_1.2")]
    public void A_plain_id_is_itself(string id) => Assert.Equal(id, ActivityIds.Of(Without(id)));

    [Theory]
    [InlineData("two words"), InlineData("a\nWARN forged"), InlineData("ä"), InlineData("a/b"), InlineData("{id}")]
    public void An_id_the_log_cannot_say_is_known_by_its_hash(string id)
    {
        Assert.Matches("^hash-[A-Za-z0-9_-]{43}$", ActivityIds.Of(id));
        Assert.Equal(ActivityIds.Of(id), ActivityIds.Of(Without(id)));
        Assert.NotEqual(ActivityIds.Of(id), ActivityIds.Of(id + " "));
    }

    [Theory]
    [InlineData(100, true), InlineData(101, false)]
    public void A_long_id_is_a_hash(int length, bool itself) =>
        Assert.Equal(itself, ActivityIds.Of(new string('7', length)) == new string('7', length));

    [Theory]
    [InlineData(null), InlineData(""), InlineData(" \t ")]
    public void Without_one_it_is_its_moment_and_what_is_in_it(string? none)
    {
        var id = ActivityIds.Of(Without(none));
        Assert.Matches("^at-[A-Za-z0-9_-]{43}$", id);
        Assert.Equal(id, ActivityIds.Of(Without(none)));
    }

    [Theory]
    [
        InlineData("timestamp", "2026-11-23T09:00:01Z"),
        InlineData("text", "mine"),
        InlineData("type", "event"),
        InlineData("name", "other"),
        InlineData("replyToId", "1"),
        InlineData("value", "x")
    ]
    public void Anything_else_in_it_is_another_delivery(string member, string value) =>
        Assert.NotEqual(ActivityIds.Of(Without(null)), ActivityIds.Of(Without(null, sent => sent[member] = value)));

    [Fact]
    public void With_neither_id_nor_moment_it_is_like_no_other() =>
        Assert.Null(ActivityIds.Of(Without(null, sent => sent.Remove("timestamp"))));
}
