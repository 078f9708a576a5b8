using System.Globalization;
using Microsoft.Extensions.Hosting;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Chat.Timers;

/// <summary>
/// Looks in working time for what happened to suppliers that others depend on, and has <see cref="ProviderChanges"/> decide whose owner is
/// asked. Each case remembers the cause, so that what is interrupted, or found by two replicas, happens once. Seven parts: what is read,
/// what decides, and when.
/// </summary>
public sealed class ProviderChangeService(
    ITable table,
    CaseStore cases,
    DependencyIndex dependencies,
    CaseTimerService decisions,
    ChatSettings settings,
    TimeProvider time,
    ILogger<ProviderChangeService> log
) : BackgroundService
{
    /// <summary>Owners a working day: nobody has a hundred things to do on one morning. The rest are asked on the next one.</summary>
    public const int MostADay = 20;

    /// <summary>What is older concerns nobody any more who was not asked yet.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(30);

    private const int MostCauses = 200;
    private const int MostFinished = 10_000;
    private const string Day = "Day";
    private const string Asked = "Asked";

    /// <summary>By then the clock has been looked at.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(10);

    private readonly string partition = Keys.Workflow(settings.OrganisationId);
    private readonly string storage = Keys.Storage(settings.OrganisationId);

    /// <summary>Everybody was asked who depended on it then: what depends on it later knows of it.</summary>
    private readonly BoundedCache<string, bool> finished = new(MostFinished, StringComparer.Ordinal);

    /// <returns>How many owners were asked.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (!settings.Calendar.IsWorkingTime(now))
            return 0;
        var before = await table.GetAsync(storage, Keys.ProvidersAsked, cancellation);
        var today = settings.Calendar.Today(now).ToString("O", CultureInfo.InvariantCulture);
        var asked = before?.Values.GetValueOrDefault(Day) as string == today && before.Values.GetValueOrDefault(Asked) is int n ? n : 0;
        var done = await AskAsync(now, MostADay - asked, cancellation);
        if (done == 0)
            return 0;
        var row = new Row(Keys.ProvidersAsked, new Dictionary<string, object> { [Day] = today, [Asked] = asked + done });
        await table.CommitAsync(storage, [new RowChange.Put(row)], cancellation);
        Log.ProvidersAsked(log, done);
        return done;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.RunAsync(RunAsync, fault => Log.ProvidersNotAsked(log, fault), AfterStart, Round, time, stoppingToken);

    /// <summary>What happened first is asked about first.</summary>
    private async Task<int> AskAsync(DateTimeOffset now, int most, CancellationToken cancellation)
    {
        var done = 0;
        foreach (var cause in await CausesAsync(now, cancellation))
        {
            if (done >= most)
                break;
            var (asked, whole) = await AskAsync(cause, most - done, cancellation);
            done += asked;
            if (whole)
                finished.Set(cause.Id, true);
        }
        return done;
    }

    private async Task<IReadOnlyList<ProviderCause>> CausesAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var found = new List<ProviderCause>();
        var rows = await table.ReadAsync(partition, Keys.CausePrefix, Keys.CausesUntil(now - Window), MostCauses, cancellation);
        foreach (var row in rows)
        {
            var caseId = Rows.Value<string>(row, "Case");
            if (await cases.FindAsync(caseId, cancellation) is not { Value: var current } || current.Undoable?.IsHeld(now) == true)
                continue;
            found.AddRange(ProviderCause.Of(current).Where(cause => cause.At > now - Window && !finished.TryGet(cause.Id, out _)));
        }
        return [.. found.OrderBy(cause => cause.At)];
    }

    private async Task<(int Done, bool Whole)> AskAsync(ProviderCause cause, int most, CancellationToken cancellation)
    {
        var (done, whole) = (0, true);
        var seen = new HashSet<string>(StringComparer.Ordinal) { cause.EntryId };
        foreach (var name in cause.Names.DistinctBy(SupplierNames.Identity))
        {
            var critical = (await dependencies.UseAsync(name, cancellation)).Critical().Count;
            foreach (var id in await dependencies.DependentsAsync(name, cancellation))
            {
                if (done >= most)
                    return (done, false);
                if (!seen.Add(id))
                    continue;
                var asked = await IsAskedAsync(id, cause, name, critical, cancellation);
                done += asked == true ? 1 : 0;
                whole &= asked is not null;
            }
        }
        return (done, whole);
    }

    /// <returns>Null where it could not be read or written: it keeps no other from it, and is tried again.</returns>
    private async Task<bool?> IsAskedAsync(string id, ProviderCause cause, string name, int critical, CancellationToken cancellation)
    {
        try
        {
            return await cases.EntryAsync(id, cancellation) is { CaseId: { Length: > 0 } caseId }
                && await decisions.DecideAsync(
                    "provider",
                    caseId,
                    (state, current) => ProviderChanges.Of(current, state.State.Entry, cause, name, critical, state.Policy, state.Context),
                    cancellation
                );
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            Log.ClockFailed(log, id, fault);
            return null;
        }
    }
}
