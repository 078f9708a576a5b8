using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using SupplierBot.Benchmarks.Load;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Onboarding.Intake;

namespace SupplierBot.Benchmarks;

/// <summary>
/// How long Slack waits for each answer: 32 people at once who look something up, make a request in modals and send it, each answer on the
/// disk before it is given. Slack allows 3 s; the target is 300 ms for 99 of 100.
/// </summary>
internal static class SlackAcks
{
    private const int People = 32;

    /// <summary>
    /// Between an answer and the next press, more or less: quicker than anybody reads. All who began together would press together.
    /// </summary>
    private static readonly TimeSpan Reading = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(5),
        Measuring = TimeSpan.FromSeconds(20);

    /// <param name="rush">Nobody reads: as many presses as the machine can do.</param>
    public static async Task<int> RunAsync(bool rush)
    {
        await using var slack = await SlackStandIn.StartAsync();
        await using var bot = await BotProcess.StartAsync(Settings(slack));
        var taken = new ConcurrentBag<(string Kind, double Milliseconds)>();
        var until = Stopwatch.GetTimestamp() + (long)((Warming + Measuring).TotalSeconds * Stopwatch.Frequency);
        var from = Stopwatch.GetTimestamp() + (long)(Warming.TotalSeconds * Stopwatch.Frequency);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, People),
            new ParallelOptions { MaxDegreeOfParallelism = People },
            async (person, _) =>
            {
                for (var request = 0; Stopwatch.GetTimestamp() < until; request++)
                    await OnceAsync(
                        new(slack, bot.Http, IdOf(person, request), rush ? TimeSpan.Zero : Reading),
                        $"Acme {person}-{request}",
                        Take
                    );
            }
        );
        Console.WriteLine($"{taken.Count / Measuring.TotalSeconds:F0} acknowledgements a second, {People} people at once");
        foreach (var kind in taken.GroupBy(one => one.Kind).Append(taken.GroupBy(_ => "all").Single()))
            Tell(kind.Key, [.. kind.Select(one => one.Milliseconds).Order()]);
        return 0;

        void Take(string kind, TimeSpan took)
        {
            if (Stopwatch.GetTimestamp() > from)
                taken.Add((kind, took.TotalMilliseconds));
        }
    }

    /// <summary>Nobody sends more than is fair in an hour: somebody else comes in their place.</summary>
    private static string IdOf(int person, int request) => $"U{person + People * (request / FairUse.Default.PerHour):D6}";

    private sealed record Person(SlackStandIn Slack, HttpClient Bot, string Id, TimeSpan Reads);

    private static async Task OnceAsync(Person person, string supplier, Action<string, TimeSpan> take)
    {
        await SendAsync(person, SlackRequest.Form(SlackDriver.Commands, Command(person, $"can I use {supplier}", "")), "look up", take);
        var trigger = Guid.NewGuid().ToString("N");
        await SendAsync(person, SlackRequest.Form(SlackDriver.Commands, Command(person, $"new {supplier}", trigger)), "command", take);
        var modal = await person.Slack.OpenedBy(trigger);
        for (var page = 0; page < 20; page++)
        {
            var last = ((string)modal["private_metadata"]!).Contains(";submit;", StringComparison.Ordinal);
            var said = await SendAsync(
                person,
                SlackRequest.Payload(SlackDriver.Interactions, Submission(person, modal, supplier)),
                last ? "send" : "page",
                take
            );
            if ((string?)said["response_action"] == "clear")
                return;
            var next = said["view"]!.DeepClone().AsObject();
            if ((string?)next["private_metadata"] is null or "")
                return; // it took longer than Slack waits, and says so
            next["id"] = (string)modal["id"]!;
            modal = next;
        }
        throw new InvalidOperationException($"Not sent: {modal.ToJsonString()}");
    }

    private static async Task<JsonObject> SendAsync(Person person, SlackRequest request, string kind, Action<string, TimeSpan> take)
    {
        await Task.Delay(person.Reads * (0.5 + Random.Shared.NextDouble()));
        using var message = request.Signed();
        var started = Stopwatch.GetTimestamp();
        using var response = await person.Bot.SendAsync(message);
        var body = await response.Content.ReadAsStringAsync();
        take(kind, Stopwatch.GetElapsedTime(started));
        return response.IsSuccessStatusCode
            ? (body.Length == 0 ? new() : JsonNode.Parse(body)!.AsObject())
            : throw new InvalidOperationException($"{kind}: {(int)response.StatusCode} {body}");
    }

    private static JsonObject Submission(Person person, JsonObject modal, string supplier)
    {
        var blocks = modal["blocks"]!.AsArray();
        var typed = SampleAnswers.CallTranscripts(supplier);
        var shown = blocks
            .Select(block => (string?)block!["block_id"])
            .OfType<string>()
            .Where(typed.ContainsKey)
            .ToDictionary(id => id, id => typed[id]);
        return SlackPayloads.By(
            "view_submission",
            person.Id,
            person.Id,
            Guid.NewGuid().ToString("N"),
            new JsonObject { ["view"] = SlackPayloads.WithState(modal, TypedState.Of(blocks, shown)) }
        );
    }

    private static (string, string)[] Command(Person person, string text, string trigger) =>
        SlackPayloads.Command(person.Id, person.Id, "C1", "somewhere", text, trigger, "https://hooks.slack.com/x");

    private static Dictionary<string, string> Settings(SlackStandIn slack) =>
        new()
        {
            ["Slack:TeamId"] = FakeSlack.Team,
            ["Slack:BotToken"] = FakeSlack.BotToken,
            ["Slack:SigningSecret"] = FakeSlack.SigningSecret,
            ["Slack:ApiUrl"] = slack.Api.ToString(),
            ["Roles:security:People:0:Id"] = $"slack:{FakeSlack.Team}:USAM",
            ["Roles:security:People:0:Name"] = "Sam",
            ["Roles:security:People:1:Id"] = $"slack:{FakeSlack.Team}:UPRIYA",
            ["Roles:security:People:1:Name"] = "Priya",
        };

    private static void Tell(string kind, double[] sorted) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kind, 8}: {sorted.Length, 7}, p50 {sorted[sorted.Length / 2]:F1} ms, p99 {sorted[(int)(sorted.Length * 0.99)]:F1} ms, most {sorted[^1]:F0} ms"
            )
        );
}
