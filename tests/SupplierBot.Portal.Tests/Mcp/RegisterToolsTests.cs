using System.Net.Http.Headers;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using SupplierBot.Chat.Access;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Portal.Tests.Kit;

namespace SupplierBot.Portal.Tests.Mcp;

/// <summary>An assistant asks by the protocol's own client; everything it can do is to read.</summary>
public sealed class RegisterToolsTests
{
    [Fact]
    public async Task An_assistant_finds_explains_and_lists()
    {
        await using var portal = await PortalHost.StartAsync();
        var bot = portal.Bot;
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        bot.Time.Advance(TimeSpan.FromMinutes(2));
        await using var client = await ClientAsync(portal, await portal.KeyAsync());
        var tools = await client.ListToolsAsync();
        Assert.Equal(
            ["can_i_use", "contract_points", "explain_decision", "find_supplier", "list_due"],
            tools.Select(tool => tool.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations?.ReadOnlyHint));
        Assert.Equal("no", (await CallAsync(client, "can_i_use", ("name", "Acme Notes"))).GetProperty("answer").GetString());
        Assert.Equal(
            sent.EntryId,
            (await CallAsync(client, "find_supplier", ("text", "acm"))).GetProperty("suppliers")[0].GetProperty("id").GetString()
        );
        Assert.Equal(sent.Id, (await CallAsync(client, "explain_decision", ("number", sent.EntryId))).GetProperty("id").GetString());
        Assert.NotEmpty(
            (await CallAsync(client, "contract_points", ("supplier", sent.EntryId))).GetProperty("contractPoints").EnumerateArray()
        );
        Assert.Empty((await CallAsync(client, "list_due", ("when", "Overdue"))).GetProperty("suppliers").EnumerateArray());
    }

    [Fact]
    public async Task A_key_without_the_scope_neither_sees_nor_calls_the_tool()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var client = await ClientAsync(portal, await portal.KeyAsync([ApiScopes.Register]));
        Assert.DoesNotContain("explain_decision", (await client.ListToolsAsync()).Select(tool => tool.Name));
        await Assert.ThrowsAnyAsync<Exception>(() =>
            client.CallToolAsync("explain_decision", new Dictionary<string, object?> { ["number"] = "REQ-2026-0001" }).AsTask()
        );
    }

    [Fact]
    public async Task Nobody_connects_without_a_key()
    {
        await using var portal = await PortalHost.StartAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => ClientAsync(portal, key: null));
    }

    [Fact]
    public async Task What_is_not_there_is_said()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var client = await ClientAsync(portal, await portal.KeyAsync());
        var answer = await client.CallToolAsync("contract_points", new Dictionary<string, object?> { ["supplier"] = "SUP-9999" });
        Assert.True(answer.IsError);
        Assert.Contains("SUP-9999 is not there", Assert.IsType<TextContentBlock>(answer.Content[0]).Text, StringComparison.Ordinal);
    }

    private static async Task<McpClient> ClientAsync(PortalHost portal, string? key)
    {
        var http = new HttpClient();
        if (key is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var transport = new HttpClientTransport(new() { Endpoint = new(portal.Http.BaseAddress!, "/mcp") }, http, ownsHttpClient: true);
        return await McpClient.CreateAsync(transport);
    }

    private static async Task<JsonElement> CallAsync(McpClient client, string tool, (string Name, string Value) argument)
    {
        var answer = await client.CallToolAsync(tool, new Dictionary<string, object?> { [argument.Name] = argument.Value });
        Assert.NotEqual(true, answer.IsError);
        using var document = JsonDocument.Parse(Assert.IsType<TextContentBlock>(answer.Content[0]).Text);
        return document.RootElement.Clone();
    }
}
