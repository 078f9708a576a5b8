using System.Security.Cryptography;
using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Agreements;

namespace SupplierBot.Chat.Files;

internal enum FileFault
{
    None,
    Missing,

    /// <summary>Another length or SHA-256 than was written down when it came.</summary>
    Another,
}

/// <summary>Whether a kept file is there, and what it was.</summary>
internal static class FileContent
{
    private const int Piece = 81_920;

    public static async Task<FileFault> FaultAsync(this IFileStore store, StoredFile file, CancellationToken cancellation)
    {
        if (await store.FindAsync(file.Key, cancellation) is null)
            return FileFault.Missing;
        await using var content = await store.OpenAsync(file.Key, cancellation);
        return content is null ? FileFault.Missing
            : await Sha256Async(content, cancellation) == file.Sha256 ? FileFault.None
            : FileFault.Another;
    }

    private static async Task<string> Sha256Async(Stream content, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Piece];
        while (await content.ReadAsync(buffer, cancellation) is > 0 and var length)
            hash.AppendData(buffer, 0, length);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
