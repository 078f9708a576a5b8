using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Exports;

/// <summary>
/// Writes a file to its end, out of sight; then it is on the log, and only then is there anything to get. Two at a time: turns come first.
/// </summary>
public sealed class Exporter(ExportSource source, ExportLogStore log, TimeProvider time, IExportWriter? writer = null) : IDisposable
{
    private const int AtOnce = 2;
    private const int KeyBytes = 16;
    private const int Piece = 81_920;

    private readonly SemaphoreSlim room = new(AtOnce, AtOnce);

    /// <summary>The host brought a writer of files.</summary>
    public bool CanWrite => writer is not null;

    /// <summary>A file of its own that is gone when it is closed. It is on the log already.</summary>
    public async Task<MadeExport> MakeAsync(OrderedExport export, Person by, IProgress<int> progress, CancellationToken cancellation)
    {
        await room.WaitAsync(cancellation);
        try
        {
            var at = time.GetUtcNow();
            var content = Scratch();
            try
            {
                var written = await writer!.WriteAsync(new(export, by, at, source), content, progress, cancellation);
                content.Position = 0;
                var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
                content.Position = 0;
                var whole = (sha256, content.Length);
                await log.AppendAsync(before => before.With(export.Order, by, at, whole, written.Manifest), cancellation);
                var file = new StoredFile(NewKey(), NameOf(export.Order, at), content.Length, sha256);
                return new(export.Order, file, written, content);
            }
            catch
            {
                await content.DisposeAsync();
                throw;
            }
        }
        finally
        {
            room.Release();
        }
    }

    /// <summary>A file for its owner alone that nobody can find by its name, and that goes with the process, however that ends.</summary>
    public static FileStream Scratch()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = Piece,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (OperatingSystem.IsWindows())
            return new(path, options);
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        options.Options = FileOptions.Asynchronous;
        var file = new FileStream(path, options);
        // What has no name stays as long as it is open. DeleteOnClose is for who closes it, and a process that is killed closes nothing.
        // One that is killed between these two lines leaves an empty file.
        File.Delete(path);
        return file;
    }

    public void Dispose() => room.Dispose();

    /// <summary>With the day it is of, where its name doesn't say so already.</summary>
    private string NameOf(ExportOrder order, DateTimeOffset at) =>
        order is ExportOrder.Report or ExportOrder.Pack
            ? $"{order.FileName}.{order.Ending}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{order.FileName}-{source.Settings.Calendar.Today(at):yyyy-MM-dd}.{order.Ending}"
            );

    private static string NewKey() => DroppedFile.KeyPrefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
}

/// <summary>A file that is whole and on the log.</summary>
/// <param name="Content">At its beginning; to be disposed of.</param>
public sealed record MadeExport(ExportOrder Order, StoredFile File, WrittenExport Written, Stream Content) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
