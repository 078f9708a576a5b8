using System.Runtime.CompilerServices;
using System.Text.Json;
using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Storage.Tables.Sqlite;

namespace SupplierBot.Storage.Files;

/// <summary>
/// Files in a folder, each under its key with what is known of it beside it. Written under another name first and then moved, the content
/// before the words: what has words is whole. Its owner alone may read them, as everything else that is kept.
/// </summary>
public sealed class FolderFileStore(string folder) : IFileStore
{
    private const string Words = ".json";
    private const string Unfinished = ".part";

    public async Task SaveAsync(KeptFile file, Stream content, CancellationToken cancellation)
    {
        PrivateFiles.MakeFolder(folder);
        await MoveInAsync(PathOf(file.File.Key), content.CopyToAsync, cancellation);
        await NoteAsync(file, cancellation);
    }

    public async Task<KeptFile?> FindAsync(string key, CancellationToken cancellation)
    {
        try
        {
            await using var words = File.OpenRead(PathOf(key) + Words);
            return File.Exists(PathOf(key))
                ? await JsonSerializer.DeserializeAsync<KeptFile>(words, cancellationToken: cancellation)
                : null;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public Task<Stream?> OpenAsync(string key, CancellationToken cancellation)
    {
        try
        {
            return Task.FromResult<Stream?>(File.OpenRead(PathOf(key)));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task NoteAsync(KeptFile file, CancellationToken cancellation) =>
        MoveInAsync(
            PathOf(file.File.Key) + Words,
            (stream, limit) => JsonSerializer.SerializeAsync(stream, file, cancellationToken: limit),
            cancellation
        );

    public Task<bool> DeleteAsync(string key, CancellationToken cancellation)
    {
        var path = PathOf(key);
        var there = File.Exists(path);
        // The words first: what has words is whole.
        File.Delete(path + Words);
        File.Delete(path);
        return Task.FromResult(there);
    }

    public async IAsyncEnumerable<KeptFile> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, DroppedFile.KeyPrefix + "*") : [])
        {
            if (path.EndsWith(Words, StringComparison.Ordinal))
                continue;
            var key = Path.GetFileName(path);
            yield return FileKeys.IsKey(key) && await FindAsync(key, cancellation) is { } found
                ? found
                : new(new(key, "", 0, ""), new(""), new DateTimeOffset(File.GetLastWriteTimeUtc(path)));
        }
    }

    private static async Task MoveInAsync(string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        var unfinished = $"{path}-{Guid.NewGuid():N}{Unfinished}";
        try
        {
            await using (var stream = PrivateFiles.Create(unfinished))
            {
                await write(stream, cancellation);
                stream.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private string PathOf(string key) => Path.Combine(folder, FileKeys.Checked(key));
}
