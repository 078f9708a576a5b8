using System.Text;
using SupplierBot.BotFramework.Cards;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;
using SupplierBot.TextConsole;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>
/// Sentences that one channel says otherwise: in all that is shown there, and in nothing that is shown elsewhere or stored.
/// </summary>
public sealed class ChannelWordingTests
{
    private const string Mark = "Ahoy! ";
    private static readonly Dictionary<string, string> Terms = new() { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" };
    private static readonly string[] Cases = ["REQ-2026-0001", "REQ-2026-0002"];

    /// <summary>Every sentence there is, as it is said at consoles.</summary>
    private static readonly Wording AtConsoles = ShippedCards.Wording.With(
        ShippedCards.Wording.Keys.ToDictionary(key => key, key => Mark + ShippedCards.Wording[key])
    );

    [Fact]
    public async Task Are_on_its_pages_and_on_no_others()
    {
        await using var bot = await StartAsync();
        var rita = await SeatAsync(bot, "Rita");
        await rita.SaysAsync("new Acme Notes");
        await bot.SaysAsync(TestBot.Rita, "new Acme Notes");
        Assert.True(rita.IsOffered(AtConsoles["page.following"]));
        AssertNothingOnTeams(bot);
    }

    [Fact]
    public async Task Are_on_its_review_cards_and_in_its_messages_and_on_no_others()
    {
        await using var bot = await StartAsync();
        var (rita, olga) = (await SeatAsync(bot, "Rita"), await SeatAsync(bot, "Olga"));
        await rita.AsksForAsync("Console Notes", AtConsoles);
        await bot.SendsAsync(TestBot.Rita, "Teams Notes", SampleAnswers.NotesApp("Teams Notes"));
        await bot.DeliverAsync();
        var purpose = AtConsoles.Fill("review.purpose", ("purpose", "Notes of our sales calls."));
        Assert.Contains(purpose, olga.Screen, StringComparison.Ordinal);
        Assert.Contains(bot.Channel.In("a:teams:sam"), post => post.Text.Contains("Console Notes", StringComparison.Ordinal));

        await olga.PressesAsync(AtConsoles["button.review"]);
        await olga.PressesAsync(AtConsoles["button.approve"], Terms);
        foreach (var id in Cases)
            await bot.PressesAsync(TestBot.Sam, CardStamp.OfCase(id, "review-security", 1), "approve", values: Terms);
        await bot.DeliverAsync();
        Assert.Contains(Approved("Console Notes", AtConsoles), rita.Screen, StringComparison.Ordinal);
        var told = Approved("Teams Notes", ShippedCards.Wording);
        Assert.Contains(bot.Channel.In("a:teams:rita"), post => post.Text.Contains(told, StringComparison.Ordinal));
        AssertNothingOnTeams(bot);
    }

    [Fact]
    public async Task Are_not_stored()
    {
        await using var bot = await StartAsync();
        var (rita, olga) = (await SeatAsync(bot, "Rita"), await SeatAsync(bot, "Olga"));
        await rita.AsksForAsync("Console Notes", AtConsoles);
        await bot.DeliverAsync();
        await olga.PressesAsync(AtConsoles["button.review"]);
        await olga.PressesAsync(AtConsoles["button.approve_conditions"]);
        await olga.PressesAsync(
            AtConsoles["form.approve_conditions_send"],
            new Dictionary<string, string>(Terms) { ["condition_text"] = "Switch off training." }
        );
        await olga.SaysAsync("away until 20 Dec");
        await bot.DeliverAsync();
        await bot.SaysAsync(TestBot.Carla, $"status {Cases[0]}");
        await bot.SaysAsync(TestBot.Carla, "roles");
        Assert.Contains(bot.Channel.In("a:teams:sam"), post => post.Text.Contains("Olga is away", StringComparison.Ordinal));
        Assert.Contains(
            bot.Channel.In("a:teams:carla"),
            post => post.Text.Contains(ShippedCards.Wording.Fill("story.approved_conditions", ("name", "Olga")), StringComparison.Ordinal)
        );
        AssertNothingOnTeams(bot);
    }

    [Fact]
    public void Are_in_its_templates()
    {
        var folder = Directory.CreateTempSubdirectory("cards-");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(ShippedCards.Folder, "teams")))
        {
            File.Copy(file, Path.Combine(folder.CreateSubdirectory("teams").FullName, Path.GetFileName(file)));
        }
        File.WriteAllText(Path.Combine(folder.FullName, "wording.teams.en.json"), """{ "card.next": "Then what" }""");
        var cards = TeamsCards.Load(folder.FullName, ShippedCards.Wording);
        folder.Delete(recursive: true);
        var summary = SampleViews.All(SampleTexts.Normal).OfType<View.Summary>().First();
        var text = Encoding.UTF8.GetString(cards.Render(summary, CardPlace.Message).Content.Span);
        Assert.Contains("Then what", text, StringComparison.Ordinal);
        Assert.Contains(ShippedCards.Wording["card.show"], text, StringComparison.Ordinal);
    }

    /// <summary>Reviews go to Sam on Teams and to Olga at a console.</summary>
    private static async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync(withoutPlaces: true, configurePlaces: false);
        bot.Beside = services => services.AddConsole(AtConsoles);
        bot.Configure = settings =>
            settings with
            {
                Roles = settings.Roles with
                {
                    Holders = new Dictionary<string, IReadOnlyList<Person>>(settings.Roles.Holders)
                    {
                        [RoleNames.Security] = [TestBot.Sam, ConsoleOffice.Named("Olga")],
                    },
                },
            };
        await bot.RestartAsync();
        return bot;
    }

    private static Task<ConsolePerson> SeatAsync(TestBot bot, string name) =>
        ConsolePerson.SeatAsync(bot.The<IServiceProvider>(), ConsoleOffice.Named(name));

    private static string Approved(string supplier, Wording wording) => wording.Fill("told.approved_title", ("supplier", supplier));

    private static void AssertNothingOnTeams(TestBot bot)
    {
        Assert.NotEmpty(bot.Channel.Posts);
        Assert.DoesNotContain(bot.Channel.Posts, post => post.Text.Contains(Mark, StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Channel.Messages.Values, post => post.Text.Contains(Mark, StringComparison.Ordinal));
    }
}
