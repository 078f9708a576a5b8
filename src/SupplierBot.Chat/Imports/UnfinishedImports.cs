using Microsoft.Extensions.Hosting;
using SupplierBot.Chat.Timers;
using SupplierBot.Onboarding.Imports;

namespace SupplierBot.Chat.Imports;

/// <summary>Finishes what a process that died left half-way: an import is on the register whole, or not at all.</summary>
public sealed class UnfinishedImports(ImportStore store, ImportWriter writer, TimeProvider time, ILogger<UnfinishedImports> log)
    : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(10);

    /// <summary>Somebody else is still at it, as long as it isn't older.</summary>
    private static readonly TimeSpan Spared = TimeSpan.FromMinutes(15);

    /// <returns>How many were finished.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var finished = 0;
        foreach (var batch in await store.UnfinishedAsync(cancellation))
        {
            if (batch.Stage != ImportStage.Undoing && batch.At + Spared > time.GetUtcNow())
                continue;
            var after = await writer.ContinueAsync(batch.Id, new Silent(), cancellation);
            Log.RegisterImported(log, after.Id, after.Lines, after.Stage);
            finished++;
        }
        return finished;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.RunAsync(RunAsync, fault => Log.ImportStopped(log, fault), Round, Round, time, stoppingToken);

    private sealed class Silent : IProgress<int>
    {
        public void Report(int value) { }
    }
}
