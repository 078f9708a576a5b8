using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Timers;

namespace SupplierBot.Chat.Tests.Timers;

/// <summary>What is remembered for a while lasts that long, whatever the machine's clock does.</summary>
public sealed class MonotonicTimeTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 17, 9, 0, 0, TimeSpan.Zero);
    private readonly JumpingTimeProvider machine = new(Start);

    [Theory]
    [InlineData(400), InlineData(-400), InlineData(0)]
    public void A_clock_that_jumps_moves_nothing_and_time_that_passes_counts(int days)
    {
        var time = new MonotonicTime(machine);
        machine.Advance(TimeSpan.FromMinutes(1));
        machine.Jump(days);
        Assert.Equal(Start.AddMinutes(1), time.GetUtcNow());
        machine.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(Start.AddMinutes(5), time.GetUtcNow());
    }

    [Fact]
    public void It_begins_with_what_the_clock_says_then()
    {
        machine.Jump(3);
        Assert.Equal(Start.AddDays(3), new MonotonicTime(machine).GetUtcNow());
    }

    [Fact]
    public void Time_elapsed_is_the_machines_own()
    {
        var time = new MonotonicTime(machine);
        var before = time.GetTimestamp();
        machine.Jump(-2);
        machine.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(TimeSpan.FromSeconds(7), time.GetElapsedTime(before));
    }

    [Fact]
    public void A_timer_comes_when_that_much_time_has_passed()
    {
        var rings = 0;
        using var timer = new MonotonicTime(machine).CreateTimer(_ => rings++, null, TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);
        machine.Jump(30);
        machine.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(0, rings);
        machine.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, rings);
    }
}
