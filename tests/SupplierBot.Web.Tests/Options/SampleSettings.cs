using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace SupplierBot.Web.Tests;

/// <summary><c>appsettings.sample.json</c> and the settings that exist are held together here.</summary>
public sealed partial class SampleSettings
{
    private static readonly string sample = Path.Combine(Repository.Root, "appsettings.sample.json");
    private static readonly IConfigurationRoot configuration = new ConfigurationBuilder().AddJsonFile(sample).Build();

    [Fact]
    public void Every_key_of_the_sample_is_known() =>
        Assert.Empty(KnownKeys.Unknown(configuration));

    [Fact]
    public void Every_known_key_is_in_the_sample()
    {
        var shown = configuration.AsEnumerable().Where(pair => pair.Value is not null).Select(pair => Pattern(pair.Key)).ToHashSet();
        // One port is the short form of four, told in the comment of the long one.
        Assert.Equal(KnownKeys.All.Except(["Local:Ports"]).Order(), shown.Order());
    }

    [Fact]
    public void The_sample_as_it_stands_has_no_fault() =>
        Assert.Empty(Settings.Read(configuration, Repository.Root).Faults.Select(fault => fault.ToString()));

    [Fact]
    public void Every_section_and_setting_of_the_sample_is_explained_in_the_line_above_it()
    {
        string[] obvious = ["Organisation", "Storage", "Sqlite", "Policy", "Cards", "security", "ciso", "People", "Places"];
        var lines = File.ReadAllLines(sample).Select(line => line.Trim()).ToList();
        var silent = lines.Index().Where(line => SettingLine().IsMatch(line.Item) && !lines[line.Index - 1].StartsWith("//", StringComparison.Ordinal));
        Assert.Empty(silent.Select(line => SettingLine().Match(line.Item).Groups[1].Value).Except(obvious));
    }

    private static string Pattern(string key) =>
        string.Join(':', key.Split(':').Select((part, position) => part.All(char.IsAsciiDigit) ? "#" : (position == 1 && key.StartsWith("Roles:", StringComparison.Ordinal)) || (position == 2 && key.StartsWith("Slack:Groups:", StringComparison.Ordinal)) ? "*" : part));

    [GeneratedRegex("^\"(\\w+)\":")]
    private static partial Regex SettingLine();
}
