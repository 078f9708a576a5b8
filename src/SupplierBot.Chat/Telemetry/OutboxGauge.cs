using System.Diagnostics.Metrics;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Telemetry;

/// <summary>How much waits to be delivered and how long the oldest has waited: what the last sweep read anyway.</summary>
public sealed class OutboxGauge
{
    private readonly TimeProvider time;
    private readonly ObservableGauge<int> depth;
    private Reading last = new(0, null);

    public OutboxGauge(TurnMetrics instruments, TimeProvider time)
    {
        this.time = time;
        depth = instruments.Meter.CreateObservableGauge(
            "supplierbot.outbox.depth",
            () => last.Depth,
            "{message}",
            "Rows of the outbox at the last sweep; of those due and of those waiting 500 at most."
        );
        instruments.Meter.CreateObservableGauge(
            "supplierbot.outbox.oldest_age",
            Age,
            "s",
            "How long the oldest row of the last sweep has waited; it grows while nothing is swept."
        );
    }

    /// <summary>Somebody listens: what waits for later is read for them, too.</summary>
    internal bool Watched => depth.Enabled;

    internal void Saw(IReadOnlyList<Row> rows) => last = new(rows.Count, rows.Min(row => Keys.OutboxCreated(row.Key)));

    private double Age() => last.Oldest is { } oldest ? Math.Max(0, (time.GetUtcNow() - oldest).TotalSeconds) : 0;

    /// <summary>One reference, so that depth and age are of one sweep.</summary>
    private sealed record Reading(int Depth, DateTimeOffset? Oldest);
}
