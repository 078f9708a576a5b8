using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.BotFramework.Teams;
using SupplierBot.BotFramework.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.BotFramework.Tests.Teams;

/// <summary>What happens to teams and channels (src/SupplierBot.BotFramework/PROTOCOL.md "Team events").</summary>
public sealed class TeamEventsTests
{
    private const string Team = "19:team@thread.tacv2";
    private const string Reviews = "19:reviews@thread.tacv2";

    private static Turn? Read(string eventType, JsonObject? channel, JsonObject? team, string conversation = Team) =>
        ActivityToTurn.Read(
            SampleActivities
                .With(
                    "conversationUpdate",
                    sent =>
                    {
                        sent["conversation"] = new JsonObject
                        {
                            ["id"] = conversation,
                            ["conversationType"] = "channel",
                            ["isGroup"] = true,
                            ["tenantId"] = SampleActivities.Tenant,
                        };
                        sent["channelData"] = new JsonObject
                        {
                            ["eventType"] = eventType,
                            ["channel"] = channel,
                            ["team"] = team,
                            ["tenant"] = new JsonObject { ["id"] = SampleActivities.Tenant },
                        };
                    }
                )
                .Read(),
            Tenants.Of([SampleActivities.Tenant]),
            "new",
            SampleActivities.Today
        );

    private static JsonObject Id(string id) => new() { ["id"] = id, ["name"] = "Supplier reviews" };

    [Theory]
    [
        InlineData("channelDeleted", Team, Reviews),
        InlineData("channelDeleted", Reviews, Reviews),
        InlineData("teamDeleted", Team, Team),
        InlineData("teamHardDeleted", Reviews, Team)
    ]
    public void What_was_deleted_is_a_place_the_bot_was_removed_from(string eventType, string conversation, string lost)
    {
        var turn = Read(eventType, Id(Reviews), Id(Team), conversation)!;
        Assert.IsType<Request.Removed>(turn.Request);
        Assert.Equal(
            (lost, ConversationScope.Channel, null, null, true),
            (
                turn.Conversation.ConversationId,
                turn.Conversation.Scope,
                turn.Conversation.ThreadId,
                turn.Conversation.UserId,
                turn.Actor.Member
            )
        );
    }

    [Theory]
    [
        InlineData("channelCreated"),
        InlineData("channelRenamed"),
        InlineData("channelRestored"),
        InlineData("teamArchived"),
        InlineData("teamUnarchived"),
        InlineData("teamRenamed"),
        InlineData("teamRestored"),
        InlineData("teamMemberAdded"),
        InlineData("teamMemberRemoved"),
        InlineData("somethingNew"),
        InlineData("ChannelDeleted")
    ]
    public void Everything_else_needs_nothing(string eventType) => Assert.Null(Read(eventType, Id(Reviews), Id(Team)));

    [Theory]
    [InlineData("channelDeleted"), InlineData("teamDeleted")]
    public void A_loss_of_nothing_is_none(string eventType)
    {
        Assert.Null(Read(eventType, null, null));
        Assert.Null(Read(eventType, Id(""), Id("")));
    }

    [Fact]
    public void An_id_that_could_be_no_key_is_refused() =>
        Assert.IsType<ActivityReading.Malformed>(
            ActivityReading.Read(
                SampleActivities
                    .With(
                        "conversationUpdate",
                        sent =>
                            sent["channelData"] = new JsonObject
                            {
                                ["eventType"] = "channelDeleted",
                                ["channel"] = Id(new('x', ActivityReading.LongestId + 1)),
                            }
                    )
                    .Bytes()
            )
        );
}
