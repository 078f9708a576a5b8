using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SupplierBot.Chat.Publishing;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Web.Commands;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Hosting;

internal static class HostRun
{
    /// <summary>Of a hash, for people.</summary>
    private const int ShortHash = 8;

    /// <summary>The line that says what is running here, and a warning where the next deployment would take the register with it.</summary>
    public static void LogStart(this WebApplication app, Settings settings)
    {
        var inForce = app.Services.GetRequiredService<PolicyInForce>();
        var policy = inForce.Current;
        app.Logger.Starting(
            Short(TelemetrySetup.Version),
            settings.Storage.Kind,
            policy.Version,
            policy.Hash[..ShortHash],
            settings.SignsIn ? "with sign-in" : "local mode",
            TelemetrySetup.Exports(app.Configuration)
        );
        app.LogPolicy(inForce, settings);
        app.Lifetime.ApplicationStarted.Register(() => app.Logger.Listening(string.Join(", ", app.Urls)));
        if (settings.Storage.IsWithTheProgram(AppContext.BaseDirectory))
            app.Logger.KeptWithTheProgram(settings.Storage.SqlitePath);
        if (settings.LetsAccountsDecideForEachOther)
            app.Logger.AccountsNotJoined();
    }

    /// <summary>Which policy is in force, and why; and where the settings name a newer one, that it isn't.</summary>
    private static void LogPolicy(this WebApplication app, PolicyInForce inForce, Settings settings)
    {
        var place = settings.PolicyPath ?? "the policy that comes with the product";
        if (inForce.Published is not { } published)
            app.Logger.PolicyOfSettings(inForce.Current.Version, place);
        else
            app.Logger.PolicyPublished(published.Version, published.Proposal, published.AcceptedBy.Value, published.Since);
        if (inForce.Floor.Hash != inForce.Current.Hash && inForce.Floor.ApprovedOn >= inForce.Current.ApprovedOn)
            app.Logger.NewerPolicyNotInForce(place, inForce.Floor.Version, inForce.Current.Version);
    }

    /// <summary>With enough of the commit to find it.</summary>
    private static string Short(string version) =>
        version.IndexOf('+', StringComparison.Ordinal) is var at and > 0 && version.Length > at + 1 + ShortHash
            ? version[..(at + 1 + ShortHash)]
            : version;

    /// <summary>Roles that were given in chat and that the policy has no longer.</summary>
    public static async Task LogRolesAsync(this WebApplication app)
    {
        try
        {
            var known = app.Services.GetRequiredService<PolicyInForce>().Roles;
            var kept = await app.Services.GetRequiredService<RoleAssignmentStore>().FindAsync(CancellationToken.None);
            foreach (var role in (kept?.Value.Given ?? []).Where(given => !known.Has(given.Role)).GroupBy(given => given.Role))
                app.Logger.RoleOfEarlierPolicy(role.Key, role.Count());
        }
        catch (UnreadableRowException)
        {
            // The first turn meets the same row and tells about it; a start does not fail for it.
        }
    }

    /// <summary>
    /// An address another program has, asked before anything is said or started; null where all are free or the server needs none. Kestrel
    /// still decides: a caller who is quicker after this is told by <see cref="RunToEndAsync"/>.
    /// </summary>
    public static string? BusyAddress(this WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>() is null
            ? null
            : ListenAddresses.Read(app.Configuration).FirstOrDefault(address => !ListenAddresses.IsFree(address));

    public static async Task<int> RefuseBusyAsync(string address)
    {
        await Console.Error.WriteLineAsync(
            $"SupplierBot does not start: another program listens at {address}. Stop it or choose another address with --urls http://localhost:3979."
        );
        return CommandLine.Refused;
    }

    /// <summary>Runs until it is asked to stop; an address in use is reported in one sentence.</summary>
    public static async Task<int> RunToEndAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"SupplierBot does not start: {fault.Message} Stop the other program or choose another address with --urls http://localhost:3979."
            );
            return CommandLine.Refused;
        }
    }
}
