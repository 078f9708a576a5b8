using System.CommandLine;
using SupplierBot.Chat;
using SupplierBot.Chat.Ports;
using SupplierBot.Web.Hosting;
using SupplierBot.Web.Local;
using SupplierBot.Web.Options;
using Command = System.CommandLine.Command;

namespace SupplierBot.Web.Commands;

/// <summary>
/// A command on what is kept: the same settings as the bot (configuration files, environment, <c>--Organisation:Id</c> and so on), the same
/// storage, and no channel. What only reads may run beside the bot.
/// </summary>
internal static class StoredDataCommand
{
    /// <summary>What a command works on.</summary>
    public sealed record StoredData(ITable Table, IFileStore Files, ChatSettings Settings, TextWriter Output)
    {
        /// <summary>As they were read, for what the core does not know.</summary>
        public required Settings All { get; init; }
    }

    /// <summary>
    /// What a command does to the storage. Only <see cref="Make"/> may find none: otherwise a wrong path is a fault and not an empty
    /// register.
    /// </summary>
    public enum Use
    {
        Read,

        /// <summary>Reads, and leaves a note in a transaction of its own; beside a running bot, too.</summary>
        Note,
        Change,
        Make,
    }

    /// <param name="refusal">Why nothing can be done with these arguments, asked before anything is opened; null where something
    /// can.</param>
    public static void SetAction(
        Command command,
        Use use,
        Func<ParseResult, StoredData, CancellationToken, Task<int>> run,
        Func<ParseResult, string?>? refusal = null
    )
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(
            (parsed, cancellation) =>
                ReportFaultsAsync(() =>
                    refusal?.Invoke(parsed) is { } words ? throw new CommandFault([words]) : RunAsync(parsed, use, run, cancellation)
                )
        );
    }

    public static async Task<int> RunAsync(
        ParseResult parsed,
        Use use,
        Func<ParseResult, StoredData, CancellationToken, Task<int>> run,
        CancellationToken cancellation
    )
    {
        var builder = WebApplication.CreateSlimBuilder(ContentRoot.Options([.. parsed.UnmatchedTokens]));
        var (read, faults) = Settings.Read(builder.Configuration, builder.Environment.ContentRootPath);
        if (faults.Count > 0)
            return await CommandLine.RefuseAsync(faults);
        var settings = LocalMode.WithPersonas(read, builder.Environment.EnvironmentName);
        if (use != Use.Make && settings.Storage.Missing() is { } missing)
            throw new CommandFault([missing]);
        await using var services = new ServiceCollection().AddStorage(settings, SharingOf(use)).BuildServiceProvider();
        if (use == Use.Make)
            await services.MakeStorageAsync(settings, cancellation);
        using var output = new StreamWriter(Console.OpenStandardOutput(), Utf8);
        var (table, files) = (services.GetRequiredService<ITable>(), services.GetRequiredService<IFileStore>());
        return await run(parsed, new(table, files, BotSetup.ChatSettingsOf(settings), output) { All = settings }, cancellation);
    }

    /// <summary>Whatever keeps a command from doing its work is reported in words; the exit code says that it was not done.</summary>
    public static async Task<int> ReportFaultsAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped before it was done.");
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            await Console.Error.WriteLineAsync(StartFaults.Words(fault) ?? fault.Message);
        }
        return CommandLine.Refused;
    }

    private static StorageSharing SharingOf(Use use) =>
        use switch
        {
            Use.Read => StorageSharing.Snapshot,
            Use.Note => StorageSharing.Beside,
            _ => StorageSharing.Alone,
        };

    private static readonly System.Text.UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
}
