using System.Security.Cryptography;
using System.Text;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Chat.Audit;

/// <summary>
/// One hash over the newest event of every case. It is the same wherever the register is kept; the keeper of a copy notices when a case is
/// dropped, or a chain is rebuilt. Cases come in the order of their keys.
/// </summary>
internal sealed class Fingerprint
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Cases { get; private set; }

    /// <summary>A head that cannot be read counts with its key alone, so that it cannot be dropped either.</summary>
    public void Add(Row head)
    {
        try
        {
            Add(Rows.Read(head, StoredJson.Default.Case));
        }
        catch (UnreadableRowException)
        {
            Cases++;
            hash.AppendData(Encoding.UTF8.GetBytes($"{head.Key}\n"));
        }
    }

    private void Add(Case head)
    {
        Cases++;
        hash.AppendData(Encoding.UTF8.GetBytes($"{head.Id} {head.ChainHead}\n"));
    }

    /// <summary>Upper-case hexadecimal, as people compare it.</summary>
    public override string ToString() => Convert.ToHexString(hash.GetCurrentHash());
}
