namespace SupplierBot.Web.Hosting;

/// <summary>
/// The folder that configuration and data belong to: the root of the repository while developing (the working directory of <c>dotnet run
/// --project</c> is the project's folder, which is nobody's home), else the executable's folder.
/// </summary>
internal static class ContentRoot
{
    private const string Option = "--contentRoot";

    /// <summary>Settings are read once, at the start; a watcher would wake for every write to the database below the folder.</summary>
    private const string NoWatching = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>An explicit <c>--contentRoot</c> wins.</summary>
    public static WebApplicationOptions Options(string[] args) =>
        new()
        {
            Args = [NoWatching, .. args],
            ContentRootPath = args.Any(arg => arg.StartsWith(Option, StringComparison.OrdinalIgnoreCase))
                ? null
                : Find(Environment(args), AppContext.BaseDirectory),
        };

    internal static string Find(string environment, string executables) =>
        environment == Environments.Development && Repository(new DirectoryInfo(executables)) is { } root ? root : executables;

    private static string? Repository(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SupplierBot.sln")))
            folder = folder.Parent;
        return folder?.FullName;
    }

    /// <summary>What the host will read later, which is too late to choose the folder of the configuration files.</summary>
    internal static string Environment(string[] args) =>
        new ConfigurationBuilder().AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build()[
            HostDefaults.EnvironmentKey
        ]
        ?? Environments.Production;
}
