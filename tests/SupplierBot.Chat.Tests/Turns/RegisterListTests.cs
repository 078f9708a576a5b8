using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>Lists of the register in plain words, with counts, pages and a button for each row.</summary>
public sealed class RegisterListTests : IAsyncLifetime
{
    private TestBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await TestBot.StartAsync();
        for (var number = 12; number >= 1; number--)
        {
            bot.Time.Advance(TimeSpan.FromMinutes(1));
            await bot.SendsAsync(TestBot.Rita, $"Acme {number:D2}", SampleAnswers.NotesApp($"Acme {number:D2}"));
        }
        await bot.SendsAsync(TestBot.Priya, "Zebra", SampleAnswers.LargeApp("Zebra"));
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task The_whole_register_is_listed_by_name_page_after_page()
    {
        var first = await SaidAsync(TestBot.Rita, "register");
        Assert.Contains("13 suppliers.", first, StringComparison.Ordinal);
        Assert.True(first.IndexOf("Acme 01", StringComparison.Ordinal) < first.IndexOf("Acme 02", StringComparison.Ordinal));
        Assert.DoesNotContain("Zebra", first, StringComparison.Ordinal);
        var next = await bot.PressesAsync(TestBot.Rita, CardStamp.None, "next_page", "10 register");
        Assert.Contains("Zebra", TestBot.TextOf(next), StringComparison.Ordinal);
        Assert.DoesNotContain("Acme 01", TestBot.TextOf(next), StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_many_of_which_risk_is_for_those_who_read_every_request()
    {
        Assert.DoesNotContain("13 in review", await SaidAsync(TestBot.Rita, "register"), StringComparison.Ordinal);
        Assert.Contains("13 in review", await SaidAsync(TestBot.Sam, "register"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("register owner Priya", "Zebra", "Acme")]
    [InlineData("register high", "Zebra", "Acme")]
    [InlineData("register owner Rita", "Acme 01", "Zebra")]
    public async Task A_filter_leaves_out_what_it_does_not_hold_for(string typed, string listed, string left)
    {
        var text = await SaidAsync(TestBot.Sam, typed);
        Assert.Contains(listed, text, StringComparison.Ordinal);
        Assert.DoesNotContain(left, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("register suspended")]
    [InlineData("register with Anthropic")]
    public async Task Nothing_is_a_list_too_and_leads_on(string typed)
    {
        var text = await SaidAsync(TestBot.Sam, typed);
        Assert.Contains("No supplier matches.", text, StringComparison.Ordinal);
        Assert.Contains("Whole register", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stands_behind_a_supplier_is_read_from_its_request()
    {
        var answers = SampleAnswers.NotesApp("Scribe").ToDictionary();
        answers["others"] = "listed";
        answers["others_text"] = "Claude by Anthropic; hosted by AWS";
        await bot.SendsAsync(TestBot.Rita, "Scribe", answers);
        var text = await SaidAsync(TestBot.Rita, "register with anthropic");
        Assert.Contains("Scribe", text, StringComparison.Ordinal);
        Assert.Contains("1 supplier.", text, StringComparison.Ordinal);
    }

    private async Task<string> SaidAsync(Onboarding.Roles.Person person, string text)
    {
        await bot.SaysAsync(person, text);
        return bot.Channel.In($"a:{person.Id.Value}").Last().Text;
    }
}
