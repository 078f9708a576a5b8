using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Names;

/// <summary>
/// People ask for products, sites and former names: a yes for the entry's own names alone, and otherwise who makes it, what of theirs is on
/// the register, and what may be used instead.
/// </summary>
public sealed class ProductAnswersTests : IAsyncLifetime
{
    private TestBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await TestBot.StartAsync();
        await NamedRegister.WriteAsync(
            bot,
            NamedRegister.Line(1, "OpenAI", "ChatGPT Enterprise, annual plan", "openai.com"),
            NamedRegister.Line(2, "OpenAI", "API", "openai.com"),
            NamedRegister.Line(3, "Acme Notes", "Notes, Business plan", "acme.com") with
            {
                Purpose = "Transcription of our calls.",
                Restrictions = ["Only with the company's account."],
            },
            NamedRegister.Line(4, "Rival Notes", "", "rival.example", EntryStatus.Suspended) with
            {
                Purpose = "Transcription of calls.",
            },
            NamedRegister.Line(5, "Google", "Gemini for Google Workspace", "workspace.google.com"),
            NamedRegister.Line(6, "Nova Hosting", "", "nova.example") with
            {
                Purpose = "Hosting of our website.",
                Type = "COMPUTE",
                Types = ["COMPUTE"],
            },
            NamedRegister.Line(7, "Twin", "Shared Name", "twin.example"),
            NamedRegister.Line(8, "Other Twin", "Shared Name", "othertwin.example")
        );
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    /// <summary>Each was answered with "isn't on the register" before there was an index of names.</summary>
    [Theory]
    [InlineData("can I use ChatGPT", "ChatGPT is made by OpenAI.", "ChatGPT Enterprise")]
    [InlineData("can I use chat gpt please?", "ChatGPT is made by OpenAI.", "ChatGPT Enterprise")]
    [InlineData("Is ChatGPT approved?", "ChatGPT is made by OpenAI.", "ChatGPT Enterprise")]
    [InlineData("can I use chatgpt.com", "chatgpt.com is ChatGPT, made by OpenAI.", "OpenAI")]
    [InlineData("can I use Sora", "Sora is made by OpenAI.", "OpenAI")]
    [InlineData("can I use Bard", "Bard is Gemini, made by Google.", "Google")]
    [InlineData("can I use Acme Notes GmbH", "Did you mean Acme Notes?", "Acme Notes")]
    [InlineData("can I use Acme Nots", "Did you mean Acme Notes?", "Acme Notes")]
    [InlineData("can I use notes.acme.com", "Did you mean Acme Notes?", "Acme Notes")]
    [InlineData("can I use Chat GPT Enterprse", "Did you mean ChatGPT Enterprise (OpenAI)?", "ChatGPT Enterprise")]
    [InlineData("can I use Shared Name", "Did you mean Shared Name (Twin), Shared Name (Other Twin)?", "Shared Name")]
    public async Task What_is_not_an_entrys_name_is_a_question(string typed, string words, string offered)
    {
        var notice = Assert.IsType<View.Notice>(await AnswerAsync(typed));
        var said = string.Join('\n', notice.Lines.Select(line => line.Text));
        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.DoesNotContain("Yes", said, StringComparison.Ordinal);
        Assert.DoesNotContain("isn't on the register", said, StringComparison.Ordinal);
        Assert.Contains(notice.Buttons, button => button.Says!.Contains(offered, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("can I use acme.com", "Acme Notes")]
    [InlineData("is https://www.acme.com/pricing ok to use?", "Acme Notes")]
    [InlineData("can we use chatgpt enterprise?", "OpenAI")]
    [InlineData("are we allowed to use OpenAI ChatGPT Enterprise", "OpenAI")]
    [InlineData("OpenAI API", "OpenAI")]
    [InlineData("status ChatGPT Enterprise", "OpenAI")]
    public async Task A_name_of_the_entry_is_answered(string typed, string supplier) =>
        Assert.Equal(supplier, Assert.IsType<View.Entry>(await AnswerAsync(typed)).Title);

    [Fact]
    public async Task A_product_answers_with_its_own_entry_alone()
    {
        var card = Assert.IsType<View.Entry>(await AnswerAsync("can I use ChatGPT Enterprise"));
        Assert.Contains(card.Words(), line => line.Label == "ChatGPT Enterprise, annual plan");
        Assert.DoesNotContain(card.Words(), line => line.Label == "API");
        Assert.Contains(card.Words(), line => (line.Label, line.Text) == ("Plan", "Annual plan"));
    }

    [Fact]
    public async Task Who_may_use_it_reads_all_that_goes_with_it()
    {
        var card = Assert.IsType<View.Entry>(await AnswerAsync("can I use Acme Notes"));
        var answer = Assert.Single(card.Answers);
        Assert.Equal("Yes, you can use Acme Notes.", answer.Verdict.Lead);
        Assert.Equal(["Approved use", "Plan", "Allowed data", "Not for", "Rules of use"], answer.Facts.Select(fact => fact.Label));
        Assert.Contains("Owner: Olga Owner", answer.Small, StringComparison.Ordinal);
        Assert.Contains(card.Buttons, button => button.Says == "passport SUP-0003");
    }

    [Fact]
    public async Task What_may_not_be_used_names_what_may()
    {
        var card = Assert.IsType<View.Entry>(await AnswerAsync("can I use Rival Notes"));
        Assert.Equal(("Approved alternatives", "Acme Notes · Notes, Business plan"), (card.Lines[^1].Label, card.Lines[^1].Text));
        Assert.Equal("can I use Acme Notes", card.Buttons[0].Says);
        Assert.DoesNotContain(card.Buttons, button => button.Says?.StartsWith("passport", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("can I use Otter")]
    [InlineData("can I use Fireflies please")]
    public async Task A_product_that_is_not_there_names_what_may_be_used_for_the_same(string typed)
    {
        var notice = Assert.IsType<View.Notice>(await AnswerAsync(typed));
        Assert.Contains(
            notice.Lines,
            line => line.Text.EndsWith("isn't on the register yet. To use it, send a request:", StringComparison.Ordinal)
        );
        Assert.Contains(notice.Lines, line => line.Text == "Approved for similar work: Acme Notes · Notes, Business plan.");
    }

    [Fact]
    public async Task A_name_of_several_products_is_asked_about()
    {
        var notice = Assert.IsType<View.Notice>(await AnswerAsync("can I use Copilot?"));
        Assert.StartsWith("Several products go by Copilot: ", notice.Lines[0].Text, StringComparison.Ordinal);
        Assert.Contains(notice.Buttons, button => button.Says == "can I use GitHub Copilot");
    }

    [Theory]
    [InlineData("what can I use for transcription?", "Acme Notes · Notes, Business plan")]
    [InlineData("which tools can we use for transcribing calls", "Acme Notes · Notes, Business plan")]
    [InlineData("what can I use for hosting", "Nova Hosting")]
    [InlineData("alternatives to Rival Notes", "Acme Notes · Notes, Business plan")]
    public async Task A_purpose_is_answered_from_what_may_be_used(string typed, string names)
    {
        var notice = Assert.IsType<View.Notice>(await AnswerAsync(typed));
        Assert.Contains(names, notice.Lines[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rival", notice.Lines[0].Text.Replace("to Rival", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_what_nobody_may_use_no_purpose_knows() =>
        Assert.Contains(
            "I can't find a supplier in use for painting",
            Assert.IsType<View.Notice>(await AnswerAsync("what can I use for painting?")).Lines[0].Text,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task New_find_and_the_compose_box_know_products_too()
    {
        Assert.Contains("is already on the register", (await AnswerAsync("new ChatGPT Enterprise")).Plain, StringComparison.Ordinal);
        Assert.Contains("OpenAI", TestBot.TextOf(await SaysAsync(RequestReader.Typed("find chatgpt"))), StringComparison.Ordinal);
        var hits = Assert.IsType<TurnAnswer.Found>(await SaysAsync(new Request.BrowseRegister("chatgpt", 0, 10)));
        Assert.Equal(["OpenAI · ChatGPT Enterprise, annual plan"], hits.Cards.Select(hit => hit.Title));
    }

    private async Task<View> AnswerAsync(string text) => Assert.IsType<TurnAnswer.Card>(await SaysAsync(RequestReader.Typed(text))).View;

    private Task<TurnAnswer> SaysAsync(Request request) =>
        bot.GiveAsync(bot.Personal(TestBot.Carla, request) with { AnswersInPlace = true });
}
