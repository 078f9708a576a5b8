using System.IO.Compression;

namespace SupplierBot.Documents;

/// <summary>
/// A ZIP that is written forwards only, and whose bytes follow from what is put in: one moment for every file, and the same headers whether
/// or not the output can seek. It has no directory, and so can't be opened, until <see cref="FinishAsync"/>.
/// </summary>
internal sealed class RepeatableZip
{
    private readonly ForwardStream output;
    private readonly ZipArchive archive;
    private readonly DateTimeOffset moment;

    private RepeatableZip(ForwardStream output, ZipArchive archive, DateTimeOffset moment) =>
        (this.output, this.archive, this.moment) = (output, archive, moment);

    /// <param name="output">Stays open.</param>
    public static async Task<RepeatableZip> CreateAsync(Stream output, DateTimeOffset moment, CancellationToken cancellation)
    {
        var forward = new ForwardStream(output);
        var archive = await ZipArchive.CreateAsync(forward, ZipArchiveMode.Create, leaveOpen: true, null, cancellation);
        return new(forward, archive, moment.ToUniversalTime());
    }

    public async Task AddAsync(string name, CompressionLevel level, Func<Stream, Task> write, CancellationToken cancellation)
    {
        var entry = archive.CreateEntry(name, level);
        entry.LastWriteTime = moment;
        await using (var stream = await entry.OpenAsync(cancellation))
            await write(stream);
        await output.DrainAsync(cancellation);
    }

    /// <summary>
    /// Not called where something failed: an archive that is disposed of writes its directory, and half a file would open.
    /// </summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        await archive.DisposeAsync();
        await output.DrainAsync(cancellation);
    }
}
