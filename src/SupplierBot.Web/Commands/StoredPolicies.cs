using SupplierBot.Chat.Exports;
using SupplierBot.Chat.Publishing;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Web.Commands;

/// <summary>Policies and the register as the bot has them.</summary>
internal static class StoredPolicies
{
    /// <summary>The policy in force is the one that was published last; without one, that of the settings.</summary>
    public static async Task<PolicyStore> OpenAsync(StoredDataCommand.StoredData kept, CancellationToken cancellation)
    {
        var floor = PolicyFile.Read(kept.All.PolicyPath is { } own ? new FileInfo(own) : null);
        var policies = new PolicyStore(kept.Table, kept.Settings, new(floor));
        var log = await new PublishStore(kept.Table, kept.Settings).FindAsync(cancellation);
        await policies.FollowAsync(log?.Value, cancellation, writes: false);
        return policies;
    }

    public static ExportSource SourceOf(StoredDataCommand.StoredData kept, PolicyStore policies, bool withFiles = false)
    {
        var cases = new CaseStore(kept.Table, kept.Settings);
        return new(
            kept.Table,
            kept.Settings,
            cases,
            new RegisterReader(kept.Table, cases, policies, kept.Settings),
            policies,
            withFiles ? kept.Files : null
        );
    }
}
