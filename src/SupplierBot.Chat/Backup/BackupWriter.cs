using System.Security.Cryptography;

namespace SupplierBot.Chat.Backup;

/// <summary>Writes the lines and keeps count of them for the closing one.</summary>
internal sealed class BackupWriter(Stream output) : IDisposable
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long lines;

    public long Cases { get; private set; }
    public long Rows { get; private set; }

    public async Task WriteAsync(BackupLine line, CancellationToken cancellation)
    {
        var bytes = BackupJson.Write(line);
        hash.AppendData(bytes.Span);
        hash.AppendData(NewLine);
        await output.WriteAsync(bytes, cancellation);
        await output.WriteAsync(NewLine, cancellation);
        lines++;
        if (line is BackupLine.WholeCase)
            Cases++;
        if (line is BackupLine.Single)
            Rows++;
    }

    /// <returns>SHA-256 of everything before the closing line.</returns>
    public async Task<string> EndAsync(CancellationToken cancellation)
    {
        var sha256 = Convert.ToHexStringLower(hash.GetCurrentHash());
        await WriteAsync(new BackupLine.End(lines, Cases, Rows, sha256), cancellation);
        await output.FlushAsync(cancellation);
        return sha256;
    }

    public void Dispose() => hash.Dispose();
}
