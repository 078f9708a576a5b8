using System.Runtime.CompilerServices;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Chat.Files;

/// <summary>
/// Files that no row names: given and never said what for, of a case that is gone, or written for somebody who never came.
/// </summary>
public sealed class OrphanFiles(CaseStore cases, TimeProvider time, IFileStore? store = null)
{
    /// <summary>Long enough to fill in a form, and to find out what was forgotten on it.</summary>
    private static readonly TimeSpan Spared = TimeSpan.FromDays(7);

    /// <summary>Takes them away, a number for each that was looked at.</summary>
    public async IAsyncEnumerable<int> SweepAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (store is null)
            yield break;
        await foreach (var file in store.AllAsync(cancellation))
        {
            if (file.Until is { } until ? until > time.GetUtcNow() : await IsWantedAsync(file, cancellation))
                continue;
            yield return await store.DeleteAsync(file.File.Key, cancellation) ? 1 : 0;
        }
    }

    private async Task<bool> IsWantedAsync(KeptFile file, CancellationToken cancellation) =>
        file.At > time.GetUtcNow() - Spared || await IsNamedAsync(file, cancellation);

    private async Task<bool> IsNamedAsync(KeptFile file, CancellationToken cancellation)
    {
        foreach (var id in file.Cases)
        {
            if (await cases.FindAsync(id, cancellation) is { Value: var current } && Names(current, file.File.Key))
                return true;
        }
        return false;
    }

    private static bool Names(Case current, string key) => NamedFiles.Of(current).Any(named => named.File.Key == key);
}
