using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Telemetry;

/// <summary>Each instrument counts what it says, on the real core.</summary>
public sealed class TurnMetricsTests
{
    [Fact]
    public async Task A_turn_is_counted_and_timed_by_kind_and_outcome()
    {
        await using var bot = await TestBot.StartAsync();
        using var metrics = new RecordedMetrics(bot);
        await bot.SaysAsync(TestBot.Rita, "help");
        await bot.PressesAsync(TestBot.Rita, CardStamp.None, "next_page", "10 mine");
        Assert.Equal(1, metrics["supplierbot.turns{kind=said,outcome=done}"]);
        Assert.Equal(1, metrics["supplierbot.turns{kind=pressed,outcome=card}"]);
        Assert.Equal(1, metrics["supplierbot.turn.duration{kind=said,outcome=done}"]);
        Assert.Equal(1, metrics["supplierbot.sends{operation=post,class=delivered}"]);
        Assert.Equal(0, metrics["supplierbot.commits{result=committed}"]);
    }

    [Fact]
    public async Task A_turn_whose_answer_cannot_be_posted_failed()
    {
        await using var bot = await TestBot.StartAsync();
        using var metrics = new RecordedMetrics(bot);
        bot.Channel.Stage(new DeliveryOutcome.Refused("403 Forbidden"));
        await bot.SaysAsync(TestBot.Rita, "help");
        Assert.Equal(1, metrics["supplierbot.turns{kind=said,outcome=failed}"]);
        Assert.Equal(1, metrics["supplierbot.sends{operation=post,class=refused}"]);
    }

    [Fact]
    public async Task A_commit_and_its_lost_race_are_counted_apart()
    {
        await using var bot = await TestBot.StartAsync();
        using var metrics = new RecordedMetrics(bot);
        await bot.SaysAsync(TestBot.Rita, "new Acme Notes");
        Assert.Equal(1, metrics["supplierbot.commits{result=committed}"]);
        var turn = bot.Personal(TestBot.Rita, RequestReader.Typed("help"));
        var state = await bot.The<TurnStateLoader>().LoadAsync(turn, CancellationToken.None);
        var stale = state with { Draft = state.Draft! with { ETag = "old" } };
        var outcome = new Outcome { Answer = null, Draft = new DraftChange.Save(state.Draft!.Value.Draft) };
        Assert.Null(await bot.The<TurnCommit>().SaveAsync(turn, stale, outcome, CancellationToken.None));
        Assert.Equal(1, metrics["supplierbot.commits{result=conflict}"]);
        Assert.Equal(1, metrics["supplierbot.commits{result=committed}"]);
    }

    [Fact]
    public async Task Every_delivery_is_counted_by_what_became_of_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        using var metrics = new RecordedMetrics(bot);
        bot.Channel.Stage(
            new DeliveryOutcome.Throttled(TimeSpan.FromSeconds(30)),
            new DeliveryOutcome.ConversationGone("BotNotInConversationRoster")
        );
        await bot.DeliverAsync();
        var sends = new[] { "post", "update" }.SelectMany(operation =>
            new[] { "throttled", "gone" }.Select(kind => metrics[$"supplierbot.sends{{operation={operation},class={kind}}}"])
        );
        Assert.Equal(2, sends.Sum());
    }

    [Fact]
    public async Task The_outbox_says_how_much_waits_and_how_long()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        using var metrics = new RecordedMetrics(bot);
        bot.Time.Advance(TimeSpan.FromSeconds(90));
        await bot.DeliverAsync();
        Assert.Equal(2, metrics.Now("supplierbot.outbox.depth"));
        Assert.Equal(90, metrics.Now("supplierbot.outbox.oldest_age"));
        await bot.DeliverAsync();
        Assert.Equal(0, metrics.Now("supplierbot.outbox.depth"));
        Assert.Equal(0, metrics.Now("supplierbot.outbox.oldest_age"));
    }

    [Fact]
    public async Task Pending_cases_are_counted_by_age()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        bot.Time.Advance(TimeSpan.FromDays(4));
        await bot.SendsAsync(TestBot.Sam, "Acme Mail", SampleAnswers.NotesApp("Acme Mail"));
        using var metrics = new RecordedMetrics(bot);
        Assert.Equal(0, metrics.Now("supplierbot.cases.pending{age=under_1d}"));
        await bot.The<PendingGauge>().LookAsync(CancellationToken.None);
        Assert.Equal(1, metrics.Now("supplierbot.cases.pending{age=under_1d}"));
        Assert.Equal(1, metrics.Now("supplierbot.cases.pending{age=3d_to_7d}"));
        Assert.Equal(0, metrics.Now("supplierbot.cases.pending{age=over_7d}"));
    }

    [Fact]
    public async Task A_turn_is_a_span_that_holds_its_commit_and_names_its_case_and_nobody()
    {
        await using var bot = await TestBot.StartAsync();
        var stamp = await bot.AnswersAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        using var metrics = new RecordedMetrics(bot);
        await bot.PressesAsync(TestBot.Rita, stamp, "submit", turnId: "turn-7");
        await bot.DeliverAsync();
        var turn = Assert.Single(metrics.Spans, span => span.OperationName == "turn");
        Assert.Equal(
            ("turn-7", "pressed", "card", "REQ-2026-0001"),
            (
                turn.GetTagItem("supplierbot.turn.id"),
                turn.GetTagItem("supplierbot.turn.kind"),
                turn.GetTagItem("supplierbot.turn.outcome"),
                turn.GetTagItem("supplierbot.case.id")
            )
        );
        Assert.Equal(turn.SpanId, Assert.Single(metrics.Spans, span => span.OperationName == "commit").ParentSpanId);
        Assert.Equal(2, metrics.Spans.Count(span => span.OperationName == "deliver"));
        var tags = string.Join(' ', metrics.Spans.SelectMany(span => span.TagObjects).Select(tag => tag.Value));
        Assert.DoesNotContain("Acme", tags, StringComparison.Ordinal);
        Assert.DoesNotContain("Rita", tags, StringComparison.Ordinal);
    }
}
