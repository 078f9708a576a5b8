using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Exports;

/// <summary>
/// Links to files that were written for one person: 256 bits that nobody can guess, of which only the hash is kept. Each works once and for
/// ten minutes.
/// </summary>
public sealed class FileLinks(ITable table, ChatSettings settings, TimeProvider time, IFileStore? files = null)
{
    public static readonly TimeSpan Lasting = TimeSpan.FromMinutes(10);

    private const int TokenBytes = 32;
    private const int TokenLength = 43;
    private const int PageSize = 100;

    private readonly string partition = Keys.Storage(settings.OrganisationId);

    /// <returns>The token that leads to the file.</returns>
    public async Task<string> MakeAsync(StoredFile file, string mediaType, PersonId by, CancellationToken cancellation)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var link = new FileLink(file, mediaType, by, time.GetUtcNow() + Lasting);
        RowChange row = new RowChange.Put(Rows.Of(KeyOf(token), link, StoredJson.Default.FileLink));
        await table.CommitAsync(partition, [row], cancellation);
        return token;
    }

    /// <summary>What it leads to; null where it is none, was used, or is too old. Changes nothing.</summary>
    public async Task<FileLink?> FindAsync(string token, CancellationToken cancellation) =>
        await ReadAsync(token, cancellation) is { Value: var link } && IsOpen(link) ? link : null;

    /// <summary>The file, once: the second to ask gets null, and so does anyone too late.</summary>
    public async Task<TakenFile?> TakeAsync(string token, CancellationToken cancellation)
    {
        if (files is null || await ReadAsync(token, cancellation) is not { } read || !IsOpen(read.Value))
            return null;
        var used = Rows.Of(KeyOf(token), read.Value with { UsedAt = time.GetUtcNow() }, StoredJson.Default.FileLink);
        if (
            await table.CommitAsync(partition, [new RowChange.Replace(used, read.ETag)], cancellation) is not CommitResult.Committed
            || await files.OpenAsync(read.Value.File.Key, cancellation) is not { } content
        )
            return null;
        return new(read.Value, content);
    }

    /// <summary>Deletes links that nobody can use any more. Yields how many went, a number a page.</summary>
    public async IAsyncEnumerable<int> SweepAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (
            var page in table.PagesAsync(partition, Keys.FileLinkPrefix, Keys.After(Keys.FileLinkPrefix), PageSize, cancellation)
        )
        {
            IReadOnlyList<RowChange> old = [.. page.Where(IsOld).Select(row => new RowChange.Delete(row.Key, row.ETag))];
            yield return old.Count > 0 && await table.CommitAsync(partition, old, cancellation) is CommitResult.Committed ? old.Count : 0;
        }
    }

    private bool IsOld(Row row) => Rows.Read(row, StoredJson.Default.FileLink).Until < time.GetUtcNow();

    /// <summary>It was taken: nobody needs it here any more.</summary>
    public Task ForgetAsync(FileLink link) => files?.DeleteAsync(link.File.Key, CancellationToken.None) ?? Task.CompletedTask;

    private async Task<Versioned<FileLink>?> ReadAsync(string token, CancellationToken cancellation) =>
        token.Length == TokenLength && await table.GetAsync(partition, KeyOf(token), cancellation) is { } row
            ? new(Rows.Read(row, StoredJson.Default.FileLink), row.ETag!)
            : null;

    private bool IsOpen(FileLink link) => link.UsedAt is null && time.GetUtcNow() < link.Until;

    private static string KeyOf(string token) => Keys.FileLink(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(token))));
}

/// <param name="By">Whom it was written for.</param>
public sealed record FileLink(StoredFile File, string MediaType, PersonId By, DateTimeOffset Until)
{
    /// <summary>Null until somebody took the file.</summary>
    public DateTimeOffset? UsedAt { get; init; }
}

/// <param name="Content">To be read once, and disposed of.</param>
public sealed record TakenFile(FileLink Link, Stream Content);
