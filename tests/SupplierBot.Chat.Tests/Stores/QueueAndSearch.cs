using SupplierBot.Onboarding;

namespace SupplierBot.Chat.Tests;

/// <summary>The indexes behind <c>pending</c> and <c>find</c>: in the right order, page after page, also over rows an earlier release wrote.</summary>
public sealed class QueueAndSearch
{
    private const int Open = 90;

    [Fact]
    public async Task Pages_of_what_waits_show_every_case_once_and_late_ones_first()
    {
        await using var bot = await FilledAsync();
        var whole = await FirstAsync(bot, 500);
        Assert.Equal(Open, whole.Select(line => line.Id).Distinct().Count());
        for (var take = 1; take <= Open; take += 7) Assert.Equal(whole.Take(take).Select(line => line.Id), (await FirstAsync(bot, take)).Select(line => line.Id));
        var late = whole.TakeWhile(line => line.DueAt < bot.Time.GetUtcNow() && line.Status != CaseStatus.InfoRequested).ToList();
        Assert.NotEmpty(late);
        Assert.Equal(late.OrderByDescending(line => line.Tier).ThenBy(line => line.DueAt).Select(line => line.Id), late.Select(line => line.Id));
        Assert.All(whole.Skip(late.Count), line => Assert.True(line.Status == CaseStatus.InfoRequested || line.DueAt >= bot.Time.GetUtcNow()));
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

    /// <summary>Keys hold 100 bytes of a name; an index row that leads to another name shows nobody.</summary>
    [Fact]
    public async Task A_word_a_name_does_not_have_finds_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.The<ITable>().CommitAsync("test", [new RowChange.Put(new(Keys.Ending("zebra", sent.EntryId), new Dictionary<string, object> { ["Entry"] = sent.EntryId }))], CancellationToken.None);
        Assert.Empty(await FindAsync(bot, "zebra"));
        Assert.Empty(await bot.The<RegisterSearch>().GuessesAsync("zebra", 4, CancellationToken.None));
    }

    [Fact]
    public async Task What_an_earlier_release_wrote_is_indexed_before_anything_is_served()
    {
        await using var bot = await FilledAsync();
        var (waiting, found) = (await FirstAsync(bot, 500), await FindAsync(bot, "notes"));
        foreach (var prefix in new[] { "iq-", "iw-", "v-" }) await ForgetAsync(bot, prefix);
        Assert.Empty(await FirstAsync(bot, 500));
        await bot.The<LaterIndexes>().MakeAsync(CancellationToken.None);
        Assert.Equal(waiting.Select(line => line.Id), (await FirstAsync(bot, 500)).Select(line => line.Id));
        Assert.Equal(found, await FindAsync(bot, "notes"), (one, other) => one.Id == other.Id);
        await bot.PressesAsync(TestBot.Sam, Stamp.OfCase("REQ-2026-0007", "review-security", 1), "approve", values: new Dictionary<string, string> { ["terms"] = "agreed" });
        Assert.DoesNotContain(await FirstAsync(bot, 500), line => line.Id == "REQ-2026-0007");
    }

    private static Task<IReadOnlyList<CaseLine>> FirstAsync(TestBot bot, int take) => bot.The<CaseQueue>().FirstAsync(bot.Time.GetUtcNow(), TestBot.Sam.Id, take, CancellationToken.None);

    private static async Task<IReadOnlyList<RegisterEntry>> FindAsync(TestBot bot, string text) => (await bot.The<RegisterSearch>().FindAsync(text, 0, 20, 200, CancellationToken.None)).Page;

    private static async Task<TestBot> FilledAsync()
    {
        var bot = await TestBot.StartAsync();
        var people = Enumerable.Range(0, 3).Select(number => new Person(new($"teams:person-{number}"), $"Person {number}")).Append(TestBot.Rita).ToList();
        await new FilledRegister(bot.The<ITable>(), bot.The<ChatSettings>(), bot.The<Policy>(), bot.Context, people).FillAsync(200, Open);
        return bot;
    }

    private static async Task ForgetAsync(TestBot bot, string prefix)
    {
        var rows = await bot.The<ITable>().ReadAsync("test", prefix, Keys.After(prefix), 1000, CancellationToken.None);
        foreach (var batch in rows.Chunk(100)) await bot.The<ITable>().CommitAsync("test", [.. batch.Select(row => new RowChange.Delete(row.Key))], CancellationToken.None);
    }
}
