using System.Globalization;
using Microsoft.Extensions.Hosting;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Chat.Timers;

/// <summary>
/// Compares the register with the policy in force once a working day, by whichever replica comes first, and has <see cref="RulesChanges"/>
/// decide whose review is due. The case remembers the policy, so that what is interrupted or found twice happens once.
/// </summary>
public sealed class RulesChangeService(
    ITable table,
    CaseTimerService cases,
    PolicyStore policies,
    ChatSettings settings,
    TimeProvider time,
    ILogger<RulesChangeService> log
) : BackgroundService
{
    /// <summary>Cases a working day: a strict policy must not give security a hundred reviews on one morning.</summary>
    public const int MostADay = 20;

    /// <summary>By then the clock has been looked at.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(30);

    private readonly string partition = Keys.Workflow(settings.OrganisationId);
    private readonly string storage = Keys.Storage(settings.OrganisationId);

    /// <summary>Nothing outside working time, and where the policy was compared today.</summary>
    /// <returns>How many reviews are due now because of it.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (!settings.Calendar.IsWorkingTime(now) || !await TakesAsync(settings.Calendar.Today(now), cancellation))
            return 0;
        var due = 0;
        await foreach (var row in table.PrefixAsync(partition, Keys.EntryPrefix, cancellation))
        {
            if (await DueOrSayWhyNotAsync(row, cancellation) && ++due == MostADay)
                break;
        }
        if (due > 0)
            Log.RulesChanged(log, policies.Current.Version, due);
        return due;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, time, stoppingToken);
        using var round = new PeriodicTimer(Round, time);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested) // what is left comes on the next working day
            {
                Log.RulesChangeFailed(log, fault);
            }
        } while (await round.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>
    /// Each policy has a row of its own: while an update goes from replica to replica, the old policy takes no day away from the new one.
    /// </summary>
    private async Task<bool> TakesAsync(DateOnly today, CancellationToken cancellation)
    {
        var day = today.ToString("O", CultureInfo.InvariantCulture);
        var key = Keys.PolicyCompared(policies.Current.Hash);
        var before = await table.GetAsync(storage, key, cancellation);
        if (before?.Values.GetValueOrDefault("Day") is string compared && compared == day)
            return false;
        var row = new Row(key, new Dictionary<string, object> { ["Day"] = day });
        RowChange change = before is null ? new RowChange.Add(row) : new RowChange.Replace(row, before.ETag!);
        return await table.CommitAsync(storage, [change], cancellation) is CommitResult.Committed;
    }

    /// <summary>One entry or case that cannot be read must not keep the others from their review.</summary>
    private async Task<bool> DueOrSayWhyNotAsync(Row row, CancellationToken cancellation)
    {
        try
        {
            var entry = Rows.Read(row, StoredJson.Default.RegisterEntry);
            // A version has one text for ever.
            return entry.PolicyVersion != policies.Current.Version
                && entry.NextReview is not null
                && await cases.DecideAsync(
                    "rules",
                    entry.CaseId,
                    (state, current) => RulesChanges.Of(current, state.State.Entry, policies.Current, state.Policy, state.Context),
                    cancellation
                );
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            Log.ClockFailed(log, row.Key, fault);
            return false;
        }
    }
}
