using Microsoft.Extensions.Configuration;
using SupplierBot.Slack.Api;
using SupplierBot.Web.Hosting;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Tests.Options;

/// <summary>
/// Section <c>Slack</c>: what is wrong with it is reported without any secret, and a bot with credentials, good or bad, is never in local mode.
/// </summary>
public sealed class SlackSettingsTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void Three_settings_are_enough()
    {
        var (settings, faults) = Read();
        Assert.Empty(faults);
        Assert.True(settings.SignsIn);
        Assert.Equal(
            ("T000000001", SlackApiOptions.Official, "xoxb-1"),
            (settings.Slack!.In.TeamId, settings.Slack.Out.Address, settings.Slack.Out.BotToken)
        );
        Assert.Equal([Secret], settings.Slack.In.SigningSecrets);
    }

    [Fact]
    public void Slack_alone_needs_its_own_templates_and_no_others()
    {
        var slack = Read().Settings;
        Assert.Equal(["slack"], BotSetup.ChannelsOf(slack));
        Assert.Equal(["teams"], BotSetup.ChannelsOf(slack with { Slack = null }));
        var both = Read(
            ("Teams:AppId", "5b0a3a2e-6f0d-4c61-9a53-0000000000aa"),
            ("Teams:TenantId", "5b0a3a2e-6f0d-4c61-9a53-0000000000ab"),
            ("Teams:ManagedIdentity", "true")
        ).Settings;
        Assert.Equal(["teams", "slack"], BotSetup.ChannelsOf(both));
    }

    [Theory]
    [InlineData(null, true, true, false), InlineData("true", true, true, false), InlineData("false", true, false, true)]
    [InlineData(null, false, false, false), InlineData("true", false, true, false), InlineData("false", false, false, false)]
    public void With_two_platforms_accounts_are_joined_unless_somebody_says_otherwise_and_is_warned(
        string? said,
        bool both,
        bool joined,
        bool warned
    )
    {
        (string, string)[] teams =
        [
            ("Teams:AppId", "5b0a3a2e-6f0d-4c61-9a53-0000000000aa"),
            ("Teams:TenantId", "5b0a3a2e-6f0d-4c61-9a53-0000000000ab"),
            ("Teams:ManagedIdentity", "true"),
        ];
        var (settings, faults) = Read([
            .. both ? teams : [],
            .. said is null ? Array.Empty<(string, string)>() : [("Organisation:JoinAccounts", said)],
        ]);
        Assert.Empty(faults);
        Assert.Equal((joined, warned), (settings.JoinsAccounts, settings.LetsAccountsDecideForEachOther));
        Assert.Equal(
            (joined, both ? 2 : 1),
            (BotSetup.ChatSettingsOf(settings).JoinsAccounts, BotSetup.ChatSettingsOf(settings).Platforms)
        );
    }

    [Fact]
    public void Secrets_from_before_are_taken_beside_the_new_one() =>
        Assert.Equal(
            [Secret, new('b', 32), new('c', 32)],
            Read(
                ("Slack:SigningSecretPrevious:0", new('b', 32)),
                ("Slack:SigningSecretPrevious:1", new('c', 32))
            ).Settings.Slack!.In.SigningSecrets
        );

    [Fact]
    public void A_role_can_be_a_groups() =>
        Assert.Equal(
            new Dictionary<string, string> { ["security"] = "S0123456" },
            Read(("Slack:Groups:Security", "S0123456")).Settings.Slack!.Out.RoleGroups
        );

    [Theory]
    [
        InlineData("http://127.0.0.1:4903/api", "http://127.0.0.1:4903/api/"),
        InlineData("https://slack.example.com/api/", "https://slack.example.com/api/")
    ]
    public void Another_address_ends_with_a_slash(string given, string read) =>
        Assert.Equal(read, Read(("Slack:ApiUrl", given)).Settings.Slack!.Out.Address.ToString());

    [Theory]
    [InlineData("Slack:TeamId", "", "Slack:TeamId")]
    [InlineData("Slack:TeamId", "acme", "Slack:TeamId")]
    [InlineData("Slack:TeamId", "E000000001", "Slack:TeamId")]
    [InlineData("Slack:BotToken", "", "Slack:BotToken")]
    [InlineData("Slack:BotToken", "xoxp-s3cr3t", "Slack:BotToken")]
    [InlineData("Slack:BotToken", "xoxb-s3cr3t with a space", "Slack:BotToken")]
    [InlineData("Slack:BotToken", "xoxb-s3cr3t\n", "Slack:BotToken")]
    [InlineData("Slack:SigningSecret", "s3cr3t-s3cr3t-s3cr3t\r\n", "Slack:SigningSecret")]
    [InlineData("Slack:SigningSecretPrevious:0", "s3cr3t-s3cr3t-s3cr3t ", "Slack:SigningSecretPrevious:0")]
    [InlineData("Slack:SigningSecret", "", "Slack:SigningSecret")]
    [InlineData("Slack:SigningSecret", "s3cr3t", "Slack:SigningSecret")]
    [InlineData("Slack:SigningSecretPrevious:0", "s3cr3t", "Slack:SigningSecretPrevious")]
    [InlineData("Slack:ApiUrl", "http://slack.com/api/", "Slack:ApiUrl")]
    [InlineData("Slack:ApiUrl", "slack.com", "Slack:ApiUrl")]
    [InlineData("Slack:Groups:security", "@security", "Slack:Groups:security")]
    [InlineData("Slack:AppToken", "s3cr3t", "Slack:AppToken")]
    public void What_is_wrong_is_named_and_no_secret_is_repeated(string key, string value, string named)
    {
        var fault = Assert.Single(Read((key, value)).Faults);
        Assert.Equal(named, fault.Key);
        Assert.DoesNotContain("s3cr3t", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_held_in_another_workspace_counts_as_not_held()
    {
        var fault = Assert.Single(
            Read(("Roles:security:People:0:Id", "slack:T000000002:U1"), ("Roles:security:People:0:Name", "Sam")).Faults
        );
        Assert.Contains("slack:T000000002:U1", fault.Problem, StringComparison.Ordinal);
        Assert.Empty(Read(("Roles:security:People:0:Id", "slack:T000000001:U1"), ("Roles:security:People:0:Name", "Sam")).Faults);
    }

    [Theory]
    [
        InlineData("u-slack:T000000001:U1", "U1", "Personal"),
        InlineData("c-C01234567", "C01234567", "Channel"),
        InlineData("c-G01234567", "G01234567", "Channel")
    ]
    public void On_Slack_an_id_is_an_address(string target, string conversation, string scope)
    {
        var reference = BotSetup.ChatSettingsOf(Read().Settings).Known(target)!;
        Assert.Equal(
            ("slack", conversation, scope, "T000000001"),
            (reference.Channel, reference.ConversationId, reference.Scope.ToString(), reference.TenantId)
        );
    }

    [Theory]
    [
        InlineData("u-slack:T000000002:U1"),
        InlineData("u-slack:T000000001:"),
        InlineData("u-slack:T000000001"),
        InlineData("u-teams:5b0a3a2e-6f0d-4c61-9a53-000000000002"),
        InlineData("c-19:reviews-sam@thread.tacv2"),
        InlineData("c-D01234567"),
        InlineData("c-C"),
        InlineData("c-Channel"),
        InlineData("")
    ]
    public void Other_ids_are_not(string target) => Assert.Null(BotSetup.ChatSettingsOf(Read().Settings).Known(target));

    private static (Settings Settings, IReadOnlyList<ConfigurationFault> Faults) Read(params (string Key, string Value)[] more)
    {
        var set = new Dictionary<string, string?>
        {
            ["Slack:TeamId"] = "T000000001",
            ["Slack:BotToken"] = "xoxb-1",
            ["Slack:SigningSecret"] = Secret,
        };
        foreach (var (key, value) in more)
            set[key] = value;
        return Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(set).Build(), AppContext.BaseDirectory);
    }
}
