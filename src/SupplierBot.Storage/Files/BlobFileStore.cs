using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Storage.Tables.AzureTables;

namespace SupplierBot.Storage.Files;

/// <summary>
/// Files in a container of the storage account that has the table. What is known of one is its metadata, written in the same request as the
/// end of its content: all of it is there or nothing.
/// </summary>
public sealed class BlobFileStore : IFileStore
{
    /// <summary>Base64 of JSON: metadata is ASCII.</summary>
    private const string Words = "words";
    private const string Ending = "-files";

    /// <summary>Names of containers have up to 63 characters.</summary>
    private const int LongestTable = 57;

    private readonly Lazy<BlobContainerClient> container;
    private volatile bool made;

    private BlobFileStore(Lazy<BlobContainerClient> container) => this.container = container;

    /// <summary>Nothing is asked of the account before the first file; the container is made then.</summary>
    /// <param name="table">Each table has its own files.</param>
    public static BlobFileStore At(AzureAccount account, string table) =>
        new(new(() => account.Container(table[..Math.Min(table.Length, LongestTable)].ToLowerInvariant() + Ending)));

    public async Task SaveAsync(KeptFile file, Stream content, CancellationToken cancellation)
    {
        try
        {
            if (!made)
                await container.Value.CreateIfNotExistsAsync(cancellationToken: cancellation);
            made = true;
            await BlobOf(file.File.Key).UploadAsync(content, OptionsOf(file), cancellation);
        }
        catch (Exception fault) when (fault is RequestFailedException or AggregateException or FormatException)
        {
            throw new IOException("The storage account didn't take a file.", fault);
        }
    }

    /// <summary>Nobody's browser shows it, whatever is in it.</summary>
    private static BlobUploadOptions OptionsOf(KeptFile file) =>
        new()
        {
            Metadata = MetadataOf(file),
            HttpHeaders = new() { ContentType = "application/octet-stream", ContentDisposition = "attachment" },
        };

    public Task<KeptFile?> FindAsync(string key, CancellationToken cancellation)
    {
        var blob = BlobOf(key);
        return OrNothingAsync(async () => FileOf(key, (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value.Metadata));
    }

    public Task<Stream?> OpenAsync(string key, CancellationToken cancellation)
    {
        var blob = BlobOf(key);
        return OrNothingAsync<Stream>(async () => (await blob.DownloadStreamingAsync(cancellationToken: cancellation)).Value.Content);
    }

    public Task NoteAsync(KeptFile file, CancellationToken cancellation) =>
        BlobOf(file.File.Key).SetMetadataAsync(MetadataOf(file), cancellationToken: cancellation);

    public async Task<bool> DeleteAsync(string key, CancellationToken cancellation)
    {
        var blob = BlobOf(key);
        return await OrNothingAsync<object>(async () =>
            await blob.DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation)
        )
            is not null;
    }

    public async IAsyncEnumerable<KeptFile> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!await container.Value.ExistsAsync(cancellation))
            yield break;
        var options = new GetBlobsOptions { Traits = BlobTraits.Metadata, Prefix = DroppedFile.KeyPrefix };
        await foreach (var blob in container.Value.GetBlobsAsync(options, cancellation))
            yield return FileOf(blob.Name, blob.Metadata)
                ?? new(new(blob.Name, "", 0, ""), new(""), blob.Properties.LastModified ?? default);
    }

    private BlobClient BlobOf(string key) => container.Value.GetBlobClient(FileKeys.Checked(key));

    private static Dictionary<string, string> MetadataOf(KeptFile file) =>
        new() { [Words] = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(file)) };

    private static KeptFile? FileOf(string key, IDictionary<string, string> metadata) =>
        metadata.TryGetValue(Words, out var words)
        && JsonSerializer.Deserialize<KeptFile>(Convert.FromBase64String(words)) is { } file
        && file.File.Key == key
            ? file
            : null;

    private static async Task<T?> OrNothingAsync<T>(Func<Task<T?>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }
}
