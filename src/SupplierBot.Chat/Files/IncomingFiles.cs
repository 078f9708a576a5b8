using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Files;

/// <summary>What became of a file that came in.</summary>
public abstract record IncomingFile
{
    private IncomingFile() { }

    public sealed record Kept(StoredFile File) : IncomingFile;

    /// <summary>Kept to read suppliers from it, and for nothing else.</summary>
    public sealed record Sheet(StoredFile File) : IncomingFile;

    public sealed record TooBig : IncomingFile;

    public sealed record Empty : IncomingFile;

    /// <summary>None of the kinds that are kept, or not what its name says.</summary>
    public sealed record AnotherKind : IncomingFile;
}

/// <summary>
/// Takes a file in: counted and hashed while it comes, looked at when it is whole, and saved only then. Nothing of it is unpacked or run.
/// </summary>
public sealed class IncomingFiles(IFileStore store, TimeProvider time)
{
    public const long MostBytes = 25 * 1024 * 1024;
    private const int KeyCharacters = 22;
    private const int Piece = 81_920;

    /// <param name="delivery">The same delivery again is the same file.</param>
    /// <param name="maySheet">Suppliers may be read from it: more kinds are kept for that.</param>
    public async Task<IncomingFile> KeepAsync(
        string delivery,
        string name,
        PersonId by,
        Stream content,
        CancellationToken cancellation,
        bool maySheet = false
    )
    {
        // A file that nobody can find by its name, and that is gone when it is closed.
        await using var whole = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            Piece,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous
        );
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Piece];
        while (await content.ReadAsync(buffer, cancellation) is > 0 and var length)
        {
            if (whole.Length + length > MostBytes)
                return new IncomingFile.TooBig();
            hash.AppendData(buffer, 0, length);
            await whole.WriteAsync(buffer.AsMemory(0, length), cancellation);
            await whole.FlushAsync(cancellation);
        }
        if (whole.Length == 0)
            return new IncomingFile.Empty();
        var clean = FileNames.Clean(name);
        var isDocument = await FileKinds.IsKeptAsync(clean, whole, cancellation);
        if (!isDocument && !(maySheet && await FileKinds.IsSheetAsync(clean, whole, cancellation)))
            return new IncomingFile.AnotherKind();
        var file = new StoredFile(KeyOf(delivery, by), clean, whole.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        whole.Position = 0;
        await store.SaveAsync(new(file, by, time.GetUtcNow()), whole, cancellation);
        return isDocument ? new IncomingFile.Kept(file) : new IncomingFile.Sheet(file);
    }

    /// <summary>By which a file of this delivery is found again.</summary>
    internal static string KeyOf(string delivery, PersonId by) =>
        DroppedFile.KeyPrefix + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{by}\n{delivery}")))[..KeyCharacters];
}
