using Microsoft.Extensions.Time.Testing;
using SupplierBot.Chat.Turns;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>One at a time, in the order they came; nobody waits for somebody who gave up.</summary>
public sealed class FifoLockTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider time = new();
    private readonly FifoLock fifoLock;

    public FifoLockTests() => fifoLock = new(time);

    [Fact]
    public async Task The_first_enters_at_once_and_the_others_in_the_order_they_came()
    {
        Assert.True(await EnterAsync());
        var (second, third) = (EnterAsync(), EnterAsync());
        Assert.False(second.IsCompleted);
        fifoLock.Leave();
        Assert.True(await second);
        Assert.False(third.IsCompleted);
        fifoLock.Leave();
        Assert.True(await third);
    }

    [Fact]
    public async Task Who_waits_too_long_is_told_and_keeps_no_place()
    {
        Assert.True(await EnterAsync());
        var impatient = EnterAsync();
        time.Advance(Patience);
        Assert.False(await impatient);
        var next = EnterAsync();
        fifoLock.Leave();
        Assert.True(await next);
    }

    [Fact]
    public async Task Who_is_cancelled_keeps_no_place()
    {
        Assert.True(await EnterAsync());
        using var cancelled = new CancellationTokenSource();
        var leaving = fifoLock.EnterAsync(Patience, cancelled.Token);
        var next = EnterAsync();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        fifoLock.Leave();
        Assert.True(await next);
    }

    [Fact]
    public async Task After_everybody_left_it_is_free()
    {
        Assert.True(await EnterAsync());
        fifoLock.Leave();
        Assert.True(await EnterAsync());
    }

    private Task<bool> EnterAsync() => fifoLock.EnterAsync(Patience, TestContext.Current.CancellationToken);
}
