using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace SupplierBot.Web.Options;

/// <summary>Where a configured value came from, in the words of the person who has to change it.</summary>
internal static class ConfigurationPlaces
{
    /// <summary>The source that wins for the key, or "not set".</summary>
    public static string Of(IConfiguration configuration, string key) =>
        Provider(configuration, key) is { } provider ? Name(provider, key) : "not set";

    public static PlaceKind Kind(IConfiguration configuration, string key) =>
        Provider(configuration, key) switch
        {
            JsonConfigurationProvider => PlaceKind.File,
            CommandLineConfigurationProvider => PlaceKind.CommandLine,
            EnvironmentVariablesConfigurationProvider => PlaceKind.Environment,
            ChainedConfigurationProvider chained => Kind(chained.Configuration, key),
            _ => PlaceKind.Host,
        };

    private static IConfigurationProvider? Provider(IConfiguration configuration, string key) =>
        (configuration as IConfigurationRoot)
            ?.Providers.Reverse()
            .FirstOrDefault(provider => provider.TryGet(key, out _) || HasChildren(provider, key));

    private static bool HasChildren(IConfigurationProvider provider, string key) => provider.GetChildKeys([], key).Any();

    private static string Name(IConfigurationProvider provider, string key) =>
        provider switch
        {
            JsonConfigurationProvider json => json.Source.Path ?? "JSON",
            EnvironmentVariablesConfigurationProvider => $"environment variable {key.Replace(":", "__", StringComparison.Ordinal)}",
            CommandLineConfigurationProvider => "command line",
            ChainedConfigurationProvider chained => Of(chained.Configuration, key),
            _ => "host settings",
        };
}

/// <summary>Files and the command line are written for this product; the environment is shared by everything on the machine.</summary>
internal enum PlaceKind
{
    File,
    CommandLine,
    Environment,
    Host,
}
