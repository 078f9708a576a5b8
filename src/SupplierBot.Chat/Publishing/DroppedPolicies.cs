using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Publishing;

/// <summary>A policy file that somebody dropped, read again for each step: nothing of it is kept before it is proposed.</summary>
public sealed class DroppedPolicies(IFileStore? store = null)
{
    private static readonly string[] Endings = [".yaml", ".yml"];

    /// <summary>The shipped one has 120 KB.</summary>
    private const long MostBytes = 2 * 1024 * 1024;

    /// <summary>Whether it may be a policy, by its name.</summary>
    public bool MayRead(string name) => store is not null && Endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where the file isn't there any more, isn't this person's, or is nothing like a policy.</summary>
    public async Task<ReadPolicy?> ReadAsync(string key, PersonId by, CancellationToken cancellation)
    {
        if (
            store is null
            || await store.FindAsync(key, cancellation) is not { File: var file, By: var giver }
            || giver != by
            || file.Size > MostBytes
        )
            return null;
        await using var content = await store.OpenAsync(key, cancellation);
        if (content is null)
            return null;
        using var reader = new StreamReader(content);
        var text = await reader.ReadToEndAsync(cancellation);
        return LooksLikeOne(text) ? new(text, PolicyReader.Read(text)) : null;
    }

    /// <summary>Other files end so, too: their faults are nothing that anybody wants to read.</summary>
    private static bool LooksLikeOne(string text) =>
        text.Contains("version:", StringComparison.Ordinal) && text.Contains("questions:", StringComparison.Ordinal);
}

public sealed record ReadPolicy(string Text, PolicyReading Reading);
