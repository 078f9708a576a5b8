using SupplierBot.Chat.Files;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Agreements;

namespace SupplierBot.Chat.Backup;

/// <summary>
/// Takes the files that cases name from one place to another, each once and as it is. What is there already, whole, is left alone: a copy
/// that was interrupted goes on.
/// </summary>
public sealed class FileCopies(IFileStore from, IFileStore to)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Files that the cases name.</summary>
    public int Named => seen.Count;

    /// <summary>Of those that are there now.</summary>
    public long Bytes { get; private set; }

    /// <summary>Named, and not to be had.</summary>
    public int Missing { get; private set; }

    /// <summary>Copied as they are, and not what was written down when they came.</summary>
    public int Changed { get; private set; }

    /// <param name="head">The row of a case; one that cannot be read names nothing that could be found.</param>
    internal async Task OfAsync(Row? head, CancellationToken cancellation)
    {
        foreach (var (_, file) in NamedIn(head))
        {
            if (seen.Add(file.Key))
                Count(await CopyAsync(file, cancellation), file);
        }
    }

    private static IEnumerable<(string Document, StoredFile File)> NamedIn(Row? head)
    {
        try
        {
            return head is null ? [] : NamedFiles.Of(Rows.Read(head, StoredJson.Default.Case));
        }
        catch (UnreadableRowException)
        {
            return [];
        }
    }

    private void Count(FileFault fault, StoredFile file)
    {
        if (fault == FileFault.Missing)
            Missing++;
        else
            Bytes += file.Size;
        if (fault == FileFault.Another)
            Changed++;
    }

    private async Task<FileFault> CopyAsync(StoredFile file, CancellationToken cancellation)
    {
        if (await to.FaultAsync(file, cancellation) == FileFault.None)
            return FileFault.None;
        if (await from.FindAsync(file.Key, cancellation) is not { } kept)
            return FileFault.Missing;
        await using var content = await from.OpenAsync(file.Key, cancellation);
        if (content is null)
            return FileFault.Missing;
        await to.SaveAsync(kept with { File = file }, content, cancellation);
        return await to.FaultAsync(file, cancellation);
    }
}
