using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Chat.Tests.Stores;

/// <summary>The indexes behind <c>find</c> and <c>can I use</c>: a name is found by its words, and a row shows nobody else.</summary>
public sealed class RegisterSearchTests
{
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
        Assert.Equal("Nestlé Labs", Assert.Single(await bot.The<NamesIndex>().GuessesAsync(text, 4, CancellationToken.None)).Supplier);
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
        Assert.Empty(await bot.The<NamesIndex>().GuessesAsync("zebra", 4, CancellationToken.None));
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
        Assert.Empty(await bot.The<NamesIndex>().GuessesAsync("Zebra", 4, CancellationToken.None));
    }

    private static async Task<IReadOnlyList<RegisterEntry>> FindAsync(TestBot bot, string text) =>
        (await bot.The<RegisterSearch>().FindAsync(text, 0, 20, 200, CancellationToken.None)).Page;
}
