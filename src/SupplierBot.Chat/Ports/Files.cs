using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Ports;

/// <summary>
/// Where documents are kept that people give the bot. A file is saved before the row that names it: a file without a row is harmless and is
/// swept away, a row without its file would promise what nobody has. Faults are exceptions. Thread-safe.
/// </summary>
public interface IFileStore
{
    /// <summary>All of it or nothing: what is found has its whole content. The same key again replaces it.</summary>
    Task SaveAsync(KeptFile file, Stream content, CancellationToken cancellation);

    /// <summary>What is known of a file; null where there is none.</summary>
    Task<KeptFile?> FindAsync(string key, CancellationToken cancellation);

    /// <summary>Its content; null where it is not there.</summary>
    Task<Stream?> OpenAsync(string key, CancellationToken cancellation);

    /// <summary>Other words about the same content.</summary>
    Task NoteAsync(KeptFile file, CancellationToken cancellation);

    /// <returns>False where it was not there.</returns>
    Task<bool> DeleteAsync(string key, CancellationToken cancellation);

    /// <summary>Every file, in no order; one that was not saved to its end has no name and nobody's id.</summary>
    IAsyncEnumerable<KeptFile> AllAsync(CancellationToken cancellation);
}

/// <param name="By">Who gave it.</param>
/// <param name="At">When it was given, or last put on a form.</param>
public sealed record KeptFile(StoredFile File, PersonId By, DateTimeOffset At)
{
    /// <summary>Cases that it was put on a form for: their rows say whether they have it.</summary>
    public IReadOnlyList<string> Cases { get; init; } = [];

    /// <summary>Of a file that the bot wrote for somebody: nobody gets it after that. Null for what people gave.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>A platform from which files come.</summary>
public interface IFileSource
{
    /// <summary>The channel's name.</summary>
    string Channel { get; }

    /// <summary>
    /// The content at an address of the platform. Null for any other address, which nobody asks, and where the platform gives nothing.
    /// </summary>
    Task<Stream?> OpenAsync(string address, CancellationToken cancellation);
}
