using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>Lists of requests: page after page, and who is waited for.</summary>
public sealed class ListLoaderTests
{
    [Fact]
    public async Task A_long_list_goes_on_where_it_stopped()
    {
        await using var bot = await TestBot.StartAsync();
        for (var number = 1; number <= 12; number++)
        {
            bot.Time.Advance(TimeSpan.FromMinutes(1));
            await bot.SendsAsync(TestBot.Rita, $"Acme {number:D2}", SampleAnswers.NotesApp($"Acme {number:D2}"));
        }
        await bot.SaysAsync(TestBot.Rita, "mine");
        Assert.DoesNotContain("Acme 01", bot.Channel.In("a:teams:rita").Last().Text, StringComparison.Ordinal);
        var more = await bot.PressesAsync(TestBot.Rita, CardStamp.None, "next_page", "10 mine");
        Assert.Contains("Acme 01", TestBot.TextOf(more), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_waits_for_nobody_whose_role_is_not_configured()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.LargeApp("Acme Notes"));
        Assert.Contains(sent.Assessment.Approvals, seat => seat.Role == RoleNames.Privacy);
        var line = Assert.Single(await bot.The<CaseStore>().OpenAsync(10, CancellationToken.None));
        Assert.Equal((2, RoleNames.Security), (line.ApprovalsNeeded, line.NextRole));
        await bot.PressesAsync(
            TestBot.Sam,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            "approve",
            values: new Dictionary<string, string>
            {
                ["terms"] = "covered",
                ["terms_ref"] = "MSA v3",
                ["comment"] = "There is no other, and we can leave it in days.",
            }
        );
        line = Assert.Single(await bot.The<CaseStore>().OpenAsync(10, CancellationToken.None));
        Assert.Equal((1, 2, RoleNames.Security), (line.ApprovalsGiven, line.ApprovalsNeeded, line.NextRole));
    }
}
