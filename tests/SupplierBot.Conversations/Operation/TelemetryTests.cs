using System.Text.Json;
using SupplierBot.Conversations.Kit.Talk;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Operation;

/// <summary>Metrics, traces and logs of the built product through a whole onboarding; and what must never be in them.</summary>
public sealed class TelemetryTests
{
    /// <summary>Stands for everything a person can type or be called.</summary>
    private const string Hostile = "Zorbl<at>{0}%n";

    [Fact]
    public async Task A_collector_hears_every_metric_and_the_turns_under_the_name_the_operator_gave()
    {
        await using var collector = await LoopbackCollector.StartAsync();
        await using var company = await WireCompany.StartAsync(
            new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
                ["OTEL_SERVICE_NAME"] = "bot-of-example",
                ["OTEL_RESOURCE_ATTRIBUTES"] = "deployment.environment.name=trial",
            }
        );
        await OnboardsAsync(company);
        foreach (
            var metric in new[]
            {
                "supplierbot.turns",
                "supplierbot.turn.duration",
                "supplierbot.commits",
                "supplierbot.sends",
                "supplierbot.outbox.depth",
                "supplierbot.outbox.oldest_age",
                "supplierbot.cases.pending",
                "http.server.request.duration",
                "dotnet.gc.collections",
                "bot-of-example",
                "deployment.environment.name",
            }
        )
        {
            Assert.True(await collector.HearsAsync("/v1/metrics", metric), metric);
        }
        foreach (var part in new[] { "turn", "commit", "deliver", "REQ-2026-0001", "bot-of-example" })
            Assert.True(await collector.HearsAsync("/v1/traces", part), part);
        Assert.DoesNotContain("Zorbl", collector.At("/v1/metrics") + collector.At("/v1/traces"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_exported_where_the_operator_switched_it_off()
    {
        await using var collector = await LoopbackCollector.StartAsync();
        await using var company = await WireCompany.StartAsync(
            new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_SDK_DISABLED"] = "true",
            }
        );
        await OnboardsAsync(company);
        Assert.True(await company.Bot.StopAsync()); // what was collected would be flushed now
        Assert.Equal("", collector.At("/v1/metrics") + collector.At("/v1/traces"));
        Assert.Contains(company.Bot.Log, line => line.Contains("telemetry off", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_name_and_no_answer_is_in_any_line_of_the_log_however_much_is_logged()
    {
        await using var company = await WireCompany.StartAsync(
            new Dictionary<string, string> { ["Logging:LogLevel:SupplierBot"] = "Trace" }
        );
        var calls = 0;
        company.Connector.Answers = call =>
            call.Method == "POST" && Interlocked.Increment(ref calls) == 3
                ? new ConnectorAnswer.Refuses(429, 1)
                : new ConnectorAnswer.Takes();
        await OnboardsAsync(company);
        Assert.True(await company.Bot.StopAsync());
        Assert.Contains(company.Bot.Log, line => line.Contains("case REQ-2026-0001: Submitted", StringComparison.Ordinal));
        Assert.Contains(company.Bot.Log, line => line.Contains("(pressed): card", StringComparison.Ordinal));
        Assert.DoesNotContain(company.Bot.Log, line => line.Contains("Zorbl", StringComparison.Ordinal));
    }

    /// <summary>From the first start to a decision, with a look into a form and back: nothing of it is worth anybody's attention.</summary>
    [Fact]
    public async Task A_healthy_bot_logs_nothing_that_looks_like_trouble()
    {
        await using var company = await WireCompany.StartAsync();
        var sam = new Employee(company.Bot.Http, company.Connector, Personas.Sam);
        await sam.InstallsInAsync(Personas.Sam.ChannelId);
        await OnboardsAsync(company);
        await WaitUntil.TrueAsync(() => company.Connector.Threads(Personas.Sam.ChannelId).Count == 1, () => "the review card");
        var review = company.Connector.Threads(Personas.Sam.ChannelId)[0];
        var shown = review.Card!;
        foreach (var verb in new[] { Verbs.Review, Verbs.Reject, Verbs.Back })
        {
            var press = sam.PressIn($"{Personas.Sam.ChannelId};messageid={review.Id}", review, Verbs.Review);
            press["value"]!["action"] = sam.Press(shown, verb)["value"]!["action"]!.DeepClone();
            shown = (await sam.GiveAsync(press)).Card!;
        }
        Assert.True(await company.Bot.StopAsync());
        string[] trouble = ["warn:", "fail:", "crit:", "nothing was changed"];
        Assert.All(
            company.Bot.Log.Where(line => !line.Contains(LateHeartbeat, StringComparison.Ordinal)),
            line => Assert.DoesNotContain(trouble, words => line.Contains(words, StringComparison.Ordinal))
        );
    }

    /// <summary>A machine with much else to do is late, and the server says so: it is no word about the bot.</summary>
    private const string LateHeartbeat = "Microsoft.AspNetCore.Server.Kestrel[22]";

    [Fact]
    public async Task Machines_read_the_log_as_JSON_with_the_turn_on_its_lines()
    {
        await using var company = await WireCompany.StartAsync(
            new Dictionary<string, string>
            {
                ["Logging:Console:FormatterName"] = "json",
                ["Logging:Console:FormatterOptions:IncludeScopes"] = "true",
            }
        );
        await OnboardsAsync(company);
        Assert.True(await company.Bot.StopAsync());
        var lines = company.Bot.Log.Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var submitted = Assert.Single(lines, line => line.GetProperty("EventId").GetInt32() == 108);
        Assert.Equal("REQ-2026-0001", submitted.GetProperty("State").GetProperty("CaseId").GetString());
        Assert.Contains(
            submitted.GetProperty("Scopes").EnumerateArray(),
            scope => scope.ToString().Contains("Turn wren-", StringComparison.Ordinal)
        );
        Assert.Contains(
            lines,
            line => line.GetProperty("Message").GetString()!.Contains("storage Sqlite, policy ", StringComparison.Ordinal)
        );
    }

    /// <summary>With a hostile name of the person, of the supplier and in every text.</summary>
    private static async Task OnboardsAsync(WireCompany company)
    {
        var employee = company.Employee("wren");
        await employee.InstallsAsync();
        var typed = employee.Message("new " + Hostile);
        typed["from"]!["name"] = Hostile;
        Assert.True((await employee.GiveAsync(typed)).Good);
        var page = employee.Newest;
        var summary = await employee.AnswersAllAsync(page.Card!, Supplier.NotesApp(Hostile).But("purpose", "For " + Hostile).On, page.Id);
        var receipt = await employee.PressesAsync(summary, "submit", replyTo: page.Id);
        Assert.True(receipt.Card!.Contains("REQ-2026-0001"), receipt.Body);
    }
}
