using System.Diagnostics;

namespace SupplierBot;

/// <summary>
/// Azurite's table service, or its blob service, as a process of its own, in memory (tests/clients/azurite.js). It keeps what the tests
/// need to see kept, and accepts much of what the service refuses (src/SupplierBot.Storage/TABLES.md "Azurite"): that is for the guards.
/// </summary>
internal sealed class Azurite : IDisposable
{
    /// <summary>The account and key everybody knows. https://learn.microsoft.com/azure/storage/common/storage-connect-azurite</summary>
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly Lazy<Azurite> SharedInstance = new(() => new Azurite());
    private static readonly Lazy<Azurite> SharedBlobs = new(() => new Azurite("blob"));
    private readonly Process node;

    private Azurite(string service = "table")
    {
        if (!Directory.Exists(Path.Combine(Repository.Clients, "node_modules", "azurite")))
        {
            throw new InvalidOperationException("The JavaScript clients are not installed in tests/clients: run ./test.sh");
        }
        node = Process.Start(
            new ProcessStartInfo("node", $"azurite.js {service}")
            {
                WorkingDirectory = Repository.Clients,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        Port = PortOf(node);
        _ = node.StandardOutput.ReadToEndAsync(); // or it would block once the pipe is full
    }

    /// <summary>One for the whole test assembly: tests tell their tables apart by name. It ends with this process.</summary>
    public static Azurite Shared => SharedInstance.Value;

    public static Azurite Start() => new();

    /// <summary>The blob service of the same account, for files.</summary>
    public static string BlobConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{SharedBlobs.Value.Port}/{Account};";

    public int Port { get; }
    public int ProcessId => node.Id;
    public string ConnectionString => ConnectionStringAt(Port);

    /// <summary>The same storage behind another port: a proxy's.</summary>
    public static string ConnectionStringAt(int port, string key = Key) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={key};TableEndpoint=http://127.0.0.1:{port}/{Account};";

    /// <summary>A table name nobody else has: letters and digits alone.</summary>
    public static string NewTable() => $"T{Guid.NewGuid():N}";

    public void Dispose()
    {
        node.StandardInput.Close();
        node.WaitForExit();
        node.Dispose();
    }

    private static int PortOf(Process node)
    {
        while (node.StandardOutput.ReadLine() is { } line)
        {
            if (line.Split(' ') is ["port", var port])
                return int.Parse(port, System.Globalization.CultureInfo.InvariantCulture);
        }
        throw new InvalidOperationException("Azurite did not start.");
    }
}
