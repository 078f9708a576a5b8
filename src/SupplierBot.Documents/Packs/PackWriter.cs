using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace SupplierBot.Documents.Packs;

/// <summary>The files of a pack one after the other, each with its size and hash for the manifest.</summary>
internal sealed class PackWriter(RepeatableZip zip, CancellationToken cancellation)
{
    private readonly List<PackedEntry> entries = [];
    private readonly List<PackFault> faults = [];
    private readonly List<PackedChain> chains = [];

    public IReadOnlyList<PackedEntry> Entries => entries;

    /// <summary>What was wrong already when the pack was made.</summary>
    public IReadOnlyList<PackFault> Faults => faults;
    public IReadOnlyList<PackedChain> Chains => chains;
    public CancellationToken Cancellation => cancellation;

    public void AddFault(PackFault fault) => faults.Add(fault);

    public void AddChain(PackedChain chain) => chains.Add(chain);

    public Task<PackedEntry> AddAsync(string path, string text) =>
        AddAsync(path, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation).AsTask());

    /// <param name="level">Null for what is compressed already.</param>
    public async Task<PackedEntry> AddAsync(string path, Func<Stream, Task> write, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = 0L;
        await zip.AddAsync(
            path,
            level,
            async stream =>
            {
                await using var hashed = new ForwardStream(stream, hash);
                await write(hashed);
                await hashed.FlushAsync(cancellation);
                size = hashed.Written;
            },
            cancellation
        );
        var entry = new PackedEntry(path, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        entries.Add(entry);
        return entry;
    }
}

internal sealed record PackedEntry(string Path, long Size, string Sha256);

/// <param name="Path">Of the file it is about.</param>
internal sealed record PackFault(string Path, string Words);

/// <summary>A file of audit events, whose chain can be walked without the bot.</summary>
/// <param name="Name">In every event: the number of the case, or ROLES.</param>
/// <param name="Head">The hash of the newest as the case names it; empty where nothing names it.</param>
internal sealed record PackedChain(string Path, string Texts, string Name, int Count, string Head);
