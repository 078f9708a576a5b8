using Microsoft.Extensions.Hosting;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Chat.Timers;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Audit;

/// <summary>
/// Takes the fingerprint of the register once a day, by whichever replica comes first, and puts it where it leaves this storage: into the
/// log, and with the weekly digest into people's channels.
/// </summary>
public sealed class DailyFingerprint(
    ITable table,
    ChatSettings settings,
    TurnMetrics instruments,
    TimeProvider time,
    Random chance,
    ILogger<DailyFingerprint> log
) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Round = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromHours(23);

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>Null before the first, and where the row cannot be read.</summary>
    internal static async Task<RegisterFingerprint?> NewestAsync(ITable table, string partition, CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.Fingerprint, cancellation) is { } row
        && row.Values.GetValueOrDefault("Hash") is string hash
        && row.Values.GetValueOrDefault("Cases") is long cases
        && row.Values.GetValueOrDefault("Entries") is long entries
            ? new(hash, cases, entries)
            : null;

    /// <summary>Nothing where it was taken within the day.</summary>
    public async Task TakeAsync(CancellationToken cancellation)
    {
        var before = await table.GetAsync(partition, Keys.Fingerprint, cancellation);
        if (before?.Values.GetValueOrDefault("At") is DateTimeOffset at && time.GetUtcNow() - at < Day)
            return;
        var fingerprint = new Fingerprint();
        await foreach (var head in table.PrefixAsync(partition, Keys.CasePrefix, cancellation))
            fingerprint.Add(head);
        var entries = await table.PrefixAsync(partition, Keys.EntryPrefix, cancellation).LongCountAsync(cancellation);
        var hash = fingerprint.ToString();
        var values = new Dictionary<string, object>
        {
            ["At"] = time.GetUtcNow(),
            ["Hash"] = hash,
            ["Cases"] = fingerprint.Cases,
            ["Entries"] = entries,
        };
        if (await table.WriteAsync(partition, new(Keys.Fingerprint, values), before?.ETag, instruments, cancellation) is null)
            return;
        Log.FingerprintTaken(log, hash, fingerprint.Cases, entries);
    }

    /// <summary>Replicas that start together look apart.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.RunAsync(
            TakeAsync,
            fault => Log.FingerprintFailed(log, fault),
            AfterStart * (1 + chance.NextDouble()),
            Round,
            time,
            stoppingToken
        );
}
