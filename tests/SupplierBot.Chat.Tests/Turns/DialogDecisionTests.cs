using System.Text.Json.Nodes;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>Where a client opens dialogs, a no and conditions are written there; the card in the chat follows by its slot.</summary>
public sealed class DialogDecisionTests
{
    private const string Review = "review-security";
    private const string Reason = "Not with these terms, sorry.";

    private static async Task<(TestBot Bot, Case Sent)> StartAsync()
    {
        var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.DeliverAsync();
        return (bot, sent);
    }

    private static Turn Presses(
        TestBot bot,
        Person person,
        Case sent,
        string verb,
        string target = "",
        string slot = Review,
        params (string Id, string Value)[] values
    ) =>
        bot.InPlace(
            person,
            RequestReader.Pressed(
                verb,
                target,
                CardStamp.OfCase(sent.Id, slot, sent.ContentVersion),
                values.ToDictionary(value => value.Id, value => value.Value),
                false
            )
        ) with
        {
            AnswersInPlace = true,
            HasDialogs = true,
        };

    private static Turn InDialog(
        TestBot bot,
        Person person,
        Case sent,
        string verb,
        string target = "",
        params (string Id, string Value)[] values
    ) => Presses(bot, person, sent, verb, target, Review, values) with { InDialog = true };

    private static List<JsonObject> Buttons(RenderedCard card) =>
        [
            .. Elements(Tree(card))
                .Where(element => (string?)element["type"] is "Action.Execute" or "Action.Submit" && element["data"] is not null),
        ];

    private static JsonNode Tree(RenderedCard card) => JsonNode.Parse(card.Content.Span)!;

    private static View ViewOf(TurnAnswer answer) => Assert.IsType<TurnAnswer.Card>(answer).View;

    private static RenderedCard Dialog(TurnAnswer answer) => ShippedCards.Teams.Render(ViewOf(answer), CardPlace.Modal);

    private static RenderedCard Offering(TurnAnswer answer) => ShippedCards.Teams.RenderWithDialogs(ViewOf(answer));

    private static IEnumerable<JsonObject> Elements(JsonNode? node) =>
        node switch
        {
            JsonObject element =>
            [
                element,
                .. element.Where(member => member.Key != "fallback").SelectMany(member => Elements(member.Value)),
            ],
            JsonArray list => list.SelectMany(Elements),
            _ => [],
        };

    private static string Verb(JsonObject button) => (string)button["data"]!["verb"]!;

    [Fact]
    public async Task The_buttons_of_a_review_that_lead_to_a_form_open_it()
    {
        var (bot, sent) = await StartAsync();
        await using var _ = bot;
        var buttons = Buttons(Offering(await bot.GiveAsync(Presses(bot, TestBot.Sam, sent, "review"))));
        var opening = buttons.Where(button => (string?)button["data"]!["msteams"]?["type"] == "task/fetch").ToList();
        Assert.Equal(["approve_conditions", "reject"], opening.Select(Verb).Order());
        Assert.All(opening, button => Assert.Equal("Action.Submit", (string?)button["type"]));
        Assert.All(buttons.Except(opening), button => Assert.Equal("Action.Execute", (string?)button["type"]));
        Assert.Equal((sent.Id, Review), ((string?)opening[0]["data"]!["_"]!["case"], (string?)opening[0]["data"]!["_"]!["slot"]));
        // The form asks for itself what the card would have to have first.
        Assert.All(opening, button => Assert.Equal("none", (string?)button["associatedInputs"]));
    }

    [Fact]
    public async Task Without_dialogs_and_on_cards_no_slot_brings_up_to_date_everything_stays_on_the_card()
    {
        var (bot, sent) = await StartAsync();
        await using var _ = bot;
        var without = Buttons(ShippedCards.OnTeams(ViewOf(await bot.GiveAsync(Presses(bot, TestBot.Sam, sent, "review")))));
        var opened = Buttons(Offering(await bot.GiveAsync(Presses(bot, TestBot.Sam, sent, "open", slot: Slot.Receipt))));
        foreach (var buttons in new[] { without, opened })
        {
            Assert.Contains(buttons, button => Verb(button) == "reject");
            Assert.All(buttons, button => Assert.Equal(("Action.Execute", null), ((string?)button["type"], button["data"]!["msteams"])));
        }
    }

    [Theory, InlineData("reject", "comment"), InlineData("approve_conditions", "condition_text")]
    public async Task A_dialog_holds_the_form_and_opening_it_changes_nothing(string verb, string input)
    {
        var (bot, sent) = await StartAsync();
        await using var _ = bot;
        var form = Dialog(await bot.GiveAsync(InDialog(bot, TestBot.Sam, sent, verb)));
        Assert.Contains(Elements(Tree(form)), element => (string?)element["id"] == input);
        var buttons = Buttons(form).ToList();
        Assert.Equal(
            verb == "approve_conditions" ? ["sent", "add"] : ["sent"],
            buttons.Select(button => (string)button["data"]!["target"]!)
        );
        Assert.All(
            buttons,
            button => Assert.Equal(("Action.Submit", verb, null), ((string?)button["type"], Verb(button), button["data"]!["msteams"]))
        );
        Assert.DoesNotContain(Elements(Tree(form)), element => (string?)element["style"] == "heading");
        Assert.Empty(TeamsCardLint.Faults(form));
        Assert.Equal(sent.Version, (await bot.NewestAsync(TestBot.Rita)).Version);
    }

    [Fact]
    public async Task What_is_sent_decides_closes_the_dialog_and_the_chat_shows_it()
    {
        var (bot, sent) = await StartAsync();
        await using var _ = bot;
        Assert.IsType<TurnAnswer.Nothing>(await bot.GiveAsync(InDialog(bot, TestBot.Sam, sent, "reject", "sent", ("comment", Reason))));
        await bot.DeliverAsync();
        Assert.Equal(CaseStatus.Rejected, (await bot.NewestAsync(TestBot.Rita)).Status);
        Assert.Contains(Reason, Assert.Single(bot.Channel.In(TestBot.SecurityPlace)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conditions_from_a_dialog_decide_as_those_from_the_card()
    {
        var (bot, sent) = await StartAsync();
        await using var _ = bot;
        (string, string)[] form =
        [
            ("terms", "covered"),
            ("terms_ref", "MSA v3"),
            ("condition_text", "Switch off training on our information."),
            ("condition_when", "before_use"),
        ];
        Assert.IsType<TurnAnswer.Nothing>(await bot.GiveAsync(InDialog(bot, TestBot.Sam, sent, "approve_conditions", "sent", form)));
        var decided = await bot.NewestAsync(TestBot.Rita);
        Assert.Equal(
            (CaseStatus.ApprovedWithConditions, "Switch off training on our information."),
            (decided.Status, Assert.Single(decided.Conditions).Text)
        );
    }

    [Theory, InlineData("No."), InlineData("          \u200B\u200B          "), InlineData(2001)]
    public async Task Words_that_do_not_do_come_back_with_the_reason(object typed)
    {
        var (bot, sent) = await StartAsync();
        await using var _ = bot;
        var comment = typed as string ?? new string('x', (int)typed);
        var again = Tree(Dialog(await bot.GiveAsync(InDialog(bot, TestBot.Sam, sent, "reject", "sent", ("comment", comment)))));
        Assert.Contains(Elements(again), element => (string?)element["id"] == "comment" && (string?)element["value"] == comment);
        Assert.Contains(Elements(again), element => (string?)element["style"] == "attention");
        Assert.True((await bot.NewestAsync(TestBot.Rita)).IsOpen);
    }

    [Fact]
    public async Task Who_may_not_decide_cannot_in_a_dialog()
    {
        var (bot, sent) = await StartAsync();
        await using var _ = bot;
        async Task<string> RefusedAsync(Turn turn)
        {
            var answer = await bot.GiveAsync(turn);
            Assert.IsNotType<TurnAnswer.Nothing>(answer);
            Assert.Equal(sent.Version, (await bot.NewestAsync(TestBot.Rita)).Version);
            return TestBot.TextOf(answer);
        }
        var decides = InDialog(bot, TestBot.Rita, sent, "reject", "sent", ("comment", Reason));
        Assert.Contains("This is your own request", await RefusedAsync(decides), StringComparison.Ordinal);
        Assert.Contains(
            "Only",
            await RefusedAsync(decides with { Actor = new(new(new("teams:eve"), "Eve"), true) }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Only people at Example Ltd",
            await RefusedAsync(decides with { Actor = new(TestBot.Sam, Member: false) }),
            StringComparison.Ordinal
        );
        var older = InDialog(
            bot,
            TestBot.Sam,
            sent with
            {
                ContentVersion = sent.ContentVersion - 1,
            },
            "reject",
            "sent",
            ("comment", Reason)
        );
        var late = await RefusedAsync(older);
        Assert.Contains("This request has changed since you opened it.", late, StringComparison.Ordinal);
        Assert.Contains($"\"value\":\"{Reason}\"", late, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_it_counts_once_and_the_second_hears_the_outcome()
    {
        var (bot, sent) = await StartAsync();
        await using var _ = bot;
        await bot.GiveAsync(InDialog(bot, TestBot.Sam, sent, "reject", "sent", ("comment", Reason)));
        var again = await bot.GiveAsync(InDialog(bot, TestBot.Sam, sent, "reject", "sent", ("comment", Reason)));
        Assert.Contains("Already decided", TestBot.TextOf(again), StringComparison.Ordinal);
        Assert.Single(
            await bot.The<CaseStore>().EventsAsync(sent.Id, CancellationToken.None),
            auditEvent => auditEvent.Event.Kind == AuditEventKind.Rejected
        );
    }
}
