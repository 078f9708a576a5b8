using System.Diagnostics;
using System.Globalization;
using SupplierBot.Conversations.Kit.Clients;

namespace SupplierBot.Conversations.Kit.Conformance;

/// <summary>A bot of the official SDK that shows what ours shows (tests/clients/reference-bot.js).</summary>
internal sealed class ReferenceBot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process node;

    private ReferenceBot(Process node, int port) => (this.node, Messages) = (node, new($"http://127.0.0.1:{port}/api/messages"));

    public Uri Messages { get; }

    public static async Task<ReferenceBot> StartAsync()
    {
        var port = FreePort.Take();
        var node = Process.Start(
            new ProcessStartInfo("node", ["reference-bot.js", port.ToString(CultureInfo.InvariantCulture)])
            {
                WorkingDirectory = Repository.Clients,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        if (await node.StandardOutput.ReadLineAsync().WaitAsync(Patience) is null)
            throw new InvalidOperationException("The reference bot ended at once.");
        return new(node, port);
    }

    public async ValueTask DisposeAsync()
    {
        node.StandardInput.Close();
        await node.WaitForExitAsync().WaitAsync(Patience);
        node.Dispose();
    }
}
