using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Outgoing;

/// <summary>One case, begun on one platform and decided on the other: every copy says so, and nobody is two people.</summary>
public sealed class TwoPlatformsTests(Workspace workspace) : IClassFixture<Workspace>, IAsyncLifetime
{
    private readonly FakeTeamsChannel teams = new();
    private readonly string supplier = $"Acme {Guid.NewGuid().ToString("N")[..8]}";
    private StagedBot bot = null!;

    private FakeSlack Slack => workspace.Slack;

    public async ValueTask InitializeAsync()
    {
        Slack.Traits.Clear();
        bot = new(Slack, Slack.Channel("vendor-security"), teams: teams);
        await bot.GiveAsync(FakeTeamsChannel.Added, new Request.Installed());
        foreach (var name in new[] { "rita", "sam" })
        {
            await bot.GiveAsync(FakeTeamsChannel.Account(name), RequestReader.Typed("help"));
            await bot.GiveAsync(bot.OnSlack(name), RequestReader.Typed("help"));
        }
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Begun_on_Slack_and_decided_on_Teams()
    {
        var sent = await bot.SendsAsync(bot.OnSlack("rita"), supplier);
        var (slack, other) = await ReviewsAsync();
        await bot.RejectsAsync(FakeTeamsChannel.Account("sam"), sent);
        await SettledAsync(sent, slack, other);
        Assert.Contains(
            await bot.ReadsAsync("rita"),
            words => About(words) && words.Contains("Not approved", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task Begun_on_Teams_and_decided_on_Slack()
    {
        var sent = await bot.SendsAsync(FakeTeamsChannel.Account("rita"), supplier);
        var (slack, other) = await ReviewsAsync();
        await bot.RejectsAsync(bot.OnSlack("priya"), sent);
        await SettledAsync(sent, slack, other);
        Assert.Contains(teams.In("a:rita"), words => About(words) && words.Contains("Not approved", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Nobody_decides_on_one_platform_what_they_asked_for_on_the_other()
    {
        var onSlack = await bot.SendsAsync(bot.OnSlack("sam"), supplier);
        await bot.RejectsAsync(FakeTeamsChannel.Account("sam"), onSlack);
        Assert.True(await bot.IsOpenAsync(onSlack));

        var onTeams = await bot.SendsAsync(FakeTeamsChannel.Account("sam"), supplier + " Two");
        await bot.RejectsAsync(bot.OnSlack("sam"), onTeams);
        Assert.True(await bot.IsOpenAsync(onTeams));
        await bot.RejectsAsync(bot.OnSlack("priya"), onTeams);
        Assert.False(await bot.IsOpenAsync(onTeams));
    }

    private bool About(string words) => words.Contains(supplier, StringComparison.Ordinal);

    private async Task<(string Slack, string Other)> ReviewsAsync()
    {
        await bot.DeliverAsync();
        return (
            Assert.Single(await bot.ReadsAsync("sam", Slack.Channel("vendor-security")), About),
            Assert.Single(teams.In(FakeTeamsChannel.Place), About)
        );
    }

    private async Task SettledAsync(Case sent, string slack, string other)
    {
        Assert.False(await bot.IsOpenAsync(sent));
        var (slackNow, otherNow) = await ReviewsAsync();
        Assert.NotEqual(slack, slackNow);
        Assert.NotEqual(other, otherNow);
        Assert.Equal(slackNow, otherNow);
    }
}
