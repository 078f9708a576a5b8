using System.Text.Json.Nodes;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Cards;
using SupplierBot.Slack.Home;
using SupplierBot.Slack.Modals;
using SupplierBot.Slack.Tests.Kit;

namespace SupplierBot.Slack.Tests.Modals;

public sealed class ModalTests
{
    private static readonly CardStamp Draft = CardStamp.OfDraft("dr1", "basics", 4),
        Case = CardStamp.OfCase("REQ-2026-0001", "review-security", 3);
    private static readonly Field Name = new("name", FieldKind.Text, "Name", "", "", true, "", "", "", 100, []);
    private static readonly Button Next = new("Next", "answer", Style: ButtonStyle.Main, Checks: true),
        Back = new("Back", "back"),
        Stop = new("Save and stop", "cancel");

    private static JsonObject Page(params Button[] buttons) =>
        ShippedCards.Modal(
            new View.Page("Acme Notes", "", "", [Name], "")
            {
                Plain = "Plain",
                Stamp = Draft,
                Buttons = buttons,
            }
        );

    private static JsonObject Form(params Button[] buttons) =>
        ShippedCards.Modal(
            new View.Form("Acme Notes", [], "", [Name], "")
            {
                Plain = "Plain",
                Stamp = Case,
                Buttons = buttons,
            }
        );

    private static JsonObject Notice(string title, params Button[] buttons) =>
        ShippedCards.Modal(
            new View.Notice(title, [new("Words")])
            {
                Plain = "Plain",
                Stamp = Case,
                Buttons = buttons,
            }
        );

    private static string[] Types(JsonObject modal) => [.. modal["blocks"]!.AsArray().Select(block => (string)block!["type"]!)];

    private static string TextOf(JsonObject modal, string name) => (string)modal[name]!["text"]!;

    private static JsonArray ButtonsIn(JsonObject modal) => modal["blocks"]!.AsArray()[^1]!["elements"]!.AsArray();

    [Fact]
    public void The_main_button_sends_the_window_and_its_value_comes_back()
    {
        var modal = Page(Next, Back);
        Assert.Equal(
            ("modal", "supplierbot", ";;4;dr1;basics;answer;"),
            ((string)modal["type"]!, (string)modal["callback_id"]!, (string)modal["private_metadata"]!)
        );
        Assert.Equal(("Acme Notes", "Next", "Close"), (TextOf(modal, "title"), TextOf(modal, "submit"), TextOf(modal, "close")));
        Assert.Equal("Back", (string)Assert.Single(ButtonsIn(modal))!["text"]!["text"]!);
    }

    [Fact]
    public void A_block_that_lost_its_last_button_goes() => Assert.Equal(["input"], Types(Page(Next)));

    [Fact]
    public void Stopping_is_closing()
    {
        var modal = Page(Next, Stop);
        Assert.Equal("Save and stop", TextOf(modal, "close"));
        Assert.Equal(["input"], Types(modal));
    }

    [Fact]
    public void A_form_over_a_case_is_left_by_closing_it_and_sent_by_what_it_is_for()
    {
        var modal = Form(new("Reject", "reject", "sent", Style: ButtonStyle.Danger), Back);
        Assert.Equal(
            ("Reject", "REQ-2026-0001;review-security;3;;;reject;sent"),
            (TextOf(modal, "submit"), (string)modal["private_metadata"]!)
        );
        Assert.Equal(["input"], Types(modal));
    }

    [Fact]
    public void Without_inputs_nothing_has_to_be_sent()
    {
        var modal = Notice("Acme Notes", new Button("Ask", "ask"));
        Assert.False(modal.ContainsKey("submit"));
        Assert.Equal(["section", "actions"], Types(modal));
    }

    [Fact]
    public void What_is_left_beside_the_main_button_is_not_the_main_one()
    {
        var modal = Page(Next, new Button("Save", "save", Style: ButtonStyle.Main));
        Assert.Equal(("Next", null), (TextOf(modal, "submit"), Assert.Single(ButtonsIn(modal))!["style"]));
    }

    [Fact]
    public void Slack_refuses_inputs_that_nothing_sends()
    {
        var modal = Page();
        Assert.Equal(("Close", ""), (TextOf(modal, "submit"), (string)modal["private_metadata"]!));
    }

    [Fact]
    public void A_window_is_never_empty_and_its_labels_fit()
    {
        var view = new View.Notice("", []) { Plain = "Plain" };
        var buttons = new ModalButtons(null, null, []);
        var modal = JsonNode
            .Parse(Modal.Write(view, buttons, new([], default) { Title = "A title of more than twenty-four" }, "Close").Span)!
            .AsObject();
        Assert.Equal("Plain", (string)modal["blocks"]![0]!["text"]!["text"]!);
        Assert.Equal(24, TextOf(modal, "title").Length);
    }

    [Fact]
    public void A_view_without_a_title_is_shown_under_the_name_of_the_app() => Assert.Equal("SupplierBot", TextOf(Notice(""), "title"));

    [Fact]
    public void The_lists_of_the_home_do_not_share_ids()
    {
        var pick = new Field("pick", FieldKind.One, "Choose one", "", "", false, "", "", "", 0, [new("1", "One")]);
        var list = new View.Entries("Mine", "", [], pick, "") { Plain = "Mine", Buttons = [new("Open", "open", Style: ButtonStyle.Main)] };
        var ids = Home(ShippedCards.Slack.Section(list, "pending"), ShippedCards.Slack.Section(list, "mine"))
            .Select(block => (string?)block!["block_id"])
            .OfType<string>();
        Assert.Equal(["pending/pick", "pending/actions", "mine/pick", "mine/actions", "actions", "find"], ids);
    }

    [Fact]
    public void A_home_has_at_most_a_hundred_blocks()
    {
        var json = System.Text.Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("""{"type":"divider"}""", 50))}]");
        var list = new SlackBlocks(json, SlackSize.Of(json));
        Assert.Equal(56, Home(list, list).Count);
        Assert.Contains("Nothing yet.", Home().ToJsonString(), StringComparison.Ordinal);
    }

    private static JsonArray Home(params SlackBlocks[] lists) =>
        JsonNode.Parse(
            AppHomeView.Write(new("Hello, Sam.", "I help.", lists.Length == 0 ? "Nothing yet." : "", "New", "Help", "Search"), lists)
        )!["blocks"]!.AsArray();
}
