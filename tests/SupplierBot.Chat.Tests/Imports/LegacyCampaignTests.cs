using SupplierBot.Chat.Imports;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Tests.Imports;

public sealed class LegacyCampaignTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_owner_is_asked_for_five_a_week_the_ones_due_first()
    {
        await using var bot = await FilledAsync(7, TestBot.Rita);
        var before = bot.Channel.In("a:teams:rita").Count();
        Assert.Equal(1, await bot.The<LegacyCampaign>().RunAsync(Cancellation));
        Assert.Equal(0, await bot.The<LegacyCampaign>().RunAsync(Cancellation));
        var said = Assert.Single(bot.Channel.In("a:teams:rita").Skip(before)).Text;
        Assert.Contains("5 of your suppliers need a first assessment", said, StringComparison.Ordinal);
        Assert.Contains("Supplier 6", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Supplier 1", said, StringComparison.Ordinal);
        Assert.Contains("2 more follow in the next weeks.", said, StringComparison.Ordinal);
        bot.Time.Advance(TimeSpan.FromDays(7));
        Assert.Equal(1, await bot.The<LegacyCampaign>().RunAsync(Cancellation));
    }

    [Fact]
    public async Task A_message_that_was_not_delivered_is_tried_again()
    {
        await using var bot = await FilledAsync(1, TestBot.Rita);
        bot.Channel.Stage(new DeliveryOutcome.NotSent("staged"));
        Assert.Equal(0, await bot.The<LegacyCampaign>().RunAsync(Cancellation));
        Assert.Equal(1, await bot.The<LegacyCampaign>().RunAsync(Cancellation));
    }

    [Fact]
    public async Task Nobody_is_asked_outside_working_time_or_for_a_name_that_nobody_bears()
    {
        await using var bot = await FilledAsync(3, new(new("typed:Jane Doe"), "Jane Doe"));
        Assert.Equal(0, await bot.The<LegacyCampaign>().RunAsync(Cancellation));
        await using var other = await FilledAsync(3, TestBot.Rita);
        other.Time.Advance(TimeSpan.FromHours(12));
        Assert.Equal(0, await other.The<LegacyCampaign>().RunAsync(Cancellation));
    }

    private static async Task<TestBot> FilledAsync(int count, Person owner)
    {
        var bot = await TestBot.StartAsync();
        await bot.The<SupplierBot.Chat.Timers.ClockCheck>().LookAsync((_, _) => Task.CompletedTask, Cancellation);
        await bot.The<ImportWriter>()
            .RunAsync(
                new(
                    TestBot.Carla,
                    "suppliers.xlsx",
                    "ab12",
                    [
                        .. Enumerable
                            .Range(0, count)
                            .Select(number => new ImportedLine
                            {
                                Batch = "",
                                Row = number + 2,
                                Supplier = $"Supplier {number}",
                                Owner = owner,
                                AssessBy = new DateOnly(2027, 1, 29).AddDays(-number),
                            }),
                    ]
                ),
                new Progress<int>(),
                Cancellation
            );
        return bot;
    }
}
