using System.Diagnostics;
using System.Security.Cryptography;
using SupplierBot.Chat.Exports;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Conversations.Kit.Delivery;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Storage.Files;
using SupplierBot.Storage.Tables.Sqlite;
using SupplierBot.Web.Local;
using SupplierBot.Web.Options;

namespace SupplierBot.Conversations.Delivery;

/// <summary>
/// kill -9 while a file is written: nothing half is there to get, nothing is logged that wasn't written, and nothing is left.
/// </summary>
public sealed class KilledDownloadTests : IDisposable
{
    private const string Organisation = "local";
    private const int Requests = 5;
    private const int Kills = 5;
    private static readonly string[] Asked = ["download register", "download register as json", "download pack 2026"];

    /// <summary>Where the bot keeps aside what isn't whole yet.</summary>
    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("aside-");

    public void Dispose() => temporary.Delete(recursive: true);

    [Fact]
    public async Task Nothing_half_can_be_downloaded_and_nothing_is_left_of_it()
    {
        await using var company = await WireCompany.StartAsync(null, ("TMPDIR", temporary.FullName), ("DOTNET_EnableDiagnostics", "0"));
        await company.OpensReviewChannelsAsync();
        await Enumerable.Range(1, Requests).Select(number => EmployeeRequest.Number(number, company)).ToList().GoOnAsync();
        var sam = new Employee(company.Bot.Http, company.Connector, Personas.Sam);
        var (halfWay, before) = (0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            var asking = sam.TriesAsync(sam.Message(Asked[kill % Asked.Length]));
            await WaitUntil.TrueAsync(() => Writes(company) || asking.IsCompleted, () => "a file that is being written");
            await company.Bot.KillAsync();
            await asking;
            // Killed before its name was taken away, it is an empty file; nothing is written before.
            Assert.DoesNotContain(temporary.GetFiles(), left => left.Length > 0);
            var (logged, links) = await KeptAsync(company);
            Assert.True(links <= logged, $"{links} links, {logged} files in the log");
            halfWay += logged == before ? 1 : 0;
            before = logged;
            await company.Bot.StartAgainAsync();
        }
        Assert.True(halfWay > 0, "No file was half-written when the bot was killed.");
        await sam.SaysAsync("download register");
        await WaitUntil.TrueAsync(() => sam.Newest.Contains("SHA-256"), () => $"the register; {sam.Newest.Activity}");
        Assert.True(await company.Bot.StopAsync());
        Assert.InRange((await KeptAsync(company)).Links, 1, Kills + 1);
        var (exitCode, said) = await VerifyAsync(company);
        Assert.True(exitCode == 0, said);
    }

    /// <summary>It holds a file open that no folder names.</summary>
    private bool Writes(WireCompany company)
    {
        try
        {
            return Directory
                .GetFiles($"/proc/{company.Bot.ProcessId}/fd")
                .Any(file => new FileInfo(file).LinkTarget?.StartsWith(temporary.FullName, StringComparison.Ordinal) == true);
        }
        catch (IOException) // A file that was closed while its name was read.
        {
            return false;
        }
    }

    /// <summary>What the log says was taken, and what can be downloaded: each link leads to the very bytes that it names.</summary>
    private static async Task<(int Logged, int Links)> KeptAsync(WireCompany company)
    {
        var data = Path.Combine(company.Bot.Folder, "data");
        await using var table = SqliteTable.Open(Path.Combine(data, "supplierbot.db"));
        var files = new FolderFileStore(Path.Combine(data, "files"));
        var links = await RowsAsync(table, Keys.Storage(Organisation), Keys.FileLinkPrefix);
        foreach (var link in links.Select(row => Rows.Read(row, StoredJson.Default.FileLink)))
        {
            await using var content = await files.OpenAsync(link.File.Key, CancellationToken.None);
            Assert.NotNull(content);
            Assert.Equal(link.File.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(content)));
        }
        return ((await RowsAsync(table, Keys.Workflow(Organisation), Keys.ExportEventPrefix)).Count, links.Count);
    }

    private static Task<IReadOnlyList<Row>> RowsAsync(ITable table, string partition, string prefix) =>
        table.ReadAsync(partition, prefix, Keys.After(prefix), 1000, CancellationToken.None);

    private static async Task<(int ExitCode, string Said)> VerifyAsync(WireCompany company)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(Settings).Assembly.Location, "audit", "verify", "--contentRoot", company.Bot.Folder]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
