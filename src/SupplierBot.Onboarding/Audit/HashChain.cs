using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Onboarding.Audit;

/// <summary>
/// The events of one case, each holding the hash of the one before. The canonical bytes are made once, here; a store keeps these
/// bytes and never writes them again.
/// </summary>
public static class HashChain
{
    /// <summary>What the first event of a case has as its previous hash.</summary>
    public static readonly string Start = new('0', 64);

    /// <param name="previousHash"><see cref="Case.ChainHead"/> before, or <see cref="Start"/>.</param>
    /// <param name="sequence">1-based: <see cref="Case.EventCount"/> before, plus one.</param>
    public static ChainedEvent Append(string previousHash, int sequence, string caseId, AuditEvent auditEvent)
    {
        var canonical = Canonical(previousHash, sequence, caseId, auditEvent);
        return new(sequence, auditEvent, canonical, previousHash, Hash(canonical));
    }

    /// <summary>True where every event is whole, in order and follows the one before; the events of one case, oldest first.</summary>
    public static bool Verify(IEnumerable<ChainedEvent> events) => BrokenLink.FirstOf(events) is null;

    /// <summary>Lets a comment be proved without being in the chain: with its salt erased the hash says nothing.</summary>
    public static string Salted(string salt, string comment) => Hash(Encoding.UTF8.GetBytes($"{salt}\n{comment}"));

    internal static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Canonical(string previousHash, int sequence, string caseId, AuditEvent auditEvent)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("shape", 1);
            json.WriteString("case", caseId);
            json.WriteNumber("sequence", sequence);
            json.WriteString("previous", previousHash);
            json.WriteString("kind", auditEvent.Kind.ToString());
            json.WriteString("actor", auditEvent.Actor.Value);
            json.WriteString("at", auditEvent.At.UtcDateTime);
            json.WriteStartObject("details");
            foreach (var (name, value) in auditEvent.Details)
                json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
