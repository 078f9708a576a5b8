using Microsoft.Extensions.Time.Testing;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;

namespace SupplierBot.Chat.Tests.Delivery;

/// <summary>Whose a row or a slot is, at nine o'clock.</summary>
public sealed class LeasesTests
{
    private const string Other = "another replica";
    private static readonly DateTimeOffset Now = new(2026, 11, 17, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A lease of more than an hour was written by a clock that was ahead, and counts for nothing.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(-60, 0)]
    [InlineData(60, 60)]
    [InlineData(3600, 3600)]
    [InlineData(3601, 0)]
    public async Task A_slot_is_held_as_long_as_its_lease(int seconds, int held)
    {
        var leases = await LeasesOf(alone: false);
        Assert.Equal(TimeSpan.FromSeconds(held), leases.HeldFor(Slot(Other, seconds)));
        Assert.Equal(held == 0, leases.IsFree(Row(Other, seconds)));
    }

    [Fact]
    public async Task A_slot_that_nobody_holds_is_free()
    {
        var leases = await LeasesOf(alone: false);
        Assert.Equal(TimeSpan.Zero, leases.HeldFor(null));
        Assert.Equal(TimeSpan.Zero, leases.HeldFor(Slot(null, 60)));
    }

    /// <summary>With a file of one's own, what another owner holds was left by a crash.</summary>
    [Fact]
    public async Task Alone_only_our_own_lease_counts()
    {
        var leases = await LeasesOf(alone: true);
        Assert.Equal(TimeSpan.Zero, leases.HeldFor(Slot(Other, 60)));
        Assert.True(leases.IsFree(Row(Other, 60)));
        Assert.Equal(TimeSpan.FromMinutes(1), leases.HeldFor(Slot(leases.Owner, 60)));
        Assert.False(leases.IsFree(Row(leases.Owner, 60)));
    }

    /// <summary>After a post with an unknown outcome the slot rests, no matter who posted.</summary>
    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_rest_counts_for_everybody(bool alone) =>
        Assert.Equal(TimeSpan.FromSeconds(30), (await LeasesOf(alone)).HeldFor(Slot("", 30)));

    private static async Task<Leases> LeasesOf(bool alone)
    {
        await using var bot = await TestBot.StartAsync();
        return new(bot.The<ChatSettings>() with { Alone = alone }, new FakeTimeProvider(Now));
    }

    private static SlotState Slot(string? holder, int seconds) =>
        new("REQ-2026-0001", "receipt", "u-teams:rita", ["m1"], 1, "hash", false, 0, holder, Now.AddSeconds(seconds));

    private static OutboxItem Row(string owner, int seconds) =>
        new("REQ-2026-0001", "receipt", "u-teams:rita", 1, Now, owner, Now.AddSeconds(seconds), 1, "");
}
