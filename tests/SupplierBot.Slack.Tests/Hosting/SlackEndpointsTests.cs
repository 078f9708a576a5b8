using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Hosting;

/// <summary>Teams and Slack in one product: each has its own paths and its own way in.</summary>
public sealed class SlackEndpointsTests(Workspace workspace) : IClassFixture<Workspace>
{
    [Fact]
    public async Task Each_has_its_own_way_in()
    {
        workspace.Slack.Calls.Clear();
        await using var product = new Product(
            workspace.Slack,
            null,
            ("Teams:AppId", "aaaaaaaa-0000-0000-0000-00000000000a"),
            ("Teams:TenantId", "bbbbbbbb-0000-0000-0000-00000000000b"),
            ("Teams:ClientSecret", "of-the-registration"),
            // Nobody is asked for keys outside this machine.
            ("Teams:Authorities:Metadata", "http://127.0.0.1:9/")
        );
        using var teams = await product.Client.PostAsync("/api/messages", new StringContent("{}", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.Unauthorized, teams.StatusCode);
        var slack = await product.Driver.CommandAsync("rita", "help");
        Assert.Equal((200, "ephemeral"), (slack.Status, (string?)slack.Json!["response_type"]));
        Assert.Equal(
            401,
            (
                await product.Driver.SendAsync(
                    SlackRequest.Json(SlackDriver.Events, new JsonObject { ["type"] = "url_verification", ["challenge"] = "x" }) with
                    {
                        Secret = "of-the-registration",
                    }
                )
            ).Status
        );
    }
}
