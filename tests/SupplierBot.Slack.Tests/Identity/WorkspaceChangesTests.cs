using System.Text.Json.Nodes;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Slack.Identity;
using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Identity;

/// <summary>What Slack tells of people and groups counts at once, end to end.</summary>
public sealed class WorkspaceChangesTests(Workspace workspace) : IClassFixture<Workspace>
{
    private const string Group = "S0SECURITY";

    private FakeSlack Slack => workspace.Slack;

    [Theory]
    [InlineData("""{"type":"subteam_members_changed","subteam_id":"S0SECURITY","team_id":"T000000001"}""")]
    [InlineData("""{"type":"subteam_updated","subteam":{"id":"S0SECURITY","team_id":"T000000001"}}""")]
    public async Task Who_joins_the_group_gets_the_open_review_and_who_left_it_decides_nothing_any_more(string changed)
    {
        Slack.Groups[Group] = [Slack.User("sam")];
        await using var bot = new StagedBot(Slack, group: Group);
        var supplier = $"Acme {Guid.NewGuid().ToString("N")[..8]}";
        var sent = await bot.SendsAsync("rita", supplier);
        await bot.DeliverAsync();
        Assert.Contains(await bot.ReadsAsync("sam"), words => words.Contains(supplier, StringComparison.Ordinal));
        Assert.DoesNotContain(await bot.ReadsAsync("priya"), words => words.Contains(supplier, StringComparison.Ordinal));

        Slack.Groups[Group] = [Slack.User("priya")];
        await bot.HearsAsync(JsonNode.Parse(changed)!.AsObject());
        await bot.DeliverAsync();
        Assert.Contains(await bot.ReadsAsync("priya"), words => words.Contains(supplier, StringComparison.Ordinal));

        await bot.RejectsAsync("sam", sent);
        Assert.True((await bot.The<CaseStore>().FindAsync(sent.Id, CancellationToken.None))!.Value.IsOpen);
        await bot.RejectsAsync("priya", sent);
        Assert.False((await bot.The<CaseStore>().FindAsync(sent.Id, CancellationToken.None))!.Value.IsOpen);
    }

    [Fact]
    public async Task Who_is_made_a_guest_is_one_from_then_on()
    {
        Slack.Traits.Clear();
        await using var bot = new StagedBot(Slack);
        var people = bot.The<SlackPeople>();
        Assert.True(Assert.IsType<PersonAnswer.Known>(await people.FindAsync(Slack.User("rita"), FakeSlack.Team, default)).Person.Acts);
        Slack.Traits[Slack.User("rita")] = new() { ["is_restricted"] = true };
        await bot.HearsAsync(
            new()
            {
                ["type"] = "user_change",
                ["user"] = new JsonObject { ["id"] = Slack.User("rita"), ["is_restricted"] = true },
            }
        );
        Assert.False(Assert.IsType<PersonAnswer.Known>(await people.FindAsync(Slack.User("rita"), FakeSlack.Team, default)).Person.Acts);
    }

    [Fact]
    public async Task An_admin_reads_what_somebody_holds_whose_account_is_deactivated()
    {
        Slack.Traits.Clear();
        await using var bot = new StagedBot(Slack);
        var change = new JsonObject
        {
            ["type"] = "user_change",
            ["user"] = new JsonObject { ["id"] = Slack.User("sam"), ["deleted"] = true },
        };
        await bot.HearsAsync(change);
        await bot.HearsAsync(change.DeepClone().AsObject());
        IReadOnlyList<string> read = [];
        for (var looks = 0; looks < 100 && !read.Any(IsAboutSam); looks++)
        {
            // Slack is acknowledged first.
            await Task.Delay(50, TestContext.Current.CancellationToken);
            await bot.DeliverAsync(1);
            read = await bot.ReadsAsync("carla");
        }
        Assert.Single(read, IsAboutSam);

        static bool IsAboutSam(string words) => words.Contains("has left: their account is deactivated", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rita", "Carla gave Rita the Security role")]
    [InlineData("bot", null)]
    [InlineData("guest", null)]
    public async Task Who_holds_a_role_hears_of_somebody_picked_for_it_and_apps_and_guests_never_get_it(string picked, string? words)
    {
        Slack.Traits.Clear();
        await using var bot = new StagedBot(Slack);
        if (picked == "bot")
            Slack.Traits[Slack.User("rita")] = new() { ["is_bot"] = true };
        if (picked == "guest")
            Slack.Traits[Slack.User("rita")] = new() { ["is_restricted"] = true };
        var before = (await bot.ReadsAsync("sam")).Count;
        await bot.HearsAsync(
            new()
            {
                ["type"] = "message",
                ["channel_type"] = "im",
                ["channel"] = await Slack.DirectAsync("carla"),
                ["user"] = Slack.User("carla"),
                ["text"] = $"roles add security <@{Slack.User("rita")}>",
                ["ts"] = SlackPayloads.NewTime(),
            }
        );
        await bot.DeliverAsync();
        Slack.Traits.Clear();
        var read = (await bot.ReadsAsync("sam"))
            .Skip(before)
            .Where(text => text.Contains("the Security role", StringComparison.Ordinal))
            .ToList();
        if (words is null)
            Assert.Empty(read);
        else
            Assert.Contains(words, Assert.Single(read), StringComparison.Ordinal);
        Assert.Equal(
            words is not null,
            (await bot.The<RoleAssignmentStore>().NowAsync(default))
                .Roles.Of(SupplierBot.Onboarding.Roles.RoleNames.Security)
                .Any(holder => holder.Id == SlackIds.IdOf(FakeSlack.Team, Slack.User("rita")))
        );
    }
}
