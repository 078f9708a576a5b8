using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat.Timers;
using SupplierBot.Slack.Home;
using SupplierBot.Slack.Identity;

namespace SupplierBot.Slack.Tests.Kit;

/// <summary>
/// A company with a request of Rita's that waits for a decision, and one of Carla's that is not sent: what an attacker would like to
/// change.
/// </summary>
public sealed class AttackedCompany : IAsyncLifetime
{
    private readonly Company company = new();

    internal FakeSlack Slack => company.Slack;
    internal SlackDriver Driver => company.Driver;
    internal string Reviews => company.Reviews;

    /// <summary>The review card in the channel.</summary>
    internal JsonObject Review { get; private set; } = null!;

    /// <summary>Its case, slot and version, as its buttons carry them.</summary>
    internal string Stamp { get; private set; } = "";

    /// <summary>The first page of Carla's, in her modal.</summary>
    internal JsonObject Page { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await company.InitializeAsync();
        await ModalIntake.SendAsync(company, "rita", new Dictionary<string, string>(ModalIntake.Answers) { ["name"] = "Acme Target" });
        Review = await company.ReadsAsync("sam", Reviews, message => Company.Has(message, ";review-security;"));
        await company.ReadsAsync("rita", await Slack.DirectAsync("rita"), message => Company.Has(message, ";receipt;"));
        var actions = Review["blocks"]!.AsArray().Last(block => (string?)block!["type"] == "actions")!;
        Stamp = string.Join(';', ((string)actions["elements"]![0]!["value"]!).Split(';').Take(3));
        await Driver.CommandAsync("carla", "new Acme Draft");
        Page = await Slack.SeesAsync("carla", view => Company.Has(view, ";answer;"));
        // What is written when somebody is heard for the first time, here or there, is no harm done.
        foreach (var name in new[] { "rita", "sam", "priya", "carla", "guest" })
        {
            await Driver.SayAsync(name, "help");
            await Driver.PressAsync(name, Reviews, Review, "review:");
        }
        // What the clock notes when it first looks is nobody's attack.
        await company.Product.Services.GetRequiredService<Scheduler>().TickAsync(TestContext.Current.CancellationToken);
        await QuietAsync();
        // Homes that follow do so in line: with the last of them nothing more is called.
        company.Product.Services.GetRequiredService<StaleAppHomes>().Changed([SlackIds.IdOf(FakeSlack.Team, Slack.User("guest"))]);
        await Slack.SeesAsync("guest", view => Company.Has(view, "say:new"), "home");
    }

    public ValueTask DisposeAsync() => company.DisposeAsync();

    internal IReadOnlyList<string> Rows() => company.Product.Rows();

    internal Task<string> HearsAsync(string name, string said) => company.HearsAsync(name, said);

    internal Task<JsonObject> ReadsAsync(string reader, string channel, Func<JsonObject, bool> asItShould) =>
        company.ReadsAsync(reader, channel, asItShould);

    /// <summary>Nothing that was kept is another than before.</summary>
    internal async Task<SlackAnswer> ChangesNothingAsync(Func<Task<SlackAnswer>> attack)
    {
        var before = Rows();
        var answer = await attack();
        await Task.Delay(50); // for what would be done after the acknowledgement
        Assert.Equal(before, Rows());
        return answer;
    }

    /// <summary>What is delivered is delivered.</summary>
    private async Task QuietAsync()
    {
        for (var (look, before) = (0, Rows()); look < 1_000; look++)
        {
            await Task.Delay(300);
            var now = Rows();
            if (before.SequenceEqual(now))
                return;
            before = now;
        }
        throw new TimeoutException("There is always something to deliver.");
    }
}
