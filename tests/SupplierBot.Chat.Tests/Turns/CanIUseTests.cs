using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>
/// "Can I use …" in people's own words, against a register that is stored: a yes for the name alone, a question for everything else.
/// </summary>
public sealed class CanIUseTests : IAsyncLifetime
{
    private TestBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await TestBot.StartAsync();
        foreach (var name in new[] { "Chan Ltd", "Hello", "Hello Please", "Supplier Shield" })
        {
            bot.Time.Advance(TimeSpan.FromMinutes(1));
            var sent = await bot.SendsAsync(TestBot.Rita, name, SampleAnswers.NotesApp(name));
            await bot.PressesAsync(
                TestBot.Sam,
                CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
                "approve",
                values: new Dictionary<string, string> { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" }
            );
        }
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData("can I use Chan Ltd please?", "Chan Ltd")]
    [InlineData("can I use Chan Ltd? Thanks", "Chan Ltd")]
    [InlineData("hi, can I please use *Chan Ltd*", "Chan Ltd")]
    [InlineData("can I use Hello Please", "Hello Please")]
    [InlineData("can I use Hello, please", "Hello")]
    [InlineData("can I use Hello Please please", "Hello Please")]
    public async Task A_name_is_answered(string text, string supplier)
    {
        var answer = await AnswerAsync(text);
        Assert.True(answer.Contains($"Yes, you can use {supplier}", StringComparison.Ordinal), answer);
    }

    [Theory]
    [InlineData("can I use Chan Ltd for my team?")]
    [InlineData("can I use Chan Ltd to summarise meetings?")]
    [InlineData("can we use the Chan Ltd app?")]
    [InlineData("can I use Chan Ltd (free plan)")]
    [InlineData("can I use Chan for my team?")]
    [InlineData("can I use Chan Ltd Pro")]
    [InlineData("can I use Chan Ltd? I need it for the calls of our sales team, which are many.")]
    public async Task A_sentence_is_asked_about(string text)
    {
        var answer = await AnswerAsync(text);
        Assert.Contains("Did you mean Chan Ltd?", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Yes, ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("on the register", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("can I use Zebra to count our stripes?", "I can't find “Zebra to count our stripes”.")]
    [InlineData("can I use Zebra please?", "Zebra isn't on the register yet.")]
    public async Task Only_of_a_name_it_is_said_that_it_is_not_there(string text, string words) =>
        Assert.Contains(words, await AnswerAsync(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("new supplier shield", "Supplier Shield")]
    [InlineData("new Hello Please", "Hello Please")]
    public async Task Of_two_readings_the_one_on_the_register_wins(string text, string name)
    {
        var answer = await bot.GiveAsync(bot.Personal(TestBot.Priya, RequestReader.Typed(text)) with { AnswersInPlace = true });
        Assert.Contains($"{name} is already on the register", TestBot.TextOf(answer), StringComparison.OrdinalIgnoreCase);
        Assert.Null(await bot.The<DraftStore>().FindAsync(TestBot.Priya.Id, CancellationToken.None));
    }

    [Fact]
    public async Task What_a_page_asks_for_is_loaded_and_read_as_the_same()
    {
        await bot.SaysAsync(TestBot.Priya, "new");
        await bot.SaysAsync(TestBot.Priya, "“Supplier Shield”");
        Assert.Contains(
            "Supplier Shield",
            TestBot.TextOf(await bot.GiveAsync(bot.Personal(TestBot.Priya, RequestReader.Typed("help")) with { AnswersInPlace = true })),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Supplier Shield",
            (await bot.The<DraftStore>().FindAsync(TestBot.Priya.Id, CancellationToken.None))!.Value.Draft.Answers.One("name")
        );
    }

    private async Task<string> AnswerAsync(string text) =>
        TestBot.TextOf(await bot.GiveAsync(bot.Personal(TestBot.Carla, RequestReader.Typed(text)) with { AnswersInPlace = true }));
}
