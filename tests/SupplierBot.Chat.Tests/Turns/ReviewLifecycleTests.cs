using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Timers;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>A supplier in use is reviewed, changed and ended, through the store and out to people.</summary>
public sealed class ReviewLifecycleTests
{
    private static readonly IReadOnlyDictionary<string, string> Terms = new Dictionary<string, string>
    {
        ["terms"] = "agreed",
        ["terms_ref"] = "MSA v3",
    };

    [Fact]
    public async Task From_the_reminder_to_the_next_two_years()
    {
        await using var bot = await TestBot.StartAsync();
        var used = await ApprovedAsync(bot);
        bot.Time.SetUtcNow(new(2028, 10, 20, 9, 30, 0, TimeSpan.Zero));
        await TickAsync(bot);
        Assert.Equal(EntryStatus.ReviewDue, (await EntryAsync(bot)).Status);
        Assert.Single(NoticesTo(bot, TestBot.Rita, "Your earlier answers are filled in"));
        await bot.SaysAsync(TestBot.Rita, "review sup 1");
        await bot.SendsAsItIsAsync(TestBot.Rita);
        var review = await bot.NewestAsync(TestBot.Rita);
        Assert.Equal((used.Id, used.EntryId), (review.ReviewOrigin?.Of, review.EntryId));
        Assert.Equal(EntryStatus.UnderReview, (await EntryAsync(bot)).Status);
        await bot.PressesAsync(
            TestBot.Sam,
            CardStamp.OfCase(review.Id, "review-security", review.ContentVersion),
            "approve",
            values: Terms
        );
        await TickAsync(bot);
        var line = await EntryAsync(bot);
        Assert.Equal((EntryStatus.Active, review.Id, null), (line.Status, line.CaseId, line.Review));
        Assert.Equal(2030, line.NextReview?.Year);
        Assert.Single(NoticesTo(bot, TestBot.Rita, "You can keep using"));
        bot.Time.SetUtcNow(new(2029, 1, 20, 9, 30, 0, TimeSpan.Zero));
        await TickAsync(bot);
        Assert.Empty(NoticesTo(bot, TestBot.Rita, "hasn't started"));
        Assert.True((await bot.The<CaseStore>().FindAsync(used.Id, CancellationToken.None))!.Value.Replaced);
        Assert.Equal(
            0,
            (await new ChainAudit(bot.The<ITable>(), bot.The<ChatSettings>()).RunAsync(_ => { }, CancellationToken.None)).Broken
        );
    }

    [Fact]
    public async Task Two_who_send_a_review_at_once_make_one()
    {
        await using var bot = await TestBot.StartAsync();
        await ApprovedAsync(bot);
        foreach (var person in new[] { TestBot.Rita, TestBot.Sam })
            await bot.SaysAsync(person, "review SUP-0001");
        var stamps = await Task.WhenAll(bot.SaysAgainAsync(TestBot.Rita), bot.SaysAgainAsync(TestBot.Sam));
        await Task.WhenAll(bot.PressesAsync(TestBot.Rita, stamps[0], "submit"), bot.PressesAsync(TestBot.Sam, stamps[1], "submit"));
        Assert.Single(await bot.The<CaseStore>().OpenAsync(10, CancellationToken.None));
        var left = new[] { await DraftAsync(bot, TestBot.Rita), await DraftAsync(bot, TestBot.Sam) };
        Assert.Single(left, draft => draft is not null);
    }

    [Fact]
    public async Task A_condition_confirmed_while_the_review_is_sent_loses_neither()
    {
        await using var bot = await TestBot.StartAsync();
        for (var number = 1; number <= 8; number++)
        {
            var sent = await bot.SendsAsync(TestBot.Rita, $"Vendor {number}", SampleAnswers.NotesApp($"Vendor {number}"));
            await PressAsync(
                bot,
                TestBot.Sam,
                sent.Id,
                "approve_conditions",
                "sent",
                new()
                {
                    ["terms"] = "agreed",
                    ["terms_ref"] = "MSA v3",
                    ["condition_text"] = "Switch off training.",
                    ["condition_when"] = "before_use",
                }
            );
            await PressAsync(bot, TestBot.Rita, sent.Id, "done", "1", new() { ["proof_text"] = "Switched off, see ticket" });
            var said = await bot.GiveAsync(
                bot.Personal(TestBot.Rita, RequestReader.Typed($"review SUP-{number}")) with
                {
                    AnswersInPlace = true,
                }
            );
            Assert.True((await DraftAsync(bot, TestBot.Rita)) is not null, TestBot.TextOf(said));
            var stamp = await bot.SaysAgainAsync(TestBot.Rita);
            await Task.WhenAll(
                bot.PressesAsync(TestBot.Rita, stamp, "submit"),
                PressAsync(bot, TestBot.Priya, sent.Id, "confirm", "1", [])
            );
            var line = (await bot.The<CaseStore>().EntryAsync($"SUP-{number:0000}", CancellationToken.None))!;
            Assert.Equal((EntryStatus.UnderReview, EntryStatus.Active, sent.Id), (line.Status, line.Review?.Before, line.CaseId));
            Assert.Empty(line.OpenConditions);
            bot.Time.Advance(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task The_end_is_reported_confirmed_and_said()
    {
        await using var bot = await TestBot.StartAsync();
        var used = await ApprovedAsync(bot);
        Assert.Contains("Offboard", Shown(await bot.SaysAsync(TestBot.Rita, "exit SUP-0001"), bot), StringComparison.Ordinal);
        await PressAsync(
            bot,
            TestBot.Rita,
            used.Id,
            "exit",
            "sent",
            new()
            {
                ["exit_access"] = "Closed, ticket 12",
                ["exit_data"] = "Deletion letter",
                ["exit_moved"] = "None",
            }
        );
        await TickAsync(bot);
        Assert.Single(NoticesTo(bot, TestBot.Sam, "Check the proof and confirm"));
        await PressAsync(bot, TestBot.Sam, used.Id, "ended", "", []);
        await TickAsync(bot);
        Assert.Equal(EntryStatus.Terminated, (await EntryAsync(bot)).Status);
        Assert.Contains(
            "we stopped using it in Nov 2026",
            TestBot.TextOf(
                await bot.GiveAsync(bot.Personal(TestBot.Priya, RequestReader.Typed("can I use Acme Notes")) with { AnswersInPlace = true })
            ),
            StringComparison.Ordinal
        );
        bot.Time.SetUtcNow(new(2029, 1, 20, 9, 30, 0, TimeSpan.Zero));
        await TickAsync(bot);
        Assert.Empty(NoticesTo(bot, TestBot.Rita, "Your earlier answers are filled in"));
    }

    [Fact]
    public async Task The_digest_names_what_is_to_be_reviewed_by_key_range()
    {
        await using var bot = await TestBot.StartAsync(digest: new(Schedule.Read("0 9 * * MON", TimeZoneInfo.Utc)!, false));
        await ApprovedAsync(bot);
        bot.Time.SetUtcNow(new(2028, 11, 1, 9, 30, 0, TimeSpan.Zero));
        await TickAsync(bot);
        var contents = await bot.The<DigestReader>().ReadAsync(bot.Time.GetUtcNow().AddDays(-7), CancellationToken.None);
        Assert.Equal("SUP-0001", Assert.Single(contents.Reviews).Id);
        Assert.Equal("SUP-0001", Assert.Single(contents.Reports).Id);
        bot.Time.SetUtcNow(new(2028, 11, 6, 9, 30, 0, TimeSpan.Zero));
        await TickAsync(bot);
        var digest = Assert.Single(
            bot.Channel.In(TestBot.SecurityPlace),
            shown => shown.Text.Contains("Review again", StringComparison.Ordinal)
        );
        Assert.Contains("SUP-0001", digest.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Start review",
            TestBot.TextOf(
                await bot.PressesAsync(
                    TestBot.Sam,
                    CardStamp.None,
                    "open",
                    values: new Dictionary<string, string> { ["pick"] = "SUP-0001" }
                )
            ),
            StringComparison.Ordinal
        );
    }

    private static async Task<Case> ApprovedAsync(TestBot bot)
    {
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.PressesAsync(TestBot.Sam, CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion), "approve", values: Terms);
        return await bot.NewestAsync(TestBot.Rita);
    }

    private static async Task<Draft?> DraftAsync(TestBot bot, Person person) =>
        (await bot.The<DraftStore>().FindAsync(person.Id, CancellationToken.None))?.Value.Draft;

    private static async Task<TurnAnswer> PressAsync(
        TestBot bot,
        Person person,
        string caseId,
        string verb,
        string target,
        Dictionary<string, string> values
    )
    {
        var current = (await bot.The<CaseStore>().FindAsync(caseId, CancellationToken.None))!.Value;
        return await bot.PressesAsync(person, CardStamp.OfCase(current.Id, "receipt", current.ContentVersion), verb, target, values);
    }

    private static async Task<RegisterEntry> EntryAsync(TestBot bot) =>
        (await bot.The<CaseStore>().EntryAsync("SUP-0001", CancellationToken.None))!;

    private static async Task TickAsync(TestBot bot)
    {
        await bot.The<Scheduler>().TickAsync(CancellationToken.None);
        for (var sweeps = 0; sweeps < 6; sweeps++)
        {
            await bot.DeliverAsync();
            bot.Time.Advance(TimeSpan.FromSeconds(30));
        }
    }

    private static string Shown(TurnAnswer answer, TestBot bot) =>
        answer is TurnAnswer.Nothing ? bot.Channel.In("a:" + TestBot.Rita.Id).Last().Text : TestBot.TextOf(answer);

    private static IEnumerable<PostedCard> NoticesTo(TestBot bot, Person person, string words) =>
        bot.Channel.In("a:" + person.Id).Where(shown => shown.Text.Contains(words, StringComparison.Ordinal));
}
