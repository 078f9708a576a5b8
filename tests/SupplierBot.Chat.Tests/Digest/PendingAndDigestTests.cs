using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Timers;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Digest;

/// <summary>
/// <c>pending</c> and <c>digest</c> say the same of the same moment, whatever happened. The home of the Slack app shows <c>pending</c>.
/// </summary>
public sealed class PendingAndDigestTests
{
    private const int MostOpen = 5;
    private static readonly Person[] People = [TestBot.Rita, TestBot.Sam, TestBot.Priya, TestBot.Carla];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task They_agree_at_any_moment_of_a_month(int seed)
    {
        await using var bot = await TestBot.StartAsync();
        var random = new Random(seed);
        var month = bot.Time.GetUtcNow().AddDays(30);
        for (var sent = 0; bot.Time.GetUtcNow() < month; )
        {
            var open = await OpenAsync(bot);
            if (open.Count < MostOpen && random.Next(3) == 0)
                await SendAsync(bot, People[random.Next(2) * 3], $"Vendor {++sent:00}", random);
            else if (open.Count > 0)
                await ActAsync(bot, open[random.Next(open.Count)], random);
            foreach (var person in People)
                await AgreeAsync(bot, person);
            bot.Time.Advance(TimeSpan.FromHours(random.Next(1, 30)));
            await bot.The<CaseTimerService>().TickAsync(CancellationToken.None);
            foreach (var person in People)
                await AgreeAsync(bot, person);
        }
    }

    [Fact]
    public async Task Who_has_nothing_to_decide_reads_that_others_have()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        Assert.Contains("Acme Notes", await SayAsync(bot, TestBot.Carla, "pending"), StringComparison.Ordinal);
        Assert.Contains(
            "Nothing is waiting for you. 1 request waits for others.",
            await SayAsync(bot, TestBot.Carla, "digest"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_claim_that_lapsed_keeps_nobody_from_seeing_it()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.PressesAsync(TestBot.Sam, CardStamp.OfCase(sent.Id, "review-security", 1), "claim");
        Assert.Contains("Nothing is waiting for you", await SayAsync(bot, TestBot.Priya, "digest"), StringComparison.Ordinal);
        bot.Time.Advance(TimeSpan.FromDays(2));
        Assert.Contains("Acme Notes", await SayAsync(bot, TestBot.Priya, "digest"), StringComparison.Ordinal);
        Assert.DoesNotContain("Sam Security", await SayAsync(bot, TestBot.Priya, "pending"), StringComparison.Ordinal);
    }

    /// <summary>Both against the cases themselves, and so against each other.</summary>
    private static async Task AgreeAsync(TestBot bot, Person person)
    {
        var roles = (await bot.The<RoleAssignmentStore>().NowAsync(CancellationToken.None)).Roles;
        var (pending, digest) = (await SayAsync(bot, person, "pending"), await SayAsync(bot, person, "digest"));
        foreach (var open in await OpenAsync(bot))
        {
            var listed = roles.ReadsEverything(person.Id) && open.Requester.Id != person.Id;
            Assert.Equal((open.Id, listed), (open.Id, pending.Contains(open.Supplier, StringComparison.Ordinal)));
            Assert.Equal(
                (open.Id, listed && Waits(bot, open, person, roles)),
                (open.Id, digest.Contains(open.Supplier, StringComparison.Ordinal))
            );
        }
    }

    private static bool Waits(TestBot bot, Case open, Person person, RoleHolders roles) =>
        open.Status == CaseStatus.InReview
        && CaseCards.Deciders(open, roles).Any(decider => decider.Id == person.Id)
        && (
            open.Claim is not { } claim
            || claim.By.Id == person.Id
            || bot.Time.GetUtcNow() > bot.The<ChatSettings>().Calendar.DueAfter(claim.At, 1)
        );

    private static async Task<IReadOnlyList<Case>> OpenAsync(TestBot bot)
    {
        var open = new List<Case>();
        foreach (var line in await bot.The<CaseStore>().OpenAsync(100, CancellationToken.None))
            open.Add((await bot.The<CaseStore>().FindAsync(line.Id, CancellationToken.None))!.Value);
        return open;
    }

    private static async Task<string> SayAsync(TestBot bot, Person person, string text)
    {
        await bot.SaysAsync(person, text);
        return bot.Channel.In($"a:{person.Id}").Last().Text;
    }

    private static Task SendAsync(TestBot bot, Person person, string supplier, Random random) =>
        bot.SendsAsync(
            person,
            supplier,
            random.Next(3) switch
            {
                0 => SampleAnswers.CallTranscripts(supplier),
                1 => SampleAnswers.NotesApp(supplier),
                _ => Critical(supplier),
            }
        );

    /// <summary>Two of security and the CISO decide.</summary>
    private static Dictionary<string, string> Critical(string supplier) =>
        new(SampleAnswers.LargeApp(supplier)) { ["stop"] = "customers", ["replace"] = "months" };

    private static async Task ActAsync(TestBot bot, Case open, Random random)
    {
        var (person, stamp) = (People[random.Next(1, 4)], CardStamp.OfCase(open.Id, "review-security", open.ContentVersion));
        var (actor, verb, target, values) = random.Next(8) switch
        {
            0 => (open.Requester, Verbs.Withdraw, "yes", new Dictionary<string, string>()),
            1 => (person, Verbs.Reject, "sent", new() { ["comment"] = "Not with these terms, sorry." }),
            2 => (person, Verbs.Ask, "sent", new() { ["question"] = "Where is the data kept, and for how long?" }),
            3 => (open.Requester, Verbs.Reply, "", new() { ["answer_text"] = "In Frankfurt, for thirty days." }),
            4 => (person, Verbs.Claim, "", []),
            _ => (person, Verbs.Approve, "", new() { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" }),
        };
        await bot.PressesAsync(actor, stamp, verb, target, values);
    }
}
