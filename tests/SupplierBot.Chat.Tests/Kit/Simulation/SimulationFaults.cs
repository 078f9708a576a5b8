namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>What goes wrong, how often, and how often it did (src/SupplierBot.Chat/DELIVERY.md "Crashes and faults").</summary>
internal sealed class SimulationFaults(SimulationScheduler world, bool calm)
{
    /// <summary>
    /// In some seeds the storage cannot be reached at all for half a minute, or the platform throttles everybody for one.
    /// </summary>
    private readonly (DateTimeOffset From, DateTimeOffset To) outage = Period(world, 30),
        storm = Period(world, 60);

    public bool On { get; set; } = true;
    public FaultTally Tally { get; } = new();

    public bool Crash() => Happens(0.004, ref Tally.Crashes);

    public bool LosesRequest() => Happens(Within(outage) ? 1 : 0.01, ref Tally.LostRequests);

    public bool Delays() => Happens(0.01, ref Tally.LateRequests);

    public bool LosesReply() => Happens(0.08, ref Tally.LostReplies);

    public bool IsThrottled() => Happens(Within(storm) ? 1 : 0.08, ref Tally.Throttled);

    public bool RefusesConnection() => Happens(0.02, ref Tally.LostPosts);

    public bool LosesPost() => Happens(0.04, ref Tally.LostPosts);

    public bool LosesReceipt() => Happens(0.08, ref Tally.LostReceipts);

    public bool DeletesMessage() => Happens(0.005, ref Tally.Deleted);

    public bool DeliversTurnTwice() => Happens(0.1, ref Tally.TurnsTwice);

    public bool DeliversTurnLate() => Happens(0.1, ref Tally.TurnsLate);

    /// <summary>Storage and platform answer at once, mostly; a call may take seconds, and a paused process longer than its lease.</summary>
    public TimeSpan Latency() =>
        !On || world.Happens(0.9) ? TimeSpan.Zero
        : calm || world.Happens(0.97) ? world.Between(0, 4)
        : world.Between(60, 90);

    private bool Within((DateTimeOffset From, DateTimeOffset To) outage) => outage.From <= world.Now && world.Now < outage.To;

    private static (DateTimeOffset From, DateTimeOffset To) Period(SimulationScheduler world, double seconds)
    {
        var from = world.Happens(0.25) ? world.Now + world.Between(0, 120) : DateTimeOffset.MaxValue;
        return (from, from == DateTimeOffset.MaxValue ? from : from.AddSeconds(seconds));
    }

    private bool Happens(double probability, ref int count)
    {
        if (!On || calm || !world.Happens(probability))
            return false;
        count++;
        return true;
    }
}

/// <summary>Totals over one seed, or over all of them.</summary>
internal sealed class FaultTally
{
    public int Requests,
        Turns,
        Decisions,
        Confirmed;
    public int Crashes,
        LostRequests,
        LateRequests,
        LostReplies,
        Throttled,
        LostPosts,
        LostReceipts,
        Deleted,
        TurnsTwice,
        TurnsLate,
        Undone,
        Notes;
    public int DeadLettered,
        Posts,
        Orphans,
        Adopted,
        Views;
    public int Moments,
        Notified,
        Digests,
        DigestCopies;

    public void Add(FaultTally other)
    {
        foreach (var field in typeof(FaultTally).GetFields())
            field.SetValue(this, (int)field.GetValue(this)! + (int)field.GetValue(other)!);
    }

    public override string ToString() =>
        string.Join(", ", typeof(FaultTally).GetFields().Select(field => $"{field.Name} {field.GetValue(this)}"));
}
