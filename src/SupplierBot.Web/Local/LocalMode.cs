using SupplierBot.Onboarding.Policies;
using SupplierBot.Web.Hosting;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Local;

/// <summary>Whether the bot may run without sign-in: only for a developer, and only for this machine.</summary>
internal static class LocalMode
{
    /// <summary>What keeps this start from being local mode; empty where it is.</summary>
    public static IReadOnlyList<string> Missing(string environment, IReadOnlyList<string> addresses)
    {
        var missing = new List<string>();
        if (environment != Environments.Development)
            missing.Add($"the environment is {environment}, not Development");
        missing.AddRange(
            addresses
                .Where(address => !ListenAddresses.IsLoopback(address))
                .Select(address => $"the address {address} is not a loopback address")
        );
        return missing;
    }

    /// <summary>The personas hold the roles where none are configured, and Carla may change that.</summary>
    public static Settings WithPersonas(Settings settings, string environment) =>
        environment == Environments.Development && !settings.SignsIn && settings.Roles.Count == 0
            ? settings with
            {
                Roles = Personas.DefaultRoles,
                Admins = settings.Admins.Count > 0 ? settings.Admins : Personas.DefaultAdmins,
            }
            : settings;

    /// <summary>The personas' roles are those of the policy; what is configured stays as it is.</summary>
    public static Settings WithRolesOf(Policy policy, Settings settings) =>
        ReferenceEquals(settings.Roles, Personas.DefaultRoles) ? settings with { Roles = Personas.RolesOf(policy) } : settings;

    /// <summary>The personas, an address for downloads, and the Playgrounds get their ports.</summary>
    /// <param name="addresses">Where the bot listens: a browser of this machine reaches it there.</param>
    public static (Settings Settings, IReadOnlyList<ConfigurationFault> Faults) Apply(
        Settings settings,
        IReadOnlyList<string> addresses,
        Func<int, bool> isFree
    )
    {
        var local = WithPersonas(settings, Environments.Development) with
        {
            PublicUrl =
                settings.PublicUrl ?? (addresses is [var first, ..] && Uri.TryCreate(first, UriKind.Absolute, out var url) ? url : null),
        };
        if (!settings.Local.Playground)
            return (local, []);
        var (ports, faults) = PortChoice.Choose(settings.Local, isFree);
        return (local with { Local = settings.Local with { Ports = ports } }, faults);
    }

    /// <summary>Outside local mode somebody has to sign in, and no channel that does is configured.</summary>
    public static IReadOnlyList<ConfigurationFault> Faults(IReadOnlyList<string> missing) =>
        missing.Count == 0
            ? []
            :
            [
                new(
                    "Teams:AppId",
                    "not set",
                    $"no channel is configured, and local mode is not possible: {string.Join("; ", missing)}.",
                    "Give the bot its registration (section Teams or Slack, appsettings.sample.json shows how). For local mode set ASPNETCORE_ENVIRONMENT=Development and listen on loopback only (--urls http://localhost:3978)."
                ),
            ];
}
