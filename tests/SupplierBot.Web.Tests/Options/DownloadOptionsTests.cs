using Microsoft.Extensions.Configuration;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Tests.Options;

public sealed class DownloadOptionsTests
{
    [Theory]
    [InlineData("https://bot.example.com", "https://bot.example.com/")]
    [InlineData("https://example.com/bot", "https://example.com/bot/")]
    [InlineData("http://localhost:3978", "http://localhost:3978/")]
    [InlineData("http://127.0.0.1:3978/", "http://127.0.0.1:3978/")]
    public void An_address_ends_with_a_slash(string set, string url) => Assert.Equal(new Uri(url), Read(set).Url);

    [Theory]
    [InlineData("bot.example.com", "is no web address")]
    [InlineData("ftp://bot.example.com", "is no web address")]
    [InlineData("http://bot.example.com", "is not encrypted")]
    [InlineData("https://me:secret@bot.example.com", "has more than a host and a path")]
    [InlineData("https://bot.example.com/?a=b", "has more than a host and a path")]
    public void What_a_browser_should_not_be_sent_to_is_a_fault(string set, string words)
    {
        var (url, faults) = Read(set);
        Assert.Null(url);
        Assert.Contains(words, Assert.Single(faults).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_set_is_no_fault() => Assert.Equal((null, 0), (Read("").Url, Read("").Faults.Count));

    private static (Uri? Url, IReadOnlyList<ConfigurationFault> Faults) Read(string set)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Downloads:Url"] = set })
            .Build();
        var reader = new SettingsReader(configuration, "/");
        return (DownloadOptions.Read(reader), reader.Faults);
    }
}
