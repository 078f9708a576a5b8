using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.BotFramework.Teams;
using SupplierBot.BotFramework.Tests.Kit;

namespace SupplierBot.BotFramework.Tests.Protocol;

public sealed class ActivityReadingTests
{
    private static string Malformed(byte[] body) => Assert.IsType<ActivityReading.Malformed>(ActivityReading.Read(body)).Reason;

    [Fact]
    public void A_message_is_read_with_what_we_know_and_what_we_do_not()
    {
        var activity = SampleActivities.Message("hello", sent => sent["tomorrow"] = 7).Read();
        Assert.Equal(
            ("message", "hello", "Europe/Madrid", SampleActivities.Tenant),
            (activity.Type, activity.Text, activity.LocalTimezone, activity.TenantId)
        );
        Assert.Equal(7, activity.Rest!["tomorrow"].GetInt32());
    }

    [Theory]
    [InlineData("type")]
    [InlineData("channelId")]
    [InlineData("serviceUrl")]
    [InlineData("from")]
    [InlineData("recipient")]
    [InlineData("conversation")]
    public void Without_a_required_member_it_is_malformed(string member)
    {
        Malformed(SampleActivities.Message(change: sent => sent.Remove(member)).Bytes());
        Malformed(SampleActivities.Message(change: sent => sent[member] = null).Bytes());
        Malformed(SampleActivities.Message(change: sent => sent[member] = 5).Bytes());
    }

    [Theory]
    [InlineData("from")]
    [InlineData("recipient")]
    [InlineData("conversation")]
    public void Without_an_id_it_is_malformed(string member)
    {
        Malformed(SampleActivities.Message(change: sent => sent[member] = new JsonObject()).Bytes());
        Malformed(SampleActivities.Message(change: sent => sent[member] = new JsonObject { ["id"] = " " }).Bytes());
        Malformed(SampleActivities.Message(change: sent => sent[member] = new JsonObject { ["id"] = new string('x', 1001) }).Bytes());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{\"type\":\"message\",}")]
    [InlineData("\"message\"")]
    public void What_is_no_object_is_malformed(string body) => Malformed(Encoding.UTF8.GetBytes(body));

    [Theory]
    [InlineData("\"type\":\"message\"", "\"type\":\"message\",\"type\":\"invoke\"")]
    [InlineData("\"tenant\":{", "\"tenant\":{\"id\":\"x\",")]
    [InlineData("\"text\":", "\"value\":{\"a\":1,\"a\":2},\"text\":")]
    [InlineData("\"text\":", "\"tomorrow\":1,\"tomorrow\":2,\"text\":")]
    public void A_name_twice_in_one_object_is_malformed(string place, string twice)
    {
        var sound = SampleActivities.Message().ToJsonString();
        Assert.Contains(place, sound, StringComparison.Ordinal);
        Malformed(Encoding.UTF8.GetBytes(sound.Replace(place, twice, StringComparison.Ordinal)));
    }

    [Fact]
    public void Too_deep_is_malformed()
    {
        var sound = SampleActivities.Message().ToJsonString();
        string Deep(int levels) =>
            sound.Replace("\"text\":", $"\"value\":{new string('[', levels)}{new string(']', levels)},\"text\":", StringComparison.Ordinal);
        Assert.IsType<ActivityReading.Accepted>(ActivityReading.Read(Encoding.UTF8.GetBytes(Deep(63))));
        Malformed(Encoding.UTF8.GetBytes(Deep(64)));
        Malformed(Encoding.UTF8.GetBytes(Deep(20_000)));
    }

    [Fact]
    public void Too_long_is_malformed() =>
        Assert.Contains(
            "too long",
            Malformed(SampleActivities.Message(new string('x', ActivityReading.MostBytes)).Bytes()),
            StringComparison.Ordinal
        );

    [Fact]
    public void Bytes_that_are_no_text_are_malformed()
    {
        var body = SampleActivities.Message("?").Bytes();
        body[Array.IndexOf(body, (byte)'?')] = 0xFF;
        Assert.Contains("UTF-8", Malformed(body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"text\":\"\\uD800\"")]
    [InlineData("\"text\":\"x\",\"value\":{\"a\":\"\\uDC00 \"}")]
    [InlineData("\"text\":\"x\",\"value\":{\"\\uD83D\":1}")]
    public void Half_a_surrogate_pair_is_malformed(string member) =>
        Malformed(
            Encoding.UTF8.GetBytes(
                SampleActivities.Message("help").ToJsonString().Replace("\"text\":\"help\"", member, StringComparison.Ordinal)
            )
        );

    [Fact]
    public void A_whole_surrogate_pair_is_text() =>
        Assert.Equal(
            "😀",
            (
                (ActivityReading.Accepted)
                    ActivityReading.Read(
                        Encoding.UTF8.GetBytes(
                            SampleActivities
                                .Message("help")
                                .ToJsonString()
                                .Replace("\"help\"", "\"\\uD83D\\uDE00\"", StringComparison.Ordinal)
                        )
                    )
            )
                .Activity
                .Text
        );

    [Fact]
    public void Any_bytes_give_an_answer() => Gen.Byte.Array[0, 300].Sample(body => Assert.NotNull(ActivityReading.Read(body)));

    [Fact]
    public void A_damaged_activity_gives_an_answer_and_never_a_fault()
    {
        var sound = SampleActivities
            .Press("answer", """{ "_": { "draft": "d", "page": "p1", "version": 3 }, "supplier": "Acme" }""")
            .Bytes();
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte, Gen.Int[0, 8])
            .List[1, 4]
            .Sample(damages =>
            {
                var body = sound.ToList();
                foreach (var (at, with, cut) in damages)
                {
                    if (at < body.Count)
                        body[at] = with;
                    if (at + cut < body.Count && cut > 5)
                        body.RemoveRange(at, cut);
                }
                if (ActivityReading.Read([.. body]) is ActivityReading.Accepted accepted)
                    ActivityToTurn.Read(accepted.Activity, Tenants.Of([SampleActivities.Tenant]), "new", SampleActivities.Today);
            });
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    private static readonly Gen<string> Scraps = OneOf(
        "null",
        "true",
        "7",
        "-1.5e300",
        "\"\"",
        "\"x\"",
        "[]",
        "{}",
        "[null]",
        "[\"a\",\"b\"]",
        """{"id":5}""",
        """{"id":"28:bot"}""",
        """[{"id":"28:bot"}]""",
        """{"action":null}""",
        """{"action":{"verb":5,"data":[]}}""",
        """{"action":{"verb":"answer","data":{"_":[]}}}""",
        """{"_":{"version":1e99},"verb":"x"}""",
        """{"say":[1,2]}""",
        """{"type":"mention","mentioned":5}""",
        """[{"type":"mention","mentioned":{"id":"28:bot"},"text":""}]""",
        """[{"type":"mention","mentioned":{"id":"28:bot","name":""}}]"""
    );

    [Fact]
    public void Any_member_of_any_shape_gives_a_turn_or_nothing()
    {
        string[] members =
        [
            "text",
            "value",
            "entities",
            "channelData",
            "membersAdded",
            "membersRemoved",
            "name",
            "replyToId",
            "id",
            "action",
            "conversation",
            "from",
        ];
        Gen.Select(
                OneOf("message", "invoke", "conversationUpdate", "installationUpdate", "typing"),
                Gen.Select(OneOf(members), Scraps).List[0, 4]
            )
            .Sample(
                (type, changes) =>
                {
                    var activity = SampleActivities.With(type);
                    foreach (var (member, scrap) in changes)
                        activity[member] = JsonNode.Parse(scrap);
                    if (ActivityReading.Read(activity.Bytes()) is ActivityReading.Accepted accepted)
                        ActivityToTurn.Read(accepted.Activity, Tenants.Of([SampleActivities.Tenant]), "new", SampleActivities.Today);
                }
            );
    }
}
