using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Chat.Turns;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// A row that says which storage this is, written at the first start. A storage that is emptied, swapped or rebuilt under a running bot
/// does not have it: no turn is taken there, because answers from an empty register would be wrong, and what is written there would be lost
/// once the right one is back. A start takes the storage it finds.
/// </summary>
public sealed class Sentinel(ITable table, ChatSettings settings, TimeProvider time, TurnMetrics instruments, ILogger<Sentinel> log)
{
    /// <summary>One look serves every turn of a second.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly string partition = Keys.Storage(settings.OrganisationId);
    private string? ours;
    private long seen;
    private bool lost;

    /// <exception cref="StorageLostException">The storage is not the one this process began with.</exception>
    public ValueTask RequireAsync(CancellationToken cancellation) =>
        ours is not null && !lost && time.GetElapsedTime(Interlocked.Read(ref seen)) < Fresh
            ? ValueTask.CompletedTask
            : new(LookAsync(cancellation));

    /// <inheritdoc cref="RequireAsync"/>
    public async Task LookAsync(CancellationToken cancellation)
    {
        var asked = time.GetTimestamp();
        var first = ours is null;
        var there = await ReadAsync(cancellation);
        if (first)
        {
            // Of two first looks at once, one may have found nothing and hear of it after the other's row is there: it places, too, and is
            // told whose row stands.
            there ??= await PlaceAsync(cancellation);
            Interlocked.CompareExchange(ref ours, there, null);
        }
        Report(there != ours);
        if (there != ours)
            throw new StorageLostException();
        Interlocked.Exchange(ref seen, asked);
    }

    private async Task<string?> ReadAsync(CancellationToken cancellation) =>
        (await table.GetAsync(partition, Keys.Sentinel, cancellation))?.Values.GetValueOrDefault("Id") as string;

    /// <summary>Of several bots that start at once, one writes it.</summary>
    private async Task<string> PlaceAsync(CancellationToken cancellation)
    {
        var id = Ids.New();
        var row = new Row(Keys.Sentinel, new Dictionary<string, object> { ["Id"] = id, ["At"] = time.GetUtcNow() });
        if (await table.WriteAsync(partition, row, null, instruments, cancellation) is null)
            return await ReadAsync(cancellation) ?? throw new StorageLostException();
        Log.StorageNew(log);
        return id;
    }

    private void Report(bool isLost)
    {
        if (isLost == lost)
            return;
        lost = isLost;
        if (isLost)
            Log.StorageLost(log);
        else
            Log.StorageBack(log);
    }
}

/// <summary>What is kept is not there, or is not what was there when the process began.</summary>
public sealed class StorageLostException()
    : IOException("The storage is not the one this bot began with. Bring it back; where it was restored on purpose, restart the bot.");
