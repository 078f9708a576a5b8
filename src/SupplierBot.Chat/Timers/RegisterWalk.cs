using System.Globalization;
using Microsoft.Extensions.Hosting;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Chat.Timers;

/// <summary>
/// Goes through the register once a working day, by whichever replica comes first, and stops after so many entries that it did something
/// about: what is left comes on the next day. One that cannot be read keeps no other from it.
/// </summary>
/// <param name="afterStart">By then the clock has been looked at.</param>
public abstract class RegisterWalk(ITable table, ChatSettings settings, TimeProvider time, TimeSpan afterStart, ILogger log)
    : BackgroundService
{
    /// <summary>Entries a working day, unless the settings say otherwise: nobody has a hundred things to do on one morning.</summary>
    public const int MostADay = 20;

    private const string Day = "Day";
    private const string Ended = "Ended";
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(30);

    private readonly string partition = Keys.Workflow(settings.OrganisationId);
    private readonly string storage = Keys.Storage(settings.OrganisationId);

    /// <summary>Of the row that says when somebody walked last.</summary>
    private protected abstract string Key { get; }

    private protected ChatSettings Settings => settings;

    private protected virtual int Most => MostADay;

    /// <summary>A walk that finds nothing is the last one.</summary>
    private protected virtual bool EndsWhenDone => false;

    /// <summary>Nothing outside working time, where somebody walked today, and once it has ended.</summary>
    /// <returns>About how many entries something was done.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (!settings.Calendar.IsWorkingTime(now) || !await TakesAsync(settings.Calendar.Today(now), cancellation))
            return 0;
        var (done, failed) = (0, false);
        await foreach (var row in table.PrefixAsync(partition, Keys.EntryPrefix, cancellation))
        {
            try
            {
                var entry = Rows.Read(row, StoredJson.Default.RegisterEntry);
                // What nobody assessed has no case that anything could be done about.
                if (entry.CaseId.Length > 0 && await DoneAsync(entry, cancellation) && ++done == Most)
                    break;
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                failed = true;
                Log.ClockFailed(log, row.Key, fault);
            }
        }
        if (done > 0)
            LogDone(done);
        if (EndsWhenDone && done == 0 && !failed)
            await NoteAsync(Ended, await table.GetAsync(storage, Key, cancellation), cancellation);
        return done;
    }

    /// <returns>Whether something was done about it.</returns>
    private protected abstract Task<bool> DoneAsync(RegisterEntry entry, CancellationToken cancellation);

    private protected virtual void LogDone(int entries) { }

    private protected abstract void LogFailed(Exception fault);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.RunAsync(RunAsync, LogFailed, afterStart, Round, time, stoppingToken);

    private async Task<bool> TakesAsync(DateOnly today, CancellationToken cancellation)
    {
        var day = today.ToString("O", CultureInfo.InvariantCulture);
        var before = await table.GetAsync(storage, Key, cancellation);
        return (before?.Values.GetValueOrDefault(Day) is not string taken || (taken != Ended && taken != day))
            && await NoteAsync(day, before, cancellation);
    }

    private async Task<bool> NoteAsync(string day, Row? before, CancellationToken cancellation)
    {
        var row = new Row(Key, new Dictionary<string, object> { [Day] = day });
        RowChange change = before is null ? new RowChange.Add(row) : new RowChange.Replace(row, before.ETag!);
        return await table.CommitAsync(storage, [change], cancellation) is CommitResult.Committed;
    }
}
