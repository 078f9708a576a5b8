using System.Diagnostics;
using System.Net;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Delivery;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Kit.Replicas;

/// <summary>
/// Several processes of the built product on one storage account, behind a load balancer; and one platform that they all speak to.
/// </summary>
internal sealed class ReplicaCompany : IAsyncDisposable
{
    private readonly LoadBalancer balancer;
    private readonly HttpClient http;

    private ReplicaCompany(LoopbackConnector connector, StorageProxy proxy, string table, IReadOnlyList<BotProcess> replicas)
    {
        (Connector, Proxy, Table, Replicas) = (connector, proxy, table, replicas);
        balancer = new([.. replicas.Select(replica => replica.Address)]);
        http = new(balancer) { BaseAddress = replicas[0].Address };
        (Sam, Priya) = (new(http, connector, Personas.Sam), new(http, connector, Personas.Priya));
    }

    public LoopbackConnector Connector { get; }

    /// <summary>Between the replicas and their storage.</summary>
    public StorageProxy Proxy { get; }
    public IReadOnlyList<BotProcess> Replicas { get; }
    public string Table { get; }
    public Employee Sam { get; }
    public Employee Priya { get; }
    public int Turns => balancer.Sent;
    public int Kills { get; private set; }

    public static async Task<ReplicaCompany> StartAsync(int count, params (string Key, string Value)[] more)
    {
        var (connector, proxy, table) = (await LoopbackConnector.StartAsync(), new StorageProxy(Azurite.Shared.Port), Azurite.NewTable());
        var settings = connector.Settings;
        settings["Storage:Kind"] = "AzureTables";
        settings["Storage:ConnectionString"] = Azurite.ConnectionStringAt(proxy.Port);
        settings["Storage:Table"] = table;
        foreach (var (key, value) in more)
            settings[key] = value;
        var replicas = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => BotProcess.StartAsync(settings)));
        var company = new ReplicaCompany(connector, proxy, table, replicas);
        foreach (var channel in DeliverySteps.ReviewChannels)
            Assert.True((await company.Employee("admin").InstallsInAsync(channel)).Good);
        return company;
    }

    public Employee Employee(string key) => new(http, Connector, key);

    /// <summary>What is kept, past the replicas.</summary>
    public StoredState OpenState() => SupplierBot.Conversations.Kit.Delivery.StoredState.InAccount(Azurite.Shared.ConnectionString, Table);

    /// <summary>kill -9 of any of them every two to four seconds, and a new start.</summary>
    public async Task AreKilledAsync(TimeSpan atLeast, int times)
    {
        for (var started = Stopwatch.GetTimestamp(); Kills < times || Stopwatch.GetElapsedTime(started) < atLeast; )
        {
            await Task.Delay(TimeSpan.FromSeconds(2 + 2 * Random.Shared.NextDouble()));
            var victim = Replicas[Random.Shared.Next(Replicas.Count)];
            await victim.KillAsync();
            Kills++;
            await victim.StartAgainAsync();
        }
    }

    /// <summary>How each replica answers whether it can serve.</summary>
    public Task<HttpStatusCode[]> ReadinessAsync() =>
        Task.WhenAll(
            Replicas.Select(async replica =>
            {
                using var answer = await replica.Http.GetAsync("/health/ready");
                return answer.StatusCode;
            })
        );

    /// <summary>Lines of all logs.</summary>
    public int Said(string words) => Replicas.Sum(replica => replica.Log.Count(line => line.Contains(words, StringComparison.Ordinal)));

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in Replicas)
            await replica.DisposeAsync();
        http.Dispose();
        balancer.Dispose();
        Proxy.Dispose();
        await Connector.DisposeAsync();
    }
}
