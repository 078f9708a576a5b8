using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Stores;

/// <summary>
/// The indexes behind <c>pending</c> and <c>find</c>: in the right order, page after page, also over rows an earlier release wrote.
/// </summary>
public sealed class QueueAndSearchTests
{
    private const int Open = 90;

    [Fact]
    public async Task Pages_of_what_waits_show_every_case_once_and_late_ones_first()
    {
        await using var bot = await FilledAsync();
        var whole = await FirstAsync(bot, 500);
        Assert.Equal(Open, whole.Select(line => line.Id).Distinct().Count());
        for (var take = 1; take <= Open; take += 7)
            Assert.Equal(whole.Take(take).Select(line => line.Id), (await FirstAsync(bot, take)).Select(line => line.Id));
        var late = whole.TakeWhile(line => line.DueAt < bot.Time.GetUtcNow() && line.Status != CaseStatus.InfoRequested).ToList();
        Assert.NotEmpty(late);
        Assert.Equal(
            late.OrderByDescending(line => line.Tier).ThenBy(line => line.DueAt).Select(line => line.Id),
            late.Select(line => line.Id)
        );
        Assert.All(
            whole.Skip(late.Count),
            line => Assert.True(line.Status == CaseStatus.InfoRequested || line.DueAt >= bot.Time.GetUtcNow())
        );
        Assert.Equal(Open / 6, whole.Reverse().TakeWhile(line => line.Status == CaseStatus.InfoRequested).Count());
    }

    [Fact]
    public async Task Ones_own_requests_are_passed_over_and_the_page_is_full_all_the_same()
    {
        await using var bot = await FilledAsync();
        var others = await bot.The<CaseQueue>().FirstAsync(bot.Time.GetUtcNow(), TestBot.Rita.Id, 21, CancellationToken.None);
        Assert.Equal(21, others.Count);
        Assert.DoesNotContain(others, line => line.Requester.Id == TestBot.Rita.Id);
    }

    [Theory]
    [InlineData("notes")]
    [InlineData("Acme N")]
    [InlineData("AI")]
    [InlineData("notes, ai")]
    public async Task A_name_is_found_by_each_of_its_words(string text)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes-AI", SampleAnswers.NotesApp("Acme Notes-AI"));
        Assert.Equal("Acme Notes-AI", Assert.Single(await FindAsync(bot, text)).Supplier);
        Assert.Empty(await FindAsync(bot, "otes"));
    }

    [Theory]
    [InlineData("nestle")]
    [InlineData("NESTLÉ lab")]
    [InlineData("labs")]
    [InlineData("Nestle Labs Inc")]
    [InlineData("N\u0435stlé Labs")]
    [InlineData("https://www.nestle.example/labs")]
    public async Task A_name_is_found_however_it_is_written(string text)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(
            TestBot.Rita,
            "Nestlé Labs",
            new Dictionary<string, string>(SampleAnswers.NotesApp("Nestlé Labs")) { ["website"] = "nestle.example" }
        );
        Assert.Equal("Nestlé Labs", Assert.Single(await FindAsync(bot, text)).Supplier);
        Assert.Equal(
            "Nestlé Labs",
            Assert.Single(await bot.The<RegisterSearch>().SearchAsync(text, 0, 10, 200, CancellationToken.None)).Supplier
        );
        Assert.Equal("Nestlé Labs", Assert.Single(await bot.The<RegisterSearch>().GuessesAsync(text, 4, CancellationToken.None)).Supplier);
        Assert.Empty(await bot.The<RegisterSearch>().NamedAsync(text, 10, CancellationToken.None));
    }

    /// <summary>Keys hold 100 bytes of a name; an index row that leads to another name shows nobody.</summary>
    [Fact]
    public async Task A_word_a_name_does_not_have_finds_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.The<ITable>()
            .CommitAsync(
                "test",
                [
                    new RowChange.Put(
                        new(Keys.Ending("zebra", "Acme Zebra", sent.EntryId), new Dictionary<string, object> { ["Entry"] = sent.EntryId })
                    ),
                ],
                CancellationToken.None
            );
        Assert.Empty(await FindAsync(bot, "zebra"));
        Assert.Empty(await bot.The<RegisterSearch>().GuessesAsync("zebra", 4, CancellationToken.None));
    }

    [Fact]
    public async Task What_an_earlier_release_wrote_is_indexed_before_anything_is_served()
    {
        await using var bot = await FilledAsync();
        var (waiting, found) = (await FirstAsync(bot, 500), await FindAsync(bot, "notes"));
        foreach (var prefix in new[] { "iq-", "iw-", "v-" })
            await ForgetAsync(bot, prefix);
        Assert.Empty(await FirstAsync(bot, 500));
        await bot.The<IndexMigration>().MakeAsync(CancellationToken.None);
        Assert.Equal(waiting.Select(line => line.Id), (await FirstAsync(bot, 500)).Select(line => line.Id));
        Assert.Equal(found, await FindAsync(bot, "notes"), (one, other) => one.Id == other.Id);
        await bot.PressesAsync(
            TestBot.Sam,
            CardStamp.OfCase("REQ-2026-0007", "review-security", 1),
            "approve",
            values: new Dictionary<string, string> { ["terms"] = "agreed" }
        );
        Assert.DoesNotContain(await FirstAsync(bot, 500), line => line.Id == "REQ-2026-0007");
    }

    [Fact]
    public async Task A_row_of_one_name_that_leads_to_another_says_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        foreach (var key in new[] { Keys.Named("Zebra", sent.EntryId), Keys.Guessed(SupplierNames.Guess("Zebra"), "Zebra", sent.EntryId) })
        {
            await bot.The<ITable>()
                .CommitAsync(
                    "test",
                    [new RowChange.Put(new(key, new Dictionary<string, object> { ["Entry"] = sent.EntryId }))],
                    CancellationToken.None
                );
        }
        Assert.Empty(await bot.The<RegisterSearch>().NamedAsync("Zebra", 10, CancellationToken.None));
        Assert.Empty(await bot.The<RegisterSearch>().AlikeAsync("Zebra", "", 10, CancellationToken.None));
        Assert.Empty(await bot.The<RegisterSearch>().GuessesAsync("Zebra", 4, CancellationToken.None));
    }

    /// <summary>
    /// Up to the fourth index a name's row had its letters and digits alone: दिल and दाल had one row, and a row of दाल said yes to दिल.
    /// </summary>
    [Fact]
    public async Task Rows_of_names_as_they_were_compared_before_say_nothing_and_are_replaced()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "दिल सॉफ्ट", SampleAnswers.NotesApp("दिल सॉफ्ट"));
        foreach (var prefix in new[] { "in-", "iw-", "ig-", "ih-", "ia-", "ib-", "v-" })
            await ForgetAsync(bot, prefix);
        var old = Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes("दलसफट"));
        await bot.The<ITable>()
            .CommitAsync(
                "test",
                [
                    new RowChange.Put(new($"in-{old}!{sent.EntryId}", new Dictionary<string, object> { ["Entry"] = sent.EntryId })),
                    new RowChange.Put(new("v-indexes", new Dictionary<string, object> { ["Made"] = 4 })),
                ],
                CancellationToken.None
            );
        foreach (var name in new[] { "दिल सॉफ्ट", "दाल सॉफ्ट" })
            Assert.Empty(await bot.The<RegisterSearch>().NamedAsync(name, 10, CancellationToken.None));
        await bot.The<IndexMigration>().MakeAsync(CancellationToken.None);
        Assert.Single(await bot.The<RegisterSearch>().NamedAsync("दिल सॉफ्ट", 10, CancellationToken.None));
        Assert.Empty(await bot.The<RegisterSearch>().NamedAsync("दाल सॉफ्ट", 10, CancellationToken.None));
        Assert.DoesNotContain(
            await bot.The<ITable>().ReadAsync("test", "in-", Keys.After("in-"), 10, CancellationToken.None),
            row => row.Key.StartsWith($"in-{old}!SUP", StringComparison.Ordinal)
        );
        Assert.Single(await bot.The<ITable>().ReadAsync("test", "ia-", Keys.After("ia-"), 10, CancellationToken.None));
    }

    /// <summary>A key has 1 KiB at most and none of the characters Azure refuses, whatever a supplier is called.</summary>
    [Theory]
    [InlineData("/\\#?\t\u0085")]
    [InlineData("株式会社")]
    [InlineData("ν")]
    [InlineData("👩‍💻")]
    [InlineData("a b c d e f g ")]
    public void Any_name_has_keys(string part)
    {
        var name = string.Concat(Enumerable.Repeat(part, 200))[..200];
        string[] keys =
        [
            Keys.Named(name, "SUP-0001"),
            .. SupplierNames.Endings(name).Select(ending => Keys.Ending(ending, name, "SUP-0001")),
            .. SupplierNames.Guesses(name).Select(guess => Keys.Guessed(guess, name, "SUP-0001")),
            .. SupplierNames.Guesses(name).Select(guess => Keys.CaseGuessed(guess, true, DateTimeOffset.UnixEpoch, "REQ-2026-0001")),
            Keys.AtSite(name, name, "SUP-0001"),
            Keys.CaseAtSite(name, false, DateTimeOffset.UnixEpoch, "REQ-2026-0001"),
        ];
        Assert.All(
            keys,
            key =>
                Assert.True(
                    key.Length <= 512 && key.All(one => char.IsAsciiLetterOrDigit(one) || "-_!".Contains(one, StringComparison.Ordinal)),
                    key
                )
        );
    }

    private static Task<IReadOnlyList<CaseLine>> FirstAsync(TestBot bot, int take) =>
        bot.The<CaseQueue>().FirstAsync(bot.Time.GetUtcNow(), TestBot.Sam.Id, take, CancellationToken.None);

    private static async Task<IReadOnlyList<RegisterEntry>> FindAsync(TestBot bot, string text) =>
        (await bot.The<RegisterSearch>().FindAsync(text, 0, 20, 200, CancellationToken.None)).Page;

    private static async Task<TestBot> FilledAsync()
    {
        var bot = await TestBot.StartAsync();
        var people = Enumerable
            .Range(0, 3)
            .Select(number => new Person(new($"teams:person-{number}"), $"Person {number}"))
            .Append(TestBot.Rita)
            .ToList();
        await new FilledRegister(bot.The<ITable>(), bot.The<ChatSettings>(), bot.The<Policy>(), bot.Context, people).FillAsync(200, Open);
        return bot;
    }

    private static async Task ForgetAsync(TestBot bot, string prefix)
    {
        var rows = await bot.The<ITable>().ReadAsync("test", prefix, Keys.After(prefix), 1000, CancellationToken.None);
        foreach (var batch in rows.Chunk(100))
            await bot.The<ITable>().CommitAsync("test", [.. batch.Select(row => new RowChange.Delete(row.Key))], CancellationToken.None);
    }
}
