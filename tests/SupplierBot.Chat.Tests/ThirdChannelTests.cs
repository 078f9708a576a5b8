using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Onboarding.Views;
using SupplierBot.TextConsole;

namespace SupplierBot.Chat.Tests;

/// <summary>A channel is one project: a console, of which src knows nothing, takes a request from the first word to the register.</summary>
public sealed class ThirdChannelTests
{
    private static readonly Wording Wording = ShippedCards.Wording;

    [Fact]
    public async Task A_request_goes_all_the_way_on_it()
    {
        await using var office = await ConsoleOffice.OpenAsync();
        var rita = await office.SeatAsync("Rita");
        var sam = await office.SeatAsync("Sam");
        await rita.SaysAsync("can I use Acme Notes");
        Assert.DoesNotContain("Yes", rita.Newest, StringComparison.Ordinal);

        await rita.AsksForAsync("Acme Notes", Wording);
        await office.DeliverAsync();
        await sam.PressesAsync(Wording["button.review"]);
        Assert.Contains("Notes of our sales calls.", sam.Newest, StringComparison.Ordinal);
        await sam.PressesAsync(
            Wording["button.approve"],
            new Dictionary<string, string> { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" }
        );
        await office.DeliverAsync();
        Assert.Contains(Wording.Fill("told.approved_title", ("supplier", "Acme Notes")), rita.Newest, StringComparison.Ordinal);

        await office.RestartAsync();
        var priya = await office.SeatAsync("Priya");
        await priya.SaysAsync("can I use Acme Notes");
        Assert.Contains("Yes", priya.Newest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_filled_in_is_asked_for_again()
    {
        await using var office = await ConsoleOffice.OpenAsync();
        var rita = await office.SeatAsync("Rita");
        await rita.SaysAsync("new Acme Notes");
        await rita.PressesAsync(Wording["page.following"]);
        Assert.Contains("\n! ", rita.Newest, StringComparison.Ordinal);
        Assert.True(rita.IsOffered(Wording["page.following"]));
    }

    [Fact]
    public async Task What_is_typed_moves_no_cursor()
    {
        await using var office = await ConsoleOffice.OpenAsync();
        var rita = await office.SeatAsync("Rita");
        await rita.SaysAsync("can I use \u001b[2JAcme Notes");
        Assert.Contains("[2JAcme Notes", rita.Newest, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', rita.Newest);
    }

    [Fact]
    public void Every_view_that_says_something_has_lines()
    {
        var console = new ConsoleChannel(Wording);
        Assert.All(
            SampleTexts
                .All.Where(voice => voice.Rows > 0)
                .SelectMany(SampleViews.All)
                .Select(view => console.Render(view, CardPlace.Message)),
            card => Assert.NotEmpty(ConsoleCard.Read(card).Lines)
        );
    }
}
