using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Chat.Tests.Stores;

/// <summary>What a process remembers has a bound, no matter who writes to it or how much.</summary>
public sealed class BoundedCacheTests
{
    [Fact]
    public void What_was_not_asked_for_the_longest_time_goes_first()
    {
        var cache = new BoundedCache<int, string>(3);
        foreach (var number in new[] { 1, 2, 3 })
            cache.Set(number, "first");
        Assert.True(cache.TryGet(1, out _));
        cache.Set(2, "second");
        cache.Set(4, "first");
        Assert.False(cache.TryGet(3, out _));
        Assert.Equal((3, "second", "first", "first"), (cache.Count, cache.Get(2), cache.Get(1), cache.Get(4)));
        Assert.True(cache.Remove(4));
        Assert.Equal(2, cache.Count);
    }

    [Fact]
    public void It_never_holds_more_from_however_many_threads()
    {
        var cache = new BoundedCache<int, int>(100);
        Parallel.For(
            0,
            20_000,
            number =>
            {
                cache.Set(number, number);
                if (cache.TryGet(number / 2, out var other))
                    Assert.Equal(number / 2, other);
            }
        );
        Assert.Equal(100, cache.Count);
    }

    [Fact]
    public async Task More_conversations_than_are_remembered_are_all_known()
    {
        await using var bot = await TestBot.StartAsync();
        var store = bot.The<ConversationStore>();
        foreach (var number in Enumerable.Range(0, 3))
            await bot.GiveAsync(bot.Personal(new(new($"teams:person-{number}"), $"Person {number}"), new Request.Installed()));
        for (var number = 0; number < ConversationStore.MostKnown; number++)
            await store.FindAsync($"c-nobody-{number}", CancellationToken.None);
        Assert.NotNull(await store.FindAsync("u-teams:person-0", CancellationToken.None));
    }
}
