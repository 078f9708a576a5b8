using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using SupplierBot.Conversations;

namespace SupplierBot.Benchmarks;

/// <summary>The product under load: local mode, no Playgrounds, a fresh SQLite file.</summary>
internal sealed class OurBot : IAsyncDisposable
{
    internal const PosixSignal AskAllocated = (PosixSignal)10; // SIGUSR1 on Linux
    internal const string AllocatedBegins = "allocated ";

    private readonly WireCompany company;

    private OurBot(WireCompany company, HttpClient http, Replies replies) => (this.company, Http, Replies) = (company, http, replies);

    private HttpClient Http { get; }
    private Replies Replies { get; }

    public static async Task<OurBot> StartAsync()
    {
        var company = await WireCompany.StartAsync(null, ("DOTNET_STARTUP_HOOKS", typeof(OurBot).Assembly.Location));
        var replies = new Replies();
        company.Connector.InsteadOfKeeping = replies.Saw;
        return new(company, new() { BaseAddress = company.Bot.Address }, replies);
    }

    public Line Line(string key) => new(Http, company.Employee(key), Replies);

    public Counters Counters() => Benchmarks.Counters.Of(company.Bot.ProcessId, Allocated);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await company.DisposeAsync();
    }

    private long? Allocated()
    {
        var before = company.Bot.Log.Count;
        using var ask = Process.Start("kill", ["-USR1", $"{company.Bot.ProcessId}"]);
        string? line = null;
        SpinWait.SpinUntil(() => (line = company.Bot.Log.Skip(before).FirstOrDefault(said => said.StartsWith(AllocatedBegins, StringComparison.Ordinal))) is not null, TimeSpan.FromSeconds(5));
        return line is null ? null : long.Parse(line[AllocatedBegins.Length..], CultureInfo.InvariantCulture);
    }
}
