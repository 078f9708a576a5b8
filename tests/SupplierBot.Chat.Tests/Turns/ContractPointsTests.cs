using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>Contract points from the chat to the rows: filled in, changed, decided by Legal, and waiting where people look.</summary>
public sealed class ContractPointsTests
{
    [Fact]
    public async Task A_change_waits_for_legal_in_pending_and_the_digest_until_it_is_decided()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Carla, "roles add legal Priya Security");
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await SendsAsync(
            bot,
            TestBot.Sam,
            sent,
            Verbs.Clause,
            "CONF",
            ("clause_state", "changed"),
            ("clause_words", "They keep it two years.")
        );
        foreach (var text in new[] { "pending", "digest" })
            Assert.Contains("1 changed contract point to decide", await SayAsync(bot, TestBot.Priya, text), StringComparison.Ordinal);
        Assert.DoesNotContain("point to decide", await SayAsync(bot, TestBot.Sam, "digest"), StringComparison.Ordinal);
        await SendsAsync(bot, TestBot.Priya, sent, Verbs.AcceptClause, "CONF", ("accept_reason", "Two years will do for notes."));
        Assert.Equal(TestBot.Priya.Id, (await ItemAsync(bot, sent, "CONF")).AcceptedBy?.Id);
        foreach (var text in new[] { "pending", "digest" })
            Assert.DoesNotContain("point to decide", await SayAsync(bot, TestBot.Priya, text), StringComparison.Ordinal);
        await VerifyAsync(bot);
    }

    [Fact]
    public async Task What_the_requester_fills_in_after_the_yes_waits_for_a_reviewer_and_opens_use()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.PressesAsync(
            TestBot.Sam,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            Verbs.Approve,
            values: new Dictionary<string, string> { ["terms"] = "open" }
        );
        Assert.Contains(
            "contract points settled",
            await SayAsync(bot, TestBot.Rita, "contract points Acme Notes"),
            StringComparison.Ordinal
        );
        var all = string.Join(',', (await CaseAsync(bot, sent)).Clauses!.Select(item => item.Clause));
        (string, string)[] terms = [("cover_which", all), ("clause_state", "covered"), ("clause_document", "Terms v7")];
        await SendsAsync(bot, TestBot.Rita, sent, Verbs.Cover, "", terms);
        Assert.NotEmpty(UseGate.Gaps(await CaseAsync(bot, sent)));
        Assert.Contains("contract points to confirm", await SayAsync(bot, TestBot.Priya, "pending"), StringComparison.Ordinal);
        await SendsAsync(bot, TestBot.Priya, sent, Verbs.Cover, "", terms);
        Assert.Empty(UseGate.Gaps(await CaseAsync(bot, sent)));
        Assert.DoesNotContain("to confirm", await SayAsync(bot, TestBot.Priya, "pending"), StringComparison.Ordinal);
        await bot.DeliverAsync();
        await VerifyAsync(bot);
    }

    /// <summary>Two presses of forms that were opened at the same moment: the second sees what the first did.</summary>
    [Fact]
    public async Task Two_people_on_one_point_at_the_same_moment_lose_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var (sams, priyas) = (
            await FormAsync(bot, TestBot.Sam, sent, Verbs.Clause, "CONF"),
            await FormAsync(bot, TestBot.Priya, sent, Verbs.Clause, "CONF")
        );
        var answers = await Task.WhenAll(
            PressAsync(bot, TestBot.Sam, sams, Verbs.Clause, ("clause_state", "agreed"), ("clause_document", "MSA v3")),
            PressAsync(bot, TestBot.Priya, priyas, Verbs.Clause, ("clause_state", "covered"), ("clause_document", "Terms v7"))
        );
        var kept = await ItemAsync(bot, sent, "CONF");
        Assert.Contains(kept.Document, new[] { "MSA v3", "Terms v7" });
        Assert.Empty(kept.Before);
        Assert.Single(
            answers,
            answer => TestBot.TextOf(answer).Contains("changed this contract point while you filled in", StringComparison.Ordinal)
        );
        await VerifyAsync(bot);
    }

    private static async Task<View.Form> FormAsync(TestBot bot, Person person, Case sent, string verb, string target)
    {
        var current = await CaseAsync(bot, sent);
        var slot = person.Id == sent.Requester.Id ? Slot.Receipt : "review-security";
        var answer = await bot.PressesAsync(person, CardStamp.OfCase(sent.Id, slot, current.ContentVersion), verb, target);
        return Assert.IsType<View.Form>(Assert.IsType<TurnAnswer.Card>(answer).View);
    }

    /// <summary>The main button of the form, or its twin that does not go on.</summary>
    private static Task<TurnAnswer> PressAsync(
        TestBot bot,
        Person person,
        View.Form form,
        string verb,
        params (string Id, string Value)[] values
    ) =>
        bot.PressesAsync(
            person,
            form.Stamp,
            verb,
            form.Buttons.First(button => button.Verb == verb && !button.Target.EndsWith(":next", StringComparison.Ordinal)).Target,
            values.ToDictionary(value => value.Id, value => value.Value)
        );

    private static async Task SendsAsync(
        TestBot bot,
        Person person,
        Case sent,
        string verb,
        string target,
        params (string Id, string Value)[] values
    ) => await PressAsync(bot, person, await FormAsync(bot, person, sent, verb, target), verb, values);

    private static async Task<string> SayAsync(TestBot bot, Person person, string text)
    {
        await bot.SaysAsync(person, text);
        return bot.Channel.In($"a:{person.Id}").Last().Text;
    }

    private static async Task<Case> CaseAsync(TestBot bot, Case sent) =>
        (await bot.The<CaseStore>().FindAsync(sent.Id, CancellationToken.None))!.Value;

    private static async Task<ClauseItem> ItemAsync(TestBot bot, Case sent, string id) =>
        (await CaseAsync(bot, sent)).Clauses!.Single(item => item.Clause == id);

    private static async Task VerifyAsync(TestBot bot) =>
        Assert.Equal(
            0,
            (await new ChainAudit(bot.The<ITable>(), bot.The<ChatSettings>()).RunAsync(_ => { }, CancellationToken.None)).Findings
        );
}
