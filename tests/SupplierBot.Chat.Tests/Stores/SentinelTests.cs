using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;

namespace SupplierBot.Chat.Tests.Stores;

/// <summary>
/// A storage that is emptied or swapped under a running bot is noticed within a second, and nothing is read or written there.
/// </summary>
public sealed class SentinelTests
{
    private static readonly string Partition = Keys.Storage("test");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_turn_is_taken_until_it_is_back(bool another)
    {
        await using var bot = await TestBot.StartAsync();
        var row = (await bot.Table.GetAsync(Partition, Keys.Sentinel, CancellationToken.None))!;
        RowChange away = another
            ? new RowChange.Put(new(Keys.Sentinel, new Dictionary<string, object> { ["Id"] = "another" }))
            : new RowChange.Delete(Keys.Sentinel);
        await bot.Table.CommitAsync(Partition, [away], CancellationToken.None);
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<StorageLostException>(() => bot.SaysAsync(TestBot.Rita, "new Acme Notes"));
        await Assert.ThrowsAsync<StorageLostException>(() => bot.SaysAsync(TestBot.Rita, "new Acme Notes"));
        Assert.Null(await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None));
        await bot.Table.CommitAsync(Partition, [new RowChange.Put(row)], CancellationToken.None);
        await bot.SaysAsync(TestBot.Rita, "new Acme Notes");
        Assert.NotNull(await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_start_takes_the_storage_it_finds()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Table.CommitAsync(Partition, [new RowChange.Delete(Keys.Sentinel)], CancellationToken.None);
        await bot.RestartAsync();
        await bot.SaysAsync(TestBot.Rita, "help");
        Assert.NotNull(await bot.Table.GetAsync(Partition, Keys.Sentinel, CancellationToken.None));
    }

    /// <summary>The start and the first turn look at the same time.</summary>
    [Fact]
    public async Task Two_first_looks_at_an_empty_storage_take_the_same()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Table.CommitAsync(Partition, [new RowChange.Delete(Keys.Sentinel)], CancellationToken.None);
        await bot.RestartAsync();
        var sentinel = bot.The<Sentinel>();
        bot.Table.Meanwhile = () => sentinel.LookAsync(CancellationToken.None);
        await sentinel.LookAsync(CancellationToken.None);
        Assert.Null(bot.Table.Meanwhile);
    }
}
