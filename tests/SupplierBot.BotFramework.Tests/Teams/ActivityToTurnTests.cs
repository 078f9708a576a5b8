using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Teams;
using SupplierBot.BotFramework.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.BotFramework.Tests.Teams;

public sealed class ActivityToTurnTests
{
    private static readonly Tenants Ours = Tenants.Of([SampleActivities.Tenant]);

    private static Turn? Read(JsonNode activity) => ActivityToTurn.Read(activity.Read(), Ours, "made-up", SampleActivities.Today);

    private static Request RequestOf(JsonNode activity) => Read(activity)!.Request;

    private static TypedWords TypedOf(JsonNode activity) => RequestOf(activity).Typed!;

    private static CardPress PressOf(JsonNode activity) => RequestOf(activity).Press!;

    [Fact]
    public void A_message_is_said_by_a_member_in_a_personal_chat()
    {
        var turn = Read(SampleActivities.Message("  new Acme Notes \u00A0"))!;
        Assert.Equal(RequestReader.Typed("new Acme Notes"), turn.Request);
        Assert.Equal(
            new Actor(new(new("teams:" + SampleActivities.Rita), "Rita Requester"), Member: true) { Zone = "Europe/Madrid" },
            turn.Actor
        );
        Assert.Equal(
            new ConversationReference(
                "teams",
                SampleActivities.TeamsUrl,
                "a:chat-with-rita",
                ConversationScope.Personal,
                SampleActivities.Bot,
                SampleActivities.Tenant,
                "29:rita",
                null
            ),
            turn.Conversation
        );
        Assert.Equal(("1700000000001", null, false), (turn.Id, turn.ReplyToId, turn.AnswersInPlace));
    }

    [Fact]
    public void An_id_of_the_directory_in_a_field_is_somebody_who_was_picked()
    {
        const string id = "5C9B7A80-2A63-4A4C-9D5C-2C6E7F6F3B11";
        var press = PressOf(
            SampleActivities.Invoke($$$"""{ "action": { "verb": "answer", "data": { "owner": "{{{id}}}", "name": "Acme" } } }""")
        );
        var picked = Assert.Single(press.People);
        Assert.Equal((id, id, "teams:5c9b7a80-2a63-4a4c-9d5c-2c6e7f6f3b11"), (picked.Name, picked.UserId, picked.Person?.Value));
    }

    [Theory]
    [
        InlineData("Asia/Tokyo", "Asia/Tokyo"),
        InlineData("Mars/Olympus", null),
        InlineData("", null),
        InlineData("../../etc/passwd", null),
        InlineData("Tokyo Standard Time", null)
    ]
    public void A_time_zone_is_one_that_is_known(string said, string? zone) =>
        Assert.Equal(zone, Read(SampleActivities.Message("help", sent => sent["localTimezone"] = said))!.Actor.Zone);

    /// <summary>The same delivery again has the same moment and the same words, and is the same turn.</summary>
    [Fact]
    public void Without_an_id_of_its_own_a_turn_is_named_by_its_moment_and_its_words()
    {
        string Named(string text, string? timer) =>
            Read(SampleActivities.Message(text, sent => (_, sent["timestamp"]) = (sent.Remove("id"), timer)))!.Id;
        Assert.Equal(Named("help", "2026-11-23T09:00:00Z"), Named("help", "2026-11-23T09:00:00Z"));
        Assert.NotEqual(Named("help", "2026-11-23T09:00:00Z"), Named("mine", "2026-11-23T09:00:00Z"));
        Assert.NotEqual(Named("help", "2026-11-23T09:00:00Z"), Named("help", "2026-11-23T09:00:01Z"));
        Assert.Equal("made-up", Named("help", null));
    }

    [Theory]
    [InlineData("<at>SupplierBot</at>\u00A0new\u00A0Acme", "<at>SupplierBot</at>", "new Acme")]
    [InlineData("<at>SupplierBot</at> new Acme", null, "new Acme")]
    [InlineData("new <at>SupplierBot</at>", "<at>SupplierBot</at>", "new")]
    [InlineData("<at>SupplierBot</at>", "<at>SupplierBot</at>", "")]
    public void A_mention_of_the_bot_is_not_part_of_what_was_said(string text, string? mention, string said) =>
        Assert.Equal(
            said,
            TypedOf(
                SampleActivities.Message(
                    text,
                    sent =>
                        sent["entities"] = new JsonArray(
                            new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-GB" },
                            new JsonObject
                            {
                                ["type"] = "mention",
                                ["text"] = mention,
                                ["mentioned"] = new JsonObject { ["id"] = SampleActivities.Bot, ["name"] = "SupplierBot" },
                            }
                        )
                )
            ).Text
        );

    [Fact]
    public void A_person_picked_from_the_list_is_known_by_the_entity_and_by_nothing_that_is_typed()
    {
        static JsonObject Entity(string text, string id) =>
            new()
            {
                ["type"] = "mention",
                ["text"] = text,
                ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = "Whoever" },
            };
        var said = TypedOf(
            SampleActivities.Message(
                "<at>SupplierBot</at> assign 12 to <at>Rita</at> or <at>Rita</at>",
                sent =>
                    sent["entities"] = new JsonArray(
                        Entity("<at>SupplierBot</at>", SampleActivities.Bot),
                        Entity("<at>Rita</at>", "29:one"),
                        Entity("<at>Rita</at>", "29:two"),
                        Entity("<at>Nobody</at>", "29:three")
                    )
            )
        );
        Assert.Equal("assign 12 to @Rita or @Rita", said.Text);
        Assert.Equal([new Mention("Rita", "29:one"), new("Rita", "29:two")], said.Mentions);
        Assert.Empty(TypedOf(SampleActivities.Message("roles add security <at id=\"29:one\">Rita</at>")).Mentions);
    }

    [Fact]
    public void A_mention_of_somebody_else_is() =>
        Assert.Equal(
            "ask @Sam",
            TypedOf(
                SampleActivities.Message(
                    "ask <at>Sam</at>",
                    sent =>
                        sent["entities"] = new JsonArray(
                            new JsonObject
                            {
                                ["type"] = "mention",
                                ["text"] = "<at>Sam</at>",
                                ["mentioned"] = new JsonObject { ["id"] = "29:sam", ["name"] = "Sam" },
                            }
                        )
                )
            ).Text
        );

    private const string Data = """
        { "_": { "draft": "d7", "page": "basics", "version": 3 }, "target": "basics", "msteams": { "type": "messageBack" },
          "supplier": "Acme, Notes", "effects": "into_models,customers_see", "when": null, "count": 3, "sure": true, "list": ["a", "b"], "odd": {} }
        """;

    private static void IsTheAnswer(CardPress pressed, bool automatic)
    {
        Assert.Equal(
            ("answer", "basics", CardStamp.OfDraft("d7", "basics", 3), automatic),
            (pressed.Verb, pressed.Target, pressed.Stamp, pressed.Automatic)
        );
        Assert.Equal(
            new SortedDictionary<string, string>
            {
                ["count"] = "3",
                ["effects"] = "into_models,customers_see",
                ["list"] = "a,b",
                ["supplier"] = "Acme, Notes",
                ["sure"] = "true",
                ["when"] = "",
            },
            new SortedDictionary<string, string>(pressed.Values.ToDictionary())
        );
    }

    [Fact]
    public void A_press_is_read_with_its_stamp_and_inputs()
    {
        var turn = Read(SampleActivities.Press("answer", Data))!;
        IsTheAnswer(turn.Request.Press!, automatic: false);
        Assert.Equal((true, "1699999999999"), (turn.AnswersInPlace, turn.ReplyToId));
    }

    [Fact]
    public void A_refresh_is_automatic() =>
        IsTheAnswer(
            PressOf(SampleActivities.Invoke($$"""{ "action": { "verb": "answer", "data": {{Data}} }, "trigger": "automatic" }""")),
            automatic: true
        );

    [Fact]
    public void A_press_without_a_trigger_is_a_persons() =>
        IsTheAnswer(PressOf(SampleActivities.Invoke($$"""{ "action": { "verb": "answer", "data": {{Data}} } }""")), automatic: false);

    [Fact]
    public void An_invoke_without_a_name_but_with_an_action_is_a_press() =>
        IsTheAnswer(
            PressOf(SampleActivities.Invoke($$"""{ "action": { "verb": "answer", "data": {{Data}} } }""", name: null)),
            automatic: false
        );

    [Fact]
    public void A_submit_of_an_old_client_is_the_same_press()
    {
        var data = JsonNode.Parse(Data)!.AsObject();
        data["verb"] = "answer";
        var turn = Read(
            SampleActivities.With(
                "message",
                sent =>
                {
                    sent["value"] = data;
                    sent["replyToId"] = "1699";
                }
            )
        )!;
        IsTheAnswer(turn.Request.Press!, automatic: false);
        Assert.Equal((false, "1699"), (turn.AnswersInPlace, turn.ReplyToId));
    }

    [Fact]
    public void A_button_that_says_something_is_said()
    {
        Assert.Equal(RequestReader.Typed("mine", isExplicit: true), RequestOf(SampleActivities.Press("say", """{ "say": "mine" }""")));
        Assert.Equal(
            RequestReader.Typed("mine", isExplicit: true),
            RequestOf(SampleActivities.With("message", sent => sent["value"] = new JsonObject { ["say"] = "mine" }))
        );
        Assert.Equal(RequestReader.Typed("mine"), RequestOf(SampleActivities.Message("mine", sent => sent["value"] = new JsonObject())));
    }

    [Fact]
    public void Nobody_says_anything_by_a_refresh() =>
        Assert.Null(
            Read(SampleActivities.Invoke("""{ "action": { "verb": "say", "data": { "say": "cancel" } }, "trigger": "automatic" }"""))
        );

    [Theory]
    [InlineData("""{ "case": "REQ-2026-0001", "slot": "receipt", "version": 2 }""", "REQ-2026-0001", "receipt", 2)]
    [InlineData("""{ "case": "REQ-2026-0001", "slot": "receipt", "version": "2" }""", "REQ-2026-0001", "receipt", 2)]
    [InlineData("""{ "case": {}, "slot": null, "version": -2.5 }""", null, null, 0)]
    [InlineData("""{ "case": "", "slot": "", "version": 4 }""", null, null, 4)]
    [InlineData("""{ "version": 99999999999 }""", null, null, 0)]
    [InlineData("[]", null, null, 0)]
    public void A_stamp_is_taken_as_far_as_it_can_be(string stamp, string? theCase, string? slot, int version) =>
        Assert.Equal(
            new CardStamp(theCase, slot, version, null, null),
            PressOf(SampleActivities.Press("open", $$"""{ "_": {{stamp}} }""")).Stamp
        );

    [Theory]
    [InlineData("add", true)]
    [InlineData("add-upgrade", true)]
    [InlineData("remove", false)]
    [InlineData("remove-upgrade", false)]
    public void An_installation_says_which(string action, bool installed) =>
        Assert.IsType(
            installed ? typeof(Request.Installed) : typeof(Request.Removed),
            Read(SampleActivities.With("installationUpdate", sent => sent["action"] = action))!.Request
        );

    [Theory]
    [InlineData("membersAdded", SampleActivities.Bot, typeof(Request.Installed))]
    [InlineData("membersRemoved", SampleActivities.Bot, typeof(Request.Removed))]
    [InlineData("membersAdded", "29:sam", null)]
    [InlineData("membersRemoved", "29:sam", null)]
    public void Only_the_bots_own_coming_and_going_is_ours(string member, string id, Type? input) =>
        Assert.Equal(
            input,
            Read(
                SampleActivities.With(
                    "conversationUpdate",
                    sent => sent[member] = new JsonArray(new JsonObject { ["id"] = "29:rita" }, new JsonObject { ["id"] = id })
                )
            )
                ?.Request.GetType()
        );

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("Message")]
    [InlineData("somethingNew")]
    public void Other_kinds_are_none_of_our_business(string type) => Assert.Null(Read(SampleActivities.With(type)));

    [Theory]
    [InlineData("""{ "action": { "data": {} } }""")]
    [InlineData("""{ "action": "answer" }""")]
    [InlineData("""{ "action": { "verb": " " } }""")]
    [InlineData("""[]""")]
    public void A_press_of_nothing_is_nothing(string value) => Assert.Null(Read(SampleActivities.Invoke(value)));

    [Fact]
    public void A_channels_thread_is_told_from_the_channel()
    {
        var turn = Read(
            SampleActivities.Message(change: sent =>
                sent["conversation"] = new JsonObject
                {
                    ["id"] = "19:security@thread.tacv2;messageid=1700",
                    ["conversationType"] = "channel",
                }
            )
        )!;
        Assert.Equal(
            ("19:security@thread.tacv2", "1700", ConversationScope.Channel, null),
            (turn.Conversation.ConversationId, turn.Conversation.ThreadId, turn.Conversation.Scope, turn.Conversation.UserId)
        );
    }

    [Theory]
    [InlineData("groupChat", null, ConversationScope.Group)]
    [InlineData(null, true, ConversationScope.Group)]
    [InlineData(null, null, ConversationScope.Personal)]
    public void The_scope_is_what_the_conversation_says(string? type, bool? group, ConversationScope scope) =>
        Assert.Equal(
            scope,
            Read(
                SampleActivities.Message(change: sent =>
                    sent["conversation"] = new JsonObject
                    {
                        ["id"] = "c",
                        ["conversationType"] = type,
                        ["isGroup"] = group,
                    }
                )
            )!.Conversation.Scope
        );

    [Fact]
    public void Without_a_directory_id_nobody_is_a_member()
    {
        var actor = Read(SampleActivities.Message(change: sent => sent["from"]!.AsObject().Remove("aadObjectId")))!.Actor;
        Assert.Equal((false, "teams:channel:29:rita"), (actor.Member, actor.Id.Value));
    }

    [Fact]
    public void A_channels_id_is_never_taken_for_one_of_the_directory()
    {
        var actor = Read(SampleActivities.Message(change: sent => sent["from"] = new JsonObject { ["id"] = SampleActivities.Rita }))!.Actor;
        Assert.False(actor.Member);
        Assert.NotEqual(Read(SampleActivities.Message())!.Actor.Id, actor.Id);
    }

    [Theory]
    [
        InlineData("user", true),
        InlineData("User", true),
        InlineData(null, true),
        InlineData("guest", false),
        InlineData("Guest", false),
        InlineData("anonymous", false),
        InlineData("", false)
    ]
    public void Visitors_are_no_members(string? role, bool member) =>
        Assert.Equal(member, Read(SampleActivities.Message(change: sent => sent["from"]!["userRole"] = role))!.Actor.Member);

    [Theory]
    [
        InlineData("1700000000001", true),
        InlineData("f:6f1c0a52-7f0e-4b43-9a43-2f6c5d0e7a10", true),
        InlineData("1\n00:00 crit: forged", false),
        InlineData("rita@example.com", false),
        InlineData("\u001B[2J", false)
    ]
    public void A_turn_has_its_activitys_id_where_a_line_of_the_log_can_hold_it(string id, bool asItIs)
    {
        var (first, again) = (
            Read(SampleActivities.Message(change: sent => sent["id"] = id))!.Id,
            Read(SampleActivities.Message(change: sent => sent["id"] = id))!.Id
        );
        Assert.Equal(first, again);
        Assert.Equal(asItIs, first == id);
        Assert.Matches("^[-A-Za-z0-9_.:|]+$", first);
        Assert.NotEqual(first, Read(SampleActivities.Message(change: sent => sent["id"] = id + " "))!.Id);
    }

    [Theory]
    [InlineData("22222222-2222-2222-2222-222222222222", null, false)]
    [InlineData(null, null, false)]
    [InlineData(SampleActivities.Tenant, "22222222-2222-2222-2222-222222222222", false)]
    [InlineData(SampleActivities.Tenant, SampleActivities.Tenant, true)]
    public void A_member_is_of_one_of_our_tenants(string? conversations, string? persons, bool member) =>
        Assert.Equal(
            member,
            Read(
                SampleActivities.Message(change: sent =>
                {
                    sent.Remove("channelData");
                    sent["conversation"]!["tenantId"] = conversations;
                    sent["from"]!["tenantId"] = persons;
                })
            )!.Actor.Member
        );

    [Fact]
    public void Tenants_that_contradict_each_other_make_nobody_a_member()
    {
        var activity = SampleActivities.Message(change: sent => sent["conversation"]!["tenantId"] = "22222222-2222-2222-2222-222222222222");
        Assert.Equal(SampleActivities.Tenant, activity["channelData"]!["tenant"]!["id"]!.ToString());
        Assert.False(Read(activity)!.Actor.Member);
    }

    [Fact]
    public void Without_a_tenant_of_ours_nobody_is_a_member() =>
        Assert.False(ActivityToTurn.Read(SampleActivities.Message().Read(), Tenants.Of([]), "", SampleActivities.Today)!.Actor.Member);

    [Fact]
    public void One_person_has_one_id_in_either_case() =>
        Assert.Equal(
            "teams:" + SampleActivities.Rita,
            Read(
                SampleActivities.Message(change: sent => sent["from"]!["aadObjectId"] = SampleActivities.Rita.ToUpperInvariant())
            )!.Actor.Id.Value
        );

    [Fact]
    public void A_name_is_one_short_line()
    {
        string Name(string sent) => Read(SampleActivities.Message(change: message => message["from"]!["name"] = sent))!.Actor.Person.Name;
        Assert.Equal("RitaBold", Name(" Rita\r\n\u0000Bold "));
        Assert.Equal(new string('x', 99), Name(new string('x', 99) + "😀"));
    }
}
