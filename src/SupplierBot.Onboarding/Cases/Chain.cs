using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SupplierBot.Onboarding;

/// <summary>
/// The facts of one case, each holding the hash of the one before. The canonical bytes are made once, here; whoever keeps
/// them stores and hashes these bytes and never writes them anew.
/// </summary>
public static class Chain
{
    /// <summary>What the first fact of a case has as its previous hash.</summary>
    public static readonly string Start = new('0', 64);

    /// <param name="previousHash"><see cref="Case.ChainHead"/> before, or <see cref="Start"/>.</param>
    /// <param name="sequence">1-based: <see cref="Case.FactCount"/> before, plus one.</param>
    public static ChainedFact Append(string previousHash, int sequence, string caseId, Fact fact)
    {
        var canonical = Canonical(previousHash, sequence, caseId, fact);
        return new(sequence, fact, canonical, previousHash, Hash(canonical));
    }

    /// <summary>True where every fact is whole, in order and follows the one before; the facts of one case, oldest first.</summary>
    public static bool Verify(IEnumerable<ChainedFact> facts) => BrokenLink.FirstOf(facts) is null;

    /// <summary>Lets a comment be proved without being in the chain: with its salt erased the hash says nothing.</summary>
    public static string Salted(string salt, string comment) => Hash(Encoding.UTF8.GetBytes($"{salt}\n{comment}"));

    internal static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Canonical(string previousHash, int sequence, string caseId, Fact fact)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("shape", 1);
            json.WriteString("case", caseId);
            json.WriteNumber("sequence", sequence);
            json.WriteString("previous", previousHash);
            json.WriteString("kind", fact.Kind.ToString());
            json.WriteString("actor", fact.Actor.Value);
            json.WriteString("at", fact.At.UtcDateTime);
            json.WriteStartObject("details");
            foreach (var (name, value) in fact.Details) json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
