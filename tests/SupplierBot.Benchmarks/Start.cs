using System.Diagnostics;
using System.Globalization;
using SupplierBot.Benchmarks.Load;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Web.Options;

namespace SupplierBot.Benchmarks;

/// <summary>From the start of the process to the first answered turn, and the memory then; budgets 400 ms and 90 MB.</summary>
internal static class Start
{
    private const int Times = 9;

    /// <param name="assembly">Another build of the product: a published <c>SupplierBot.Web.dll</c>; the one beside this program where it is
    /// null.</param>
    public static async Task<int> RunAsync(string? assembly)
    {
        var milliseconds = new List<double>();
        var firstTurn = new List<double>();
        var megabytes = new List<double>();
        for (var time = 0; time < Times; time++)
        {
            var (took, turn, memory) = await OnceAsync(assembly ?? typeof(Settings).Assembly.Location);
            milliseconds.Add(took.TotalMilliseconds);
            firstTurn.Add(turn.TotalMilliseconds);
            megabytes.Add(memory);
        }
        milliseconds.Sort();
        firstTurn.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"first answered turn: least {milliseconds[0]:F0} ms, median {milliseconds[Times / 2]:F0} ms, most {milliseconds[^1]:F0} ms, of which the turn itself {firstTurn[Times / 2]:F0} ms; {megabytes.Average():F0} MB after it"
            )
        );
        return 0;
    }

    private static async Task<(TimeSpan Took, TimeSpan Turn, double Megabytes)> OnceAsync(string assembly)
    {
        var folder = Directory.CreateTempSubdirectory("supplierbot-");
        await using var connector = await LoopbackConnector.StartAsync();
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{FreePort.Take()}") };
        var employee = new Employee(http, connector, "starter");
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    assembly,
                    "--urls",
                    http.BaseAddress.ToString(),
                    "--contentRoot",
                    folder.FullName,
                    "--Local:Playground",
                    "false",
                    "--Local:AllowedServiceUrls:0",
                    connector.ServiceUrl.ToString(),
                ]
            )
            {
                RedirectStandardOutput = true,
                Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
            }
        )!;
        var tried = Stopwatch.GetTimestamp();
        for (; !await AnsweredAsync(employee); tried = Stopwatch.GetTimestamp())
            await Task.Delay(2);
        var (took, turn) = (Stopwatch.GetElapsedTime(started), Stopwatch.GetElapsedTime(tried));
        var memory = Counters.Of(process.Id, () => null).ResidentMegabytes;
        process.Kill();
        await process.WaitForExitAsync();
        folder.Delete(recursive: true);
        return (took, turn, memory);
    }

    private static async Task<bool> AnsweredAsync(Employee employee)
    {
        try
        {
            return (await employee.SaysAsync("help")).Good && employee.Messages.Count > 0;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
