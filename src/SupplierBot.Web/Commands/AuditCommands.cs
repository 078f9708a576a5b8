using SupplierBot.Chat;

using Command = System.CommandLine.Command;

namespace SupplierBot.Web;

/// <summary>Whether what is kept is still what was written.</summary>
internal static class AuditCommands
{
    /// <summary>Exit code where a chain is broken; 0 where all are whole, <see cref="CommandLine.Refused"/> where nothing could be read.</summary>
    public const int Broken = 1;

    public static Command Audit() => new("audit", "Check that what is kept is what was written.") { Verify() };

    private static Command Verify()
    {
        var command = new Command("verify", "Walk the chain of every case; name the first broken link of each. Exit code 0: all whole, 1: broken, 2: cannot read.");
        KeptCommand.SetAction(command, mayBeNew: false, async (_, kept, cancellation) =>
        {
            var audited = await new ChainAudit(kept.Table, kept.Settings).RunAsync(kept.Output.WriteLine, cancellation);
            await kept.Output.WriteLineAsync($"Cases: {audited.Cases:N0}, facts: {audited.Facts:N0}, broken chains: {audited.Broken:N0}");
            return audited.Broken == 0 ? 0 : Broken;
        });
        return command;
    }
}
