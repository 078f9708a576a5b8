namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>
/// One thread, one clock, one seed: of what could run at the same moment the seed chooses what runs next, and the clock moves when nothing
/// can. Whatever awaits anything in here comes back here, so that a run is repeated exactly.
/// </summary>
internal sealed class SimulationScheduler(int seed, DateTimeOffset start)
{
    private readonly List<Step> ready = [];
    private readonly PriorityQueue<Action, (DateTimeOffset At, long Number)> later = new();
    private long number;

    public int Seed => seed;
    public Random Chance { get; } = new(seed);
    public DateTimeOffset Now { get; private set; } = start;

    public bool Happens(double probability) => Chance.NextDouble() < probability;

    public TimeSpan Between(double fromSeconds, double toSeconds) =>
        TimeSpan.FromSeconds(fromSeconds + Chance.NextDouble() * (toSeconds - fromSeconds));

    public void Add(SchedulerContext place, SendOrPostCallback work, object? state) => ready.Add(new(place, work, state));

    public void At(DateTimeOffset due, Action action) => later.Enqueue(action, (due < Now ? Now : due, number++));

    public Task AfterAsync(TimeSpan wait)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        At(Now + wait, done.SetResult);
        return done.Task;
    }

    /// <summary>Others may go first, and time may pass for some of them.</summary>
    public Task OthersFirstAsync() => AfterAsync(TimeSpan.Zero);

    /// <summary>Until the work is done or <paramref name="patience"/> is over.</summary>
    public bool Run(Task work, TimeSpan patience)
    {
        var end = Now + patience;
        var before = SynchronizationContext.Current;
        try
        {
            while (!work.IsCompleted && Now <= end && Next()) { }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
        if (work.IsCompleted)
            work.GetAwaiter().GetResult();
        return work.IsCompleted;
    }

    private bool Next()
    {
        Due();
        if (ready.Count == 0)
            return later.Count > 0 && Wait();
        var index = Chance.Next(ready.Count);
        var step = ready[index];
        ready[index] = ready[^1];
        ready.RemoveAt(ready.Count - 1);
        if (!step.Place.Alive)
            return true;
        SynchronizationContext.SetSynchronizationContext(step.Place);
        step.Work(step.State);
        return true;
    }

    private bool Wait()
    {
        later.TryPeek(out _, out var first);
        Now = first.At;
        return true;
    }

    private void Due()
    {
        SynchronizationContext.SetSynchronizationContext(null);
        while (later.TryPeek(out var action, out var first) && first.At <= Now)
        {
            later.Dequeue();
            action();
        }
    }

    private readonly record struct Step(SchedulerContext Place, SendOrPostCallback Work, object? State);
}

/// <summary>Where code runs: outside, or inside one replica. What is dead does not go on: no catch, no finally, as after a kill.</summary>
internal class SchedulerContext(SimulationScheduler world) : SynchronizationContext
{
    protected SimulationScheduler World => world;
    public bool Alive { get; protected set; } = true;

    public override void Post(SendOrPostCallback d, object? state) => world.Add(this, d, state);

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nothing waits in here.");

    public override SynchronizationContext CreateCopy() => this;
}
