using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Teams;
using SupplierBot.BotFramework.Tests.Kit;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.BotFramework.Tests.Teams;

/// <summary>Only what the activity itself calls a mention is one, and no more of them than a message has use for.</summary>
public sealed class MentionsTests
{
    private static TypedWords Said(string text, params JsonObject[] entities) =>
        Mentions
            .Read(
                SampleActivities
                    .Message(text, sent => sent["entities"] = new JsonArray([.. entities.Select(entity => (JsonNode)entity)]))
                    .Read(),
                SampleActivities.Today
            )
            .Typed!;

    private static JsonObject Entity(string text, string id, string type = "mention", string name = "Whoever") =>
        new()
        {
            ["type"] = type,
            ["text"] = text,
            ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name },
        };

    [Fact]
    public void An_entity_of_another_kind_names_nobody()
    {
        var said = Said("assign 12 to <at>Rita</at>", Entity("<at>Rita</at>", "29:rita", "clientInfo"));
        Assert.Equal("assign 12 to <at>Rita</at>", said.Text);
        Assert.Empty(said.Mentions);
    }

    [Fact]
    public void An_entity_without_its_words_is_found_by_the_name()
    {
        var said = Said("assign 12 to <at>Rita</at>", Entity("", "29:rita", name: "Rita"));
        Assert.Equal(("assign 12 to @Rita", "29:rita"), (said.Text, Assert.Single(said.Mentions).UserId));
    }

    [Fact]
    public void Twenty_mentions_are_read()
    {
        var text = string.Concat(Enumerable.Range(1, 30).Select(number => $"<at>P{number}</at> "));
        var said = Said(text, [.. Enumerable.Range(1, 30).Select(number => Entity($"<at>P{number}</at>", $"29:{number}"))]);
        Assert.Equal(20, said.Mentions.Count);
        Assert.StartsWith("@P1 @P2 ", said.Text, StringComparison.Ordinal);
        Assert.Contains(" @P20 <at>P21</at> ", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_no_longer_than_a_name_is()
    {
        var words = $"<at>{new string('a', 300)}</at>";
        Assert.Equal(100, Assert.Single(Said($"ask {words}", Entity(words, "29:rita")).Mentions).Name.Length);
    }
}
