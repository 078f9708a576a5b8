using System.CommandLine;
using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Stores;
using SupplierBot.Documents.Packs;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using Command = System.CommandLine.Command;

namespace SupplierBot.Web.Commands;

/// <summary>Whether what is kept is still what was written.</summary>
internal static class AuditCommands
{
    /// <summary>
    /// Exit code where something is not as it was written; 0 where all is, <see cref="CommandLine.Refused"/> where nothing could be read.
    /// </summary>
    public const int Broken = 1;

    private const int ShortestExpected = 12;

    public static Command Audit() =>
        new("audit", "Check that what is kept is what was written, and that it comes out the same again.")
        {
            Verify(),
            ReplayCases(),
            VerifyPack(),
        };

    private static Command ReplayCases()
    {
        var command = new Command(
            "replay",
            "Assess the frozen answers of every case again, under the policy of its time, and name what differs. Exit code 0: all the same, 1: something differs, 2: cannot read. May run beside the bot."
        );
        StoredDataCommand.SetAction(command, StoredDataCommand.Use.Read, (_, kept, cancellation) => ReplayAsync(kept, cancellation));
        return command;
    }

    private static async Task<int> ReplayAsync(StoredDataCommand.StoredData kept, CancellationToken cancellation)
    {
        var policies = await StoredPolicies.OpenAsync(kept, cancellation);
        var source = StoredPolicies.SourceOf(kept, policies);
        var (all, differing) = (0L, 0L);
        await foreach (var current in source.CasesAsync(cancellation))
        {
            all++;
            var found = await DifferencesAsync(current, policies, cancellation);
            differing += found.Count > 0 ? 1 : 0;
            foreach (var words in found)
                await kept.Output.WriteLineAsync($"{current.Id}: {words}");
        }
        await kept.Output.WriteLineAsync($"Cases: {all:N0}, the same: {all - differing:N0}, different: {differing:N0}");
        return differing == 0 ? 0 : Broken;
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(Case current, PolicyStore policies, CancellationToken cancellation)
    {
        try
        {
            var policy = await policies.OfAsync(current.PolicyHash, cancellation);
            return [.. Replay.Of(current, policy).Differences.Select(difference => difference.ToString())];
        }
        catch (UnreadableRowException fault)
        {
            return [$"can't be assessed again: {fault.Message}"];
        }
    }

    private static Command VerifyPack()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "An audit pack, as it was downloaded." };
        var hash = new Option<string>("--manifest") { Description = "The SHA-256 of its manifest, where somebody noted it." };
        var command = new Command(
            "verify-pack",
            "Check an audit pack: every file, every chain, the sample. Exit code 0: whole, 1: something was found, 2: cannot read. Needs no storage."
        )
        {
            file,
            hash,
        };
        command.SetAction(parsed =>
            StoredDataCommand.ReportFaultsAsync(() => VerifyPackAsync(parsed.GetRequiredValue(file), parsed.GetValue(hash)))
        );
        return command;
    }

    private static async Task<int> VerifyPackAsync(FileInfo file, string? manifest)
    {
        if (!file.Exists)
            throw new CommandFault([$"{file.FullName}: is not there. Correct the path."]);
        await using var pack = file.OpenRead();
        var found = PackVerifier.Verify(pack, manifest);
        foreach (var words in found)
            await Console.Out.WriteLineAsync(words);
        await Console.Out.WriteLineAsync(found.Count == 0 ? $"{file.FullName}: whole" : $"{file.FullName}: found {found.Count:N0}");
        return found.Count == 0 ? 0 : Broken;
    }

    private static Command Verify()
    {
        var command = new Command(
            "verify",
            "Prove that what people read is what was decided, and name what is not. Exit code 0: all whole, 1: something was found, 2: cannot read. May run beside the bot."
        );
        var expected = new Option<string>("--expect")
        {
            Description = "A register fingerprint that was noted before; another one counts as found.",
        };
        command.Add(expected);
        StoredDataCommand.SetAction(
            command,
            StoredDataCommand.Use.Read,
            (parsed, kept, cancellation) => VerifyAsync(kept, parsed.GetValue(expected), cancellation)
        );
        return command;
    }

    private static async Task<int> VerifyAsync(StoredDataCommand.StoredData kept, string? expected, CancellationToken cancellation)
    {
        if (expected is { Length: > 0 and < ShortestExpected })
            throw new CommandFault([
                $"--expect {expected}: is too short to tell registers apart. Give at least {ShortestExpected} characters of the fingerprint.",
            ]);
        var audited = await ReportAsync(kept, kept.Output, cancellation);
        var same = expected is not { Length: > 0 } || audited.Fingerprint.StartsWith(expected.Trim(), StringComparison.OrdinalIgnoreCase);
        if (!same)
            await kept.Output.WriteLineAsync(
                $"The register fingerprint is not {expected}: something was decided since it was noted, or the register is another one."
            );
        return same && audited.Findings == 0 ? 0 : Broken;
    }

    /// <summary>Everything that is found, a line each, and at the end what was gone through.</summary>
    internal static async Task<Audited> ReportAsync(StoredDataCommand.StoredData kept, TextWriter found, CancellationToken cancellation)
    {
        var audited = await new ChainAudit(kept.Table, kept.Settings, kept.Files).RunAsync(found.WriteLine, cancellation);
        await kept.Output.WriteLineAsync(
            $"Cases: {audited.Cases:N0}, register entries: {audited.Entries:N0}, facts: {audited.Events:N0}, files: {audited.Files:N0}, found: {audited.Findings:N0}"
        );
        await kept.Output.WriteLineAsync($"Register fingerprint {audited.Fingerprint}");
        return audited;
    }
}
