using System.Collections.Concurrent;
using Moq;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Delivery;

/// <summary>A channel that shows lists hears whose may have changed, whatever becomes of the messages.</summary>
public sealed class OpenListsTests
{
    private static readonly string[] Everybody = ["teams:carla", "teams:priya", "teams:rita", "teams:sam"];
    private readonly ConcurrentQueue<string> changed = new();

    [Fact]
    public async Task Of_a_case_who_asked_and_everybody_who_reads_everything()
    {
        await using var bot = await StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        Assert.Empty(Since());
        await bot.DeliverAsync();
        Assert.Equal(Everybody, Since());
        await bot.DeliverAsync();
        Assert.Empty(Since());
        await bot.PressesAsync(
            TestBot.Sam,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            "reject",
            values: new Dictionary<string, string> { ["comment"] = "Not needed by anybody here." }
        );
        await bot.DeliverAsync();
        Assert.Equal(Everybody, Since());
    }

    [Fact]
    public async Task Also_where_the_message_cannot_be_delivered()
    {
        await using var bot = await StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        bot.Channel.Stage([.. Enumerable.Repeat(new DeliveryOutcome.NotSent("no route"), 10)]);
        await bot.DeliverAsync();
        Assert.Equal(Everybody, Since());
    }

    [Fact]
    public async Task Also_where_the_message_says_already_what_it_should()
    {
        await using var bot = await StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.DeliverAsync();
        Since();
        await bot.The<CaseMessages>()
            .WantAsync(sent.Id, await bot.The<RoleAssignmentStore>().NowAsync(CancellationToken.None), CancellationToken.None);
        await bot.DeliverAsync();
        Assert.Equal(Everybody, Since());
    }

    [Fact]
    public async Task Of_a_role_that_is_taken_who_had_it()
    {
        await using var bot = await StartAsync();
        await bot.SaysAsync(TestBot.Carla, "roles remove security Sam Security");
        await bot.DeliverAsync();
        Assert.Contains("teams:sam", Since());
    }

    private async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync();
        var lists = new Mock<IOpenLists>();
        lists
            .Setup(open => open.Changed(It.IsAny<IEnumerable<PersonId>>()))
            .Callback(
                (IEnumerable<PersonId> people) =>
                {
                    foreach (var person in people)
                        changed.Enqueue(person.Value);
                }
            );
        bot.Lists = lists.Object;
        await bot.RestartAsync();
        return bot;
    }

    private IReadOnlyList<string> Since()
    {
        string[] people = [.. changed.Distinct().Order(StringComparer.Ordinal)];
        changed.Clear();
        return people;
    }
}
