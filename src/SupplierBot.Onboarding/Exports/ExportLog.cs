using System.Globalization;
using System.Text.Json.Serialization;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Exports;

/// <summary>
/// What left the bot, and who read the policy: a chain of events of its own, because neither belongs to a case. Holds its length and its
/// head; the events have the rest.
/// </summary>
public sealed record ExportLog
{
    /// <summary>What its chain is called, as a case's is by its number.</summary>
    public const string Name = "EXPORTS";

    public static readonly ExportLog Empty = new();

    [JsonPropertyName("factCount")]
    public int EventCount { get; init; }
    public string ChainHead { get; init; } = HashChain.Start;

    /// <summary>Who took what, and the hash of the very bytes they got.</summary>
    /// <param name="manifest">The hash of its manifest; empty where it has none.</param>
    public (ExportLog Log, ChainedEvent Event) With(
        ExportOrder order,
        Person by,
        DateTimeOffset at,
        (string Sha256, long Bytes) file,
        string manifest
    ) =>
        With(
            new(
                AuditEventKind.FileTaken,
                by.Id,
                at,
                [
                    new("file", order.Kind),
                    new("format", order.Ending),
                    new("filter", order.Logged),
                    new("sha256", file.Sha256),
                    new("bytes", file.Bytes.ToString(CultureInfo.InvariantCulture)),
                    .. manifest.Length > 0 ? new KeyValuePair<string, string>[] { new("manifest", manifest) } : [],
                ]
            )
        );

    /// <summary>Somebody says that they have read the policy.</summary>
    public (ExportLog Log, ChainedEvent Event) WithRead(PersonId by, DateTimeOffset at, string version, string hash) =>
        With(new(AuditEventKind.PolicyRead, by, at, [new("version", version), new("policy", hash)]));

    /// <summary>What else opens a way out.</summary>
    public (ExportLog Log, ChainedEvent Event) With(AuditEvent auditEvent)
    {
        var chained = HashChain.Append(ChainHead, EventCount + 1, Name, auditEvent);
        return (this with { EventCount = chained.Sequence, ChainHead = chained.Hash }, chained);
    }
}
