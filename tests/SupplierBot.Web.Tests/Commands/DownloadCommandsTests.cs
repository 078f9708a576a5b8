using System.IO.Compression;
using SupplierBot.Storage.Tables.Sqlite;
using SupplierBot.Web.Tests.Kit;

namespace SupplierBot.Web.Tests.Commands;

/// <summary>Files on the command line, beside a bot that has the database open.</summary>
public sealed class DownloadCommandsTests : IAsyncLifetime
{
    private static readonly string Sample = Path.Combine(
        Repository.Root,
        "tests",
        "SupplierBot.Chat.Tests",
        "Stores",
        "Golden",
        "backup-1.jsonl"
    );
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("download-");
    private SqliteTable bot = null!;

    private string Database => PathOf("supplierbot.db");

    public async ValueTask InitializeAsync()
    {
        await RunAsync("import", Sample);
        bot = SqliteTable.Open(Database);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("register.xlsx")]
    [InlineData("register.csv")]
    [InlineData("register.json")]
    public async Task The_register_is_written_for_its_owner_alone_and_on_the_record(string name)
    {
        var (exitCode, output, errors) = await RunAsync("download", "register", PathOf(name));
        Assert.Equal((0, ""), (exitCode, errors));
        var bytes = await File.ReadAllBytesAsync(PathOf(name));
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        Assert.Equal($"{PathOf(name)}: {bytes.Length:N0} bytes, SHA-256 {hash}\n", output);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf(name)));
        var (_, audited, _) = await RunAsync("audit", "verify");
        Assert.Contains("facts: 4,", audited, StringComparison.Ordinal);
        Assert.DoesNotContain("EXPORTS", audited, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_proves_itself_and_one_changed_byte_is_found_and_named()
    {
        var pack = PathOf("pack.zip");
        var (made, said, _) = await RunAsync("download", "pack", pack, "--from", "2026-01-01", "--to", "2026-12-31");
        Assert.Equal(0, made);
        var manifest = said.Split("Manifest SHA-256 ")[1].Trim();
        Assert.Equal((0, $"{pack}: whole\n", ""), await Executable.RunAsync("audit", "verify-pack", pack, "--manifest", manifest));
        Assert.Equal((0, $"{pack}: whole\n", ""), await Executable.RunAsync("audit", "verify-pack", pack));
        using (var zip = new ZipArchive(File.Open(pack, FileMode.Open), ZipArchiveMode.Update))
        {
            using var file = zip.GetEntry("register.csv")!.Open();
            file.Position = 20;
            file.WriteByte((byte)'!');
        }
        var (exitCode, output, _) = await Executable.RunAsync("audit", "verify-pack", pack);
        Assert.Equal((1, $"register.csv: it was changed\n{pack}: found 1\n"), (exitCode, output));
    }

    /// <summary>The backup is of an early release, with a policy that holds for nobody any more: what can't be assessed is named.</summary>
    [Fact]
    public async Task Every_case_is_assessed_again_or_named()
    {
        var (exitCode, output, errors) = await RunAsync("audit", "replay");
        Assert.Equal((1, ""), (exitCode, errors));
        Assert.Contains("REQ-2026-0001: can't be assessed again: ", output, StringComparison.Ordinal);
        Assert.EndsWith("Cases: 2, the same: 0, different: 2\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ends with .xlsx or .csv or .json", "download", "register", "register.pdf")]
    [InlineData("is not understood", "download", "register", "register.xlsx", "--only", "Acme")]
    [InlineData("is no quarter", "download", "report", "2026-Q5", "report.docx")]
    [InlineData("there is no such request", "download", "schedule", "SUP-9999", "schedule.docx")]
    [InlineData("--from is after --to", "download", "pack", "pack.zip", "--from", "2026-12-31", "--to", "2026-01-01")]
    [InlineData("`yesterday` is no day", "download", "pack", "pack.zip", "--from", "yesterday", "--to", "2026-12-31")]
    [InlineData("`Huge` is no risk tier", "download", "pack", "pack.zip", "--from", "2026-01-01", "--to", "2026-12-31", "--tier", "Huge")]
    [InlineData("--sample is not", "download", "pack", "pack.zip", "--from", "2026-01-01", "--to", "2026-12-31", "--sample", "5000")]
    public async Task What_cannot_be_written_is_said_and_nothing_is(string words, params string[] command)
    {
        var at = Array.FindIndex(command, one => one.Contains('.', StringComparison.Ordinal));
        var file = PathOf(command[at]);
        command[at] = file;
        var (exitCode, output, errors) = await RunAsync(command);
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(words, errors, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task Nothing_is_written_over()
    {
        await File.WriteAllTextAsync(PathOf("mine.csv"), "mine");
        var (exitCode, _, errors) = await RunAsync("download", "register", PathOf("mine.csv"));
        Assert.Equal(2, exitCode);
        Assert.Contains("is there already", errors, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(PathOf("mine.csv")));
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] command) =>
        Executable.RunAsync([.. command, "--Organisation:Id", "test", "--Storage:Sqlite:Path", Database]);
}
