using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>A file that somebody gave the bot, and that belongs to no document yet.</summary>
public sealed record DroppedFile(StoredFile File, PersonId By)
{
    /// <summary>
    /// Of the keys of files. A form over a case carries the key as its own id, so that the file comes back with whatever is pressed on it;
    /// whose file it is stands beside the file.
    /// </summary>
    public const string KeyPrefix = "file-";

    public static bool IsKey(string? id) => id is not null && id.StartsWith(KeyPrefix, StringComparison.Ordinal);
}
