using System.Text.Json.Nodes;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Templates;

/// <summary>
/// A field for a person is the platform's own list where the client has one, and a text or a short list everywhere else.
/// </summary>
public sealed class PeoplePickerTests
{
    private const string Id = "5c9b7a80-2a63-4a4c-9d5c-2c6e7f6f3b11";

    [Fact]
    public void Teams_searches_the_directory_where_its_clients_can()
    {
        var input = OnTeams(Page(""), CardPlace.Modal);
        Assert.Equal(("Input.ChoiceSet", "filtered"), ((string)input["type"]!, (string)input["style"]!));
        Assert.Equal(
            ("Data.Query", "graph.microsoft.com/users"),
            ((string)input["choices.data"]!["type"]!, (string)input["choices.data"]!["dataset"]!)
        );
        Assert.Empty(TeamsCardLint.Faults(ShippedCards.Teams.Render(Page(""), CardPlace.Modal)));
        Assert.Equal("Input.Text", (string)OnTeams(Page(""), CardPlace.Message)["type"]!);
    }

    [Fact]
    public void A_name_that_was_typed_is_a_choice_of_its_own_on_Teams()
    {
        var input = OnTeams(Page("Tom Baker"), CardPlace.Modal);
        Assert.Equal("Tom Baker", (string)input["value"]!);
        Assert.Equal("Tom Baker", (string)Assert.Single(input["choices"]!.AsArray())!["value"]!);
    }

    [Fact]
    public void People_the_bot_knows_come_first_under_the_id_the_directory_has()
    {
        var form = Form($"teams:{Id}", new FieldChoice($"teams:{Id}", "Tom Baker"), new FieldChoice("slack:T1:U7", "Una Only"));
        var input = OnTeams(form, CardPlace.Modal);
        Assert.Equal(Id, (string)input["value"]!);
        Assert.Equal([Id, "slack:T1:U7"], input["choices"]!.AsArray().Select(choice => (string)choice!["value"]!));
        Assert.Equal("expanded", (string)OnTeams(form, CardPlace.Message)["style"]!);
    }

    [Theory]
    [InlineData("", "users_select", null)]
    [InlineData("slack:T1:U7", "users_select", "U7")]
    [InlineData("Tom Baker", "plain_text_input", null)]
    public void Slack_lists_its_people_and_keeps_a_name_that_was_typed(string value, string type, string? picked)
    {
        var element = ShippedCards.ModalOnSlack(Page(value))["blocks"]!.AsArray().Single(block => (string?)block!["block_id"] == "owner")![
            "element"
        ]!;
        Assert.Equal((type, picked), ((string)element["type"]!, (string?)element["initial_user"]));
    }

    private static View.Page Page(string value) => new("Ownership", "", "", [Field(value, [])], "") { Plain = "Ownership" };

    private static View.Form Form(string value, params FieldChoice[] known) =>
        new("Owner", [], "", [Field(value, known)], "") { Plain = "Owner" };

    private static Field Field(string value, IReadOnlyList<FieldChoice> known) =>
        new("owner", FieldKind.Person, "Who owns it?", "", value, false, "", "", "Me", 100, known);

    private static JsonObject OnTeams(View view, CardPlace place) =>
        Inputs(JsonNode.Parse(ShippedCards.Teams.Render(view, place).Content.Span)).Single();

    private static IEnumerable<JsonObject> Inputs(JsonNode? node) =>
        node switch
        {
            JsonArray items => items.SelectMany(Inputs),
            JsonObject input when ((string?)input["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true => [input],
            JsonObject element => element.SelectMany(member => Inputs(member.Value)),
            _ => [],
        };
}
