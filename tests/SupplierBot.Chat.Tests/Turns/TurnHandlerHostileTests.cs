using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>
/// Stamps and texts no card of ours would send, over the real stores: nothing is lost, nothing is half done, and a case never gets stuck.
/// </summary>
public sealed class TurnHandlerHostileTests
{
    [Theory]
    [InlineData("Ac\uFFFEme")]
    [InlineData("\uFFFE")]
    public async Task A_name_without_a_normal_form_is_looked_for_like_any_other(string name)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Rita, "new");
        Assert.IsType<TurnAnswer.Nothing>(await bot.SaysAsync(TestBot.Rita, name));
        var draft = await Draft(bot);
        Assert.IsType<TurnAnswer.Card>(
            await bot.PressesAsync(
                TestBot.Rita,
                CardStamp.OfDraft(draft.Id, "supplier", draft.Revision),
                "answer",
                values: new Dictionary<string, string> { ["name"] = name, ["purpose"] = "Notes." }
            )
        );
    }

    /// <summary>Index keys hold the first 100 bytes of a name: two names that begin alike are still two suppliers.</summary>
    [Fact]
    public async Task A_long_name_that_only_begins_alike_is_not_the_same_supplier()
    {
        await using var bot = await TestBot.StartAsync();
        var begins = string.Concat(Enumerable.Repeat("供应商", 12));
        await bot.SendsAsync(TestBot.Rita, begins + "甲", SampleAnswers.NotesApp(begins + "甲"));
        await bot.SaysAsync(TestBot.Sam, $"can I use {begins}乙");
        Assert.Contains("I can't find that exact name.", Shown(bot), StringComparison.Ordinal);
        await bot.SaysAsync(TestBot.Sam, $"can I use {begins}甲");
        Assert.Contains("Not yet: it's in review", Shown(bot), StringComparison.Ordinal);
        await bot.SaysAsync(TestBot.Sam, $"find {begins}乙");
        Assert.Contains("isn't on the register yet", Shown(bot), StringComparison.Ordinal);
    }

    /// <summary>However often a question is asked and answered, with the longest texts there are, the case can still be decided.</summary>
    [Fact]
    public async Task Questions_without_end_never_make_a_case_undecidable()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        for (var round = 0; round < 60; round++)
        {
            await PressesAsync(bot, TestBot.Sam, "ask", "sent", ("question", $"{round:00}{new string('問', 1_998)}"));
            await PressesAsync(bot, TestBot.Rita, "reply", "", ("answer_text", new string('答', 2_000)));
        }
        var refused = await PressesAsync(bot, TestBot.Sam, "ask", "sent", ("question", new string('問', 2_000)));
        Assert.Contains("can't hold any more text", TestBot.TextOf(refused), StringComparison.Ordinal);
        await PressesAsync(bot, TestBot.Priya, "approve", "", ("terms", "agreed"), ("terms_ref", "MSA v3"));
        Assert.Equal((sent.Id, CaseStatus.Approved), await bot.NewestAsync(TestBot.Rita) is var now ? (now.Id, now.Status) : default);
    }

    /// <summary>Short ones, too: every commit writes a line for each message of the case, and a transaction has 100 at most.</summary>
    [Fact]
    public async Task Short_questions_without_end_neither()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        for (var round = 0; round < 110; round++)
            await PressesAsync(bot, TestBot.Sam, "ask", "sent", ("question", $"Question {round:000}?"));
        await PressesAsync(bot, TestBot.Priya, "approve", "", ("terms", "agreed"), ("terms_ref", "MSA v3"));
        Assert.Equal(CaseStatus.Approved, (await bot.NewestAsync(TestBot.Rita)).Status);
    }

    /// <summary>A press names the message it came from, and where that is looked up, the case it names becomes part of a key.</summary>
    [Theory]
    [InlineData("../../x"), InlineData("REQ-2026-0001#?"), InlineData("\u0000\u202E"), InlineData(" ")]
    public async Task A_case_that_is_none_is_not_found_also_for_the_message_it_was_pressed_on(string name)
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var sent in new[] { name, new string('x', 20_000) })
        {
            var press = bot.Personal(
                TestBot.Sam,
                RequestReader.Pressed("review", "", CardStamp.OfCase(sent, "review-security", 1), new Dictionary<string, string>(), false)
            ) with
            {
                AnswersInPlace = true,
                ReplyToId = "17",
            };
            Assert.Contains("Only", TestBot.TextOf(await bot.GiveAsync(press)), StringComparison.Ordinal);
        }
    }

    /// <summary>An id that was used before does not give a button, or the compose box, an answer that was meant for typed words.</summary>
    [Fact]
    public async Task What_is_asked_in_another_way_under_the_same_id_is_no_redelivery()
    {
        await using var bot = await TestBot.StartAsync();
        Assert.IsType<TurnAnswer.Nothing>(await bot.SaysAsync(TestBot.Rita, "help", "17"));
        Assert.IsType<TurnAnswer.Card>(
            await bot.PressesAsync(TestBot.Rita, CardStamp.None, "say", values: new Dictionary<string, string>(), turnId: "17")
        );
        Assert.IsType<TurnAnswer.Card>(
            await bot.GiveAsync(bot.Personal(TestBot.Rita, RequestReader.Typed("help"), "17") with { AnswersInPlace = true })
        );
        Assert.NotEmpty(
            TestBot.WordsOf(
                await bot.GiveAsync(
                    bot.Personal(TestBot.Rita, new Request.BrowseRegister("acme", 0, 5), "17") with
                    {
                        AnswersInPlace = true,
                    }
                )
            )
        );
    }

    [Fact]
    public async Task A_draft_that_names_a_case_beside_is_still_only_a_draft()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.SaysAsync(TestBot.Rita, "new");
        var draft = await Draft(bot);
        var both = CardStamp.OfDraft(draft.Id, "supplier", draft.Revision) with { Case = sent.Id, Slot = Slot.Receipt };
        var answer = await bot.PressesAsync(TestBot.Rita, both, "answer", values: SampleAnswers.NotesApp("Acme Notes"));
        Assert.Contains("a different use", TestBot.TextOf(answer), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(sent.Version, (await bot.NewestAsync(TestBot.Rita)).Version);
    }

    private static async Task<TurnAnswer> PressesAsync(
        TestBot bot,
        Person who,
        string verb,
        string target,
        params (string Id, string Value)[] values
    )
    {
        var current = await bot.NewestAsync(TestBot.Rita);
        return await bot.PressesAsync(
            who,
            CardStamp.OfCase(current.Id, "review-security", current.ContentVersion),
            verb,
            target,
            values.ToDictionary(pair => pair.Id, pair => pair.Value)
        );
    }

    private static string Shown(TestBot bot) => bot.Channel.Posts.Last().Text;

    private static async Task<Draft> Draft(TestBot bot) =>
        (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))!.Value.Draft;
}
