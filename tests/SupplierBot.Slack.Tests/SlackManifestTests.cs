using SupplierBot.Onboarding.Requests;
using SupplierBot.Slack.Reading;
using YamlDotNet.RepresentationModel;

namespace SupplierBot.Slack.Tests;

/// <summary>What Slack reads about the app (<c>manifests/slack/manifest.yaml</c>), against what the bot does.</summary>
public sealed class SlackManifestTests
{
    private static readonly YamlMappingNode Manifest = Read();

    [Fact]
    public void Its_shortcuts_are_those_the_bot_hears()
    {
        var shortcuts = List("features", "shortcuts").Select(one => (Text(one, "type"), Text(one, "callback_id")));
        Assert.Equal(
            [
                ("global", InteractionReader.NewRequest),
                ("message", InteractionReader.RequestFromMessage),
                ("message", InteractionReader.ChangeFromMessage),
            ],
            shortcuts
        );
    }

    [Fact]
    public void Its_addresses_are_those_the_bot_answers()
    {
        string[] addresses =
        [
            Text(At("settings", "event_subscriptions"), "request_url"),
            Text(At("settings", "interactivity"), "request_url"),
            Text(At("settings", "interactivity"), "message_menu_options_url"),
            Text(Assert.Single(List("features", "slash_commands")), "url"),
        ];
        Assert.Equal(
            [SlackDriver.Events, SlackDriver.Interactions, SlackDriver.Options, SlackDriver.Commands],
            addresses.Select(address => new Uri(address).AbsolutePath)
        );
    }

    /// <summary>Heard somewhere in the source, or by who keeps what the workspace says about its people.</summary>
    [Fact]
    public void Its_events_are_those_the_bot_reads()
    {
        var source = string.Concat(
            Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "src", "SupplierBot.Slack"), "*.cs", SearchOption.AllDirectories)
                .Select(File.ReadAllText)
        );
        var events = ((YamlSequenceNode)At("settings", "event_subscriptions").Children["bot_events"])
            .Select(node => ((YamlScalarNode)node).Value!)
            .ToList();
        Assert.Equal(events.Order(StringComparer.Ordinal), events);
        Assert.All(
            events.Where(name => !name.StartsWith("message.", StringComparison.Ordinal)),
            name => Assert.Contains($"\"{name}\"", source, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Its_hint_says_what_the_bot_understands() =>
        Assert.All(
            Text(List("features", "slash_commands").Single(), "usage_hint").Split(" | "),
            command => Assert.IsNotType<Request.Unclear>(RequestReader.Parse(command))
        );

    /// <summary>https://docs.slack.dev/reference/app-manifest</summary>
    [Fact]
    public void Its_texts_are_as_long_as_Slack_takes_them()
    {
        Assert.InRange(Text(At("display_information"), "name").Length, 1, 35);
        Assert.InRange(Text(At("display_information"), "description").Length, 1, 140);
        Assert.InRange(Text(At("display_information"), "long_description").Length, 174, 4000);
        Assert.All(
            List("features", "shortcuts"),
            one => Assert.True(Text(one, "name").Length <= 24 && Text(one, "description").Length <= 150)
        );
        Assert.All(
            List("features", "slash_commands"),
            one =>
                Assert.True(
                    Text(one, "command").Length <= 32 && Text(one, "description").Length <= 100 && Text(one, "usage_hint").Length <= 100
                )
        );
    }

    /// <summary>
    /// It cannot be switched off again, and the token of the configuration would end after twelve hours (src/SupplierBot.Slack/PROTOCOL.md
    /// "Tokens").
    /// </summary>
    [Fact]
    public void Its_token_does_not_end() => Assert.Equal("false", Text(At("settings"), "token_rotation_enabled"));

    private static YamlMappingNode Read()
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(Path.Combine(Repository.Root, "manifests", "slack", "manifest.yaml"));
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static YamlMappingNode At(params string[] path) =>
        path.Aggregate(Manifest, (node, name) => (YamlMappingNode)node.Children[name]);

    private static IEnumerable<YamlMappingNode> List(string section, string name) =>
        ((YamlSequenceNode)At(section).Children[name]).Cast<YamlMappingNode>();

    private static string Text(YamlMappingNode node, string name) => ((YamlScalarNode)node.Children[name]).Value!;
}
