using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Timers;
using SupplierBot.Chat.Turns;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>
/// One process: its own full set of the real objects over the one table. When it dies, callers who wait for it hear nothing.
/// </summary>
internal sealed class SimulatedReplica : SchedulerContext
{
    private readonly SimulationRun simulation;
    private readonly ServiceProvider services;
    private readonly HashSet<Action> waiting = [];

    public SimulatedReplica(string name, TimeSpan skew, Func<TimeSpan> jump, SimulationRun simulation)
        : base(simulation.World)
    {
        (Name, this.simulation) = (name, simulation);
        services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(simulation.Unexpected))
            .AddSingleton<TimeProvider>(new ReplicaClock(World, skew, jump))
            .AddSingleton(World.Chance)
            .AddSingleton<IChannel>(new FaultyChannel(this, simulation))
            .AddSingleton<ITable>(new FaultyTable(simulation.Table, this, simulation))
            .AddChat(simulation.Settings, SimulatedCompany.Policy, SimulatedCompany.Wording)
            .BuildServiceProvider();
    }

    public string Name { get; }

    public T The<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<TurnAnswer?> HandleAsync(Turn turn, TurnWrites written) =>
        InsideAsync<TurnAnswer>(() =>
        {
            simulation.Turn.Value = written;
            return The<ITurnHandler>().HandleAsync(turn, CancellationToken.None);
        });

    public Task SweepAsync() =>
        InsideAsync(async () =>
        {
            await The<Dispatcher>().SweepAsync(CancellationToken.None);
            return this;
        });

    /// <returns>False where it died.</returns>
    public async Task<bool> TickAsync() =>
        await InsideAsync(async () =>
        {
            await The<Scheduler>().TickAsync(CancellationToken.None);
            return this;
        })
            is not null;

    /// <summary>A call goes out or a reply comes in: others may go first, time may pass, and the process may die.</summary>
    public async Task StepAsync()
    {
        await World.AfterAsync(simulation.Faults.Latency());
        if (!simulation.Faults.Crash())
            return;
        Kill();
        await World.OthersFirstAsync();
    }

    /// <summary>Null where the replica died first.</summary>
    public Task<T?> InsideAsync<T>(Func<Task<T>> work)
        where T : class
    {
        var done = new TaskCompletionSource<T?>(TaskCreationOptions.RunContinuationsAsynchronously);
        void HearNothing() => done.TrySetResult(null);
        if (Alive)
            waiting.Add(HearNothing);
        else
            HearNothing();
        Post(
            async _ =>
            {
                try
                {
                    done.TrySetResult(await work());
                }
                catch (Exception fault)
                {
                    done.TrySetException(fault);
                }
                waiting.Remove(HearNothing);
            },
            null
        );
        return done.Task;
    }

    public void Kill()
    {
        simulation.Trace.Add(Name, "dies");
        Alive = false;
        services.Dispose();
        foreach (var tell in waiting)
            tell();
    }
}
