using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Identity;

/// <summary>What a list of people sends is an id. The platform is asked who that is, and whether they work here.</summary>
public sealed class PickedOwnerTests
{
    private const string Picked = "5c9b7a80-2a63-4a4c-9d5c-2c6e7f6f3b11";
    private static readonly Person Tom = new(new($"teams:{Picked}"), "Tom Baker");
    private readonly FakePeopleDirectory teams = new("teams");

    [Fact]
    public async Task Somebody_who_works_here_and_wrote_before_becomes_the_owner()
    {
        await using var bot = await StartAsync();
        teams.Has(Tom, "tom@acme.example");
        await bot.SaysAsync(Tom, "help");
        var sent = await UnknownOwnerAsync(bot);
        var answer = await PicksAsync(bot, sent);
        Assert.Contains("Tom Baker is the owner now", TestBot.TextOf(answer), StringComparison.Ordinal);
        Assert.Equal(Tom, (await bot.NewestAsync(TestBot.Rita)).Owner);
    }

    [Theory]
    [InlineData("guest", "Tom Baker” isn't a member of")]
    [InlineData("nobody", "I can't confirm who this is.")]
    [InlineData("unsaid", "I can't confirm who this is.")]
    [InlineData("stranger", "Tom Baker hasn't messaged me yet")]
    public async Task Whom_the_platform_does_not_confirm_is_refused(string who, string words)
    {
        await using var bot = await StartAsync();
        DirectoryAnswer? said = who switch
        {
            "guest" => new DirectoryAnswer.Known(Tom, null, Member: false),
            "nobody" => new DirectoryAnswer.Nobody(),
            "stranger" => new DirectoryAnswer.Known(Tom, null, Member: true),
            _ => null,
        };
        if (said is not null)
            teams.People[Tom.Id] = said;
        var sent = await UnknownOwnerAsync(bot);
        Assert.Contains(words, TestBot.TextOf(await PicksAsync(bot, sent)), StringComparison.Ordinal);
        Assert.Equal("Nadia Nameless", (await bot.NewestAsync(TestBot.Rita)).Owner.Name);
    }

    private async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync();
        bot.Directories = [teams];
        await bot.RestartAsync();
        return bot;
    }

    private static Task<Case> UnknownOwnerAsync(TestBot bot) =>
        bot.SendsAsync(
            TestBot.Rita,
            "Acme Notes",
            new Dictionary<string, string>(SampleAnswers.NotesApp("Acme Notes")) { ["owner"] = "Nadia Nameless" }
        );

    private static Task<TurnAnswer> PicksAsync(TestBot bot, Case sent) =>
        bot.GiveAsync(
            bot.Personal(
                TestBot.Sam,
                RequestReader.Pressed(
                    new CardPress(
                        "name_owner",
                        "sent",
                        CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
                        new Dictionary<string, string> { ["owner_person"] = Picked },
                        Automatic: false
                    )
                    {
                        People = [new Mention(Picked, Picked) { Person = Tom.Id }],
                    }
                )
            ) with
            {
                AnswersInPlace = true,
            }
        );
}
