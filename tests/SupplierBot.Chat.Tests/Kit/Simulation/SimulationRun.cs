using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>
/// Three replicas over one table, people who press what they like, and everything going wrong that src/SupplierBot.Chat/DELIVERY.md
/// "Crashes and faults" names; then the faults stop, the rest is delivered, and what was promised is looked at from outside. All of it
/// follows from the seed.
/// </summary>
internal sealed class SimulationRun
{
    private const int Replicas = 3;

    /// <summary>One seed in so many: it takes as long as all that was before.</summary>
    private const int EverythingAgain = 5;
    private const double HoursForSeconds = 3600;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(3);

    private readonly SimulatedReplica?[] replicas = new SimulatedReplica?[Replicas];
    private readonly TimeSpan[] skews;
    private readonly (DateTimeOffset From, DateTimeOffset Until, TimeSpan By)[] jumps;
    private readonly SchedulerContext outside;
    private readonly int days;

    /// <param name="calm">Nothing fails: calls take their time, people press twice, and clocks differ by less than a lease allows.</param>
    /// <param name="days">People take up to so many days, and hours for what they do in seconds otherwise: then time alone moves things,
    /// too.</param>
    /// <param name="undo">People press by mistake, and can undo it.</param>
    public SimulationRun(int seed, ITable table, string organisation, int requests, bool calm = false, int days = 0, bool undo = false)
    {
        (Table, Settings, Requests, this.days, Undo) = (
            table,
            days > 0 ? SimulatedCompany.Slow(organisation) : SimulatedCompany.Settings(organisation),
            requests,
            days,
            undo
        );
        if (undo)
            Settings = Settings with { UndoFor = Kit.Simulation.Slips.Window };
        Slips = new(this);
        World = new(seed, SimulatedCompany.Start);
        (Faults, Trace, Records, outside) = (new(World, calm), new(World), new(table, Settings), new(World));
        skews = [.. Enumerable.Range(0, Replicas).Select(_ => calm ? World.Between(-15, 15) : World.Between(-30, 30))];
        jumps = [.. Enumerable.Range(0, Replicas).Select(_ => Slow ? AnyJump() : default)];
        Faults.Tally.Requests = requests;
    }

    public SimulationScheduler World { get; }
    public ITable Table { get; }
    public ChatSettings Settings { get; }
    public int Requests { get; }
    public SimulationFaults Faults { get; }
    public SimulationTrace Trace { get; }
    public StoredRecords Records { get; }
    public SimulatedPlatform Platform { get; } = new();
    public SlotWatch Slots { get; } = new();
    public UnexpectedFaults Unexpected { get; } = new();
    public AsyncLocal<TurnWrites?> Turn { get; } = new();
    public List<Confirmation> Promises { get; } = [];

    /// <summary>Facts that a second delivery added after all was over.</summary>
    public List<string> Counted { get; } = [];

    /// <summary>Somebody was told that nothing was saved, or that it could not be done, by the turn that did it.</summary>
    public List<string> Denied { get; } = [];

    /// <summary>Everything that was ever sent, as often as somebody pressed.</summary>
    public List<Turn> Sent { get; } = [];
    public bool Quiet { get; private set; }
    public bool Slow => days > 0;
    public bool Undo { get; }
    public Slips Slips { get; }

    /// <summary>How long people take for what they do next.</summary>
    public TimeSpan Between(double fromSeconds, double toSeconds) => World.Between(fromSeconds, toSeconds) * (Slow ? HoursForSeconds : 1);

    /// <summary>How long somebody takes until they look at a request for the first time.</summary>
    public TimeSpan BeforeLooking() => World.Between(0, 60) * (Slow ? TimeSpan.FromDays(days) / TimeSpan.FromMinutes(1) : 1);

    /// <returns>What was broken; empty where everything held.</returns>
    public IReadOnlyList<string> Run()
    {
        KnowEverybody();
        try
        {
            var patience = Longest + TimeSpan.FromDays(3 * days);
            if (!World.Run(ScenarioAsync(), patience))
                return [$"the story did not end within {patience}", .. Unexpected.Seen];
            Faults.Tally.Adopted = Slots.Adopted;
            return [.. new SimulationAudit(this).Broken()];
        }
        catch (Exception fault)
        {
            return [$"the simulation itself: {fault}"];
        }
        finally
        {
            foreach (var replica in replicas)
                replica?.Kill();
        }
    }

    /// <summary>
    /// What a person's client sends reaches one replica, sometimes two. Null where no answer came back: a fault, a dead process, an error.
    /// </summary>
    public async Task<TurnAnswer?> SendAsync(Turn turn)
    {
        Faults.Tally.Turns++;
        Sent.Add(turn);
        if (Faults.DeliversTurnTwice())
            _ = DeliverAsync(turn);
        if (Faults.DeliversTurnLate())
            _ = DeliverLateAsync(turn);
        return await DeliverAsync(turn);
    }

    /// <summary>By then the case is another, the process was started again, and another replica hears of it.</summary>
    private async Task DeliverLateAsync(Turn turn)
    {
        await World.AfterAsync(Between(10, 300));
        if (!Quiet)
            await DeliverAsync(turn);
    }

    public Turn Personal(Person person, Request request, string? replyTo = null) =>
        new(Ids.New(), SimulatedCompany.Personal(person), new(person, true), request, replyTo, request.Press is not null);

    private async Task<TurnAnswer?> DeliverAsync(Turn turn)
    {
        var number = World.Chance.Next(Replicas);
        // Tokens and signatures are of another time, and so is every certificate: nothing gets in or out while a clock is wrong.
        if (replicas[number] is not { } replica || JumpOf(number) != TimeSpan.Zero)
            return null;
        var written = new TurnWrites();
        try
        {
            var answer = await replica.HandleAsync(turn, written);
            if (Undo && answer is TurnAnswer.Card)
                Slips.Read(turn.Actor.Id.Value, ShownAnswer.Text(answer));
            if (written.Case && (answer is TurnAnswer.Failed || ShownAnswer.Refuses(answer)))
                Denied.Add($"{turn.Actor.Id} {turn.Request}");
            return answer is TurnAnswer.Failed or TurnAnswer.NotShown ? null : answer;
        }
        catch (Exception fault)
        {
            Unexpected.Add(fault);
            if (fault is not OutcomeUnknownException && written.Case)
                Denied.Add($"{turn.Actor.Id} {turn.Request}: {fault}");
            return null;
        }
        finally
        {
            _ = SweepAsync(replica);
        }
    }

    /// <summary>Years, weeks or hours to the future or to the past, for some hours.</summary>
    private (DateTimeOffset, DateTimeOffset, TimeSpan) AnyJump()
    {
        var from = World.Now + World.Between(60, 60 * days) * 24 * 60;
        var by = new[] { TimeSpan.FromDays(730), TimeSpan.FromDays(25), TimeSpan.FromHours(3) }[World.Chance.Next(3)];
        return (from, from + World.Between(1, 3) * HoursForSeconds, World.Chance.Next(2) == 0 ? by : -by);
    }

    private TimeSpan JumpOf(int number) =>
        jumps[number] is var jump && World.Now >= jump.From && World.Now < jump.Until ? jump.By : TimeSpan.Zero;

    private bool Jumped(SimulatedReplica replica) =>
        Array.IndexOf(replicas, replica) is >= 0 and var number && JumpOf(number) != TimeSpan.Zero;

    private Task ScenarioAsync()
    {
        var end = new TaskCompletionSource();
        outside.Post(
            async _ =>
            {
                try
                {
                    await RunOutsideAsync();
                    end.SetResult();
                }
                catch (Exception fault)
                {
                    end.SetException(fault);
                }
            },
            null
        );
        return end.Task;
    }

    private async Task RunOutsideAsync()
    {
        for (var number = 0; number < Replicas; number++)
            _ = KeepAliveAsync(number);
        var viewers = new Viewers(this);
        _ = viewers.LookNowAndThenAsync();
        await Task.WhenAll(Enumerable.Range(1, Requests).SelectMany(number => People(number)));
        Faults.On = false;
        for (var rounds = 0; rounds < 3; rounds++)
        {
            await DeliveredAsync();
            await RetryAsync();
            await viewers.LookAtEverythingAsync();
        }
        await DeliveredAsync();
        if (World.Seed % EverythingAgain == 0)
            await EverythingAgainAsync();
        Quiet = true;
    }

    /// <summary>
    /// When nobody asks any more whether the same was meant, every delivery comes once more, to whichever replica: there is nothing left
    /// that it could do.
    /// </summary>
    private async Task EverythingAgainAsync()
    {
        await World.AfterAsync(TimeSpan.FromMinutes(15));
        // What reached nobody yet does what it was sent for.
        foreach (var turn in Sent.ToList())
            await DeliverAsync(turn);
        await DeliveredAsync();
        var before = Records.Done();
        foreach (var turn in Sent.ToList())
            await DeliverAsync(turn);
        await DeliveredAsync();
        Counted.AddRange(Records.Done().Except(before));
    }

    private IEnumerable<Task> People(int number)
    {
        var approvers = new Approvers(this, number);
        yield return new Requester(this, number).AskAsync();
        yield return approvers.DecideAsync(SimulatedCompany.Sam);
        yield return approvers.DecideAsync(SimulatedCompany.Priya);
        yield return new ConflictedRequesters(this).AskAsync(number);
        yield return new EntryOwner(this, number).NoteAsync();
    }

    /// <summary>Started again some seconds after each death, with the clock of its machine.</summary>
    private async Task KeepAliveAsync(int number)
    {
        for (var life = 1; !Quiet; life++)
        {
            var replica = replicas[number] = new($"{(char)('A' + number)}{life}", skews[number], () => JumpOf(number), this);
            while (replica.Alive && !Quiet)
            {
                if (Slow)
                    _ = TickAsync(replica);
                if (JumpOf(number) == TimeSpan.Zero)
                    _ = SweepAsync(replica);
                await World.AfterAsync(Settings.Sweep);
            }
            if (Quiet)
                return;
            replicas[number] = null;
            await World.AfterAsync(Slow ? World.Between(60, 3000) : World.Between(1, 20));
        }
    }

    /// <summary>As the scheduler does by itself, each minute.</summary>
    private async Task TickAsync(SimulatedReplica replica)
    {
        try
        {
            if (await replica.TickAsync() && !Jumped(replica))
                await SweepAsync(replica);
        }
        catch (Exception fault)
        {
            Unexpected.Add(fault);
        }
    }

    private async Task SweepAsync(SimulatedReplica replica)
    {
        try
        {
            if (replica.Alive)
                await replica.SweepAsync();
        }
        catch (Exception fault)
        {
            Unexpected.Add(fault);
        }
    }

    private async Task DeliveredAsync()
    {
        for (var waits = 0; waits < 720 && Records.KeysOf("o-").Count > 0; waits++)
            await World.AfterAsync(Settings.Sweep);
    }

    /// <summary>What was set aside waits for an admin.</summary>
    private async Task RetryAsync()
    {
        var aside = Records.KeysOf("x-").Count;
        if (aside == 0)
            return;
        Faults.Tally.DeadLettered += aside;
        await SendAsync(
            Personal(SimulatedCompany.Carla, RequestReader.Pressed("retry", "all", CardStamp.None, new Dictionary<string, string>(), false))
        );
        await DeliveredAsync();
    }

    private void KnowEverybody()
    {
        IEnumerable<Person> people =
        [
            SimulatedCompany.Sam,
            SimulatedCompany.Priya,
            SimulatedCompany.Carla,
            .. Enumerable.Range(1, Requests).Select(SimulatedCompany.Rita),
            .. Enumerable.Range(1, Requests).Select(SimulatedCompany.Friend),
        ];
        Records.Write(
            Keys.Conversations(Settings.OrganisationId),
            [
                .. people.Select(person => Known(Keys.Person(person.Id), SimulatedCompany.Personal(person), person)),
                Known(Keys.Conversation(SimulatedCompany.SecurityPlace), SimulatedCompany.Place, null),
            ]
        );
    }

    private static RowChange.Add Known(string target, ConversationReference reference, Person? person) =>
        new(Rows.Of(target, new(reference, person, SimulatedCompany.Start, false), StoredJson.Default.StoredConversation));
}
