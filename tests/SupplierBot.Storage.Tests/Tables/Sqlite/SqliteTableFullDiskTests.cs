using System.Diagnostics;
using SupplierBot.Storage.Tests.Kit;

namespace SupplierBot.Storage.Tests.Tables.Sqlite;

/// <summary>No room while the bot runs: what does not fit is refused whole and said, and with room again it goes on by itself.</summary>
public sealed class SqliteTableFullDiskTests : IDisposable
{
    /// <summary>A file system of 2 MB; nothing of it is seen outside the process.</summary>
    private const string SmallDisk =
        """exec unshare -rm sh -c 'mount -t tmpfs -o size=2m none "$0" && head -c 600000 /dev/zero > "$0/ballast" && exec "$@"' "$FOLDER" "$@" """;

    /// <summary>
    /// Files of at most 1 MB, where the machine permits no file systems of one's own. The runtime maps its code through a file, which the
    /// limit would hit.
    /// </summary>
    private const string SmallFiles = """trap '' XFSZ; ulimit -S -f 1024; export DOTNET_EnableWriteXorExecute=0; exec "$@" """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_small_disk_is_reported_and_left_behind()
    {
        var permitted = await IsPermittedAsync();
        var words = permitted ? "there is no room left on the disk; the change was not saved. Free some space" : "Check the disk";
        Assert.Contains(words, await FillAsync(permitted ? SmallDisk : SmallFiles), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_of_the_files_size_is_reported_and_left_behind() =>
        Assert.Contains("table.db: ", await FillAsync(SmallFiles), StringComparison.Ordinal);

    private static string[] Self =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [Environment.ProcessPath!, typeof(SqliteTableFullDiskTests).Assembly.Location]
            : [Environment.ProcessPath!];

    private static async Task<bool> IsPermittedAsync()
    {
        using var trial = Process.Start(
            new ProcessStartInfo("bash", ["-c", "unshare -rm mount -t tmpfs -o size=2m none /mnt"]) { RedirectStandardError = true }
        )!;
        await trial.WaitForExitAsync();
        return trial.ExitCode == 0;
    }

    /// <summary>What was said when it was full.</summary>
    private async Task<string> FillAsync(string how)
    {
        var start = new ProcessStartInfo("bash", ["-c", how, "bash", .. Self, "fill", folder["table.db"]])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["FOLDER"] = folder["."];
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadLineAsync();
        using (var room = Process.Start("prlimit", ["--pid", $"{process.Id}", "--fsize=unlimited"]))
            await room.WaitForExitAsync();
        await process.StandardInput.WriteLineAsync();
        var rest = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal((new string('\n', FillingProcess.Afterwards) + "whole\n", 0), (rest, process.ExitCode));
        return said ?? "";
    }
}
