using System.CommandLine;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Templates;
using SupplierBot.Onboarding.Policies;
using Command = System.CommandLine.Command;

namespace SupplierBot.Web.Commands;

/// <summary>What changed between two policies, in words: for who approves the newer one.</summary>
internal static class PolicyDiffCommand
{
    private const string IsWhat = "A policy file, or the version or hash of a policy that the storage keeps.";

    public static Command Diff()
    {
        var old = new Argument<string>("OLD") { Description = IsWhat };
        var changed = new Argument<string>("NEW") { Description = IsWhat };
        var command = new Command("diff", "Say in words what changed from one policy to another. Exit code 0, also where nothing did.")
        {
            old,
            changed,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(
            (parsed, cancellation) =>
                StoredDataCommand.ReportFaultsAsync(() =>
                    RunAsync(parsed, parsed.GetRequiredValue(old), parsed.GetRequiredValue(changed), cancellation)
                )
        );
        return command;
    }

    /// <summary>The storage is opened only where one of the two is no file.</summary>
    private static async Task<int> RunAsync(ParseResult parsed, string old, string changed, CancellationToken cancellation)
    {
        if (File.Exists(old) && File.Exists(changed))
            return PolicyCommands.Print(Text(Both(old, changed)));
        return await StoredDataCommand.RunAsync(
            parsed,
            StoredDataCommand.Use.Read,
            async (_, kept, stopped) =>
            {
                var store = new PolicyStore(kept.Table, kept.Settings, new(PolicyFile.Read(null)));
                var (before, after) = (await StoredAsync(old, store, stopped), await StoredAsync(changed, store, stopped));
                await kept.Output.WriteLineAsync(Text((before, after)));
                return 0;
            },
            cancellation
        );
    }

    /// <exception cref="CommandFault">The faults of either file.</exception>
    private static (Policy Old, Policy Changed) Both(string old, string changed)
    {
        var faults = new List<string>();
        Policy? Read(string name)
        {
            try
            {
                return PolicyFile.Read(new FileInfo(name));
            }
            catch (CommandFault fault)
            {
                faults.Add(fault.Message);
                return null;
            }
        }
        return (Read(old), Read(changed)) is ({ } before, { } after) ? (before, after) : throw new CommandFault(faults);
    }

    private static async Task<Policy> StoredAsync(string name, PolicyStore store, CancellationToken cancellation)
    {
        if (File.Exists(name))
            return PolicyFile.Read(new FileInfo(name));
        if (await store.FindAsync(name, cancellation) is { } policy)
            return policy;
        var versions = (await store.AllAsync(cancellation)).Select(one => one.Version).ToList();
        throw new CommandFault([
            $"{name}: is no file, and the storage keeps no policy of this version or hash. "
                + (versions.Count == 0 ? "It keeps none." : $"It keeps: {string.Join(", ", versions)}."),
        ]);
    }

    private static string Text((Policy Old, Policy Changed) policies)
    {
        var wording = WordingFile.Shipped();
        var changes = PolicyDiff.Of(policies.Old, policies.Changed, wording);
        return changes.Count == 0 ? wording["difference.nothing"] : PolicyDiffPrinter.Text(changes, wording).TrimEnd();
    }
}
