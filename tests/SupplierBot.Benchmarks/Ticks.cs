using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Benchmarks.Core;
using SupplierBot.Chat;
using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Timers;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;
using SupplierBot.Storage.Tables.Sqlite;

namespace SupplierBot.Benchmarks;

/// <summary>
/// What the clock costs on one file: a tick without work (at most 20 rows), and the weekly digest (about what it shows), however large the
/// register is.
/// </summary>
internal static class Ticks
{
    private const int Pending = 1_000;
    private const int DueAhead = 10_000;
    private const int Times = 200;
    private const string Place = "19:security";

    /// <param name="args">Entries of the register, one size after the other.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        Console.WriteLine(
            "entries | waiting | due ahead | file MB | tick: rows / requests | ms p50 / p99 | KB | digest: rows / requests | ms p50 / p99 | KB | live MB"
        );
        Console.WriteLine("--- | --- | --- | --- | --- | --- | --- | --- | --- | --- | ---");
        foreach (var size in args.Length == 0 ? ["10000", "100000", "1000000"] : args)
            await MeasureAsync(int.Parse(size, CultureInfo.InvariantCulture));
        return 0;
    }

    private static async Task MeasureAsync(int entries)
    {
        var folder = Directory.CreateTempSubdirectory("supplierbot-");
        try
        {
            var path = Path.Combine(folder.FullName, "supplierbot.db");
            var context = Samples.At(DateTimeOffset.UtcNow);
            var settings = Settings(context);
            var people = Enumerable
                .Range(0, 50)
                .Select(number => new Person(new($"teams:requester-{number}"), $"Requester {number}"))
                .ToList();
            await using (var table = SqliteTable.Open(path))
                await new FilledRegister(table, settings, Samples.Policy, context, people).FillAsync(entries, Pending, DueAhead);
            await using var opened = SqliteTable.Open(path);
            await LookAsync(entries, path, opened, settings, context);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task LookAsync(int entries, string path, SqliteTable table, ChatSettings settings, Context context)
    {
        var reads = new RowCount();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new Standing(context.Now))
            .AddSingleton<ITable>(new CountingTable(table, reads))
            .AddChat(settings, Samples.Policy, Samples.Wording)
            .BuildServiceProvider();
        var scheduler = services.GetRequiredService<Scheduler>();
        var digests = services.GetRequiredService<DigestReader>();
        // What fell due while it was filled happens first.
        await scheduler.TickAsync(CancellationToken.None);
        var tick = await TimesAsync(reads, () => scheduler.TickAsync(CancellationToken.None));
        var digest = await TimesAsync(
            reads,
            async () => DigestCard.Show(await digests.ReadAsync(context.Now.AddDays(-7), CancellationToken.None), null, context)
        );
        var live = GC.GetTotalMemory(forceFullCollection: true) / 1048576.0;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{entries:N0} | {Pending:N0} | {DueAhead:N0} | {new FileInfo(path).Length / 1048576.0:F0} | {tick} | {digest} | {live:F0}"
            )
        );
    }

    private static async Task<string> TimesAsync(RowCount reads, Func<Task> work)
    {
        await work();
        reads.Take();
        await work();
        var (rows, requests) = reads.Take();
        var ticks = new List<long>();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        for (var time = 0; time < Times; time++)
        {
            var before = Stopwatch.GetTimestamp();
            await work();
            ticks.Add(Stopwatch.GetTimestamp() - before);
        }
        var each = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1024.0 / Times;
        ticks.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{rows} / {requests} | {Milliseconds(ticks, 0.5):F2} / {Milliseconds(ticks, 0.99):F2} | {each:F0}"
        );
    }

    private static double Milliseconds(List<long> sorted, double share) =>
        Stopwatch.GetElapsedTime(0, sorted[(int)(sorted.Count * share)]).TotalMilliseconds;

    private static ChatSettings Settings(Context context) =>
        new("local", "", context.Calendar, context.Roles, new Dictionary<string, IReadOnlyList<string>> { [RoleNames.Security] = [Place] })
        {
            Digest = new(Schedule.Read("0 9 * * MON", TimeZoneInfo.Utc)!, true),
        };

    /// <summary>Nothing falls due between two looks.</summary>
    private sealed class Standing(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
