using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Chat.Audit;

/// <summary>The policies that are kept: each text has the hash that is its key, and each version names one of them.</summary>
internal sealed class PolicyAudit
{
    private readonly Dictionary<string, Policy> whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Policy> proposed = new(StringComparer.Ordinal);

    /// <summary>Null where it is not there, or not as it was.</summary>
    public Policy? Of(string hash) => whole.GetValueOrDefault(hash);

    /// <summary>One that was proposed, whether it ever was in force or not.</summary>
    public Policy? Proposed(string hash) => Of(hash) ?? proposed.GetValueOrDefault(hash);

    public static async Task<PolicyAudit> ReadAsync(
        ITable table,
        ChatSettings settings,
        Action<string> tell,
        CancellationToken cancellation
    )
    {
        var audit = new PolicyAudit();
        var partition = Keys.Policies(settings.OrganisationId);
        await TextsAsync(table, partition, Keys.PolicyTextPrefix, audit.whole, tell, cancellation);
        await TextsAsync(table, partition, Keys.ProposedTextPrefix, audit.proposed, tell, cancellation);
        var named = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in table.PrefixAsync(partition, Keys.PolicyVersionPrefix, cancellation))
        {
            if (row.Values.GetValueOrDefault("Hash") is not string hash)
                tell($"Row {row.Key}: which policy has this version cannot be read");
            else if (audit.Of(hash) is not { } policy)
                tell($"Row {row.Key}: the policy {hash} of this version is not kept, or not as it was");
            else if (PolicyStore.VersionKey(policy) != row.Key)
                tell($"Row {row.Key}: the policy {hash} has the version {policy.Version}");
            else
                named.Add(hash);
        }
        foreach (var hash in audit.whole.Keys.Except(named))
            tell($"Policy {hash}: no version names it");
        return audit;
    }

    private static async Task TextsAsync(
        ITable table,
        string partition,
        string prefix,
        Dictionary<string, Policy> whole,
        Action<string> tell,
        CancellationToken cancellation
    )
    {
        await foreach (var row in table.PrefixAsync(partition, prefix, cancellation))
        {
            var hash = row.Key[prefix.Length..];
            if (PolicyStore.ReadText(row) is not { } policy)
                tell($"Policy {hash}: its text cannot be read");
            else if (policy.Hash != hash)
                tell($"Policy {hash}: its text was changed; it has the hash {policy.Hash}");
            else
                whole[hash] = policy;
        }
    }
}
