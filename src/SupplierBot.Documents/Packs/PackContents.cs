using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Documents.Packs;

/// <summary>What goes into an auditor's pack. Each part is read once, in this order.</summary>
/// <param name="Register">Every supplier.</param>
/// <param name="Cases">The cases of the sampled suppliers, those that their reviews replaced among them.</param>
/// <param name="RoleChanges">All of them, oldest first.</param>
/// <param name="Exports">Who took which file and who acknowledged the policy, oldest first.</param>
public sealed record PackContents(
    IAsyncEnumerable<SupplierRecord> Register,
    IAsyncEnumerable<PackedCase> Cases,
    IAsyncEnumerable<ChainedEvent> RoleChanges,
    IAsyncEnumerable<ChainedEvent> Exports,
    SampleRule Sample
)
{
    /// <summary>Every policy that was ever in force, by version.</summary>
    public IReadOnlyList<PackedPolicy> Policies { get; init; } = [];

    /// <summary>Who proposed a policy, and who accepted it.</summary>
    public IAsyncEnumerable<ChainedEvent> Publications { get; init; } = AsyncEnumerable.Empty<ChainedEvent>();
}

/// <param name="Text">Its SHA-256 is <paramref name="Hash"/>, the one that the cases name.</param>
public sealed record PackedPolicy(string Version, string Hash, string Text)
{
    /// <summary>By its version, where a file can be called so.</summary>
    public string Path =>
        Version.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.') && !Version.StartsWith('.')
            ? $"policies/{Version}.yaml"
            : $"policies/{Hash}.yaml";
}

/// <summary>One case of the sample with its audit events, oldest first, as they are kept.</summary>
public sealed record PackedCase(SupplierRecord Record, IReadOnlyList<ChainedEvent> Events)
{
    /// <summary>Files of its documents, where they were asked for.</summary>
    public IReadOnlyList<PackedFile> Files { get; init; } = [];
}

/// <param name="OpenAsync">Null where the file isn't kept any more: the pack says so.</param>
public sealed record PackedFile(StoredFile File, Func<CancellationToken, Task<Stream?>> OpenAsync);

/// <param name="ManifestSha256">Of manifest.json. Kept elsewhere, it proves the whole pack.</param>
/// <param name="Files">With the manifest.</param>
public sealed record PackResult(string ManifestSha256, int Files, int Suppliers, int Cases);
