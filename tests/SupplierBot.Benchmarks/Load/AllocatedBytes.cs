using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SupplierBot.Benchmarks.Load;

/// <summary>Asks a process with the <see cref="StartupHook"/> how much it has allocated, and reads the answer among what it says.</summary>
internal static class AllocatedBytes
{
    internal const PosixSignal Ask = (PosixSignal)10; // SIGUSR1 on Linux
    internal const string Begins = "allocated ";

    /// <param name="said">Its lines at that moment: more come while this waits.</param>
    public static long? Of(int process, Func<IReadOnlyCollection<string>> said)
    {
        var before = said().Count;
        using var ask = Process.Start("kill", ["-USR1", $"{process}"]);
        string? line = null;
        SpinWait.SpinUntil(
            () => (line = said().Skip(before).FirstOrDefault(one => one.StartsWith(Begins, StringComparison.Ordinal))) is not null,
            TimeSpan.FromSeconds(5)
        );
        return line is null ? null : long.Parse(line[Begins.Length..], CultureInfo.InvariantCulture);
    }
}
