using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SupplierBot.Web.Tests.Kit;

namespace SupplierBot.Web.Tests.Hosting;

/// <summary>
/// The executable with a storage account it cannot use: it ends by itself with exit code 2, says which account and what to do, and shows
/// neither stack trace nor key.
/// </summary>
public sealed class StorageSetupTests
{
    private static readonly string OtherKey = Convert.ToBase64String(Enumerable.Repeat((byte)7, 64).ToArray());

    [Fact]
    public async Task An_account_that_cannot_be_reached_is_reported()
    {
        var port = LoopbackServer.Nobody().Port;
        await Refuses(
            Azurite.ConnectionStringAt(port, OtherKey),
            $"http://127.0.0.1:{port}",
            "cannot be reached",
            "Check the address and the network"
        );
    }

    [Fact]
    public async Task A_wrong_key_is_reported() =>
        await Refuses(
            Azurite.ConnectionStringAt(Azurite.Shared.Port, OtherKey),
            $"http://127.0.0.1:{Azurite.Shared.Port}",
            "does not accept the key",
            "Copy the connection string again"
        );

    [Fact]
    public async Task A_missing_role_is_reported_by_its_name()
    {
        await using var account = await AccountAsync(_ => (403, "AuthorizationPermissionMismatch"));
        await Refuses(
            Azurite.ConnectionStringAt(account.Address.Port, OtherKey),
            "refuses the bot (403)",
            "Storage Table Data Contributor"
        );
    }

    [Fact]
    public async Task A_table_that_is_missing_and_may_not_be_made_is_reported()
    {
        await using var account = await AccountAsync(request =>
            request.Method == "POST" ? (403, "AuthorizationFailure") : (404, "TableNotFound")
        );
        await Refuses(
            Azurite.ConnectionStringAt(account.Address.Port, OtherKey),
            "Table SupplierBot",
            "is not there and the bot may not make it",
            "Storage Table Data Contributor"
        );
    }

    [Fact]
    public async Task A_connection_string_of_something_else_is_reported_with_the_other_faults() =>
        await Refuses(
            $"Server=tcp:db;Password={OtherKey}",
            "Storage:ConnectionString (command line): is not the connection string of a storage account.",
            "Access keys"
        );

    /// <summary>Answers everything as an account would that is set up badly.</summary>
    private static Task<LoopbackServer> AccountAsync(Func<HttpRequest, (int Status, string Code)> answer) =>
        LoopbackServer.StartAsync(app =>
            app.Run(async http =>
            {
                var (status, code) = answer(http.Request);
                http.Response.StatusCode = status;
                http.Response.ContentType = "application/json";
                await http.Response.WriteAsync(
                    $$$"""{"odata.error": {"code": "{{{code}}}", "message": {"lang": "en-US", "value": "no"} } }"""
                );
            })
        );

    private static async Task Refuses(string connectionString, params string[] sentences)
    {
        var (exitCode, output, errors) = await Executable.RunAsync(
            "--environment",
            "Development",
            "--urls",
            "http://127.0.0.1:0",
            "--Local:Playground",
            "false",
            "--Storage:Kind",
            "AzureTables",
            "--Storage:ConnectionString",
            connectionString
        );
        Assert.All(sentences, words => Assert.Contains(words, errors, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
        Assert.DoesNotContain(OtherKey, output + errors, StringComparison.Ordinal);
        Assert.Equal(2, exitCode);
    }
}
