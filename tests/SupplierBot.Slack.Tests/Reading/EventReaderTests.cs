using System.Text;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Slack.Hosting;
using SupplierBot.Slack.Protocol;
using SupplierBot.Slack.Reading;

namespace SupplierBot.Slack.Tests.Reading;

public sealed class EventReaderTests
{
    private static readonly SlackOptions Options = new() { TeamId = "T1", SigningSecrets = ["s"] };

    private static Turn? Read(string said, string team = "T1", string id = "Ev1") =>
        EventReader.Read(
            PayloadReading.Event(
                Encoding.UTF8.GetBytes(
                    $$"""{"type":"event_callback","team_id":"{{team}}","api_app_id":"A1","event_id":"{{id}}","event":{{said}},"authorizations":[{"team_id":"T1","user_id":"UBOT","is_bot":true}]}"""
                )
            )!,
            Options,
            new(2026, 11, 2)
        );

    private static string Said(Turn? turn) => turn!.Request.Typed!.Text;

    [Fact]
    public void A_direct_message_is_something_said_in_the_persons_own_chat()
    {
        var turn = Read("""{"type":"message","channel_type":"im","channel":"D1","user":"U1","text":"new Acme","ts":"1.2"}""")!;
        Assert.Equal("new Acme", Said(turn));
        Assert.Equal("slack:Ev1", turn.Id);
        Assert.Equal(new Actor(new(new("slack:T1:U1"), ""), true), turn.Actor);
        Assert.Equal(new ConversationReference("slack", "", "U1", ConversationScope.Personal, "A1", "T1", "U1", null), turn.Conversation);
        Assert.False(turn.AnswersInPlace);
    }

    [Theory]
    [InlineData("<@UBOT> can I use Otter?", "can I use Otter?")]
    [InlineData("<@UBOT|supplierbot> help", "@supplierbot help")]
    [InlineData("find R&amp;D &lt;Labs&gt;", "find R&D <Labs>")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("see <https://acme.example/a?b=1&amp;c=2>", "see https://acme.example/a?b=1&c=2")]
    [InlineData("see <http://acme.example|acme.example>", "see acme.example")]
    [InlineData("write to <mailto:a@acme.example|a@acme.example>", "write to a@acme.example")]
    [InlineData("write to <mailto:a@acme.example>", "write to a@acme.example")]
    [InlineData("<!channel> new", "new")]
    [InlineData("<@U2> asked", "@U2 asked")]
    [InlineData("<#C1|general> new", "#general new")]
    [InlineData("a < b", "a < b")]
    [InlineData("<>", "")]
    [InlineData("<|>", "")]
    public void What_was_typed_is_read_as_people_see_it(string text, string plain) =>
        Assert.Equal(
            plain,
            Said(Read($$"""{"type":"message","channel_type":"im","channel":"D1","user":"U1","text":"{{text}}","ts":"1.2"}"""))
        );

    [Fact]
    public void A_person_picked_from_the_list_is_known_by_id_and_nobody_can_type_one()
    {
        static TypedWords Of(string text) =>
            Read($$"""{"type":"app_mention","channel":"C1","user":"U1","text":"{{text}}","ts":"1.2"}""")!.Request.Typed!;
        var said = Of("<@UBOT> delegate to <@U2|rita> or <@U3> until 20 Dec");
        Assert.Equal("delegate to @rita or @U3 until 20 Dec", said.Text);
        Assert.Equal([new Mention("rita", "U2"), new("U3", "U3")], said.Mentions);
        Assert.Empty(Of("delegate to &lt;@U2|rita&gt; until 20 Dec").Mentions);
        Assert.Empty(Of("<@> <@U2 <@!x> <#C1|x>").Mentions);
        Assert.Equal(20, Of("ask" + string.Concat(Enumerable.Range(1, 30).Select(number => $" <@U{number}>"))).Mentions.Count);
    }

    [Fact]
    public void A_mention_is_answered_where_it_was_made()
    {
        var turn = Read("""{"type":"app_mention","channel":"C1","user":"U1","text":"<@UBOT> help","ts":"1.2","thread_ts":"1.0"}""")!;
        Assert.Equal("help", Said(turn));
        Assert.Equal(
            (ConversationScope.Channel, "C1", "1.0"),
            (turn.Conversation.Scope, turn.Conversation.ConversationId, turn.Conversation.ThreadId)
        );
    }

    [Theory]
    [InlineData("""{"type":"message","channel_type":"im","channel":"D1","user":"U1","bot_id":"B1","text":"help","ts":"1.2"}""")]
    [InlineData("""{"type":"message","channel_type":"im","channel":"D1","user":"U1","bot_profile":{},"text":"help","ts":"1.2"}""")]
    [InlineData(
        """{"type":"message","channel_type":"im","subtype":"message_changed","channel":"D1","user":"U1","text":"help","ts":"1.2"}"""
    )]
    [InlineData("""{"type":"message","channel_type":"im","subtype":"message_deleted","channel":"D1","ts":"1.2"}""")]
    [InlineData("""{"type":"message","channel_type":"im","channel":"D1","user":"USLACKBOT","text":"help","ts":"1.2"}""")]
    [InlineData("""{"type":"message","channel_type":"im","channel":"D1","text":"help","ts":"1.2"}""")]
    [InlineData("""{"type":"message","channel_type":"channel","channel":"C1","user":"U1","text":"<@UBOT> help","ts":"1.2"}""")]
    [InlineData("""{"type":"message","channel_type":"mpim","channel":"G1","user":"U1","text":"help","ts":"1.2"}""")]
    [InlineData("""{"type":"app_mention","channel":"D1","user":"U1","text":"<@UBOT> help","ts":"1.2"}""")]
    [InlineData("""{"type":"member_joined_channel","channel":"C1","user":"U2"}""")]
    [InlineData("""{"type":"channel_archive","channel":"D1"}""")]
    [InlineData("""{"type":"reaction_added","user":"U1","item":{}}""")]
    [InlineData("""{"type":"user_change","user":{"id":"U1"}}""")]
    [InlineData("""{"user":"U1"}""")]
    [InlineData("""{"type":7}""")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("null")]
    public void Everything_else_is_none_of_our_business(string said) => Assert.Null(Read(said));

    [Fact]
    public void A_shared_file_with_words_is_something_said() =>
        Assert.Equal(
            "help",
            Said(
                Read(
                    """{"type":"message","channel_type":"im","subtype":"file_share","channel":"D1","user":"U1","text":"help","files":[{}],"ts":"1.2"}"""
                )
            )
        );

    [Theory]
    [InlineData("T2", "")]
    [InlineData("T1", ""","user_team":"T2" """)]
    [InlineData("T1", ""","source_team":"T2" """)]
    public void Somebody_of_another_workspace_is_no_member_until_the_workspace_says_so(string team, string more)
    {
        var turn = Read($$"""{"type":"message","channel_type":"im","channel":"D1","user":"U1","text":"help","ts":"1.2"{{more}}}""", team)!;
        Assert.False(turn.Actor.Member);
        Assert.Equal("slack:T2:U1", turn.Actor.Id.Value);
    }

    [Fact]
    public void The_bot_was_invited_when_the_one_who_joined_is_the_bot()
    {
        var turn = Read("""{"type":"member_joined_channel","channel":"C1","user":"UBOT","inviter":"U1"}""")!;
        Assert.IsType<Request.Installed>(turn.Request);
        Assert.Equal(("C1", "slack:T1:U1"), (turn.Conversation.ConversationId, turn.Actor.Id.Value));
    }

    [Theory]
    [
        InlineData("channel_left"),
        InlineData("group_left"),
        InlineData("channel_archive"),
        InlineData("group_archive"),
        InlineData("channel_deleted"),
        InlineData("group_deleted")
    ]
    public void A_channel_that_is_gone_is_one_the_bot_was_removed_from(string type)
    {
        var turn = Read($$"""{"type":"{{type}}","channel":"C1"}""")!;
        Assert.IsType<Request.Removed>(turn.Request);
        Assert.Equal(
            (ConversationScope.Channel, "C1", true),
            (turn.Conversation.Scope, turn.Conversation.ConversationId, turn.Actor.Member)
        );
    }

    [Fact]
    public void Who_opens_the_app_meets_the_bot() =>
        Assert.IsType<Request.Installed>(
            Read("""{"type":"app_home_opened","user":"U1","channel":"D1","tab":"messages","event_ts":"1.2"}""")!.Request
        );

    [Fact]
    public void The_same_event_has_the_same_id_and_another_another()
    {
        const string said = """{"type":"message","channel_type":"im","channel":"D1","user":"U1","text":"help","ts":"1.2"}""";
        Assert.Equal(Read(said)!.Id, Read(said)!.Id);
        Assert.NotEqual(Read(said)!.Id, Read(said, id: "Ev2")!.Id);
        Assert.StartsWith("slack:hash-", Read(said, id: "Ev\\n1")!.Id);
        Assert.Equal("slack:D1:1.2:U1", Read(said, id: "")!.Id);
    }

    [Theory]
    [
        InlineData(""),
        InlineData("{"),
        InlineData("[]"),
        InlineData("null"),
        InlineData("7"),
        InlineData("{}"),
        InlineData("""{"type":""}"""),
        InlineData("""{"type":7}""")
    ]
    [
        InlineData("""{"type":"event_callback","type":"url_verification"}"""),
        InlineData("""{"type":"event_callback","event_id":{}}"""),
        InlineData("""{"type":"event_callback","event":{"text":"\ud800"}}""")
    ]
    public void A_body_that_is_no_event_is_malformed(string body) => Assert.Null(PayloadReading.Event(Encoding.UTF8.GetBytes(body)));
}
