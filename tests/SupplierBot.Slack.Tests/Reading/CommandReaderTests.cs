using System.Text;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Slack.Hosting;
using SupplierBot.Slack.Protocol;
using SupplierBot.Slack.Reading;
using SupplierBot.Slack.Responses;

namespace SupplierBot.Slack.Tests.Reading;

public sealed class CommandReaderTests
{
    private static readonly SlackOptions Options = new() { TeamId = "T1", SigningSecrets = ["s"] };

    private static SlashCommand? Payload(string text, string more = "") =>
        PayloadReading.Command(
            Encoding.UTF8.GetBytes(
                $"team_id=T1&user_id=U1&user_name=rita&channel_id=C1&command=%2Fsupplier&text={Uri.EscapeDataString(text)}&api_app_id=A1&trigger_id=1.2.ab&response_url=https%3A%2F%2Fhooks.slack.com%2Fx{more}"
            )
        );

    private static SlackTurn Read(string text) => CommandReader.Read(Payload(text)!, Options, new(2026, 11, 2));

    [Theory]
    [
        InlineData("can I use Otter?"),
        InlineData("mine"),
        InlineData("pending"),
        InlineData("status 12"),
        InlineData("find Acme"),
        InlineData("help"),
        InlineData("")
    ]
    public void What_is_looked_up_is_answered_in_the_response(string text)
    {
        var asked = Read(text);
        Assert.Equal(
            (RequestReader.Typed(text, new(2026, 11, 2), isExplicit: true), new Origin.Command("https://hooks.slack.com/x")),
            (asked.Turn.Request, asked.Origin)
        );
        Assert.True(asked.Turn is { AnswersInPlace: true, Actor.Member: true, Conversation.ConversationId: "U1" });
    }

    [Theory]
    [InlineData("new"), InlineData("new Acme"), InlineData("NEW supplier R&D")]
    public void A_request_opens_its_window(string text) =>
        Assert.Equal(
            (RequestReader.Typed(text, new(2026, 11, 2), isExplicit: true), new Origin.Nothing()),
            (Read(text).Turn.Request, Read(text).Origin)
        );

    [Fact]
    public void What_is_no_command_is_no_answer_to_a_question_of_the_own_chat() =>
        Assert.Equal(RequestReader.Typed("help", isExplicit: true), Read("It trains on our data, I think").Turn.Request);

    [Fact]
    public void Entities_are_read_as_people_see_them() =>
        Assert.Equal(RequestReader.Typed("find R&D", isExplicit: true), Read("find R&amp;D").Turn.Request);

    [Theory]
    [InlineData("&team_id=T2"), InlineData("&user_id=U2"), InlineData("&text=approve")]
    public void A_field_twice_is_two_bodies_in_one(string more) => Assert.Null(Payload("help", more));

    [Theory]
    [InlineData("team_id=T1"), InlineData("user_id=U1"), InlineData("team_id=&user_id=U1"), InlineData("")]
    public void Without_team_and_user_nobody_asked(string body) => Assert.Null(PayloadReading.Command(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [
        InlineData("ssl_check=1", true),
        InlineData("ssl_check=1&token=x", true),
        InlineData("ssl_check=1&command=%2Fsupplier", false),
        InlineData("token=x", false)
    ]
    public void A_check_of_the_address_carries_no_command(string body, bool check) =>
        Assert.Equal(check, PayloadReading.IsCheck(Encoding.UTF8.GetBytes(body)));
}
