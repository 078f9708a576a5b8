using SupplierBot.Chat.Exports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Risk.Proofs;

namespace SupplierBot.Chat.Publishing;

/// <summary>A policy that is not in force: proved by itself, and tried on every case that counts. Nothing is written.</summary>
public sealed class PolicyTrial(ExportSource source, PolicyStore policies, ChatSettings settings, TimeProvider time)
{
    /// <summary>How often is said how far it is.</summary>
    private const int Step = 500;

    private const int MostProved = 12;

    /// <summary>A text keeps its promises for ever, and a proof takes a second.</summary>
    private static readonly BoundedCache<string, IReadOnlyList<string>> Proved = new(MostProved, StringComparer.Ordinal);

    /// <summary>Which promises of every policy it breaks, an example each; empty where it keeps them.</summary>
    public static IReadOnlyList<string> Broken(Policy policy) =>
        Proved.TryGet(policy.Hash, out var known)
            ? known
            : Proved.Set(
                policy.Hash,
                [.. PolicyCheck.Run(policy).Counterexamples.Select(found => $"{found.Invariant} is broken: {found.Words}")]
            );

    /// <param name="each">Told of every case; null where only the counts are asked for.</param>
    public async Task<SimulatedCounts> RunAsync(
        Policy proposed,
        Func<SimulatedCase, Task>? each,
        IProgress<int>? done,
        CancellationToken cancellation
    )
    {
        var (counts, today) = (new SimulatedCounts(), settings.Calendar.Today(time.GetUtcNow()));
        await foreach (var current in source.CasesAsync(cancellation))
        {
            if (!PolicySimulation.Concerns(current))
                continue;
            if (await OwnAsync(current, cancellation) is { } own)
            {
                var one = PolicySimulation.Of(current, own, proposed, today);
                counts.Add(one);
                if (each is not null)
                    await each(one);
            }
            else
                counts.AddUnread();
            if (counts.Cases % Step == 0)
                done?.Report(counts.Cases);
        }
        return counts;
    }

    /// <summary>Null where its policy can't be read, which keeps no other case from being tried.</summary>
    private async Task<Policy?> OwnAsync(Case current, CancellationToken cancellation)
    {
        try
        {
            return await policies.OfAsync(current.PolicyHash, cancellation);
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }
}
