using System.Net;
using SupplierBot.BotFramework.Connector;

namespace SupplierBot.BotFramework.Tests.Connector;

public sealed class NetworksTests
{
    [Theory]
    [
        InlineData("127.0.0.1"),
        InlineData("10.1.2.3"),
        InlineData("172.16.0.1"),
        InlineData("172.31.255.255"),
        InlineData("192.168.1.1"),
        InlineData("169.254.169.254"),
        InlineData("100.64.0.1"),
        InlineData("0.0.0.0"),
        InlineData("224.0.0.1"),
        InlineData("255.255.255.255"),
        InlineData("168.63.129.16"),
        InlineData("::1"),
        InlineData("::"),
        InlineData("fe80::1"),
        InlineData("fd00::1"),
        InlineData("ff02::1"),
        InlineData("::ffff:10.0.0.1"),
        InlineData("::ffff:169.254.169.254"),
        InlineData("64:ff9b::a9fe:a9fe")
    ]
    public void These_are_inside(string address) => Assert.True(Networks.IsInside(IPAddress.Parse(address)));

    [Theory]
    [
        InlineData("52.113.194.132"),
        InlineData("172.32.0.1"),
        InlineData("8.8.8.8"),
        InlineData("2603:1063::1"),
        InlineData("::ffff:8.8.8.8"),
        InlineData("64:ff9b::808:808")
    ]
    public void These_are_outside(string address) => Assert.False(Networks.IsInside(IPAddress.Parse(address)));

    [Theory]
    [
        InlineData("https://10.0.0.1/"),
        InlineData("https://169.254.169.254/"),
        InlineData("https://[fd00::1]/"),
        InlineData("https://[::ffff:10.0.0.1]/")
    ]
    public void None_of_them_can_be_configured(string address) => Assert.Throws<ArgumentException>(() => new ServiceUrls([address]));
}
