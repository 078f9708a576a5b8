using Microsoft.Extensions.Hosting;
using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Exports;
using SupplierBot.Chat.Files;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Timers;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Upkeep;

/// <summary>What is deleted when its time is over, and what never is.</summary>
public sealed class ExpiredRowsTests
{
    [Fact]
    public async Task A_draft_goes_thirty_days_after_its_last_change_and_not_before()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Rita, "new Acme Notes");
        bot.Time.Advance(TimeSpan.FromDays(20));
        await bot.SaysAsync(TestBot.Priya, "new Beta Boards");
        bot.Time.Advance(TimeSpan.FromDays(10) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await AllOfAsync(Expired(bot).DraftsAsync(CancellationToken.None)));
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await AllOfAsync(Expired(bot).DraftsAsync(CancellationToken.None)));
        Assert.Null(await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None));
        Assert.NotNull(await bot.The<DraftStore>().FindAsync(TestBot.Priya.Id, CancellationToken.None));
    }

    [Fact]
    public async Task The_draft_of_somebody_who_only_ever_pressed_in_a_channel_is_found_too()
    {
        await using var bot = await TestBot.StartAsync();
        var stranger = new Person(new("slack:T1:U1 ü"), "Nobody");
        var draft = new Draft
        {
            Id = "d1",
            Owner = stranger,
            Revision = 1,
            Answers = Answers.Empty,
            StartedAt = bot.Time.GetUtcNow(),
            ChangedAt = bot.Time.GetUtcNow(),
        };
        Assert.NotNull(await bot.The<DraftStore>().SaveAsync(new(draft, null, 1, 1, []), null, CancellationToken.None));
        bot.Time.Advance(TimeSpan.FromDays(31));
        Assert.Equal(1, await AllOfAsync(Expired(bot).DraftsAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task A_draft_its_owner_takes_up_in_that_moment_stays()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Rita, "new Acme Notes");
        bot.Time.Advance(TimeSpan.FromDays(31));
        var busy = new CountingTable(bot.The<ITable>()) { BeforeCommitting = _ => bot.SaysAsync(TestBot.Rita, "new Beta Boards") };
        var expired = new ExpiredRows(
            busy,
            new DraftStore(busy, bot.The<ChatSettings>(), bot.The<TurnMetrics>(), bot.Time),
            new OtherDrafts(busy, bot.The<ChatSettings>()),
            bot.The<ChatSettings>(),
            bot.Time
        );
        Assert.Equal(0, await AllOfAsync(expired.DraftsAsync(CancellationToken.None)));
        Assert.Equal(
            "Beta Boards",
            (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))!.Value.Draft.Answers.One("name")
        );
    }

    [Fact]
    public async Task Markers_of_closed_cases_go_after_400_days_those_of_open_ones_stay()
    {
        await using var bot = await TestBot.StartAsync();
        var open = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await bot.RejectsAsync(TestBot.Sam, await bot.SendsAsync(TestBot.Rita, "Beta Boards", SampleAnswers.NotesApp("Beta Boards")));
        await bot.PutAsync(new Row("k-restaffed", new Dictionary<string, object> { ["At"] = bot.Time.GetUtcNow() }));
        await bot.PutAsync(new Row("k-lost", new Dictionary<string, object> { ["At"] = bot.Time.GetUtcNow(), ["Case"] = "REQ-2026-0999" }));
        Assert.Equal(5, (await bot.KeysAsync("k-")).Count(key => !key.StartsWith(Keys.DeliveryPrefix, StringComparison.Ordinal)));
        bot.Time.Advance(TimeSpan.FromDays(399));
        // The three deliveries, which are known for a month.
        Assert.Equal(3, await AllOfAsync(Expired(bot).MarkersAsync(CancellationToken.None)));
        bot.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(2, await AllOfAsync(Expired(bot).MarkersAsync(CancellationToken.None)));
        Assert.Equal(open.Id, Assert.Single(await CasesOfMarkersAsync(bot), id => id != "" && id != "REQ-2026-0999"));
        await bot.RejectsAsync(TestBot.Sam, open);
        Assert.Equal(1, await AllOfAsync(Expired(bot).MarkersAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task What_was_said_outside_of_cases_goes_after_400_days_with_its_messages_and_its_marker()
    {
        var mondays = new DigestSettings(Schedule.Read("0 9 * * MON", TimeZoneInfo.Utc)!, true);
        await using var bot = await TestBot.StartAsync(digest: mondays);
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.SaysAsync(TestBot.Priya, "new Beta Boards");
        await bot.SaysAsync(TestBot.Carla, "roles add ciso Sam Security");
        await bot.The<WeeklyDigest>().TickAsync(CancellationToken.None);
        var began = bot.Time.GetUtcNow();
        bot.Time.SetUtcNow(began.AddDays(10));
        await TickAsync(bot);
        Assert.Equal((3, 1), ((await bot.KeysAsync("n-")).Count, (await bot.KeysAsync(Keys.DigestMarkers)).Count));
        Assert.True((await bot.KeysAsync("nm-")).Count >= 5);
        bot.Time.SetUtcNow(began.AddDays(399));
        Assert.Equal(0, await AllOfAsync(Expired(bot).AnnouncementsAsync(CancellationToken.None)));
        // Of the request that was sent and the role that was given: deliveries are known for a month.
        Assert.Equal(2, await AllOfAsync(Expired(bot).MarkersAsync(CancellationToken.None)));
        bot.Time.SetUtcNow(began.AddDays(411));
        await bot.PutAsync(new Row("n-NOTE-broken", new Dictionary<string, object> { ["J0"] = "{" }));
        await bot.PutAsync(new Row("n-later", new Dictionary<string, object> { ["At"] = began }));
        var cases = await bot.KeysAsync("m-");
        bot.Reads.Take();
        var gone = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => AllOfAsync(Expired(bot).AnnouncementsAsync(CancellationToken.None)))
        );
        Assert.Equal(3, gone.Sum());
        Assert.InRange(bot.Reads.Take().Rows, 5, 40);
        Assert.Equal(["n-NOTE-broken", "n-later"], await bot.KeysAsync("n-"));
        Assert.Empty(await bot.KeysAsync("nm-"));
        Assert.Equal(cases, await bot.KeysAsync("m-"));
        await AllOfAsync(Expired(bot).MarkersAsync(CancellationToken.None));
        Assert.Empty(await bot.KeysAsync(Keys.DigestMarkers));
        await TickAsync(bot);
        Assert.Single(await bot.KeysAsync("n-DIGEST-"));
    }

    private static async Task TickAsync(TestBot bot)
    {
        await bot.The<Scheduler>().TickAsync(CancellationToken.None);
        for (var sweeps = 0; sweeps < 3; sweeps++)
            await bot.DeliverAsync();
    }

    [Fact]
    public async Task An_old_press_counts_no_second_time_when_its_marker_is_gone()
    {
        await using var bot = await TestBot.StartAsync();
        var summary = await bot.AnswersAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var stale = (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))!.Value;
        await bot.PressesAsync(TestBot.Rita, summary, "submit");
        var sent = await bot.NewestAsync(TestBot.Rita);
        await ApproveAsync(bot, sent);
        await bot.PressesAsync(
            TestBot.Sam,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            "revoke",
            "sent",
            new Dictionary<string, string> { ["comment"] = "They changed their terms." }
        );
        var closed = await bot.ReadAsync(Keys.Case(sent.Id), StoredJson.Default.Case);
        Assert.Equal((CaseStatus.Revoked, 3), (closed.Status, closed.EventCount));
        // The draft outlived a crash; its owner never came back.
        await bot.The<DraftStore>().SaveAsync(stale, null, CancellationToken.None);
        bot.Time.Advance(TimeSpan.FromDays(401));
        Assert.Equal(3 + 3, await AllOfAsync(Expired(bot).MarkersAsync(CancellationToken.None)));
        await bot.PressesAsync(TestBot.Rita, summary, "submit");
        await ApproveAsync(bot, sent);
        await bot.RejectsAsync(TestBot.Sam, sent);
        await bot.PressesAsync(
            TestBot.Sam,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            "revoke",
            "sent",
            new Dictionary<string, string> { ["comment"] = "They changed their terms." }
        );
        await bot.PressesAsync(TestBot.Rita, CardStamp.OfCase(sent.Id, Slot.Receipt, sent.ContentVersion), "withdraw", "yes");
        Assert.Equal(closed.Version, (await bot.ReadAsync(Keys.Case(sent.Id), StoredJson.Default.Case)).Version);
        Assert.Equal(Keys.Case(sent.Id), Assert.Single(await bot.KeysAsync("r-")));
    }

    [Fact]
    public async Task Two_replicas_at_once_and_rows_nobody_can_read_do_no_harm()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.RejectsAsync(TestBot.Sam, await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes")));
        await bot.PutAsync(
            Rows.Of(
                    Keys.Case("REQ-2026-0002"),
                    await bot.ReadAsync(Keys.Case("REQ-2026-0001"), StoredJson.Default.Case),
                    StoredJson.Default.Case
                )
                .With("Shape", 9)
        );
        for (var number = 0; number < 250; number++)
        {
            await bot.PutAsync(
                new Row(
                    $"k-x{number:D4}",
                    new Dictionary<string, object>
                    {
                        ["At"] = bot.Time.GetUtcNow(),
                        ["Case"] = number % 5 == 0 ? "REQ-2026-0002" : "REQ-2026-0001",
                    }
                )
            );
        }
        bot.Time.Advance(TimeSpan.FromDays(401));
        var gone = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => AllOfAsync(Expired(bot).MarkersAsync(CancellationToken.None))));
        // Where pages met, what one replica left to another is there the next day.
        Assert.Equal(200 + 2 + 2, gone.Sum() + await AllOfAsync(Expired(bot).MarkersAsync(CancellationToken.None)));
        Assert.Equal(50, (await bot.KeysAsync("k-")).Count);
    }

    [Fact]
    public async Task The_sweeper_goes_round_by_itself_once_a_day_and_survives_a_fault()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Rita, "new Acme Notes");
        bot.Time.Advance(TimeSpan.FromDays(31));
        var (faults, rounds) = (0, 0);
        var broken = new CountingTable(bot.The<ITable>())
        {
            BeforeReading = from =>
                from != "k-" ? Task.CompletedTask
                : ++rounds == 1 ? throw new IOException($"staged {++faults}")
                : Task.CompletedTask,
        };
        using var sweeper = SweeperOf(bot, broken);
        await sweeper.StartAsync(CancellationToken.None);
        for (var steps = 0; steps < 20_000 && rounds < 2; steps++)
        {
            bot.Time.Advance(TimeSpan.FromMinutes(5));
            await Task.Delay(1);
        }
        await sweeper.StopAsync(CancellationToken.None);
        Assert.Equal((1, 2), (faults, rounds));
        Assert.Null(await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None));
        Assert.Contains(bot.The<IEnumerable<IHostedService>>(), service => service is RetentionSweeper);
    }

    [Theory]
    [InlineData(730), InlineData(60)]
    public async Task Nothing_is_deleted_by_a_clock_that_jumped(int days)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Rita, "new Acme Notes");
        await bot.The<Scheduler>().TickAsync(CancellationToken.None);
        bot.Time.Jump(days);
        var rounds = 0;
        var counted = new CountingTable(bot.The<ITable>()) { BeforeReading = from => Task.FromResult(from == "k-" ? ++rounds : 0) };
        using var sweeper = SweeperOf(bot, counted);
        await sweeper.StartAsync(CancellationToken.None);
        await UntilRoundAsync(50);
        Assert.Equal(0, rounds);
        Assert.NotNull(await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None));
        bot.Time.Jump(-days);
        await UntilRoundAsync(5_000);
        await sweeper.StopAsync(CancellationToken.None);
        Assert.Equal(1, rounds);
        Assert.NotNull(await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None));

        async Task UntilRoundAsync(int most)
        {
            for (var steps = 0; steps < most && rounds == 0; steps++)
            {
                bot.Time.Advance(TimeSpan.FromMinutes(1));
                await Task.Delay(2);
            }
        }
    }

    private static RetentionSweeper SweeperOf(TestBot bot, ITable table) =>
        new(
            new ExpiredRows(
                table,
                new DraftStore(table, bot.The<ChatSettings>(), bot.The<TurnMetrics>(), bot.Time),
                new OtherDrafts(table, bot.The<ChatSettings>()),
                bot.The<ChatSettings>(),
                bot.Time
            ),
            bot.The<OrphanFiles>(),
            bot.The<FileLinks>(),
            bot.The<ClockCheck>(),
            bot.Time,
            new Random(1),
            Microsoft.Extensions.Logging.Abstractions.NullLogger<RetentionSweeper>.Instance
        );

    private static ExpiredRows Expired(TestBot bot) => bot.The<ExpiredRows>();

    private static async Task<int> AllOfAsync(IAsyncEnumerable<int> pages)
    {
        var all = 0;
        await foreach (var gone in pages)
            all += gone;
        return all;
    }

    private static async Task<IReadOnlyList<string>> CasesOfMarkersAsync(TestBot bot) =>
        [
            .. (await Task.WhenAll((await bot.KeysAsync("k-")).Select(bot.RowAsync))).Select(marker =>
                marker.Values.GetValueOrDefault("Case") as string ?? ""
            ),
        ];

    private static Task ApproveAsync(TestBot bot, Case sent) =>
        bot.PressesAsync(
            TestBot.Sam,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            "approve",
            values: new Dictionary<string, string> { ["terms"] = "covered", ["terms_ref"] = "Terms v7" }
        );
}
