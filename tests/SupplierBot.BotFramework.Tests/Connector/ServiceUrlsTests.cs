using SupplierBot.BotFramework.Authentication;
using SupplierBot.BotFramework.Connector;

namespace SupplierBot.BotFramework.Tests.Connector;

public sealed class ServiceUrlsTests
{
    private static readonly ServiceUrls Known = new([
        "http://127.0.0.1:56150/_connector",
        "http://localhost:56151",
        "https://smba.infra.gov.teams.microsoft.us/",
    ]);

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://SMBA.trafficmanager.net/amer/tenant")]
    [InlineData("https://smba.trafficmanager.net:443/")]
    [InlineData("https://webchat.botframework.com/")]
    [InlineData("https://europe.directline.botframework.com")]
    [InlineData("http://127.0.0.1:56150/_connector")]
    [InlineData("http://127.0.0.1:56150/_connector/")]
    [InlineData("http://localhost:56151/any/path")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/gcch")]
    public void These_are_spoken_to(string address) => Assert.True(Known.Allows(address));

    public static readonly TheoryData<string, string, bool> OfClouds = new()
    {
        { "Public", "https://smba.trafficmanager.net/teams/", true },
        { "Public", "https://smba.infra.gcc.teams.microsoft.com/teams/", true },
        { "Public", "https://smba.infra.gcc.teams.microsoft.com.evil.example/", false },
        { "Public", "https://x.smba.infra.gcc.teams.microsoft.com/", false },
        { "Public", "https://evil.teams.microsoft.com/", false },
        { "Public", "https://smba.infra.gov.teams.microsoft.us/teams/", false },
        { "USGov", "https://smba.infra.gov.teams.microsoft.us/teams/", true },
        { "USGov", "https://smba.infra.dod.teams.microsoft.us/teams/", true },
        { "USGov", "https://directline.botframework.azure.us/", true },
        { "USGov", "https://smba.infra.gcc.teams.microsoft.com/teams/", false },
        { "USGov", "https://evilteams.microsoft.us/", false },
        { "China", "https://frontend.botapi.msg.infra.teams.microsoftonline.cn/teams/", true },
        { "China", "https://directline.botframework.azure.cn/", true },
        { "China", "https://evil.teams.microsoftonline.cn/", false },
        { "China", "https://smba.infra.gov.teams.microsoft.us/teams/", false },
    };

    [Theory, MemberData(nameof(OfClouds))]
    public void Each_cloud_has_its_own(string cloud, string address, bool allowed) =>
        Assert.Equal(
            allowed,
            new ServiceUrls(
                [],
                (
                    cloud switch
                    {
                        "USGov" => BotCloud.USGov,
                        "China" => BotCloud.China,
                        _ => BotCloud.Public,
                    }
                ).ChannelHosts
            ).Allows(address)
        );

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("/relative")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://xsmba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net./")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://botframework.com.evil.example/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("https://@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://smba.trafficmanager.net\\@evil.example/")]
    [InlineData("https://evil.example\\.botframework.com/")]
    [InlineData("https://evil.example#.botframework.com/")]
    [InlineData("https://evil.example/?.botframework.com")]
    [InlineData("https://smba.trafficmanager.net/?x=1")]
    [InlineData(" https://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/\r\nHost: x")]
    [InlineData("https://smba。trafficmanager。net/")]
    [InlineData("https://ѕmba.trafficmanager.net/")]
    [InlineData("https://52.113.194.132/")]
    [InlineData("https://[::1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("http://localhost:56150/_connector")]
    [InlineData("http://127.0.0.1:56150/")]
    [InlineData("http://127.0.0.1:56150/_connectors")]
    [InlineData("http://127.0.0.1:56150/_connector/../admin")]
    [InlineData("http://127.0.0.1:56151/_connector")]
    [InlineData("https://127.0.0.1:56150/_connector")]
    [InlineData("http://127.1:56152/_connector")]
    [InlineData("http://2130706433:56152/_connector")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("file:///etc/passwd")]
    public void These_are_not(string? address) => Assert.False(Known.Allows(address));

    [Fact]
    public void Without_further_addresses_no_loopback_is_spoken_to() =>
        Assert.False(new ServiceUrls([]).Allows("http://127.0.0.1:56150/_connector"));

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("https://user@example.com/")]
    [InlineData("https://example.com/?a=b")]
    [InlineData("example.com")]
    public void A_configured_address_is_https_or_loopback(string address) =>
        Assert.Contains(address, Assert.Throws<ArgumentException>(() => new ServiceUrls([address])).Message, StringComparison.Ordinal);
}
