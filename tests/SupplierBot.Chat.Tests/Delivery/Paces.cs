using Microsoft.Extensions.Time.Testing;

namespace SupplierBot.Chat.Tests;

public sealed class Paces
{
    private readonly FakeTimeProvider time = new();
    private readonly Pace pace;

    public Paces() => pace = new(time);

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
    public void A_rest_is_kept_by_the_whole_conversation_and_ends()
    {
        pace.Rest("u-rita", TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.FromSeconds(20), pace.Take("u-rita", "tenant"));
        Assert.Equal(TimeSpan.Zero, pace.Take("u-sam", "tenant"));
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.Zero, pace.Take("u-rita", "tenant"));
    }

    /// <summary>As the dispatcher does: ask, send or wait as long as was said.</summary>
    private int SentIn(TimeSpan span, Func<TimeSpan> take)
    {
        var (sent, end) = (0, time.GetUtcNow() + span);
        while (time.GetUtcNow() < end)
        {
            var wait = take();
            if (wait == TimeSpan.Zero) sent++;
            else time.Advance(wait);
        }
        return sent;
    }
}
