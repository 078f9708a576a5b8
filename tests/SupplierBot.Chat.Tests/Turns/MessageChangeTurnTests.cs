using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>"Something changed", from a message of anybody's that names a supplier.</summary>
public sealed class MessageChangeTurnTests
{
    private static readonly Dictionary<string, string> Agreed = new() { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" };

    [Theory]
    [InlineData("Acme Notes just moved its servers to Ireland.")]
    [InlineData("heard that ACME  notes’s model is a new one")]
    [InlineData("See (acme notes): new subprocessors!")]
    public async Task A_message_that_names_a_supplier_opens_its_form(string message)
    {
        await using var bot = await TestBot.StartAsync();
        await ApprovedAsync(bot, "Acme Notes");
        var form = Assert.IsType<View.Form>(await OpensAsync(bot, message));
        Assert.Equal("Changes: Acme Notes", form.Title);
        Assert.Equal(["triggers", "change_text"], form.Fields.Select(field => field.Id));
        Assert.Equal(message, form.Fields[1].Value);
        Assert.Empty(TeamsCardLint.Faults(ShippedCards.OnTeams(form)));
        Assert.Empty(SlackCardLint.OfModal(ShippedCards.ModalOnSlack(form)));
        Assert.Null(await DraftAsync(bot));
    }

    [Fact]
    public async Task Which_supplier_is_meant_is_asked_where_several_are_named_or_the_name_is_a_guess()
    {
        await using var bot = await TestBot.StartAsync();
        await ApprovedAsync(bot, "Acme Notes");
        await ApprovedAsync(bot, "Beta Boards");
        var both = Assert.IsType<View.Form>(await OpensAsync(bot, "Beta Boards bought Acme Notes"));
        Assert.Equal(["Acme Notes", "Beta Boards"], both.Fields[0].Choices.Select(choice => choice.Label).Order());
        Assert.Equal("Something changed", both.Title);
        var slip = Assert.IsType<View.Form>(await OpensAsync(bot, "BetaBoardz was down again"));
        Assert.Equal(["Beta Boards"], slip.Fields[0].Choices.Select(choice => choice.Label));
        Assert.Equal("", slip.Fields[0].Value);
    }

    [Theory]
    [InlineData("The weather is nice today.")]
    [InlineData("")]
    public async Task Where_nobody_is_named_that_is_said(string message)
    {
        await using var bot = await TestBot.StartAsync();
        await ApprovedAsync(bot, "Acme Notes");
        var notice = Assert.IsType<View.Notice>(await OpensAsync(bot, message));
        Assert.StartsWith("I don't see a supplier from the register", notice.Lines[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_begins_a_review_in_the_persons_own_chat()
    {
        await using var bot = await TestBot.StartAsync();
        var used = await ApprovedAsync(bot, "Acme Notes");
        var sent = Elsewhere(bot, TestBot.Rita, new Request.ChangeElsewhere(used.EntryId, used.EntryId, "T2", "New servers."));
        var answer = await bot.GiveAsync(sent);
        Assert.StartsWith("Draft started for “Acme Notes”.", TestBot.WordsOf(answer), StringComparison.Ordinal);
        var draft = (await DraftAsync(bot))!;
        Assert.Equal((used.Id, "New servers."), (draft.ReviewOrigin!.Of, draft.ReviewOrigin.Words));
        Assert.Equal(["T2"], draft.ReviewOrigin.Triggers);
        // The same delivery again, and the same once more.
        await bot.GiveAsync(sent);
        var again = await bot.GiveAsync(
            Elsewhere(bot, TestBot.Rita, new Request.ChangeElsewhere(used.EntryId, used.EntryId, "T2", "New servers."))
        );
        Assert.StartsWith("Draft started for “Acme Notes”.", TestBot.WordsOf(again), StringComparison.Ordinal);
        Assert.Equal(draft.Id, (await DraftAsync(bot))!.Id);
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_with_everything_typed()
    {
        await using var bot = await TestBot.StartAsync();
        var acme = await ApprovedAsync(bot, "Acme Notes");
        var beta = await ApprovedAsync(bot, "Beta Boards");
        var offered = $"{acme.EntryId},{beta.EntryId}";
        var which = await FormAsync(bot, new Request.ChangeElsewhere("", offered, "T2", "New servers."));
        Assert.Equal("Which supplier is it about?", which.Problem);
        Assert.Equal(3, which.Fields.Count);
        Assert.Equal("New servers.", which.Fields[2].Value);
        var what = await FormAsync(bot, new Request.ChangeElsewhere(acme.EntryId, acme.EntryId, "T99", ""));
        Assert.Equal("Choose at least one change.", what.Problem);
        Assert.Equal("Changes: Acme Notes", what.Title);
        Assert.Null(await DraftAsync(bot));
    }

    [Fact]
    public async Task Who_may_not_report_it_reads_that_and_nothing_of_the_case()
    {
        await using var bot = await TestBot.StartAsync();
        await ApprovedAsync(bot, "Acme Notes");
        var olga = new Person(new("teams:olga"), "Olga Other");
        var answer = Assert.IsType<TurnAnswer.Card>(
            await bot.GiveAsync(Elsewhere(bot, olga, new Request.ChangeFromMessage("Acme Notes changed its servers")))
        );
        var notice = Assert.IsType<View.Notice>(answer.View);
        Assert.Contains("Rita Requester", notice.Lines[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("REQ-", ShippedCards.TextOnTeams(notice), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_nobody_offered_leads_nowhere()
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var entry in new[] { "SUP-9999", "nonsense", "REQ-2026-0001" })
            Assert.IsType<View.Notice>(
                Assert
                    .IsType<TurnAnswer.Card>(
                        await bot.GiveAsync(Elsewhere(bot, TestBot.Rita, new Request.ChangeElsewhere(entry, entry, "T2", "")))
                    )
                    .View
            );
    }

    private static Turn Elsewhere(TestBot bot, Person person, Request input) =>
        bot.Personal(person, input) is var turn
            ? turn with
            {
                Actor = new(person, true),
                AnswersInPlace = true,
                HasDialogs = true,
                InDialog = true,
                Conversation = turn.Conversation with { ConversationId = "19:rita_bob@unq.gbl.spaces" },
            }
            : turn;

    private static async Task<View> OpensAsync(TestBot bot, string message) =>
        Assert.IsType<TurnAnswer.Card>(await bot.GiveAsync(Elsewhere(bot, TestBot.Rita, new Request.ChangeFromMessage(message)))).View;

    private static async Task<View.Form> FormAsync(TestBot bot, Request sent) =>
        Assert.IsType<View.Form>(Assert.IsType<TurnAnswer.Card>(await bot.GiveAsync(Elsewhere(bot, TestBot.Rita, sent))).View);

    private static async Task<Draft?> DraftAsync(TestBot bot) =>
        (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))?.Value.Draft;

    private static async Task<Case> ApprovedAsync(TestBot bot, string supplier)
    {
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        var sent = await bot.SendsAsync(TestBot.Rita, supplier, SampleAnswers.NotesApp(supplier));
        await bot.PressesAsync(TestBot.Sam, CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion), "approve", values: Agreed);
        bot.Time.Advance(TimeSpan.FromMinutes(5));
        return (await bot.The<CaseStore>().FindAsync(sent.Id, CancellationToken.None))!.Value;
    }
}
