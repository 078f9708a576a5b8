using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Telemetry;

/// <summary>Open cases by age since they were sent, read from the open index once a minute and only while somebody listens.</summary>
public sealed class PendingGauge : BackgroundService
{
    private const int Most = 1000;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly string[] Ages = ["under_1d", "1d_to_3d", "3d_to_7d", "over_7d"];

    private readonly CaseStore cases;
    private readonly TimeProvider time;
    private readonly ILogger<PendingGauge> log;
    private readonly ObservableGauge<int> gauge;
    private int[]? counts;

    public PendingGauge(TurnMetrics instruments, CaseStore cases, TimeProvider time, ILogger<PendingGauge> log)
    {
        (this.cases, this.time, this.log) = (cases, time, log);
        gauge = instruments.Meter.CreateObservableGauge(
            "supplierbot.cases.pending",
            Observe,
            "{case}",
            "Open cases by age, read once a minute; the 1,000 due first at most."
        );
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                if (gauge.Enabled)
                    await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException) // a gauge that cannot read must not end the process
            {
                counts = null;
                Log.PendingNotRead(log, fault);
            }
        } while (await pace.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task LookAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var seen = new int[Ages.Length];
        foreach (var line in await cases.OpenAsync(Most, cancellation))
            seen[AgeOf(now - line.SubmittedAt)]++;
        counts = seen;
    }

    private static int AgeOf(TimeSpan age) =>
        age.TotalDays switch
        {
            < 1 => 0,
            < 3 => 1,
            < 7 => 2,
            _ => 3,
        };

    private IEnumerable<Measurement<int>> Observe() =>
        counts is { } seen
            ? Ages.Select((age, index) => new Measurement<int>(seen[index], new KeyValuePair<string, object?>("age", age)))
            : [];
}
