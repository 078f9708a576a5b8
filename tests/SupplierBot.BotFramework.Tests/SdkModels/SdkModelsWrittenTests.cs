using System.Text;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.BotFramework.Tests.Kit;
using Sdk = Microsoft.Bot.Schema;

namespace SupplierBot.BotFramework.Tests.SdkModels;

/// <summary>Activities that the models of the Bot Framework SDK write are read by us, each member where we look for it.</summary>
public sealed class SdkModelsWrittenTests
{
    private static readonly JsonSerializerSettings Settings = new() { NullValueHandling = NullValueHandling.Ignore };

    [Fact]
    public void A_message_says_who_said_what_where()
    {
        var read = Read(
            Of(Sdk.ActivityTypes.Message, activity => (activity.Text, activity.TextFormat) = ("new Acme", Sdk.TextFormatTypes.Plain))
        );
        Assert.Equal(("message", "new Acme", "plain", "msteams"), (read.Type, read.Text, read.TextFormat, read.ChannelId));
        Assert.Equal(("29:rita", "Rita Requester", SampleActivities.Rita), (read.From.Id, read.From.Name, read.From.AadObjectId));
        Assert.Equal(
            ("a:chat-with-rita", "personal", SampleActivities.Tenant),
            (read.Conversation.Id, read.Conversation.ConversationType, read.TenantId)
        );
        Assert.Equal(("en-GB", "Europe/Madrid", SampleActivities.TeamsUrl), (read.Locale, read.LocalTimezone, read.ServiceUrl));
    }

    [Fact]
    public void A_mention_is_an_entity_with_its_text()
    {
        var mention = new Sdk.Mention { Mentioned = new(SampleActivities.Bot, "SupplierBot"), Text = "<at>SupplierBot</at>" };
        var read = Read(
            Of(Sdk.ActivityTypes.Message, activity => activity.Entities = [JObject.FromObject(mention).ToObject<Sdk.Entity>()!])
        );
        var entity = Assert.Single(read.Entities!);
        Assert.Equal(
            ("mention", SampleActivities.Bot),
            (entity.GetProperty("type").GetString(), entity.GetProperty("mentioned").GetProperty("id").GetString())
        );
    }

    [Fact]
    public void A_button_is_an_invoke_with_its_verb_and_data()
    {
        var value = new Sdk.AdaptiveCardInvokeValue
        {
            Action = new()
            {
                Type = "Action.Execute",
                Verb = "open",
                Data = new JObject { ["_"] = new JObject { ["case"] = "REQ-2026-0001" } },
            },
        };
        var read = Read(
            Of(
                Sdk.ActivityTypes.Invoke,
                activity => (activity.Name, activity.Value, activity.ReplyToId) = ("adaptiveCard/action", value, "17:1")
            )
        );
        Assert.True(read.IsInvoke);
        Assert.Equal(("adaptiveCard/action", "17:1"), (read.Name, read.ReplyToId));
        Assert.Equal("open", read.Value!.Value.GetProperty("action").GetProperty("verb").GetString());
        Assert.Equal(
            "REQ-2026-0001",
            read.Value.Value.GetProperty("action").GetProperty("data").GetProperty("_").GetProperty("case").GetString()
        );
    }

    [Fact]
    public void Who_was_added_and_removed_is_listed()
    {
        var read = Read(
            Of(
                Sdk.ActivityTypes.ConversationUpdate,
                activity =>
                    (activity.MembersAdded, activity.MembersRemoved) = ([new(SampleActivities.Bot, "SupplierBot")], [new("29:sam", "Sam")])
            )
        );
        Assert.Equal((SampleActivities.Bot, "29:sam"), (Assert.Single(read.MembersAdded!).Id, Assert.Single(read.MembersRemoved!).Id));
    }

    [Fact]
    public void A_channel_says_its_team_and_what_happened()
    {
        var data = new TeamsChannelData
        {
            Channel = new("19:security@thread.tacv2"),
            Team = new("19:team@thread.tacv2"),
            Tenant = new(SampleActivities.Tenant),
            EventType = "channelDeleted",
        };
        var read = Read(Of(Sdk.ActivityTypes.ConversationUpdate, activity => activity.ChannelData = data));
        Assert.Equal(
            ("19:security@thread.tacv2", "19:team@thread.tacv2", SampleActivities.Tenant, "channelDeleted"),
            (read.ChannelData!.Channel!.Id, read.ChannelData.Team!.Id, read.ChannelData.Tenant!.Id, read.ChannelData.EventType)
        );
    }

    [Theory]
    [InlineData("add")]
    [InlineData("remove-upgrade")]
    public void An_installation_says_which_way(string action) =>
        Assert.Equal(action, Read(Of(Sdk.ActivityTypes.InstallationUpdate, activity => activity.Action = action)).Action);

    [Theory]
    [InlineData(Sdk.ActivityTypes.Typing)]
    [InlineData(Sdk.ActivityTypes.EndOfConversation)]
    [InlineData(Sdk.ActivityTypes.Event)]
    [InlineData(Sdk.ActivityTypes.MessageReaction)]
    [InlineData(Sdk.ActivityTypes.MessageUpdate)]
    [InlineData(Sdk.ActivityTypes.MessageDelete)]
    [InlineData(Sdk.ActivityTypes.Handoff)]
    [InlineData(Sdk.ActivityTypes.Trace)]
    public void Every_other_type_of_the_SDK_is_one_that_we_know_and_leave_alone(string type) =>
        Assert.Contains(Read(Of(type)).Type, ActivityTypes.LeftAlone);

    private static Sdk.Activity Of(string type, Action<Sdk.Activity>? change = null)
    {
        var activity = new Sdk.Activity(type)
        {
            Id = "1700000000001",
            ChannelId = "msteams",
            ServiceUrl = SampleActivities.TeamsUrl,
            Timestamp = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero),
            Locale = "en-GB",
            LocalTimezone = "Europe/Madrid",
            From = new("29:rita", "Rita Requester", aadObjectId: SampleActivities.Rita),
            Recipient = new(SampleActivities.Bot, "SupplierBot"),
            Conversation = new(id: "a:chat-with-rita", conversationType: "personal", tenantId: SampleActivities.Tenant),
            ChannelData = new TeamsChannelData { Tenant = new(SampleActivities.Tenant) },
        };
        change?.Invoke(activity);
        return activity;
    }

    private static Activity Read(Sdk.Activity activity) =>
        Assert
            .IsType<ActivityReading.Accepted>(ActivityReading.Read(Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(activity, Settings))))
            .Activity;
}
