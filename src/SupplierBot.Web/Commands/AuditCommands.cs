using System.CommandLine;
using SupplierBot.Chat.Audit;
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

    public static Command Audit() => new("audit", "Check that what is kept is what was written.") { Verify() };

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
