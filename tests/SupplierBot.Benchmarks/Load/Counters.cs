using System.Globalization;
using System.Runtime.InteropServices;

namespace SupplierBot.Benchmarks.Load;

/// <summary>What the system and, where it can tell, the runtime say about a process.</summary>
/// <param name="Allocated">Bytes allocated since the start; null for a process that cannot tell.</param>
internal sealed record Counters(TimeSpan Cpu, long? Allocated, double ResidentMegabytes)
{
    private const double TicksPerSecond = 100; // sysconf(_SC_CLK_TCK) on every Linux of today

    public static Counters Of(int process, Func<long?> allocated)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var cpu = double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture);
        return new(TimeSpan.FromSeconds(cpu / TicksPerSecond), allocated(), Kilobytes(process, "VmRSS:") / 1024.0);
    }

    /// <summary>The kernel's own high-water mark of what the process had in memory.</summary>
    public static long MostMegabytes(int process) => Kilobytes(process, "VmHWM:") / 1024;

    private static long Kilobytes(int process, string name) =>
        long.Parse(
            File.ReadLines($"/proc/{process}/status")
                .First(line => line.StartsWith(name, StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture
        );
}
