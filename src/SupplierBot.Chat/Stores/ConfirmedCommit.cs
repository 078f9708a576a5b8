using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Chat.Stores;

/// <summary>Writes the transaction of a case and finds out what became of it, also where the reply is lost.</summary>
public sealed class ConfirmedCommit(
    ITable table,
    ChatSettings settings,
    TurnMetrics instruments,
    TimeProvider time,
    ILogger<ConfirmedCommit> log
)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>
    /// The reply can be lost after the batch was written, and the client's own repeat then reports a conflict
    /// (src/SupplierBot.Storage/TABLES.md "Lost replies"): what the marker says of this very commit counts, not what the reply said.
    /// </summary>
    /// <returns>Null where it was written.</returns>
    /// <param name="marker">The key of one of its markers.</param>
    public Task<CommitResult.Conflict?> CommitAsync(
        string cause,
        string marker,
        Case after,
        IReadOnlyList<RowChange> batch,
        CancellationToken cancellation
    ) => CommitAsync(cause, marker, (after.Id, after.ChainHead), batch, cancellation);

    /// <inheritdoc cref="CommitAsync(string, string, Case, IReadOnlyList{RowChange}, CancellationToken)"/>
    /// <param name="after">What it is about, and the hash of the newest event.</param>
    public async Task<CommitResult.Conflict?> CommitAsync(
        string cause,
        string marker,
        (string Id, string Hash) after,
        IReadOnlyList<RowChange> batch,
        CancellationToken cancellation
    )
    {
        try
        {
            return
                await table.CommitAsync(partition, batch, cancellation) is CommitResult.Conflict conflict
                && !await WasOursAsync(cause, marker, after, cancellation)
                ? conflict
                : null;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            var look =
                fault is OutcomeUnknownException
                    ? IsFoundAsync(cause, marker, after, cancellation)
                    : MayBeFoundAsync(cause, marker, after, cancellation);
            if (await look)
                return null;
            throw;
        }
    }

    /// <summary>The conflict may be with our own batch, so that a marker that cannot be read leaves the outcome unknown.</summary>
    private async Task<bool> WasOursAsync(string cause, string marker, (string Id, string Hash) after, CancellationToken cancellation)
    {
        try
        {
            return await WasWrittenAsync(cause, marker, after, cancellation);
        }
        catch (IOException unreadable)
        {
            throw new OutcomeUnknownException(
                $"Whether the change was saved is not known: its marker could not be read. {unreadable.Message}",
                unreadable
            );
        }
    }

    /// <summary>Looks for the marker until it is there or the time for it is over: what is on its way may still arrive.</summary>
    private async Task<bool> IsFoundAsync(string cause, string marker, (string Id, string Hash) after, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        using var patience = new CancellationTokenSource(settings.ConfirmDeadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        do
        {
            if (await MayBeFoundAsync(cause, marker, after, either.Token))
                return true;
            await Task.Delay(BetweenLooks, time, CancellationToken.None);
        } while (!either.IsCancellationRequested && time.GetElapsedTime(started) < settings.ConfirmDeadline);
        return false;
    }

    private async Task<bool> MayBeFoundAsync(string cause, string marker, (string Id, string Hash) after, CancellationToken cancellation)
    {
        try
        {
            return await WasWrittenAsync(cause, marker, after, cancellation);
        }
        catch (Exception unreadable) when (unreadable is IOException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>A second press has the same marker and another fact: its chain head is not the one that was written.</summary>
    private async Task<bool> WasWrittenAsync(string cause, string marker, (string Id, string Hash) after, CancellationToken cancellation)
    {
        if (
            await table.GetAsync(partition, marker, cancellation) is not { } written
            || written.Values.GetValueOrDefault("Hash") as string != after.Hash
        )
            return false;
        Log.ReplyLost(log, cause, after.Id);
        instruments.ReplyLost();
        return true;
    }

    /// <summary>A marker of it was written by another delivery: of the same press, or of the same thing.</summary>
    public async Task<bool> IsDoneAsync(IReadOnlyList<RowChange> batch, CancellationToken cancellation)
    {
        foreach (
            var marker in batch.TakeWhile(change =>
                change is RowChange.Add && change.Key.StartsWith(Keys.MarkerPrefix, StringComparison.Ordinal)
            )
        )
        {
            if (await table.GetAsync(partition, marker.Key, cancellation) is not null)
                return true;
        }
        return false;
    }
}
