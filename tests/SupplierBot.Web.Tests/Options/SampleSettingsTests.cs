using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Tests.Options;

/// <summary><c>appsettings.sample.json</c> and the settings that exist are held together here.</summary>
public sealed partial class SampleSettingsTests
{
    private static readonly string Sample = Path.Combine(Repository.Root, "appsettings.sample.json");
    private static readonly IConfigurationRoot Configuration = new ConfigurationBuilder().AddJsonFile(Sample).Build();

    [Fact]
    public void Every_key_of_the_sample_is_known() => Assert.Empty(KnownKeys.Unknown(Configuration));

    [Fact]
    public void Every_known_key_is_in_the_sample()
    {
        var shown = Configuration.AsEnumerable().Where(pair => pair.Value is not null).Select(pair => Pattern(pair.Key)).ToHashSet();
        // One port is the short form of five, told in the comment of the long one.
        Assert.Equal(KnownKeys.All.Except(["Local:Ports"]).Order(), shown.Order());
    }

    /// <summary>Copied whole, it is refused with every placeholder at once; a secret is not repeated.</summary>
    [Fact]
    public void The_sample_as_it_stands_has_its_placeholders_as_faults_and_no_other()
    {
        var faults = Settings.Read(Configuration, Repository.Root).Faults;
        Assert.Equal(
            [
                "Admins:0:Id",
                "Roles:ciso:People:0:Id",
                "Roles:ciso:Places:0",
                "Roles:security:Deputies:0:Id",
                "Roles:security:People:0:Id",
                "Roles:security:People:1:Id",
                "Roles:security:Places:0",
                "Slack:BotToken",
                "Slack:Groups:security",
                "Slack:SigningSecret",
                "Slack:SigningSecretPrevious:0",
                "Slack:TeamId",
                "Teams:AppId",
                "Teams:ServiceUrls:0",
                "Teams:TenantId",
                "Teams:Tenants:0",
            ],
            faults.Select(fault => fault.Key).Order(StringComparer.Ordinal)
        );
        Assert.All(faults, fault => Assert.Contains("placeholder", fault.Problem, StringComparison.Ordinal));
    }

    [Fact]
    public void The_sample_with_values_of_ones_own_has_no_fault()
    {
        var text = File.ReadAllText(Sample);
        foreach (
            var (placeholder, own) in new[]
            {
                ("00000000-0000-0000-0000-", "5b0a3a2e-6f0d-4c61-9a53-"),
                ("T00000000", "T0123ABCD"),
                ("S00000000", "S0123ABCD"),
                ("xoxb-of-the-app", "xoxb-1-2-abc"),
                ("smba.example.com", "smba.example.net"),
                ("19:00000000000000000000000000000000@", "19:5b0a3a2e6f0d4c619a53000000000000@"),
                ("00000000000000000000000000000000", "5b0a3a2e6f0d4c619a53000000000000"),
                ("11111111111111111111111111111111", "6b0a3a2e6f0d4c619a53000000000000"),
            }
        )
            text = text.Replace(placeholder, own, StringComparison.Ordinal);
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Empty(
            Settings
                .Read(new ConfigurationBuilder().AddJsonStream(stream).Build(), Repository.Root)
                .Faults.Select(fault => fault.ToString())
        );
    }

    [Fact]
    public void Every_section_and_setting_of_the_sample_is_explained_in_the_line_above_it()
    {
        string[] obvious = ["Organisation", "Storage", "Sqlite", "Policy", "Cards", "security", "ciso", "People", "Places"];
        var lines = File.ReadAllLines(Sample).Select(line => line.Trim()).ToList();
        var silent = lines
            .Index()
            .Where(line => SettingLine().IsMatch(line.Item) && !lines[line.Index - 1].StartsWith("//", StringComparison.Ordinal));
        Assert.Empty(silent.Select(line => SettingLine().Match(line.Item).Groups[1].Value).Except(obvious));
    }

    private static string Pattern(string key) =>
        string.Join(
            ':',
            key.Split(':')
                .Select(
                    (part, position) =>
                        part.All(char.IsAsciiDigit) ? "#"
                        : (position == 1 && key.StartsWith("Roles:", StringComparison.Ordinal))
                        || (position == 2 && key.StartsWith("Slack:Groups:", StringComparison.Ordinal))
                            ? "*"
                        : part
                )
        );

    [GeneratedRegex("^\"(\\w+)\":")]
    private static partial Regex SettingLine();
}
