using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Teams;
using SupplierBot.BotFramework.Tests.Kit;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.BotFramework.Tests.Teams;

/// <summary>Files dropped into the own chat: read as Teams sends them, and fetched from nowhere else.</summary>
public sealed class DroppedFilesTests
{
    private const string Address = "https://contoso-my.sharepoint.com/personal/rita/_layouts/15/download.aspx?UniqueId=1&tempauth=x";

    [Fact]
    public void A_message_with_a_file_gives_it()
    {
        IsAlone("SOC2.pdf", Address, RequestOf(With("", File("SOC2.pdf", Address))));
        var several = Assert.IsType<Request.GiveFile>(
            RequestOf(With("here it is", File("SOC2.pdf", Address), File("b.pdf", Address + "2")))
        );
        Assert.Equal(("SOC2.pdf", Address, "here it is"), (several.Name, several.Address, several.Words));
        Assert.Equal([("b.pdf", Address + "2")], several.Others);
    }

    [Fact]
    public void Every_message_has_its_own_words_as_an_attachment() =>
        Assert.NotNull(RequestOf(With("mine", new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>mine</p>" })).Typed);

    [Fact]
    public void What_is_no_file_of_the_platform_is_read_and_never_thrown()
    {
        IsAlone("", "", RequestOf(With("", new JsonObject { ["contentType"] = File("", "")["contentType"]!.DeepClone() })));
        var message = SampleActivities.Message("mine");
        message["attachments"] = "none";
        Assert.NotNull(RequestOf(message).Typed);
    }

    [Theory]
    [InlineData(Address, true)]
    [InlineData("https://contoso.sharepoint-df.com/a", true)]
    [InlineData("https://eu-api.asm.skype.svc.ms/a", true)]
    [InlineData("http://contoso.sharepoint.com/a", false)]
    [InlineData("https://contoso.sharepoint.com:8443/a", false)]
    [InlineData("https://contoso.sharepoint.com@evil.example/a", false)]
    [InlineData("https://contoso.sharepoint.com.evil.example/a", false)]
    [InlineData("https://evilsharepoint.com/a", false)]
    [InlineData("https://sharepoint.com/a", false)]
    [InlineData("https://evil.example/a.sharepoint.com", false)]
    [InlineData("https://169.254.169.254/latest", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("//contoso.sharepoint.com/a", false)]
    [InlineData("", false)]
    public void Only_the_platform_is_asked(string address, bool asked) => Assert.Equal(asked, TeamsFiles.Allowed(address) is not null);

    private static Request RequestOf(JsonNode activity) =>
        ActivityToTurn.Read(activity.Read(), Tenants.Of([SampleActivities.Tenant]), "made-up", SampleActivities.Today)!.Request;

    private static JsonNode With(string text, params JsonNode[] attachments)
    {
        var message = SampleActivities.Message(text);
        message["attachments"] = new JsonArray([.. attachments]);
        return message;
    }

    private static void IsAlone(string name, string address, Request request)
    {
        var file = Assert.IsType<Request.GiveFile>(request);
        Assert.Equal((name, address, ""), (file.Name, file.Address, file.Words));
        Assert.Empty(file.Others);
    }

    private static JsonObject File(string name, string address) =>
        new()
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
            ["contentUrl"] = "https://contoso-my.sharepoint.com/personal/rita/Documents/" + name,
            ["name"] = name,
            ["content"] = new JsonObject
            {
                ["downloadUrl"] = address,
                ["uniqueId"] = "1150D938",
                ["fileType"] = "pdf",
            },
        };
}
