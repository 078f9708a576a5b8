using System.Security.Cryptography;

namespace SupplierBot.Web.Commands;

/// <summary>
/// A file with answers, names and comments in it: its owner alone may read it, from its first byte on. It is written under a random name
/// that nobody could put a file or a link at before, and is there under its own name only whole and on the disk.
/// </summary>
internal static class PrivateFile
{
    /// <exception cref="IOException">The name is taken.</exception>
    public static async Task<T> WriteAsync<T>(string path, Func<Stream, Task<T>> write)
    {
        var part = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}.part";
        try
        {
            var written = await PartAsync(part, write);
            // Moves no link and writes over nothing.
            File.Move(part, path, overwrite: false);
            return written;
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private static async Task<T> PartAsync<T>(string part, Func<Stream, Task<T>> write)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = 1 << 16,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(part, options);
        var written = await write(file);
        file.Flush(flushToDisk: true);
        return written;
    }
}
