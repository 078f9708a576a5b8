using System.CommandLine;
using SupplierBot.Web.Hosting;
using SupplierBot.Web.Local.Demo;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Commands;

/// <summary>
/// No verb runs the bot and hands every argument to the host, as <c>demo</c> does after it; a verb does one thing and ends.
/// </summary>
internal static class CommandLine
{
    /// <summary>Exit code where nothing was done because of what was given: arguments, files, policy, configuration.</summary>
    public const int Refused = 2;

    public static async Task<int> RefuseAsync(IReadOnlyCollection<ConfigurationFault> faults)
    {
        await Console.Error.WriteLineAsync(ConfigurationFaults.Text(faults));
        return Refused;
    }

    public static async Task<int> InvokeAsync(string[] args, Func<string[], bool, Task<int>> run)
    {
        if (RunsHost(args))
            return await StartFaults.ReportAsync(() => run(args, false));
        if (args is [DemoStart.Name, .. var settings] && RunsHost(settings))
            return await StartFaults.ReportAsync(() => run(settings, true));
        var root = Root().WithExamples();
        var parsed = root.Parse(CommandHelp.Asked(args, root));
        if (parsed.Errors.Count == 0 || CommandHelp.Answers(parsed))
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        foreach (var fault in CommandHelp.Faults(parsed))
            await Console.Error.WriteLineAsync(fault);
        return Refused;
    }

    /// <summary>
    /// Host arguments are all options (<c>--urls</c>, <c>--Local:Playground false</c>, <c>/urls</c>, <c>key=value</c>); help is ours.
    /// </summary>
    private static bool RunsHost(string[] args) =>
        args.Length == 0
        || (!IsHelp(args[0]) && (args[0].StartsWith('-') || args[0].StartsWith('/') || args[0].Contains('=', StringComparison.Ordinal)));

    private static bool IsHelp(string arg) => arg is "--help" or "-h" or "-?" or "/?" or "/h" or "--version";

    private static RootCommand Root() =>
        new("SupplierBot. Without a command it runs the bot; options such as --urls then go to the host.")
        {
            PolicyCommands.Assess(),
            PolicyCommands.Policy(),
            AuditCommands.Audit(),
            IndexCommands.Index(),
            EraseCommand.Erase(),
            DownloadCommands.Download(),
            RegisterCommands.Register(),
            ApiKeyCommands.ApiKey(),
            BackupCommands.Export(),
            BackupCommands.Import(),
            ManifestCommands.Manifest(),
            new Command(DemoStart.Name, DemoStart.Description),
        };
}
