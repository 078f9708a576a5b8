using Microsoft.Extensions.Time.Testing;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;

namespace SupplierBot.Chat.Tests.Delivery;

public sealed class SendRateLimiterTests
{
    private readonly FakeTimeProvider time = new();
    private readonly SendRateLimiter pace;

    public SendRateLimiterTests() => pace = new(time);

    [Theory]
    [InlineData(1, 5)] // the first second: what the bucket holds
    [InlineData(30, 55)] // 50 at once are not possible, and 50 in 30 s is the platform's limit beside what leaked
    public void A_conversation_gets_no_more_than_the_platform_takes(int seconds, int most)
    {
        Assert.InRange(SentIn(TimeSpan.FromSeconds(seconds), () => pace.Take("u-rita", "tenant")), 5, most + 5 * seconds);
        Assert.True(SentIn(TimeSpan.FromMinutes(5), () => pace.Take("u-rita", "tenant")) <= 550);
    }

    [Fact]
    public void Many_conversations_share_what_the_tenant_gets()
    {
        var next = 0;
        Assert.InRange(SentIn(TimeSpan.FromSeconds(10), () => pace.Take($"u-{next++ % 500}", "tenant")), 300, 331);
    }

    [Fact]
    public void One_conversation_does_not_wait_for_another()
    {
        while (pace.Take("u-rita", "tenant") == TimeSpan.Zero) { }
        Assert.Equal(TimeSpan.Zero, pace.Take("u-sam", "tenant"));
    }

    [Fact]
    public void To_ask_counts_nothing()
    {
        for (var asked = 0; asked < 100; asked++)
            Assert.Equal(TimeSpan.Zero, pace.Ask("u-rita", "tenant"));
        while (pace.Take("u-rita", "tenant") == TimeSpan.Zero) { }
        Assert.Equal(pace.Take("u-rita", "tenant"), pace.Ask("u-rita", "tenant"));
    }

    [Fact]
    public void A_rest_is_kept_by_the_whole_conversation_and_ends()
    {
        pace.Rest("u-rita", TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.FromSeconds(20), pace.Take("u-rita", "tenant"));
        Assert.Equal(TimeSpan.Zero, pace.Take("u-sam", "tenant"));
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.Zero, pace.Take("u-rita", "tenant"));
    }

    [Fact]
    public async Task A_long_queue_for_one_conversation_is_due_when_it_can_leave_and_hides_nobody()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.DeliverAsync();
        var table = bot.The<ITable>();
        var place = Keys.Conversation(TestBot.SecurityPlace);
        foreach (var some in Enumerable.Range(0, 600).Chunk(100))
        {
            // Each wants the card to be shown once more, whatever it shows.
            await table.CommitAsync(
                Keys.Workflow("test"),
                [
                    .. some.Select(number => new RowChange.Add(
                        OutboxRows.One(
                            Keys.Outbox(bot.Time.GetUtcNow(), sent.Id, 1, number),
                            MessageSubject.Of(sent),
                            OutboxItem.ShowAgain,
                            ("review-security", place),
                            bot.Time.GetUtcNow()
                        )
                    )),
                ],
                CancellationToken.None
            );
        }
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        await bot.SendsAsync(TestBot.Rita, "Bolt Notes", SampleAnswers.NotesApp("Bolt Notes"));
        for (var sweeps = 0; sweeps < 3; sweeps++)
            await bot.DeliverAsync();
        Assert.Contains(bot.Channel.In("a:teams:rita"), shown => shown.Text.Contains("REQ-2026-0002", StringComparison.Ordinal));
        Assert.InRange((await bot.The<OutboxStore>().DueAsync(CancellationToken.None)).Count, 1, 200);
        for (var minutes = 0; minutes < 120 && await OutboxAsync(bot) > 0; minutes++)
        {
            for (var seconds = 0; seconds < 60; seconds++)
            {
                await bot.DeliverAsync();
                bot.Time.Advance(TimeSpan.FromSeconds(1));
            }
        }
        Assert.Equal(0, await OutboxAsync(bot));
        Assert.Equal(2, bot.Channel.In(TestBot.SecurityPlace).Count());
    }

    private static async Task<int> OutboxAsync(TestBot bot) =>
        (await bot.The<ITable>().ReadAsync(Keys.Workflow("test"), "o-", Keys.After("o-"), 1000, CancellationToken.None)).Count;

    /// <summary>As the dispatcher does: ask, send or wait as long as was said.</summary>
    private int SentIn(TimeSpan span, Func<TimeSpan> take)
    {
        var (sent, end) = (0, time.GetUtcNow() + span);
        while (time.GetUtcNow() < end)
        {
            var wait = take();
            if (wait == TimeSpan.Zero)
                sent++;
            else
                time.Advance(wait);
        }
        return sent;
    }
}
