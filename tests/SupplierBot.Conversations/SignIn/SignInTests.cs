using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.SignIn;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.SignIn;

/// <summary>The product with sign-in on and Microsoft's Playground with credentials: real tokens, both ways, checked by both.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private readonly int port = FreePort.Take();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("signed-in-");
    private RegisteredCompany company = null!;

    public async ValueTask InitializeAsync() => company = await RegisteredCompany.StartAsync(PlaygroundStart.ServiceUrlOf(port).ToString());

    public async ValueTask DisposeAsync()
    {
        await company.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_request_is_made_with_tokens_both_ways()
    {
        await using var rita = await PlaygroundAsync(company.Directory.VariablesFor(company.AuthorityFile));
        await rita.InstallAsync();
        await rita.SayAsync("new Acme");
        var page = await rita.SeesAsync("Acme");
        var next = Assert.IsType<PressResult.Replaced>(await rita.PressAsync(page, "cancel"));
        Assert.NotNull(next.Said.Card);
        Assert.Equal(
            ["https://api.botframework.com/.default", $"{FakeDirectory.App}/.default"],
            company.Directory.Given.Distinct().Order(StringComparer.Ordinal).Reverse()
        );
        Assert.DoesNotContain(
            company.Bot.Log,
            line => line.Contains("refused", StringComparison.Ordinal) || line.Contains("eyJ", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("no token", ""), InlineData("a token signed with a password everybody knows", "teams-ai-v2-dotnet")]
    public async Task A_client_with(string what, string sdk)
    {
        await using var rita = await PlaygroundAsync(sdk.Length == 0 ? [] : new() { ["M365_AGENTS_PLAYGROUND_TARGET_SDK"] = sdk });
        await rita.SayAsync("help");
        await WaitUntil.TrueAsync(
            () => company.Bot.Log.Any(line => line.Contains("refused with 401", StringComparison.Ordinal)),
            () => $"{what} was not refused"
        );
        Assert.DoesNotContain(rita.Transcript.Messages, said => said.Card is not null);
    }

    private Task<Playground> PlaygroundAsync(Dictionary<string, string> variables) =>
        Playground.StartAsync(Personas.Rita, port, company.Bot.Messages, Path.Combine(folder.FullName, "playground"), variables);
}
