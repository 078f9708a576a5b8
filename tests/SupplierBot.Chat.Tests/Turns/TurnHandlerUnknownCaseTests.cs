using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>Whatever a client puts where the number of a case belongs is answered like a case that does not exist.</summary>
public sealed class TurnHandlerUnknownCaseTests
{
    private static readonly Person Eve = new(new("teams:eve"), "Eve");

    [Theory]
    [InlineData("REQ-a/b")]
    [InlineData("REQ-\\#?")]
    [InlineData("SUP-\u0001")]
    [InlineData("x/y")]
    [InlineData("")]
    public async Task An_impossible_number_is_a_case_that_does_not_exist(string number)
    {
        await using var bot = await TestBot.StartAsync();
        Assert.Contains(
            "among the requests you can see",
            TestBot.TextOf(await bot.PressesAsync(Eve, CardStamp.OfCase(number, Slot.Receipt, 1), "withdraw")),
            StringComparison.Ordinal
        );
        Assert.IsType<TurnAnswer.Card>(await bot.PressesAsync(Eve, CardStamp.None, "open", number));
    }

    [Fact]
    public async Task A_number_of_any_length_is_a_case_that_does_not_exist()
    {
        await using var bot = await TestBot.StartAsync();
        Assert.IsType<TurnAnswer.Card>(await bot.PressesAsync(Eve, CardStamp.None, "open", "REQ-" + new string('9', 100_000)));
    }

    /// <summary>No verb and no way of naming a case tells a stranger whether it exists.</summary>
    [Theory]
    [InlineData("open")]
    [InlineData("answer")]
    [InlineData("edit")]
    [InlineData("submit")]
    [InlineData("discard")]
    [InlineData("withdraw")]
    public async Task A_stranger_cannot_tell_a_case_from_none(string verb)
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var there = TestBot.TextOf(await bot.PressesAsync(Eve, CardStamp.None, verb, sent.Id));
        var nowhere = TestBot.TextOf(await bot.PressesAsync(Eve, CardStamp.None, verb, "REQ-2026-0999"));
        Assert.Equal(nowhere.Replace("REQ-2026-0999", sent.Id, StringComparison.Ordinal), there);
    }
}
