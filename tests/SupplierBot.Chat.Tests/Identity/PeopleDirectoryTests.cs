using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Tests.Identity;

/// <summary>Platforms speak of people where those are: their own chat, and where the reviews of their platform are posted.</summary>
public sealed class PeopleDirectoryTests
{
    private static readonly Person SamOnSlack = new(new("slack:T1:USAM"), "Sam");
    private readonly FakePeopleDirectory teams = new("teams"),
        slack = new("slack");

    [Fact]
    public async Task Somebody_is_looked_for_where_their_platform_may_know_them()
    {
        await using var bot = await StartAsync();
        await bot.GiveAsync(bot.Personal(SamOnSlack, RequestReader.Typed("help")));
        var own = (await AskedAsync(bot, teams, TestBot.Sam)).Where(place => place != TestBot.SecurityPlace);
        Assert.Single(own);
        Assert.Contains(TestBot.SecurityPlace, await AskedAsync(bot, teams, TestBot.Sam));
        Assert.DoesNotContain(TestBot.SecurityPlace, await AskedAsync(bot, slack, SamOnSlack));
        await bot.GiveAsync(bot.InPlace(TestBot.Sam, new Request.Removed()));
        Assert.DoesNotContain(TestBot.SecurityPlace, await AskedAsync(bot, teams, TestBot.Sam));
    }

    [Fact]
    public async Task A_platform_that_is_not_configured_says_nothing_of_its_people_and_knows_nobody_who_was_picked()
    {
        await using var bot = await StartAsync();
        var directory = bot.The<PeopleDirectory>();
        Assert.IsType<DirectoryAnswer.NotSaid>(await directory.FindAsync(new PersonId("webex:1"), default));
        var elsewhere = bot.Personal(TestBot.Sam, RequestReader.Typed("help")).Conversation with { Channel = "webex" };
        Assert.IsType<DirectoryAnswer.Nobody>(await directory.FindAsync(new Mention("Sam", "1"), elsewhere, default));
        Assert.Null(directory.Last(new PersonId("webex:1")));
    }

    private static async Task<IReadOnlyList<string>> AskedAsync(TestBot bot, FakePeopleDirectory platform, Person person)
    {
        bot.Time.Advance(TimeSpan.FromMinutes(2));
        await bot.The<PeopleDirectory>().FindAsync(person.Id, default);
        return platform.Places.Last();
    }

    private async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync();
        bot.Directories = [teams, slack];
        await bot.RestartAsync();
        return bot;
    }
}
