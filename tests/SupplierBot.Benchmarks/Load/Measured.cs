using System.Diagnostics;
using System.Globalization;

namespace SupplierBot.Benchmarks.Load;

internal enum TurnKind
{
    Typed,
    Button,
}

/// <summary>The turns of one kind in the measured time; milliseconds.</summary>
internal sealed record Measured(TurnKind Kind, double PerSecond, double P50, double P99)
{
    /// <param name="ticks">Of <see cref="Stopwatch"/>.</param>
    public static Measured Of(TurnKind kind, List<long> ticks, TimeSpan time)
    {
        ticks.Sort();
        return new(kind, ticks.Count / time.TotalSeconds, At(ticks, 0.50), At(ticks, 0.99));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PerSecond:N0} | {P50:F2} / {P99:F2}");

    private static double At(List<long> sorted, double share) =>
        Stopwatch.GetElapsedTime(0, sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))]).TotalMilliseconds;
}
