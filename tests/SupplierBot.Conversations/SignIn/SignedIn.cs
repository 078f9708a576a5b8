using SupplierBot.Web;

namespace SupplierBot.Conversations;

/// <summary>The product with sign-in on and Microsoft's Playground with credentials: real tokens, both ways, checked by both.</summary>
public sealed class SignedIn : IAsyncLifetime
{
    private readonly int port = FreePort.Take();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("signed-in-");
    private Authority authority = null!;
    private DirectoryOfTest directory = null!;
    private BotProcess bot = null!;

    public async ValueTask InitializeAsync()
    {
        authority = new(folder.FullName, "localhost", DirectoryOfTest.Host);
        var serviceUrl = PlaygroundStart.ServiceUrlOf(port).ToString();
        directory = await DirectoryOfTest.StartAsync(authority, serviceUrl);
        bot = await BotProcess.StartAsync(
            new Dictionary<string, string>
            {
                ["Teams:AppId"] = DirectoryOfTest.App,
                ["Teams:TenantId"] = DirectoryOfTest.Tenant,
                ["Teams:Tenants:0"] = Personas.TenantId,
                ["Teams:ClientSecret"] = DirectoryOfTest.Secret,
                ["Teams:Authorities:Issuer"] = DirectoryOfTest.ChannelIssuer,
                ["Teams:Authorities:Metadata"] = directory.Address + "channel",
                ["Teams:Authorities:Login"] = directory.Address.AbsoluteUri,
                ["Teams:ServiceUrls:0"] = serviceUrl,
                ["Roles:security:People:0:Id"] = Personas.Sam.Id.Value,
                ["Roles:security:People:0:Name"] = "Sam",
            },
            null,
            ("SSL_CERT_FILE", authority.File));
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await directory.DisposeAsync();
        authority.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_request_is_made_with_tokens_both_ways()
    {
        await using var rita = await PlaygroundAsync(new()
        {
            ["AUTH_CLIENT_ID"] = DirectoryOfTest.App,
            ["AUTH_CLIENT_SECRET"] = DirectoryOfTest.Secret,
            ["AUTH_TENANT_ID"] = DirectoryOfTest.Tenant,
            ["NODE_EXTRA_CA_CERTS"] = authority.File,
            ["NODE_OPTIONS"] = $"--require {Path.Combine(AppContext.BaseDirectory, "SignIn", "directory.cjs")}",
            ["DIRECTORY_PORT"] = $"{directory.Port}",
        });
        await rita.InstallAsync();
        await rita.SayAsync("new Acme");
        var page = await rita.SeesAsync("Acme");
        var next = Assert.IsType<Pressed.Replaced>(await rita.PressAsync(page, "cancel"));
        Assert.NotNull(next.Said.Card);
        Assert.Equal(["https://api.botframework.com/.default", $"{DirectoryOfTest.App}/.default"], directory.Given.Distinct().Order(StringComparer.Ordinal).Reverse());
        Assert.DoesNotContain(bot.Log, line => line.Contains("refused", StringComparison.Ordinal) || line.Contains("eyJ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no token", ""), InlineData("a token signed with a password everybody knows", "teams-ai-v2-dotnet")]
    public async Task A_client_with(string what, string sdk)
    {
        await using var rita = await PlaygroundAsync(sdk.Length == 0 ? [] : new() { ["M365_AGENTS_PLAYGROUND_TARGET_SDK"] = sdk });
        await rita.SayAsync("help");
        await Until.TrueAsync(() => bot.Log.Any(line => line.Contains("refused with 401", StringComparison.Ordinal)), () => $"{what} was not refused");
        Assert.DoesNotContain(rita.Transcript.Messages, said => said.Card is not null);
    }

    private Task<Playground> PlaygroundAsync(Dictionary<string, string> variables) =>
        Playground.StartAsync(Personas.Rita, port, bot.Messages, Path.Combine(folder.FullName, "playground"), variables);
}
