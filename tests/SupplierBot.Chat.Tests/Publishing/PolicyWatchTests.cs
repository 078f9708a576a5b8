using SupplierBot.Chat.Backup;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Publishing;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Publishing;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Tests.Publishing;

/// <summary>Every replica follows, a restart keeps what was published, and time ends what nobody decided on.</summary>
public sealed class PolicyWatchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_replica_follows_with_its_next_look()
    {
        await using var office = await PolicyOffice.OpenAsync();
        await using var other = await PolicyOffice.OpenAsync(await TestBot.StartAsync(storage: office.Bot.The<ITable>()));
        await office.ProposesAsync(TestBot.Carla, PolicyOffice.Stricter());
        await office.DoesAsync(TestBot.Sam, PublishStepKind.Accept);
        Assert.Equal(PolicyOffice.ShippedVersion, other.InForce);
        await other.WatchAsync();
        Assert.Equal("2027.1", other.InForce);
        await other.WatchAsync();
        Assert.Equal("2027.1", other.InForce);
    }

    [Fact]
    public async Task A_restart_keeps_what_was_published_whatever_the_settings_name()
    {
        await using var office = await PolicyOffice.OpenAsync();
        await office.ProposesAsync(TestBot.Carla, PolicyOffice.Stricter());
        await office.DoesAsync(TestBot.Sam, PublishStepKind.Accept);
        office.Bot.PolicyText = PolicyOffice.Renamed("2028.1");
        await office.Bot.RestartAsync();
        Assert.Equal("2028.1", office.InForce);
        await office.WatchAsync();
        Assert.Equal("2027.1", office.InForce);
        Assert.Equal("2028.1", office.Bot.The<PolicyInForce>().Floor.Version);
        Assert.Equal("", await office.FindingsAsync());
    }

    [Fact]
    public async Task Nobody_decides_for_two_weeks_and_it_is_over()
    {
        await using var office = await PolicyOffice.OpenAsync();
        await office.ProposesAsync(TestBot.Carla, PolicyOffice.Stricter());
        office.Bot.Time.Advance(PolicyProposal.Lasts - TimeSpan.FromMinutes(1));
        await office.WatchAsync();
        Assert.Equal(ProposalStage.Open, (await office.ProposalAsync()).Stage);
        office.Bot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains(
            "Its time is over.",
            PolicyOffice.Words(await office.DoesAsync(TestBot.Sam, PublishStepKind.Accept)),
            StringComparison.Ordinal
        );
        await office.WatchAsync();
        await office.WatchAsync();
        Assert.Equal((ProposalStage.Expired, null), ((await office.ProposalAsync()).Stage, (await office.LogAsync()).Open));
        foreach (var person in new[] { TestBot.Carla, TestBot.Sam })
            Assert.Contains("Nobody decided on policy 2027.1 in time.", await office.ScreenOfAsync(person), StringComparison.Ordinal);
        Assert.Equal("", await office.FindingsAsync());
    }

    [Fact]
    public async Task What_the_command_line_proposed_is_asked_once()
    {
        await using var office = await PolicyOffice.OpenAsync();
        var (store, policies) = (office.Bot.The<PublishStore>(), office.Bot.The<PolicyStore>());
        var policy = Assert.IsType<PolicyReading.Accepted>(PolicyReader.Read(PolicyOffice.Stricter())).Policy;
        await policies.KeepTextAsync(policy, PolicyOffice.Stricter(), Cancellation);
        var asked = new ProposedPolicy(policy, policies.Current, null, PolicyImpact.Of(new()), TestBot.Carla);
        var outcome = PublishDecider.Propose(PolicyLog.Empty, null, asked, office.Bot.Context);
        Assert.True(await store.SaveAsync(null, Assert.IsType<PublishOutcome.Changed>(outcome), [], Cancellation));
        await office.WatchAsync();
        await office.WatchAsync();
        Assert.Contains("POL-0001", await office.ScreenOfAsync(TestBot.Sam), StringComparison.Ordinal);
        Assert.Single(office.Bot.Channel.In("a:" + TestBot.Sam.Id), shown => shown.Text.Contains("POL-0001", StringComparison.Ordinal));
        await office.DoesAsync(TestBot.Sam, PublishStepKind.Accept);
        Assert.Equal("2027.1", office.InForce);
    }

    [Fact]
    public async Task Two_who_press_at_once_decide_once()
    {
        await using var office = await PolicyOffice.OpenAsync(null, TestBot.Carla, TestBot.Sam, TestBot.Priya);
        await office.ProposesAsync(TestBot.Carla, PolicyOffice.Stricter());
        await Task.WhenAll(
            office.DoesAsync(TestBot.Sam, PublishStepKind.Accept),
            office.DoesAsync(TestBot.Priya, PublishStepKind.Reject, comment: "Not before the new year begins."),
            office.DoesAsync(TestBot.Priya, PublishStepKind.Accept),
            office.DoesAsync(TestBot.Carla, PublishStepKind.Withdraw)
        );
        Assert.Equal(2, (await office.LogAsync()).EventCount);
        Assert.Equal("", await office.FindingsAsync());
    }

    [Fact]
    public async Task One_person_with_two_accounts_is_one_person()
    {
        var onSlack = new Person(new("slack:T1:UCARLA"), "Carla");
        var (teams, slack) = (new FakePeopleDirectory("teams"), new FakePeopleDirectory("slack"));
        var bot = await TestBot.StartAsync();
        (bot.JoinsAccounts, bot.Directories) = (true, [teams, slack]);
        await using var office = await PolicyOffice.OpenAsync(bot, TestBot.Carla, onSlack, TestBot.Sam);
        await office.ProposesAsync(TestBot.Carla, PolicyOffice.Stricter());
        Assert.Contains(
            "Try again in a moment",
            PolicyOffice.Words(await office.DoesAsync(onSlack, PublishStepKind.Accept)),
            StringComparison.Ordinal
        );
        teams.Has(TestBot.Carla, "carla@acme.example");
        slack.Has(onSlack, "carla@acme.example");
        bot.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Contains(
            "You proposed it",
            PolicyOffice.Words(await office.DoesAsync(onSlack, PublishStepKind.Accept)),
            StringComparison.Ordinal
        );
        await office.DoesAsync(TestBot.Sam, PublishStepKind.Accept);
        Assert.Equal("2027.1", office.InForce);
    }

    [Fact]
    public async Task It_goes_with_the_backup()
    {
        await using var office = await PolicyOffice.OpenAsync();
        await office.ProposesAsync(TestBot.Carla, PolicyOffice.Stricter());
        await office.DoesAsync(TestBot.Sam, PublishStepKind.Accept);
        await office.ProposesAsync(TestBot.Carla, PolicyOffice.Renamed("2027.2"));
        using var moved = new BackupTransfer(office.Bot);
        var file = await BackupTransfer.ExportAsync(office.Bot.The<ITable>(), office.Bot.The<ChatSettings>());
        Assert.IsType<Imported.Done>(await moved.ImportAsync(file));
        await using var there = await PolicyOffice.OpenAsync(await TestBot.StartAsync(storage: moved.Target));
        await there.WatchAsync();
        Assert.Equal(("2027.1", "POL-0002"), (there.InForce, (await there.LogAsync()).Open));
        Assert.Equal("", await there.FindingsAsync());
    }

    [Theory]
    [InlineData("b-policies", "\"acceptedBy\":\"teams:sam\"", "\"acceptedBy\":\"teams:eve\"", "who accepted the policy in force")]
    [InlineData("b-policies", "\"open\":\"POL-0002\"", "\"open\":null", "which proposal waits")]
    [InlineData("p-POL-0001", "\"reviews\":0", "\"reviews\":9", "POL-0001: what was proposed")]
    [InlineData("p-POL-0001", "\"id\":\"teams:sam\"", "\"id\":\"teams:eve\"", "POL-0001: who decided what and when")]
    [InlineData("p-POL-0002", "\"stage\":\"Open\"", "\"stage\":\"Withdrawn\"", "POL-0002: whether it is decided")]
    [InlineData("b-policies-00000002", "\"kind\":\"PolicyAccepted\"", "\"kind\":\"PolicyRejected\"", "POLICIES, fact 2")]
    public async Task What_was_changed_by_hand_is_found(string key, string said, string says, string finding)
    {
        await using var office = await PolicyOffice.OpenAsync();
        await office.ProposesAsync(TestBot.Carla, PolicyOffice.Stricter());
        await office.DoesAsync(TestBot.Sam, PublishStepKind.Accept);
        await office.ProposesAsync(TestBot.Carla, PolicyOffice.Renamed("2027.2"));
        Assert.Equal("", await office.FindingsAsync());
        var table = office.Bot.The<ITable>();
        var row = (await table.GetAsync(Keys.Workflow("test"), key, Cancellation))!;
        var text = Rows.Text(row)!;
        Assert.Contains(said, text, StringComparison.Ordinal);
        var changed = Rows.WithText(row, text.Replace(said, says, StringComparison.Ordinal));
        await table.CommitAsync(Keys.Workflow("test"), [new RowChange.Replace(changed, row.ETag!)], Cancellation);
        Assert.Contains(finding, await office.FindingsAsync(), StringComparison.Ordinal);
    }
}
