using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Stores;

/// <summary>
/// What was decided about a supplier before is known when it is asked for again: to who decides with everything, to who asks with what the
/// register tells everybody.
/// </summary>
public sealed class EarlierCaseStoreTests
{
    private const string Reason = "They sold our data to a broker.";

    [Theory]
    [InlineData("Broker Co", "", "")]
    [InlineData("BROKER  co", "", "")]
    [InlineData("Broker Co, Inc.", "", "This one looks like “Broker Co” (SUP-0001), but isn't the same name.")]
    [InlineData("Br\u043Eker Co", "", "This one has Cyrillic letters that look like Latin ones.")]
    [InlineData("Br0ker Co", "", "This one has digits in place of letters.")]
    [InlineData("Something Else", "https://www.broker.example/new", "Its website is the same.")]
    public async Task A_rejection_is_read_by_the_next_reviewer(string name, string website, string why)
    {
        await using var bot = await TestBot.StartAsync();
        await RejectedAsync(bot, "Broker Co");
        var again = await SendsAsync(bot, TestBot.Rita, name, website);
        var card = await ReviewAsync(bot, TestBot.Priya, again);
        Assert.Contains("Not approved before", card, StringComparison.Ordinal);
        Assert.Contains("REQ-2026-0001 · Broker Co", card, StringComparison.Ordinal);
        Assert.Contains(
            "Rita Requester requested it on Tue 17 Nov. Sam Security didn't approve it on Tue 17 Nov.",
            card,
            StringComparison.Ordinal
        );
        Assert.Contains(Reason, card, StringComparison.Ordinal);
        Assert.Contains(why, card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_requester_reads_of_it_before_sending_and_reads_no_reason()
    {
        await using var bot = await TestBot.StartAsync();
        await RejectedAsync(bot, "Broker Co");
        var stamp = await bot.AnswersAsync(TestBot.Priya, "Broker Co.", Answers("Broker Co.", ""));
        var summary = TestBot.TextOf(await bot.PressesAsync(TestBot.Priya, stamp, "open"));
        Assert.Contains("Broker Co (SUP-0001) was requested before and not approved (Tue 17 Nov).", summary, StringComparison.Ordinal);
        Assert.DoesNotContain(Reason, summary, StringComparison.Ordinal);
        Assert.DoesNotContain("Rita", summary, StringComparison.Ordinal);
        await bot.PressesAsync(TestBot.Priya, stamp, "submit");
        Assert.Equal(CaseStatus.InReview, (await bot.NewestAsync(TestBot.Priya)).Status);
        Assert.DoesNotContain(Reason, TestBot.TextOf(await ReceiptAsync(bot)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_withdrawn_often_does_not_hide_what_was_refused()
    {
        await using var bot = await TestBot.StartAsync();
        await RejectedAsync(bot, "Broker Co");
        for (var times = 0; times < 7; times++)
        {
            var sent = await SendsAsync(bot, TestBot.Rita, "Broker Co");
            await bot.PressesAsync(TestBot.Rita, CardStamp.OfCase(sent.Id, Slot.Receipt, sent.ContentVersion), "withdraw", "yes");
        }
        var card = await ReviewAsync(bot, TestBot.Priya, await SendsAsync(bot, TestBot.Rita, "Broker Co"));
        Assert.Contains(Reason, card, StringComparison.Ordinal);
        Assert.Contains("REQ-2026-0008 · Broker Co", card, StringComparison.Ordinal);
        Assert.DoesNotContain("REQ-2026-0002 · Broker Co", card, StringComparison.Ordinal);
        Assert.Contains("3 more earlier requests like this one.", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approvals_revocations_and_what_is_still_checked_are_told_each_in_its_words()
    {
        await using var bot = await TestBot.StartAsync();
        var approved = await SendsAsync(bot, TestBot.Rita, "Broker Co");
        await PressAsync(bot, TestBot.Sam, approved, "approve", new() { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" });
        var revoked = await SendsAsync(bot, TestBot.Rita, "Broker Co", service: "Archive");
        await PressAsync(bot, TestBot.Sam, revoked, "approve", new() { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" });
        await PressAsync(bot, TestBot.Sam, revoked, "revoke", new() { ["comment"] = "Their breach of last week." });
        await SendsAsync(bot, TestBot.Rita, "Broker Co", service: "Search");
        var card = await ReviewAsync(bot, TestBot.Priya, await SendsAsync(bot, TestBot.Rita, "Broker Co", service: "Notes"));
        Assert.Contains("Sam Security revoked the approval on Tue 17 Nov. “Their breach of last week.”", card, StringComparison.Ordinal);
        Assert.Contains("Sam Security approved it on Tue 17 Nov.", card, StringComparison.Ordinal);
        Assert.Contains("Still in review. Decision due", card, StringComparison.Ordinal);
        Assert.True(card.IndexOf("REQ-2026-0002", StringComparison.Ordinal) < card.IndexOf("REQ-2026-0003", StringComparison.Ordinal));
        Assert.True(card.IndexOf("REQ-2026-0003", StringComparison.Ordinal) < card.IndexOf("REQ-2026-0001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_reads_no_cases_reads_none_of_them()
    {
        await using var bot = await TestBot.StartAsync();
        await RejectedAsync(bot, "Broker Co");
        var again = await SendsAsync(bot, TestBot.Rita, "Broker Co");
        Assert.DoesNotContain(Reason, await ReviewAsync(bot, new(new("teams:nora"), "Nora Newhire"), again), StringComparison.Ordinal);
        Assert.DoesNotContain(Reason, await ReviewAsync(bot, TestBot.Rita, again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_supplier_has_no_history()
    {
        await using var bot = await TestBot.StartAsync();
        await RejectedAsync(bot, "Broker Co");
        var card = await ReviewAsync(bot, TestBot.Priya, await SendsAsync(bot, TestBot.Rita, "Brokers United", "united.example"));
        Assert.DoesNotContain("Not approved before", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Requested before", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nestlé Labs", "can I use nestlé  LABS", "Yes, you can use ")]
    [InlineData("Nestlé Labs", "can I use Nestle Labs", "Did you mean Nestlé Labs?")]
    [InlineData("Nestlé Labs", "can I use https://broker.example", "Yes, you can use ")]
    [InlineData("Nestlé Labs", "can I use shop.broker.example", "Did you mean Nestlé Labs?")]
    [InlineData("C++ Tools", "can I use C# Tools", "Did you mean C++ Tools?")]
    [InlineData("दिल सॉफ्ट", "can I use दाल सॉफ्ट", "Did you mean दिल सॉफ्ट?")]
    [InlineData("Yahoo!", "can I use “Yahoo!”", "Yes, you can use ")]
    // What the button says in the second is what is typed in the first.
    [InlineData("Yahoo!", "can I use Yahoo!", "Yes, you can use ")]
    [InlineData("Yahoo!", "can I use Yahoo", "\"can I use Yahoo!\"")]
    public async Task Only_the_name_itself_says_yes(string name, string asked, string answer)
    {
        await using var bot = await TestBot.StartAsync();
        await PressAsync(
            bot,
            TestBot.Sam,
            await SendsAsync(bot, TestBot.Rita, name),
            "approve",
            new() { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" }
        );
        var said = TestBot.TextOf(
            await bot.GiveAsync(bot.Personal(TestBot.Priya, RequestReader.Typed(asked)) with { AnswersInPlace = true })
        );
        Assert.Contains(answer, said, StringComparison.Ordinal);
        Assert.Equal(answer == "Yes, you can use ", said.Contains("Yes, ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_website_is_asked_about_while_the_request_is_written()
    {
        await using var bot = await TestBot.StartAsync();
        await PressAsync(
            bot,
            TestBot.Sam,
            await SendsAsync(bot, TestBot.Rita, "Broker Co"),
            "approve",
            new() { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" }
        );
        await bot.SaysAsync(TestBot.Priya, "new Another");
        var draft = (await bot.The<DraftStore>().FindAsync(TestBot.Priya.Id, CancellationToken.None))!.Value.Draft;
        var said = TestBot.TextOf(
            await bot.PressesAsync(
                TestBot.Priya,
                CardStamp.OfDraft(draft.Id, "supplier", draft.Revision),
                "answer",
                values: Answers("Another", "broker.example")
            )
        );
        Assert.Contains("Is Another already on the register under another name?", said, StringComparison.Ordinal);
        Assert.Contains("It has the same website. Yes, you can use", said, StringComparison.Ordinal);
    }

    private static async Task RejectedAsync(TestBot bot, string name) =>
        await PressAsync(bot, TestBot.Sam, await SendsAsync(bot, TestBot.Rita, name), "reject", new() { ["comment"] = Reason });

    private static Task<TurnAnswer> PressAsync(TestBot bot, Person who, Case sent, string verb, Dictionary<string, string> values) =>
        bot.PressesAsync(who, CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion), verb, "sent", values);

    private static async Task<string> ReviewAsync(TestBot bot, Person who, Case sent) =>
        TestBot.TextOf(await bot.PressesAsync(who, CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion), "review"));

    private static async Task<TurnAnswer> ReceiptAsync(TestBot bot) =>
        await bot.PressesAsync(TestBot.Priya, CardStamp.OfCase((await bot.NewestAsync(TestBot.Priya)).Id, Slot.Receipt, 1), "open");

    private static async Task<Case> SendsAsync(TestBot bot, Person who, string name, string website = "broker.example", string service = "")
    {
        // Two of one instant have no order.
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        return await bot.SendsAsync(who, name, new Dictionary<string, string>(Answers(name, website)) { ["service"] = service });
    }

    private static Dictionary<string, string> Answers(string name, string website) =>
        new(SampleAnswers.NotesApp(name)) { ["website"] = website };
}
