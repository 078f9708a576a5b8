using System.Diagnostics;
using System.Globalization;
using SupplierBot.Benchmarks.Core;
using SupplierBot.Benchmarks.Load;
using SupplierBot.Documents;
using SupplierBot.Documents.Packs;
using SupplierBot.Documents.Registers;
using SupplierBot.Onboarding.Audit;

namespace SupplierBot.Benchmarks;

/// <summary>
/// The register as files, from records in memory: what the writing itself costs. Budgets: 100,000 suppliers in 15 s and 300 MB, 1,000 in 2
/// s.
/// </summary>
internal static class Files
{
    private static readonly Provenance Provenance = new(
        "Example Ltd",
        RegisterSamples.Sam,
        RegisterSamples.At,
        TimeZoneInfo.Utc,
        Samples.Policy.Version,
        "the CISO"
    );

    /// <param name="args">Suppliers; a thousand and a hundred thousand where none is given.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var sizes = args.Length > 0 ? args.Select(text => int.Parse(text, CultureInfo.InvariantCulture)) : [1_000, 100_000];
        await WriteAsync("warming up", 100, Workbook);
        foreach (var size in sizes)
        {
            await WriteAsync("XLSX", size, Workbook);
            await WriteAsync("CSV", size, Csv);
            await WriteAsync("JSON", size, Json);
            await WriteAsync("auditor's pack", size, Pack);
        }
        return 0;
    }

    private static Task Workbook(int size, Stream output) =>
        RegisterWorkbook.WriteAsync(RegisterSamples.Records(size), Provenance, Samples.Wording, new(output, Scratch), default);

    private static Task Csv(int size, Stream output) =>
        RegisterCsv.WriteAsync(RegisterSamples.Records(size), Provenance, Samples.Wording, new(output, Scratch), default);

    private static Task Json(int size, Stream output) =>
        RegisterJson.WriteAsync(RegisterSamples.Records(size), Provenance, Samples.Wording, new(output, Scratch), default);

    private static Task Pack(int size, Stream output) =>
        AuditPack.WriteAsync(
            new(RegisterSamples.Records(size), Nothing<PackedCase>(), Nothing<ChainedEvent>(), Nothing<ChainedEvent>(), new(0, null, "")),
            Provenance,
            Samples.Wording,
            new(output, Scratch),
            default
        );

    private static async Task WriteAsync(string what, int size, Func<int, Stream, Task> write)
    {
        await using var output = Scratch();
        using var process = Process.GetCurrentProcess();
        var (started, cpu) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        await write(size, output);
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.Refresh();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}, {size:N0} suppliers: {took:F1} s, {(process.TotalProcessorTime - cpu).TotalSeconds:F1} s of CPU, {output.Length / 1048576.0:F1} MB written, {process.PeakWorkingSet64 / 1048576} MB of memory at most"
            )
        );
    }

    private static FileStream Scratch() =>
        new(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            64 * 1024,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous
        );

    private static async IAsyncEnumerable<T> Nothing<T>()
    {
        await Task.CompletedTask;
        yield break;
    }
}
