using System.Globalization;
using System.Text.Json.Serialization;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Imports;

/// <summary>
/// What was brought onto the register from files, and taken off it again: a chain of events of its own, because none of it belongs to a
/// case. Holds its length and its head; the events have the rest.
/// </summary>
public sealed record ImportLog
{
    /// <summary>What its chain is called, as a case's is by its number.</summary>
    public const string Name = "IMPORTS";

    public static readonly ImportLog Empty = new();

    [JsonPropertyName("factCount")]
    public int EventCount { get; init; }
    public string ChainHead { get; init; } = HashChain.Start;

    /// <summary>Batches that were begun.</summary>
    public int Batches { get; init; }

    /// <summary>Who brought what: the hash of the file and of the lines that came in.</summary>
    public (ImportLog Log, ChainedEvent Event) WithDone(ImportBatch batch, DateTimeOffset at) =>
        With(
            new(
                AuditEventKind.RegisterImported,
                batch.By.Id,
                at,
                [
                    new("batch", batch.Id),
                    new("file", batch.FileHash),
                    new("rows", Number(batch.Lines)),
                    new("lines", batch.LinesHash),
                    new("first", Number(batch.First)),
                ]
            )
        );

    /// <summary>Who took it back, and what stayed.</summary>
    public (ImportLog Log, ChainedEvent Event) WithUndone(ImportBatch batch, PersonId by, DateTimeOffset at) =>
        With(
            new(
                AuditEventKind.ImportUndone,
                by,
                at,
                [new("batch", batch.Id), new("removed", Number(batch.Lines - batch.Kept.Count)), new("kept", string.Join(",", batch.Kept))]
            )
        );

    /// <summary>What happened to a line since: another owner, or another entry that answers for it.</summary>
    public (ImportLog Log, ChainedEvent Event) With(AuditEvent auditEvent)
    {
        var chained = HashChain.Append(ChainHead, EventCount + 1, Name, auditEvent);
        return (this with { EventCount = chained.Sequence, ChainHead = chained.Hash }, chained);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
