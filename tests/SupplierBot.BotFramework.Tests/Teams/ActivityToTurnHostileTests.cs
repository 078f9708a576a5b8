using System.Text;
using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.BotFramework.Teams;
using SupplierBot.BotFramework.Tests.Kit;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.BotFramework.Tests.Teams;

/// <summary>Activities no client makes on purpose: each is read, or refused, and none is a fault.</summary>
public sealed class ActivityToTurnHostileTests
{
    private static SupplierBot.Chat.Turns.Turn? Read(JsonNode activity) =>
        ActivityToTurn.Read(activity.Read(), Tenants.Of([SampleActivities.Tenant]), "made-up", SampleActivities.Today);

    [Theory]
    [InlineData("message")]
    [InlineData("installationUpdate")]
    [InlineData("conversationUpdate")]
    public void Nothing_among_the_members_of_what_the_bot_itself_sent_is_nobody(string type)
    {
        var turn = Read(
            SampleActivities.With(
                type,
                sent =>
                {
                    sent["action"] = "add";
                    sent["from"]!["id"] = SampleActivities.Bot;
                    sent["membersAdded"] = new JsonArray(
                        null,
                        new JsonObject { ["id"] = SampleActivities.Bot },
                        new JsonObject { ["id"] = "29:rita" }
                    );
                }
            )
        )!;
        Assert.Equal("29:rita", turn.Conversation.UserId);
    }

    [Fact]
    public void Thousands_of_members_entities_and_attachments_are_one_message()
    {
        JsonArray Many(Func<int, JsonNode?> one) => new([.. Enumerable.Range(0, 1_500).Select(one)]);
        var turn = Read(
            SampleActivities.Message(
                "<at>SupplierBot</at> help",
                sent =>
                {
                    sent["membersAdded"] = Many(number => new JsonObject { ["id"] = $"29:{number}" });
                    sent["entities"] = Many(number => new JsonObject
                    {
                        ["type"] = "mention",
                        ["text"] = "<at>SupplierBot</at>",
                        ["mentioned"] = new JsonObject { ["id"] = SampleActivities.Bot },
                    });
                    sent["attachments"] = Many(_ => new JsonObject { ["contentType"] = "text/html", ["content"] = "<div>" });
                }
            )
        )!;
        Assert.Equal(RequestReader.Typed("help"), turn.Request);
    }

    [Fact]
    public void Ten_thousand_inputs_are_read()
    {
        var data = new JsonObject();
        for (var number = 0; number < 10_000; number++)
            data[$"x{number}"] = "";
        Assert.Equal(10_000, Read(SampleActivities.Press("answer", data.ToJsonString()))!.Request.Press!.Values.Count);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("-2147483648")]
    [InlineData("1e99")]
    [InlineData("2147483648")]
    [InlineData("\"0x3\"")]
    [InlineData("\" 3\"")]
    [InlineData("[3]")]
    [InlineData("{}")]
    [InlineData("true")]
    [InlineData("null")]
    public void A_version_that_is_no_version_is_older_than_every_card(string version) =>
        Assert.InRange(
            Read(SampleActivities.Press("answer", $$"""{ "_": { "version": {{version}} } }"""))!.Request.Press!.Stamp.Version,
            int.MinValue,
            0
        );

    /// <summary>1,000 levels of one array are refused before any of it is looked into.</summary>
    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void A_thousand_levels_are_refused(string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 1_000)) + "1" + string.Concat(Enumerable.Repeat(close, 1_000));
        var body = SampleActivities.Message().ToJsonString().Replace("\"text\":", $"\"value\":{deep},\"text\":", StringComparison.Ordinal);
        Assert.IsType<ActivityReading.Malformed>(ActivityReading.Read(Encoding.UTF8.GetBytes(body)));
    }
}
