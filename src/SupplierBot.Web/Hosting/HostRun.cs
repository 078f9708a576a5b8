using Microsoft.AspNetCore.Connections;

namespace SupplierBot.Web;

internal static class HostRun
{
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
