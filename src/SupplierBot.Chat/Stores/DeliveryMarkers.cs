using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// What the delivery of a turn did. The row is inserted by the transaction that did it, so that a second delivery conflicts there, however
/// late, after whatever restart and on whichever replica; nothing is read for it where nothing was done before.
/// </summary>
public sealed class DeliveryMarkers(ITable table, ChatSettings settings, TimeProvider time, ILogger<DeliveryMarkers> log)
{
    private const string Shown = "Shown";

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>Null where it did nothing yet.</summary>
    public async Task<DeliveryMarker?> FindAsync(Turn turn, CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.Delivery(IdempotencyKeys.Of(turn)), cancellation) is { } row
            ? new(row.Values.GetValueOrDefault(Shown) is true)
            : null;

    /// <summary>The same press of the same form, delivered as another.</summary>
    public async Task<bool> IsDoneAsync(string operation, CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.Operation(operation), cancellation) is not null;

    /// <summary>
    /// What was posted once is not posted for a second delivery, as long as the platform keeps one. Lost, the note costs a second message
    /// of the same words.
    /// </summary>
    /// <inheritdoc cref="NoteShownAsync"/>
    public async Task<TurnAnswer> NoteAnsweredAsync(Turn turn, TurnAnswer answer, Case? after, CancellationToken cancellation)
    {
        if (turn.AnswersInPlace || answer is not TurnAnswer.Nothing)
            return answer;
        try
        {
            await NoteShownAsync(turn, after, cancellation);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException) // what the person did is saved and answered
        {
            Log.ShownNotNoted(log, turn.Id, fault.Message);
        }
        return answer;
    }

    /// <summary>Its answer was posted: a second delivery has nothing to add.</summary>
    /// <param name="after">The case it changed; null where it changed roles or places.</param>
    private Task NoteShownAsync(Turn turn, Case? after, CancellationToken cancellation)
    {
        var row = after is null ? Of(IdempotencyKeys.Of(turn), time.GetUtcNow()) : Of(IdempotencyKeys.Of(turn), after, time.GetUtcNow());
        return table.CommitAsync(
            partition,
            [new RowChange.Put(row with { Values = new Dictionary<string, object>(row.Values) { [Shown] = true } })],
            cancellation
        );
    }

    internal static Row Of(string delivery, DateTimeOffset now) =>
        new(Keys.Delivery(delivery), new Dictionary<string, object> { ["At"] = now });

    internal static Row Of(string delivery, Case after, DateTimeOffset now) => CaseMarker(Keys.Delivery(delivery), after, now);

    /// <summary>Of a transaction about an entry that no case stands behind.</summary>
    internal static Row LineMarker(string key, string entry, ChainedEvent newest, DateTimeOffset now) =>
        new(
            key,
            new Dictionary<string, object>
            {
                ["Entry"] = entry,
                ["Hash"] = newest.Hash,
                ["At"] = now,
            }
        );

    /// <summary>Of a transaction of a case: the newest event tells it from any other that has the same key.</summary>
    internal static Row CaseMarker(string key, Case after, DateTimeOffset now) =>
        new(
            key,
            new Dictionary<string, object>
            {
                ["Case"] = after.Id,
                ["Version"] = after.Version,
                ["Hash"] = after.ChainHead,
                ["At"] = now,
            }
        );
}

/// <param name="Shown">What there was to say was posted.</param>
public sealed record DeliveryMarker(bool Shown);
