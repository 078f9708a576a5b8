using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Outgoing;

/// <summary>Whatever Slack does to a message, somebody reads what it says, or an admin reads that nobody does.</summary>
public sealed class SlackDeliveryTests(Workspace workspace) : IClassFixture<Workspace>, IAsyncLifetime
{
    private FakeSlack Slack => workspace.Slack;
    private string Reviews => Slack.Channel("vendor-security");

    /// <summary>No name is used twice: the workspace is one for all tests of the class.</summary>
    private readonly string supplier = $"Acme {Guid.NewGuid().ToString("N")[..8]}";

    public ValueTask InitializeAsync()
    {
        Slack.Traits.Clear();
        Slack.Faults.Clear();
        Slack.Closed.Clear();
        Slack.Calls.Clear();
        Slack.TokenError = null;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_review_is_posted_and_settled_where_nothing_is_wrong()
    {
        await using var bot = new StagedBot(Slack, Reviews);
        var sent = await bot.SendsAsync("rita", supplier);
        await bot.DeliverAsync();
        var asked = Assert.Single(await AboutAsync(bot, "sam", Reviews));
        await bot.RejectsAsync("sam", sent);
        await bot.DeliverAsync();
        Assert.NotEqual(asked, Assert.Single(await AboutAsync(bot, "sam", Reviews)));
    }

    [Theory]
    [InlineData("is_archived"), InlineData("not_in_channel"), InlineData("channel_not_found"), InlineData("restricted_action")]
    public async Task A_channel_that_is_lost_leaves_a_direct_message_to_everybody_who_decides_and_a_word_to_the_admin(string error)
    {
        await using var bot = new StagedBot(Slack, Reviews);
        await bot.SendsAsync("rita", supplier);
        Slack.Closed[Reviews] = error;
        await bot.DeliverAsync();
        Assert.Empty(await AboutAsync(bot, "rita", Reviews));
        foreach (var decides in new[] { "sam", "priya" })
            Assert.Single(await AboutAsync(bot, decides));
        Assert.Contains(
            await bot.ReadsAsync("carla"),
            words => words.StartsWith("I can't post in the channel for", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_admin_is_notified_of_a_person_who_left()
    {
        await using var bot = new StagedBot(Slack);
        Slack.Traits[Slack.User("sam")] = new() { ["deleted"] = true };
        await bot.SendsAsync("rita", supplier);
        await bot.DeliverAsync();
        Assert.Single(await AboutAsync(bot, "priya"));
        Assert.Single(
            await bot.ReadsAsync("carla"),
            words => words.StartsWith("I can't deliver messages to Sam (user_disabled).", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(Slack.Calls, call => call.Method == "chat.postMessage" && call.Form["channel"] == Slack.User("sam"));
    }

    [Fact]
    public async Task A_limit_is_waited_out_and_the_message_comes_once()
    {
        await using var bot = new StagedBot(Slack, Reviews);
        await bot.SendsAsync("rita", supplier);
        Slack.Faults.Limit("chat.postMessage", "30");
        await bot.DeliverAsync(25);
        Assert.Empty(await AboutAsync(bot, "sam", Reviews));
        var posts = Slack.CallNames.Count(name => name == "chat.postMessage");
        await bot.DeliverAsync(15);
        Assert.Single(await AboutAsync(bot, "sam", Reviews));
        Assert.True(Slack.CallNames.Count(name => name == "chat.postMessage") > posts);
    }

    [Fact]
    public async Task A_message_that_is_fixed_has_its_outcome_in_its_thread()
    {
        await using var bot = new StagedBot(Slack, Reviews);
        var sent = await bot.SendsAsync("rita", supplier);
        await bot.DeliverAsync();
        var asked = (await Slack.MessagesAsync("sam", Reviews)).Last(message =>
            ((string)message["text"]!).Contains(supplier, StringComparison.Ordinal)
        );
        await bot.RejectsAsync("sam", sent);
        for (var time = 0; time < 3; time++)
            Slack.Faults.Refuse("chat.update", "edit_window_closed");
        await bot.DeliverAsync();
        var thread = await bot.ReadsAsync("sam", Reviews, (string)asked["ts"]!);
        Assert.NotEqual((string)asked["text"]!, thread[^1]);
        Assert.Contains(supplier, thread[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("token_revoked"), InlineData("account_inactive"), InlineData("missing_scope")]
    public async Task A_token_that_ended_stands_in_the_log_and_everything_comes_once_it_is_good_again(string error)
    {
        await using var bot = new StagedBot(Slack, Reviews);
        await bot.SendsAsync("rita", supplier);
        Slack.TokenError = error;
        await bot.DeliverAsync();
        Assert.Contains(
            bot.Log.Lines,
            line => line.StartsWith($"Error: Slack does not accept us for chat.postMessage: {error}", StringComparison.Ordinal)
        );
        Slack.TokenError = null;
        bot.Time.Advance(TimeSpan.FromMinutes(5));
        await bot.DeliverAsync();
        Assert.Single(await AboutAsync(bot, "sam", Reviews));
        Assert.Single(
            await bot.ReadsAsync("carla"),
            words => words.StartsWith($"I can't deliver messages to a channel ({error}).", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_lost_reply_is_one_message_more_at_most_and_stands_in_the_log()
    {
        await using var bot = new StagedBot(Slack, Reviews);
        await bot.SendsAsync("rita", supplier);
        for (var time = 0; time < 2; time++)
            Slack.Faults.LoseReply("chat.postMessage");
        await bot.DeliverAsync(40);
        Assert.InRange((await AboutAsync(bot, "sam", Reviews)).Count, 1, 2);
        Assert.Contains(bot.Log.Lines, line => line.Contains("the outcome of the post is unknown", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> AboutAsync(StagedBot bot, string reader, string? channel = null) =>
        [
            .. (channel is null ? await bot.ReadsAsync(reader) : await bot.ReadsAsync(reader, channel)).Where(words =>
                words.Contains(supplier, StringComparison.Ordinal)
            ),
        ];
}
