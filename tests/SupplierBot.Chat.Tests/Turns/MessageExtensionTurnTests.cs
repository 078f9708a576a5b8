using System.Text.Json.Nodes;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>Searches from the compose box and requests from a message, out of conversations the bot is not in.</summary>
public sealed class MessageExtensionTurnTests
{
    private const string Foreign = "19:rita_bob@unq.gbl.spaces";
    private static readonly Person Olga = new(new("teams:olga"), "Olga Other");

    /// <summary>As Teams names a chat of two people: personal, like the chat with the bot.</summary>
    private static Turn Elsewhere(TestBot bot, Person person, Request input, bool member = true) =>
        bot.Personal(person, input) is var turn
            ? turn with
            {
                Actor = new(person, member),
                AnswersInPlace = true,
                HasDialogs = true,
                InDialog = input is not Request.BrowseRegister,
                ReplyToId = "1700",
                Conversation = turn.Conversation with { ConversationId = Foreign },
            }
            : turn;

    private static async Task<IReadOnlyList<FoundCard>> FindsAsync(TestBot bot, string text, int skip = 0, int take = 10) =>
        Assert.IsType<TurnAnswer.Found>(await bot.GiveAsync(Elsewhere(bot, Olga, new Request.BrowseRegister(text, skip, take)))).Cards;

    private static async Task<string> HearsAsync(TestBot bot, Request input, Person? person = null, bool member = true) =>
        TestBot.WordsOf(await bot.GiveAsync(Elsewhere(bot, person ?? TestBot.Rita, input, member)));

    private static async Task<Draft?> DraftAsync(TestBot bot, Person person) =>
        (await bot.The<DraftStore>().FindAsync(person.Id, CancellationToken.None))?.Value.Draft;

    /// <summary>What is asked from outside the person's own chat, with a word for each.</summary>
    private static Request Asked(string what) =>
        what switch
        {
            "search" => new Request.BrowseRegister("acme", 0, 10),
            "message" => new Request.StartFromMessage("Try Acme"),
            _ => new Request.StartElsewhere("Acme", "Notes of our sales calls."),
        };

    [Theory]
    [InlineData(""), InlineData("acme"), InlineData("Notes"), InlineData("  ACME n")]
    public async Task Anybody_finds_the_line_of_the_register_and_nothing_beside_it(string text)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var hit = Assert.Single(await FindsAsync(bot, text));
        Assert.StartsWith("Acme Notes", hit.Title, StringComparison.Ordinal);
        Assert.StartsWith("Not yet: it's in review", hit.Text, StringComparison.Ordinal);
        var card = ShippedCards.TextOnTeams(hit.Card);
        Assert.Contains("Not yet: it's in review", card, StringComparison.Ordinal);
        Assert.All(
            ["sales calls", "Medium", "REQ-", "SUP-", "Action."],
            inside => Assert.DoesNotContain(inside, card + hit.Title + hit.Text, StringComparison.Ordinal)
        );
        Assert.Empty(TeamsCardLint.Faults(ShippedCards.OnTeams(hit.Card)));
    }

    [Fact]
    public async Task Pages_show_every_line_once_in_the_order_of_names()
    {
        await using var bot = await TestBot.StartAsync();
        for (var number = 12; number > 0; number--)
            await bot.SendsAsync(TestBot.Rita, $"Acme {number:D2}", SampleAnswers.NotesApp($"Acme {number:D2}"));
        var names = new List<string>();
        for (var skip = 0; await FindsAsync(bot, "acme", skip, 5) is { Count: > 0 } page; skip += 5)
            names.AddRange(page.Select(hit => hit.Title.Split(" ·")[0]));
        Assert.Equal(Enumerable.Range(1, 12).Select(number => $"Acme {number:D2}"), names);
        Assert.Equal(names.Take(5), (await FindsAsync(bot, "", 0, 5)).Select(hit => hit.Title.Split(" ·")[0]));
        Assert.Empty(await FindsAsync(bot, "acme", int.MaxValue));
        Assert.Empty(await FindsAsync(bot, "nobody", 5));
    }

    [Fact]
    public async Task A_search_under_the_id_of_another_turn_is_a_search()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.SaysAsync(Olga, "new Otter", "same");
        var answer = await bot.GiveAsync(Elsewhere(bot, Olga, new Request.BrowseRegister("Acme", 0, 10)) with { Id = "same" });
        Assert.Single(Assert.IsType<TurnAnswer.Found>(answer).Cards);
    }

    [Theory]
    [
        InlineData("", 0, "The register is empty."),
        InlineData("Otter", 0, "“Otter” isn't on the register yet"),
        InlineData("!!!", 0, "“!!!” isn't on the register yet"),
        InlineData("", 201, "up to 200 characters")
    ]
    public async Task Where_there_is_nothing_to_show_there_are_words(string typed, int letters, string words)
    {
        await using var bot = await TestBot.StartAsync();
        Assert.Contains(
            words,
            await HearsAsync(bot, new Request.BrowseRegister(typed + new string('x', letters), 0, 10)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("search"), InlineData("message"), InlineData("request")]
    public async Task Guests_and_other_organisations_get_one_sentence_and_leave_nothing(string what)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        Assert.Equal("Only people at Example Ltd can do this.", await HearsAsync(bot, Asked(what), Olga, member: false));
        Assert.Null(await DraftAsync(bot, Olga));
    }

    [Theory]
    [InlineData("search"), InlineData("message"), InlineData("request")]
    public async Task A_conversation_the_bot_is_not_in_is_never_taken_for_the_persons_own(string what)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.GiveAsync(Elsewhere(bot, TestBot.Rita, Asked(what)));
        await bot.GiveAsync(Elsewhere(bot, Olga, Asked(what)));
        var conversations = bot.The<ConversationStore>();
        Assert.Equal(
            "a:teams:rita",
            (await conversations.FindAsync(Keys.Person(TestBot.Rita.Id), CancellationToken.None))!.Reference.ConversationId
        );
        Assert.Null(await conversations.FindAsync(Keys.Person(Olga.Id), CancellationToken.None));
        Assert.Empty(bot.Channel.In(Foreign));
    }

    [Fact]
    public async Task A_message_opens_a_form_with_its_words_in_it_and_changes_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var hostile = "Use [Acme](http://evil) <at>Sam</at> *now*\u202E" + new string('x', 5000);
        var card = Assert
            .IsType<TurnAnswer.Card>(await bot.GiveAsync(Elsewhere(bot, TestBot.Rita, new Request.StartFromMessage(hostile))))
            .View;
        Assert.Empty(TeamsCardLint.Faults(ShippedCards.OnTeams(card)));
        var inputs = ShippedCards.TreeOnTeams(card)["body"]!
            .AsArray()
            .SelectMany(element => element!["items"]?.AsArray() ?? [])
            .Where(input => input!["id"] is not null)
            .ToDictionary(input => (string)input!["id"]!, input => (string?)input!["value"] ?? "");
        Assert.Equal(["name", "purpose"], inputs.Keys);
        Assert.StartsWith("Use [Acme](http://evil) <at>Sam</at> *now*x", inputs["purpose"], StringComparison.Ordinal);
        Assert.Equal((600, '…', ""), (inputs["purpose"].Length, inputs["purpose"][^1], inputs["name"]));
        Assert.Null(await DraftAsync(bot, TestBot.Rita));
        Assert.Contains("I copied this from the message", ShippedCards.TextOnTeams(card), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "I copied this from the message",
            TestBot.TextOf(await bot.GiveAsync(Elsewhere(bot, TestBot.Rita, new Request.StartFromMessage(" ")))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_was_asked_is_filled_in_and_goes_on_in_the_persons_own_chat()
    {
        await using var bot = await TestBot.StartAsync();
        var request = Elsewhere(bot, TestBot.Rita, new Request.StartElsewhere(" Acme Notes ", "Notes of our sales calls."));
        var before = bot.Channel.In("a:teams:rita").Count();
        var answers = await Task.WhenAll(bot.GiveAsync(request), bot.GiveAsync(request), bot.GiveAsync(request with { Id = "another" }));
        Assert.All(
            answers,
            answer => Assert.StartsWith("Draft started for “Acme Notes”.", TestBot.WordsOf(answer), StringComparison.Ordinal)
        );
        await bot.GiveAsync(request);
        var draft = (await DraftAsync(bot, TestBot.Rita))!;
        Assert.Equal(("Acme Notes", "Notes of our sales calls."), (draft.Answers.One("name"), draft.Answers.One("purpose")));
        Assert.Equal(before + 1, bot.Channel.In("a:teams:rita").Count());
        Assert.Contains("What will they provide?", bot.Channel.In("a:teams:rita").Last().Text, StringComparison.Ordinal);
        // The card in the chat is the draft's own: pressed there it goes on.
        Assert.Contains(
            "Data and access",
            TestBot.TextOf(
                await bot.PressesAsync(
                    TestBot.Rita,
                    CardStamp.OfDraft(draft.Id, "what", draft.Revision),
                    "answer",
                    values: SampleAnswers.NotesApp("Acme Notes")
                )
            ),
            StringComparison.Ordinal
        );
    }

    [
        Theory,
        InlineData("", "Notes of our sales calls.", "Enter the supplier's name."),
        InlineData("Acme", " \u200B ", "Tell us in a sentence"),
        InlineData("Acme", 2001, "2,001 characters; the limit is 2,000")
    ]
    public async Task What_is_missing_is_asked_for_again_with_everything_typed(string name, object typed, string problem)
    {
        await using var bot = await TestBot.StartAsync();
        var purpose = typed as string ?? new string('x', (int)typed);
        var again = TestBot.TextOf(await bot.GiveAsync(Elsewhere(bot, TestBot.Rita, new Request.StartElsewhere(name, purpose))));
        Assert.Contains(problem, again, StringComparison.Ordinal);
        if (name.Length > 0)
            Assert.Contains($"\"value\":\"{name}\"", again, StringComparison.Ordinal);
        if (purpose.Trim('\u200B', ' ').Length > 0)
            Assert.Contains($"\"value\":\"{purpose[..Math.Min(purpose.Length, 2_000)]}\"", again, StringComparison.Ordinal);
        Assert.Null(await DraftAsync(bot, TestBot.Rita));
    }

    [Fact]
    public async Task An_unfinished_request_is_kept_beside_the_new_one()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Rita, "new Otter");
        await HearsAsync(bot, new Request.StartElsewhere("Acme", "Notes of our sales calls."));
        Assert.Equal("Acme", (await DraftAsync(bot, TestBot.Rita))!.Answers.One("name"));
        var others = await bot.The<OtherDrafts>().OfAsync(TestBot.Rita.Id, CancellationToken.None);
        Assert.Equal("Otter", Assert.Single(others).Answers.One("name"));
    }

    [Fact]
    public async Task An_empty_draft_is_filled()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Rita, "new");
        var empty = await DraftAsync(bot, TestBot.Rita);
        await HearsAsync(bot, new Request.StartElsewhere("Acme", "Notes of our sales calls."));
        var filled = await DraftAsync(bot, TestBot.Rita);
        Assert.Equal((empty!.Id, "Acme"), (filled!.Id, filled.Answers.One("name")));
    }

    [Fact]
    public async Task A_person_without_a_chat_with_the_bot_reads_how_to_open_it_and_finds_the_draft_there()
    {
        await using var bot = await TestBot.StartAsync();
        Assert.Contains(
            "direct chat",
            await HearsAsync(bot, new Request.StartElsewhere("Acme", "Notes of our sales calls."), Olga),
            StringComparison.Ordinal
        );
        Assert.Empty(bot.Channel.In("a:teams:olga"));
        await bot.SaysAsync(Olga, "new");
        Assert.Contains("You have a draft request for Acme", bot.Channel.In("a:teams:olga").Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_does_not_answer_holds_nobody_up()
    {
        await using var bot = await TestBot.StartAsync();
        var held = bot.Channel.Hold("a:teams:rita");
        var answering = bot.GiveAsync(Elsewhere(bot, TestBot.Rita, new Request.StartElsewhere("Acme", "Notes of our sales calls.")));
        for (var rounds = 0; !answering.IsCompleted && rounds < 1_000; rounds++)
        {
            bot.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
        Assert.StartsWith("Draft started", TestBot.WordsOf(await answering), StringComparison.Ordinal);
        held.SetResult();
    }
}
