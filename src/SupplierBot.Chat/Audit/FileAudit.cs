using SupplierBot.Chat.Files;
using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Chat.Audit;

/// <summary>Whether the files that cases name are there, and are what came in. A file that several cases name is read once.</summary>
internal sealed class FileAudit(IFileStore store)
{
    private readonly Dictionary<string, FileFault> seen = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<string>> OfAsync(Case head, CancellationToken cancellation)
    {
        var words = new List<string>();
        foreach (var (document, file) in NamedFiles.Of(head))
        {
            // The same file with another hash is another promise.
            var key = $"{file.Key} {file.Sha256}";
            if (!seen.TryGetValue(key, out var fault))
                seen[key] = fault = await store.FaultAsync(file, cancellation);
            if (fault == FileFault.Missing)
                words.Add($"{head.Id}: the file of {document} is missing ({file.Key})");
            if (fault == FileFault.Another)
                words.Add($"{head.Id}: the file of {document} has another SHA-256 than the one that came in ({file.Key})");
        }
        return words;
    }

    /// <summary>Files that are named and were looked at.</summary>
    public int Count => seen.Count;
}
