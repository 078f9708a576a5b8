using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Chat.Tests.Stores;

/// <summary>The index behind <c>pending</c>: in the right order, page after page.</summary>
public sealed class CaseQueueTests
{
    private const int Open = 90;

    [Fact]
    public async Task Pages_of_what_waits_show_every_case_once_and_late_ones_first()
    {
        await using var bot = await TestBot.FilledAsync(200, Open);
        var whole = await FirstAsync(bot, 500);
        Assert.Equal(Open, whole.Select(line => line.Id).Distinct().Count());
        for (var take = 1; take <= Open; take += 7)
            Assert.Equal(whole.Take(take).Select(line => line.Id), (await FirstAsync(bot, take)).Select(line => line.Id));
        var late = whole.TakeWhile(line => line.DueAt < bot.Time.GetUtcNow() && line.Status != CaseStatus.InfoRequested).ToList();
        Assert.NotEmpty(late);
        Assert.Equal(
            late.OrderByDescending(line => line.Tier).ThenBy(line => line.DueAt).Select(line => line.Id),
            late.Select(line => line.Id)
        );
        Assert.All(
            whole.Skip(late.Count),
            line => Assert.True(line.Status == CaseStatus.InfoRequested || line.DueAt >= bot.Time.GetUtcNow())
        );
        Assert.Equal(Open / 6, whole.Reverse().TakeWhile(line => line.Status == CaseStatus.InfoRequested).Count());
    }

    [Fact]
    public async Task Ones_own_requests_are_passed_over_and_the_page_is_full_all_the_same()
    {
        await using var bot = await TestBot.FilledAsync(200, Open);
        var others = await bot.The<CaseQueue>().FirstAsync(bot.Time.GetUtcNow(), TestBot.Rita.Id, 21, CancellationToken.None);
        Assert.Equal(21, others.Count);
        Assert.DoesNotContain(others, line => line.Requester.Id == TestBot.Rita.Id);
    }

    private static Task<IReadOnlyList<CaseLine>> FirstAsync(TestBot bot, int take) =>
        bot.The<CaseQueue>().FirstAsync(bot.Time.GetUtcNow(), TestBot.Sam.Id, take, CancellationToken.None);
}
