using System.Runtime.InteropServices;
using SupplierBot.Benchmarks.Load;

/// <summary>
/// Loaded into the measured bot by <c>DOTNET_STARTUP_HOOKS</c>: on SIGUSR1 it says how much was allocated. The name is the runtime's.
/// </summary>
internal static class StartupHook
{
    private static PosixSignalRegistration? Registration;

    public static void Initialize() =>
        Registration = PosixSignalRegistration.Create(
            OurBot.AskAllocated,
            context =>
            {
                context.Cancel = true;
                Console.Error.WriteLine($"{OurBot.AllocatedBegins}{GC.GetTotalAllocatedBytes(precise: true)}");
            }
        );
}
