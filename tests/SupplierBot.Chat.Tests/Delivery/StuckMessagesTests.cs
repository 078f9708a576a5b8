using Moq;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Delivery;

/// <summary>What cannot be delivered is never silent: an admin is notified.</summary>
public sealed class StuckMessagesTests
{
    private const string Admin = "a:teams:carla";

    [Fact]
    public async Task An_admin_is_notified_once_a_day_of_who_cannot_be_reached()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Channel.Gone("a:teams:rita");
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.DeliverAsync();
        await bot.DeliverAsync();
        Assert.StartsWith(
            "I can't deliver messages to Rita Requester (BotNotInConversationRoster). I've kept them.",
            Assert.Single(Notices(bot)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_admin_is_notified_at_the_first_refusal_and_once_however_often_it_is_repeated()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        for (var attempt = 0; attempt < 3; attempt++)
        {
            bot.Channel.Stage(new DeliveryOutcome.Refused("token_revoked"), new DeliveryOutcome.Refused("token_revoked"));
            await bot.DeliverAsync();
            bot.Channel.Clear();
            bot.Time.Advance(TimeSpan.FromMinutes(6));
        }
        await bot.DeliverAsync();
        Assert.Equal(Notices(bot).Distinct(), Notices(bot));
        Assert.Contains(
            Notices(bot),
            words => words.StartsWith("I can't deliver messages to a channel (token_revoked).", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Holders_are_notified_once_of_a_lost_place()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        bot.Channel.Gone(TestBot.SecurityPlace);
        await bot.DeliverAsync();
        await bot.DeliverAsync();
        Assert.StartsWith("I can't post in the channel for", Assert.Single(Notices(bot)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_member_of_the_group_gets_what_is_open_and_decides_and_one_who_leaves_does_not()
    {
        await using var bot = await TestBot.StartAsync(withoutPlaces: true, configurePlaces: false);
        IReadOnlyList<Person> members = [TestBot.Sam];
        var groups = new Mock<IRoleGroups>();
        groups
            .Setup(group => group.FillAsync(It.IsAny<RoleHolders>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(
                (RoleHolders configured, CancellationToken _) =>
                    configured with
                    {
                        Holders = new Dictionary<string, IReadOnlyList<Person>>(configured.Holders) { [RoleNames.Security] = members },
                    }
            );
        bot.Groups = groups.Object;
        await bot.RestartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.DeliverAsync();
        Assert.DoesNotContain(bot.Channel.In("a:teams:priya"), Shows);
        members = [TestBot.Priya];
        await bot.The<RoleChangePropagation>().RunAsync(CancellationToken.None);
        await bot.DeliverAsync();
        Assert.Contains(bot.Channel.In("a:teams:priya"), Shows);

        var stamp = CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion);
        await bot.PressesAsync(
            TestBot.Sam,
            stamp,
            "reject",
            values: new Dictionary<string, string> { ["comment"] = "Not needed by anybody here." }
        );
        Assert.NotEqual(CaseStatus.Rejected, (await bot.NewestAsync(TestBot.Rita)).Status);
        await bot.PressesAsync(
            TestBot.Priya,
            stamp,
            "reject",
            values: new Dictionary<string, string> { ["comment"] = "Not needed by anybody here." }
        );
        Assert.Equal(CaseStatus.Rejected, (await bot.NewestAsync(TestBot.Rita)).Status);
    }

    private static bool Shows(PostedCard shown) => shown.Text.Contains("Acme Notes", StringComparison.Ordinal);

    private static IReadOnlyList<string> Notices(TestBot bot) =>
        [.. bot.Channel.In(Admin).Select(shown => shown.Summary).Where(words => words.Contains("can't", StringComparison.Ordinal))];
}
