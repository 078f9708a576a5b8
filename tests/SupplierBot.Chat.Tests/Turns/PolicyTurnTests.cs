using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>The policy in chat: with the policies that are stored, in the own chat and where others read along.</summary>
public sealed class PolicyTurnTests : IAsyncLifetime
{
    private TestBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await TestBot.StartAsync();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_topic_takes_the_place_of_the_overview()
    {
        var overview = Assert.IsType<View.Notice>(await SaidAsync("policy"));
        var contract = overview.Buttons.Single(button => button.Label == "Contract points");
        var pressed = await bot.PressesAsync(TestBot.Rita, CardStamp.None, contract.Verb, contract.Target);
        Assert.Equal("Contract points", Assert.IsType<View.Entries>(Assert.IsType<TurnAnswer.Card>(pressed).View).Title);
    }

    [Fact]
    public void No_card_of_the_shipped_policy_has_to_be_shortened()
    {
        var note = ShippedCards.Wording["shortened"][..40];
        Assert.All(
            RealViews.Policies(),
            card =>
            {
                Assert.DoesNotContain(note, ShippedCards.TextOnTeams(card.View), StringComparison.Ordinal);
                Assert.DoesNotContain(note, ShippedCards.MessageOnSlack(card.View).ToJsonString(), StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task In_a_channel_it_is_short_whatever_was_asked_for()
    {
        await bot.GiveAsync(bot.InPlace(TestBot.Rita, RequestReader.Typed("policy clauses")));
        var answer = await bot.GiveAsync(bot.InPlace(TestBot.Rita, RequestReader.Typed("policy")) with { AnswersInPlace = true });
        var card = Assert.IsType<View.Notice>(Assert.IsType<TurnAnswer.Card>(answer).View);
        Assert.Equal("Our supplier policy", card.Title);
        Assert.Empty(card.Buttons);
    }

    [Fact]
    public async Task Without_an_earlier_policy_there_are_no_changes() =>
        Assert.Equal(
            "There's no earlier version of the policy to compare with.",
            Assert.IsType<View.Notice>(await SaidAsync("policy changes")).Lines[0].Text
        );

    [Fact]
    public async Task Changes_are_those_since_the_version_before()
    {
        await PlaceAsync(RealViews.FormatOneText);
        var card = Assert.IsType<View.Entries>(await SaidAsync("policy changes"));
        Assert.Equal("From version 2026.11-r1 to 2026.12-r4", card.Small);
        Assert.Equal("Version and approval", card.Groups[0].Title);
    }

    [Fact]
    public async Task A_stored_policy_is_found_by_its_version_and_by_its_hash()
    {
        var old = await PlaceAsync(RealViews.FormatOneText);
        var store = bot.The<PolicyStore>();
        Assert.Equal(old.Hash, (await store.FindAsync("2026.11-r1", CancellationToken.None))?.Hash);
        Assert.Equal(old.Hash, (await store.FindAsync(old.Hash[..12].ToUpperInvariant(), CancellationToken.None))?.Hash);
        Assert.Null(await store.FindAsync(old.Hash[..4], CancellationToken.None));
        Assert.Null(await store.FindAsync("2027.01-r1", CancellationToken.None));
        Assert.Equal(["2026.11-r1", "2026.12-r4"], (await store.AllAsync(CancellationToken.None)).Select(policy => policy.Version));
        Assert.Equal("2026.11-r1", (await store.BeforeAsync(CancellationToken.None))?.Version);
    }

    private async Task<Policy> PlaceAsync(string text)
    {
        var policy = Assert.IsType<PolicyReading.Accepted>(PolicyReader.Read(text)).Policy;
        Assert.Null(
            await new PolicyStore(bot.The<ITable>(), bot.The<ChatSettings>(), new(policy)).PlaceAsync(text, CancellationToken.None)
        );
        return policy;
    }

    private async Task<View> SaidAsync(string text) =>
        Assert
            .IsType<TurnAnswer.Card>(
                await bot.GiveAsync(bot.Personal(TestBot.Rita, RequestReader.Typed(text)) with { AnswersInPlace = true })
            )
            .View;
}
