using System.Text;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Slack.Api;
using SupplierBot.Slack.Hosting;
using SupplierBot.Slack.Protocol;
using SupplierBot.Slack.Reading;

namespace SupplierBot.Slack.Tests.Reading;

/// <summary>Files sent to the bot: read as Slack tells of them, and fetched from nowhere else.</summary>
public sealed class SharedFilesTests
{
    private const string Address = "https://files.slack.com/files-pri/T1-F1/download/soc2.pdf";

    [Fact]
    public void A_direct_message_with_a_file_gives_it()
    {
        var file = $$"""{"id":"F1","name":"soc2.pdf","url_private":"https://files.slack.com/x","url_private_download":"{{Address}}"}""";
        IsAlone("soc2.pdf", Address, Read(file, "")!.Request);
        var several = Assert.IsType<Request.GiveFile>(Read(file + ",{\"id\":\"F2\",\"title\":\"b.pdf\"}", "here")!.Request);
        Assert.Equal(("soc2.pdf", Address, "here"), (several.Name, several.Address, several.Words));
        Assert.Equal([("b.pdf", "")], several.Others);
    }

    [Fact]
    public void A_file_that_is_gone_has_no_address() => IsAlone("", "", Read("""{"id":"F1","mode":"tombstone"}""", "")!.Request);

    [Fact]
    public void What_is_no_file_leaves_the_words() => Assert.Equal("help", Read("{},7,\"x\"", "help")!.Request.Typed!.Text);

    [Theory]
    [InlineData(Address, true)]
    [InlineData("http://files.slack.com/a", false)]
    [InlineData("https://files.slack.com:8443/a", false)]
    [InlineData("https://slack.com/a", false)]
    [InlineData("https://files.slack.com.evil.example/a", false)]
    [InlineData("https://files.slack.com@evil.example/a", false)]
    [InlineData("https://evilfiles.slack.com/a", false)]
    [InlineData("http://127.0.0.1:8080/a", false)]
    [InlineData("", false)]
    public void The_token_goes_to_Slack_alone(string address, bool asked) =>
        Assert.Equal(asked, SlackFiles.Allowed(address, SlackApiOptions.Official) is not null);

    [Fact]
    public void A_local_stand_in_has_its_files_beside_it()
    {
        var api = new Uri("http://127.0.0.1:8080/api/");
        Assert.NotNull(SlackFiles.Allowed("http://127.0.0.1:8080/files/F1", api));
        Assert.Null(SlackFiles.Allowed("http://127.0.0.1:8081/files/F1", api));
    }

    private static void IsAlone(string name, string address, Request request)
    {
        var file = Assert.IsType<Request.GiveFile>(request);
        Assert.Equal((name, address, ""), (file.Name, file.Address, file.Words));
        Assert.Empty(file.Others);
    }

    private static Turn? Read(string files, string text) =>
        EventReader.Read(
            PayloadReading.Event(
                Encoding.UTF8.GetBytes(
                    $$"""{"type":"event_callback","team_id":"T1","api_app_id":"A1","event_id":"Ev1","event":{"type":"message","channel_type":"im","subtype":"file_share","channel":"D1","user":"U1","text":"{{text}}","files":[{{files}}],"ts":"1.2"},"authorizations":[{"team_id":"T1","user_id":"UBOT","is_bot":true}]}"""
                )
            )!,
            new SlackOptions { TeamId = "T1", SigningSecrets = ["s"] },
            new(2026, 11, 2)
        );
}
