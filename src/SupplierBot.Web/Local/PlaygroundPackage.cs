using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace SupplierBot.Web.Local;

/// <summary>Why there are no Playgrounds, in one sentence that says what to do.</summary>
internal sealed class PlaygroundFault(string message) : Exception(message);

/// <summary>Microsoft's Agents Playground from npm, by the lock file beside the executable; installed on the first run.</summary>
internal static class PlaygroundPackage
{
    private const int OldestNode = 20;
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(5);
    private static readonly string Cli = Path.Combine("node_modules", "@microsoft", "m365agentsplayground", "cli.js");

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Local");

    /// <summary>The command-line script of the installed Playground.</summary>
    /// <exception cref="PlaygroundFault">Node is missing or too old, or npm could not install it.</exception>
    public static async Task<string> EnsureAsync(string folder, TextWriter progress, CancellationToken cancellation)
    {
        await RequireNode(cancellation);
        var lockHash = Convert.ToHexStringLower(
            SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(folder, "package-lock.json"), cancellation))
        );
        var stamp = Path.Combine(folder, "node_modules", ".installed");
        await using var alone = await Alone(folder, cancellation);
        if (!File.Exists(stamp) || await File.ReadAllTextAsync(stamp, cancellation) != lockHash)
        {
            await progress.WriteLineAsync("Installing Microsoft's Agents Playground: at the first start only, up to a minute …");
            var started = Stopwatch.GetTimestamp();
            await Following(Install(folder, cancellation), started, progress);
            await File.WriteAllTextAsync(stamp, lockHash, cancellation);
            await progress.WriteLineAsync($"Installed after {Seconds(started)} s. Starting the chat windows …");
        }
        return Path.Combine(folder, Cli);
    }

    /// <summary>npm says nothing meanwhile: somebody who waits sees that it goes on.</summary>
    private static async Task Following(Task work, long started, TextWriter progress)
    {
        while (await Task.WhenAny(work, Task.Delay(Pulse)) != work)
            await progress.WriteLineAsync($"  still installing after {Seconds(started)} s …");
        await work;
    }

    private static int Seconds(long started) => (int)Stopwatch.GetElapsedTime(started).TotalSeconds;

    private static async Task RequireNode(CancellationToken cancellation)
    {
        const string remedy =
            "Install Node.js 20 or later (https://nodejs.org) to get five chat windows to play in; Local:Playground=false silences this.";
        var (exitCode, output) =
            await Run("node", ["--version"], ".", cancellation) ?? throw new PlaygroundFault($"Node.js was not found. {remedy}");
        if (
            exitCode != 0
            || !int.TryParse(output.TrimStart('v').Split('.')[0], CultureInfo.InvariantCulture, out var major)
            || major < OldestNode
        )
        {
            throw new PlaygroundFault($"Node.js {output.Trim()} is too old. {remedy}");
        }
    }

    /// <summary>Two bots starting at once install one after the other.</summary>
    private static async Task<FileStream> Alone(string folder, CancellationToken cancellation)
    {
        for (; ; )
        {
            try
            {
                return new FileStream(Path.Combine(folder, ".installing"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
            }
        }
    }

    private static async Task Install(string folder, CancellationToken cancellation)
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var ran = await Run(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder, cancellation);
        if (ran is not (0, _))
            throw new PlaygroundFault($"`npm ci` in {folder} failed: {ran?.Output.Trim() ?? "npm was not found."}");
    }

    /// <summary>Null where the program does not exist.</summary>
    private static async Task<(int ExitCode, string Output)?> Run(
        string program,
        string[] arguments,
        string folder,
        CancellationToken cancellation
    )
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    WorkingDirectory = folder,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            process.StandardInput.Close();
            var (output, errors) = (
                process.StandardOutput.ReadToEndAsync(cancellation),
                process.StandardError.ReadToEndAsync(cancellation)
            );
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await output + await errors);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
