using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Delivery;

/// <summary>Whoever shows lists hears whose may have changed, whatever becomes of the messages.</summary>
public sealed class OpenListsTests
{
    private static readonly string[] Everybody = ["teams:carla", "teams:priya", "teams:rita", "teams:sam"];

    [Fact]
    public async Task Of_a_case_who_asked_and_everybody_who_reads_everything()
    {
        var lists = new RecordedOpenLists();
        await using var bot = await StartAsync(lists);
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        Assert.Empty(lists.Since());
        await bot.DeliverAsync();
        Assert.Equal(Everybody, lists.Since());
        await bot.DeliverAsync();
        Assert.Empty(lists.Since());
        await bot.PressesAsync(TestBot.Sam, CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion), "reject", values: new Dictionary<string, string> { ["comment"] = "Not needed by anybody here." });
        await bot.DeliverAsync();
        Assert.Equal(Everybody, lists.Since());
    }

    [Fact]
    public async Task Also_where_the_message_cannot_be_delivered()
    {
        var lists = new RecordedOpenLists();
        await using var bot = await StartAsync(lists);
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        bot.Channel.Stage([.. Enumerable.Repeat(new DeliveryOutcome.NotSent("no route"), 10)]);
        await bot.DeliverAsync();
        Assert.Equal(Everybody, lists.Since());
    }

    [Fact]
    public async Task Also_where_the_message_says_already_what_it_should()
    {
        var lists = new RecordedOpenLists();
        await using var bot = await StartAsync(lists);
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.DeliverAsync();
        lists.Since();
        await bot.The<CaseMessages>().WantAsync(sent.Id, await bot.The<RoleAssignmentStore>().NowAsync(CancellationToken.None), CancellationToken.None);
        await bot.DeliverAsync();
        Assert.Equal(Everybody, lists.Since());
    }

    [Fact]
    public async Task Of_a_role_that_is_taken_who_had_it()
    {
        var lists = new RecordedOpenLists();
        await using var bot = await StartAsync(lists);
        await bot.SaysAsync(TestBot.Carla, "roles remove security Sam Security");
        await bot.DeliverAsync();
        Assert.Contains("teams:sam", lists.Since());
    }

    private static async Task<TestBot> StartAsync(RecordedOpenLists lists)
    {
        var bot = await TestBot.StartAsync();
        bot.Lists = lists;
        await bot.RestartAsync();
        return bot;
    }

    private sealed class RecordedOpenLists : IOpenLists
    {
        private readonly List<string> people = [];

        public void Changed(IEnumerable<PersonId> people)
        {
            lock (this.people) this.people.AddRange(people.Select(person => person.Value));
        }

        public IReadOnlyList<string> Since()
        {
            lock (people)
            {
                string[] notifications = [.. people.Distinct().Order(StringComparer.Ordinal)];
                people.Clear();
                return notifications;
            }
        }
    }
}
