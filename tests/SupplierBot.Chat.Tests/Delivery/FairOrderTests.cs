using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Delivery;

/// <summary>One person's many requests stand in nobody's way.</summary>
public sealed class FairOrderTests
{
    private static readonly PersonId Flood = new("teams:flood");
    private static readonly PersonId Other = new("teams:other");

    [Theory]
    [InlineData(3, 50, "within an hour"), InlineData(50, 3, "open requests")]
    public async Task Who_sent_enough_is_told_and_loses_nothing(int perHour, int open, string said)
    {
        await using var bot = await TestBot.StartAsync();
        bot.Configure = settings => settings with { FairUse = new(perHour, open) };
        await bot.RestartAsync();
        foreach (var number in Enumerable.Range(0, 3))
        {
            await bot.SendsAsync(TestBot.Rita, $"Vendor {number}", SampleAnswers.NotesApp($"Vendor {number}"));
            bot.Time.Advance(TimeSpan.FromSeconds(1));
        }
        var stamp = await bot.AnswersAsync(TestBot.Rita, "One More", SampleAnswers.NotesApp("One More"));
        Assert.Contains(said, TestBot.TextOf(await bot.PressesAsync(TestBot.Rita, stamp, "submit")), StringComparison.Ordinal);
        Assert.Equal("Vendor 2", (await bot.NewestAsync(TestBot.Rita)).Supplier);
        Assert.Equal(
            "One More",
            (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))!.Value.Draft.Answers.One("name")
        );
        // Somebody else sends, and so does the person when there is room again.
        await bot.SendsAsync(TestBot.Priya, "Of Priya", SampleAnswers.NotesApp("Of Priya"));
        bot.Time.Advance(TimeSpan.FromHours(1.1));
        if (open == 3)
        {
            var newest = await bot.NewestAsync(TestBot.Rita);
            await bot.PressesAsync(TestBot.Rita, CardStamp.OfCase(newest.Id, "receipt", newest.ContentVersion), "withdraw", "yes");
        }
        var draft = (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))!.Value.Draft;
        await bot.PressesAsync(TestBot.Rita, CardStamp.OfDraft(draft.Id, "summary", draft.Revision), "submit");
        Assert.Equal("One More", (await bot.NewestAsync(TestBot.Rita)).Supplier);
    }

    [Fact]
    public void What_is_critical_leaves_first_and_then_one_of_each_persons()
    {
        Claimed[] due =
        [
            .. Enumerable.Range(0, 5).Select(number => Row(number, Flood)),
            Row(5, Other),
            Row(6, null),
            Row(7, Other),
            Row(8, Other, Tier.Critical),
        ];
        Assert.Equal(["8", "0", "5", "6", "1", "7", "2", "3", "4"], FairOrder.Of(due).Select(row => row.Key));
    }

    [Fact]
    public async Task A_critical_request_is_in_the_channel_before_the_rest_of_a_flood()
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var number in Enumerable.Range(0, 60))
            await bot.SendsAsync(TestBot.Rita, $"Vendor {number}", SampleAnswers.NotesApp($"Vendor {number}"));
        var other = await bot.SendsAsync(TestBot.Carla, "Needed Now", SampleAnswers.NotesApp("Needed Now"));
        await bot.DeliverAsync();
        var place = bot.Channel.Posts.Where(post => post.To.ConversationId == TestBot.SecurityPlace).ToList();
        Assert.InRange(place.FindIndex(post => post.Text.Contains("Needed Now", StringComparison.Ordinal)), 0, 3);
        Assert.NotEqual(other.Id, (await bot.NewestAsync(TestBot.Rita)).Id);
    }

    private static Claimed Row(int number, PersonId? requester, Tier tier = Tier.Low)
    {
        var item = new OutboxItem(
            $"REQ-2026-{number:D4}",
            "review-security",
            "c-place",
            1,
            DateTimeOffset.UnixEpoch,
            "",
            DateTimeOffset.UnixEpoch,
            0,
            ""
        )
        {
            Requester = requester,
            Tier = requester is null ? null : tier,
        };
        return new(number.ToString(System.Globalization.CultureInfo.InvariantCulture), item, "etag");
    }
}
