using SupplierBot.Chat.Upkeep;
using Command = System.CommandLine.Command;

namespace SupplierBot.Web.Commands;

/// <summary>The rows that find cases and register entries.</summary>
internal static class IndexCommands
{
    /// <summary>Exit code where rows were found that cannot be read; 0 where all is as it should be now.</summary>
    public const int Unreadable = 1;

    public static Command Index() => new("index", "Mend the rows by which cases and register entries are found.") { Rebuild() };

    private static Command Rebuild()
    {
        var command = new Command(
            "rebuild",
            "Write missing or wrong index rows again and remove those that lead nowhere. Exit code 0: done, 1: some rows cannot be read, 2: nothing could be read."
        );
        StoredDataCommand.SetAction(
            command,
            StoredDataCommand.Use.Change,
            async (_, kept, cancellation) =>
            {
                var done = await new IndexRebuild(kept.Table, kept.Settings).AllAsync(kept.Output.WriteLine, cancellation);
                await kept.Output.WriteLineAsync(
                    $"Cases: {done.Cases:N0}, register entries: {done.Entries:N0}. Index rows written: {done.Written:N0}, removed: {done.Removed:N0}"
                );
                return done.Unreadable == 0 ? 0 : Unreadable;
            }
        );
        return command;
    }
}
