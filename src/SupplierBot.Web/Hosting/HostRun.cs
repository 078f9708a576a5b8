using Microsoft.AspNetCore.Connections;
using SupplierBot.Onboarding;

namespace SupplierBot.Web;

internal static class HostRun
{
    /// <summary>The line that says what is running here.</summary>
    public static void TellStart(this WebApplication app, Settings settings)
    {
        var policy = app.Services.GetRequiredService<Policy>();
        var local = LocalMode.Missing(app.Environment.EnvironmentName, ListenAddresses.Read(app.Configuration)).Count == 0;
        app.Logger.Starting(Telemetry.Version, settings.Storage.Kind, policy.Version, policy.Hash, local, Telemetry.Exports(app.Configuration));
    }

    /// <summary>Runs until it is told to stop; an address in use is told in one sentence.</summary>
    public static async Task<int> RunToEndAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"SupplierBot does not start: {fault.Message} Stop the other program or choose another address with --urls http://localhost:3979.");
            return CommandLine.Refused;
        }
    }
}
