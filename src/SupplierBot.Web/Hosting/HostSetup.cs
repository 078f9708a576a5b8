using Microsoft.Extensions.Logging.Console;
using SupplierBot.Web.Local;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Hosting;

/// <summary>What every part of the host stands on: address, logs, settings.</summary>
internal static class HostSetup
{
    private static readonly TimeSpan LongestShutdown = TimeSpan.FromSeconds(10);

    /// <summary>Two files at once, each with a page of the register read ahead of it (<see cref="Chat.Exports.Exporter"/>).</summary>
    private const int BusyWithFiles = 4;

    /// <summary>
    /// A file computes for long at a stretch. The pool begins with a thread for each core and adds more slowly, so that turns would queue
    /// behind files; with threads of their own they share the cores.
    /// </summary>
    public static void AddThreads()
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, Environment.ProcessorCount + BusyWithFiles), completions);
    }

    public static void AddListening(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        // A platform that hangs must not hold up a restart: what waits in the outbox is delivered by the next start.
        if (builder.Configuration["ShutdownTimeoutSeconds"] is null)
            builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestShutdown);
        if (ListenAddresses.Read(builder.Configuration) is [ListenAddresses.Default])
            builder.WebHost.UseUrls(ListenAddresses.Default);
    }

    /// <summary>
    /// One line for each event; what the frameworks say only where it is a warning, unless the configuration asks for more;
    /// <c>Logging:Console:FormatterName</c> = <c>json</c> for machines that read along.
    /// </summary>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var formatter = builder.Configuration["Logging:Console:FormatterName"] ?? ConsoleFormatterNames.Simple;
        if (formatter == ConsoleFormatterNames.Simple)
            builder.Logging.AddSimpleConsole(OneLine);
        else
            builder.Logging.AddConsole(console => console.FormatterName = formatter); // The slim host knows the simple one alone.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
    }

    private static void OneLine(SimpleConsoleFormatterOptions console)
    {
        console.SingleLine = true;
        console.TimestampFormat = "HH:mm:ss ";
    }

    /// <summary>Every setting, checked; with credentials, even wrong ones, everybody signs in; without, only local mode starts.</summary>
    public static (Settings Settings, IReadOnlyList<ConfigurationFault> Faults) AddSettings(this WebApplicationBuilder builder)
    {
        var (settings, faults) = Settings.Read(builder.Configuration, builder.Environment.ContentRootPath);
        var missing = LocalMode.Missing(builder.Environment.EnvironmentName, ListenAddresses.Read(builder.Configuration));
        var (mode, ofMode) =
            settings.SignsIn || builder.Configuration.GetSection("Teams").Exists() || builder.Configuration.GetSection("Slack").Exists()
                ? SignInMode.Apply(settings)
            : missing.Count == 0 ? LocalMode.Apply(settings, ListenAddresses.Read(builder.Configuration), PortChoice.IsFree)
            : (settings, LocalMode.Faults(missing));
        builder.Services.AddSingleton(mode);
        return (mode, [.. faults, .. ofMode, .. TelemetrySetup.Faults(builder.Configuration)]);
    }
}
