using System.Security.Cryptography;
using System.Text;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Documents.Packs;

/// <summary>
/// Suppliers chosen so that anybody can choose the same again: ordered by the SHA-256 of seed and number, the first ones. Nobody who makes
/// a
/// pack decides who is in it, and nobody can say later that they did.
/// </summary>
/// <param name="count">So many, or all where there are fewer.</param>
/// <param name="tier">Of this tier alone; null for every one.</param>
/// <param name="seed">Any text: the day of the audit, a number that the auditor thinks of.</param>
public sealed class Sample(int count, Tier? tier, string seed)
{
    private readonly SortedSet<(string Hash, string Id)> chosen = new(
        Comparer<(string Hash, string Id)>.Create(
            (one, other) =>
                string.CompareOrdinal(one.Hash, other.Hash) is var order && order != 0 ? order : string.CompareOrdinal(one.Id, other.Id)
        )
    );

    /// <summary>How many it was chosen from.</summary>
    public int Population { get; private set; }

    /// <summary>In the order of their hashes.</summary>
    public IReadOnlyList<string> Chosen => [.. chosen.Select(one => one.Id)];

    /// <summary>One after the other: a register of any size takes the memory of the sample.</summary>
    public void Add(string id, Tier? itsTier)
    {
        if (tier is not null && itsTier != tier)
            return;
        Population++;
        if (count > 0)
            chosen.Add((Hash(seed, id), id));
        if (chosen.Count > count)
            chosen.Remove(chosen.Max);
    }

    public static IReadOnlyList<string> Of(IEnumerable<(string Id, Tier Tier)> ids, int count, Tier? tier, string seed)
    {
        var sample = new Sample(count, tier, seed);
        foreach (var (id, itsTier) in ids)
            sample.Add(id, itsTier);
        return sample.Chosen;
    }

    /// <summary>For the pack that holds the sample.</summary>
    public SampleRule Rule => new(count, tier, seed);

    internal static string Hash(string seed, string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed + id)));
}

/// <summary>How the sampled suppliers were chosen.</summary>
public sealed record SampleRule(int Count, Tier? Tier, string Seed);
