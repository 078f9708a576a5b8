using System.Diagnostics;
using System.Globalization;
using SupplierBot.Benchmarks.Core;
using SupplierBot.Benchmarks.Load;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Storage.Tables.Sqlite;
using SupplierBot.Web.Local;

namespace SupplierBot.Benchmarks;

/// <summary>
/// A million lines of the register and a thousand open cases in one file: what people ask, over HTTP; budgets p95 50 ms and 200 MB
/// throughout.
/// </summary>
internal static class Scale
{
    private const string Organisation = "local";
    private const int Times = 200;
    private const int AtOnce = 16;
    private static readonly (string Name, Func<Line, int, Task> Ask)[] Asked =
    [
        ("find Novatek", (line, _) => line.SayAsync("find Novatek")),
        ("find payroll", (line, _) => line.SayAsync("find payroll")),
        ("find, page 20", (line, _) => line.PressAsync("next_page", "{\"verb\":\"next_page\",\"target\":\"190 find Nova\"}")),
        ("find, a name of its own", (line, time) => line.SayAsync($"find {FilledRegister.NameOf(time * 37)}")),
        ("can I use, on the register", (line, time) => line.SayAsync($"can I use {FilledRegister.NameOf(time * 41)}")),
        ("can I use, like others", (line, _) => line.SayAsync("can I use Stellasoft")),
        ("mine", (line, _) => line.SayAsync("mine")),
        ("status", (line, _) => line.SayAsync("status")),
        ("status of a case", (line, time) => line.SayAsync($"status REQ-{DateTime.UtcNow.Year}-{1 + time * 5 % 1000:D4}")),
        ("pending", (line, _) => line.SayAsync("pending")),
        ("pending, page 5", (line, _) => line.PressAsync("next_page", "{\"verb\":\"next_page\",\"target\":\"40 pending\"}")),
        (
            "open a review",
            (line, time) =>
                line.PressAsync(
                    "review",
                    $"{{\"verb\":\"review\",\"_\":{{\"case\":\"REQ-{DateTime.UtcNow.Year}-{1 + time * 5 % 1000:D4}\",\"slot\":\"review-security\",\"version\":1}}}}"
                )
        ),
    ];

    /// <param name="args">Entries, open cases; a million and a thousand where they are not given.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var (entries, open) = args is [var all, var waiting] ? (Number(all), Number(waiting)) : (1_000_000, 1_000);
        var folder = Directory.CreateTempSubdirectory("supplierbot-");
        try
        {
            await FillAsync(Path.Combine(folder.FullName, "data", "supplierbot.db"), entries, open);
            await MeasureAsync(folder.FullName);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task FillAsync(string path, int entries, int open)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var started = Stopwatch.StartNew();
        await using (var table = SqliteTable.Open(path))
        {
            var people = Enumerable
                .Range(0, 50)
                .Select(number => new Person(new($"teams:requester-{number}"), $"Requester {number}"))
                .Append(new(Personas.Rita.Id, Personas.Rita.Name))
                .ToList();
            var context = Samples.At(DateTimeOffset.UtcNow);
            await new FilledRegister(
                table,
                new(Organisation, "", context.Calendar, context.Roles, new Dictionary<string, IReadOnlyList<string>>()),
                Samples.Policy,
                context,
                people
            ).FillAsync(entries, open);
        }
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{entries:N0} entries, {open:N0} open cases, filled in {started.Elapsed.TotalSeconds:F0} s: {new FileInfo(path).Length / 1048576.0:F0} MB"
            )
        );
    }

    private static async Task MeasureAsync(string folder)
    {
        await using var connector = await LoopbackConnector.StartAsync();
        var started = Stopwatch.StartNew();
        await using var bot = await BotProcess.StartAsync(connector.Settings, folder);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ready after {started.Elapsed.TotalMilliseconds:F0} ms"));
        var replies = new Replies();
        connector.InsteadOfKeeping = replies.Saw;
        using var http = new HttpClient { BaseAddress = bot.Address };
        Line LineOf(Persona persona, string conversation) =>
            new(http, new Employee(http, connector, conversation, persona.ObjectId), replies);
        Console.WriteLine($"asked | alone p50 / p95 / p99 ms | {AtOnce} at once p50 / p95 / p99 ms | RSS MB");
        Console.WriteLine("--- | --- | --- | ---");
        foreach (var (name, ask) in Asked)
        {
            Line[] lines =
            [
                .. Enumerable
                    .Range(0, AtOnce)
                    .Select(number =>
                        LineOf(name is "mine" or "status" ? Personas.Rita : Personas.Sam, $"{name}-{number}".Replace(' ', '-'))
                    ),
            ];
            foreach (var (line, number) in lines.Select((line, number) => (line, number)))
                await ask(line, number);
            var alone = await TimesAsync([lines[0]], ask);
            var together = await TimesAsync(lines, ask);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} | {Words(alone)} | {Words(together)} | {Counters.Of(bot.ProcessId, () => null).ResidentMegabytes:F0}"
                )
            );
        }
        Console.WriteLine($"most memory at any moment: {Counters.MostMegabytes(bot.ProcessId)} MB");
    }

    private static async Task<List<long>> TimesAsync(IReadOnlyList<Line> lines, Func<Line, int, Task> ask) => [.. (
                await Task.WhenAll(
                    lines.Select(
                        (line, number) =>
                            Task.Run(async () =>
                            {
                                var ticks = new List<long>();
                                for (var time = 0; time < Times / Math.Min(4, lines.Count); time++)
                                {
                                    var before = Stopwatch.GetTimestamp();
                                    await ask(line, time * lines.Count + number);
                                    ticks.Add(Stopwatch.GetTimestamp() - before);
                                }
                                return ticks;
                            })
                    )
                )
            ).SelectMany(ticks => ticks).Order()];

    private static string Words(List<long> sorted) =>
        string.Join(
            " / ",
            new[] { 0.5, 0.95, 0.99 }.Select(share =>
                Stopwatch
                    .GetElapsedTime(0, sorted[(int)(sorted.Count * share)])
                    .TotalMilliseconds.ToString("F1", CultureInfo.InvariantCulture)
            )
        );

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
