using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Timers;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Timers;

/// <summary>What the clock reads, in a small register and in a large one: what is due, and for a digest about what it shows.</summary>
public sealed class SchedulerReadCostTests
{
    private const int MostOfATick = 20;

    /// <summary>
    /// Open cases it counts, where what is late is read from each of three places of the queue; eleven of each section, and the approved
    /// cases
    /// with a condition due soon.
    /// </summary>
    private const int MostOfADigest = 3 * (DigestContents.MostCounted + 1) + 3 * 11;

    [Fact]
    public async Task A_tick_and_a_digest_read_as_much_of_a_large_register_as_of_a_small_one()
    {
        var small = await CountAsync(300, 100, 90);
        var large = LongRun.IsOn ? await CountAsync(100_000, 1_000, 10_000) : await CountAsync(3_000, 200, 600);
        Assert.Equal(small.Tick, large.Tick);
        Assert.Equal((small.Digest.Requests, small.Sent.Requests), (large.Digest.Requests, large.Sent.Requests));
        Assert.InRange(large.Tick.Rows, 0, MostOfATick);
        Assert.Equal(5, large.Tick.Requests);
        Assert.InRange(large.Digest.Rows, 1, MostOfADigest);
        Assert.InRange(large.Sent.Rows, 1, MostOfADigest + MostOfATick);
    }

    private static async Task<((int Rows, int Requests) Tick, (int Rows, int Requests) Digest, (int Rows, int Requests) Sent)> CountAsync(
        int entries,
        int open,
        int due
    )
    {
        await using var bot = await TestBot.StartAsync(digest: new(Schedule.Read("0 9 * * MON", TimeZoneInfo.Utc)!, true));
        await bot.The<Scheduler>().TickAsync(CancellationToken.None);
        await new FilledRegister(bot.The<ITable>(), bot.The<ChatSettings>(), bot.The<Policy>(), bot.Context, [TestBot.Rita]).FillAsync(
            entries,
            open,
            due
        );
        // What fell due before it was filled happens first.
        await bot.The<Scheduler>().TickAsync(CancellationToken.None);
        var tick = await ReadAsync(bot, () => bot.The<Scheduler>().TickAsync(CancellationToken.None));
        var digest = await ReadAsync(
            bot,
            () => bot.The<DigestReader>().ReadAsync(bot.Time.GetUtcNow().AddDays(-7), CancellationToken.None)
        );
        bot.Time.Advance(TimeSpan.FromDays(7));
        await bot.The<CaseTimerService>().TickAsync(CancellationToken.None);
        return (tick, digest, await ReadAsync(bot, () => bot.The<WeeklyDigest>().TickAsync(CancellationToken.None)));
    }

    private static async Task<(int Rows, int Requests)> ReadAsync(TestBot bot, Func<Task> work)
    {
        bot.Reads.Take();
        await work();
        return bot.Reads.Take();
    }
}
