using System.Runtime.InteropServices;
using SupplierBot.Benchmarks.Load;

/// <summary>
/// Loaded into the measured bot by <c>DOTNET_STARTUP_HOOKS</c>: on SIGUSR1 it says how much was allocated. The name is the runtime's.
/// </summary>
#pragma warning disable MA0047 // The runtime looks for this type outside any namespace.
internal static class StartupHook
#pragma warning restore MA0047
{
    private static PosixSignalRegistration? Registration;

    public static void Initialize() =>
        Registration = PosixSignalRegistration.Create(
            AllocatedBytes.Ask,
            context =>
            {
                context.Cancel = true;
                Console.Error.WriteLine($"{AllocatedBytes.Begins}{GC.GetTotalAllocatedBytes(precise: true)}");
            }
        );
}
