using System.Text.Json.Nodes;
using SupplierBot.Benchmarks.Core;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Delivery;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Storage.Tables.AzureTables;
using SupplierBot.Storage.Tables.Sqlite;
using SupplierBot.Web.Local;

namespace SupplierBot.Benchmarks.Load;

/// <summary>So many processes of the product on one storage that holds requests to decide on, and one connector for all of them.</summary>
internal sealed class Replicas : IAsyncDisposable
{
    private const string Organisation = "local";
    private const int Requesters = 100;
    private readonly List<BotProcess> bots = [];
    private readonly LoopbackConnector connector;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("supplierbot-");
    private int next;
    private int again;

    private Replicas(LoopbackConnector connector) => this.connector = connector;

    public Arrivals Arrivals { get; } = new();

    /// <summary>Presses that had to be repeated.</summary>
    public int Again => again;
    public IEnumerable<int> ProcessIds => bots.Select(bot => bot.ProcessId);

    /// <param name="storage">Null for SQLite, which one process alone can have open.</param>
    public static async Task<Replicas> StartAsync(int count, Azurite? storage, int cases)
    {
        var replicas = new Replicas(await LoopbackConnector.StartAsync());
        var settings = replicas.connector.Settings;
        if (storage is not null)
            (settings["Storage:Kind"], settings["Storage:ConnectionString"], settings["Storage:Table"]) = (
                "AzureTables",
                storage.ConnectionString,
                Azurite.NewTable()
            );
        await replicas.FillAsync(
            storage is null
                ? null
                : AzureTable.At(new AzureAccount.ByConnectionString(storage.ConnectionString), settings["Storage:Table"]),
            cases
        );
        for (var replica = 0; replica < count; replica++)
            replicas.bots.Add(await BotProcess.StartAsync(settings, replicas.folder.FullName));
        await replicas.InstallAsync();
        replicas.connector.InsteadOfKeeping = replicas.Arrivals.Saw;
        return replicas;
    }

    /// <summary>
    /// Sam approves, and presses again where the bot or its storage had no time; returns when it says that it is done. The load balancer
    /// goes round.
    /// </summary>
    public async Task ApproveAsync(int number)
    {
        var id = CaseStore.CaseId(DateTime.UtcNow.Year, number);
        for (var answer = await PressAsync(id); answer.Card?.Contains(id) != true; answer = await PressAsync(id))
        {
            if (!answer.Body.Contains("InternalServerError", StringComparison.Ordinal))
                throw new InvalidOperationException($"{id}: {answer.Status} {answer.Body}");
            Interlocked.Increment(ref again);
        }
    }

    private Task<Answer> PressAsync(string id)
    {
        var bot = bots[(int)((uint)Interlocked.Increment(ref next) % bots.Count)];
        var sam = new Employee(bot.Http, connector, Personas.Sam);
        return sam.GiveAsync(
            sam.Execute(
                "approve",
                new JsonObject
                {
                    ["verb"] = "approve",
                    ["terms"] = "agreed",
                    ["terms_ref"] = "MSA v3",
                    ["comment"] = "We can leave it in days.",
                    ["_"] = new JsonObject
                    {
                        ["case"] = id,
                        ["slot"] = "review-security",
                        ["version"] = 1,
                    },
                }
            )
        );
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in bots)
            await bot.DisposeAsync();
        await connector.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task FillAsync(AzureTable? azure, int cases)
    {
        if (azure is not null)
            await azure.MakeIfMissingAsync(CancellationToken.None);
        await using var sqlite = azure is null ? SqliteTable.Open(Path.Combine(folder.FullName, "data", "supplierbot.db")) : null;
        var context = Samples.At(DateTimeOffset.UtcNow) with
        {
            Roles = new(
                new Dictionary<string, IReadOnlyList<Person>>
                {
                    [RoleNames.Security] = [new(Personas.Sam.Id, "Sam"), new(Personas.Priya.Id, "Priya")],
                },
                []
            ),
        };
        var places = new Dictionary<string, IReadOnlyList<string>> { [RoleNames.Security] = DeliverySteps.ReviewChannels };
        var requesters = Enumerable
            .Range(0, Requesters)
            .Select(Requester)
            .Select(employee => new Person(new($"teams:{employee.ObjectId:D}"), employee.Conversation))
            .ToList();
        await new FilledRegister(
            azure ?? (ITable)sqlite!,
            new(Organisation, "", context.Calendar, context.Roles, places),
            Samples.Policy,
            context,
            requesters
        )
        {
            OnlySimpleAndShown = true,
        }.FillAsync(cases, cases);
    }

    private async Task InstallAsync()
    {
        foreach (var channel in DeliverySteps.ReviewChannels)
            await Requester(0).InstallsInAsync(channel);
        await Parallel.ForEachAsync(Enumerable.Range(0, Requesters), async (number, _) => await Requester(number).InstallsAsync());
    }

    private Employee Requester(int number) => new(bots.Count > 0 ? bots[0].Http : new HttpClient(), connector, $"requester-{number}");
}
