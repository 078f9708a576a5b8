using System.Text;
using System.Text.Json.Nodes;
using SupplierBot.Chat.Turns;
using SupplierBot.Slack.Home;
using SupplierBot.Slack.Modals;

namespace SupplierBot.Slack.Tests.Modals;

public sealed class ModalTests
{
    private const string Name = """{"type":"input","block_id":"name","label":{"type":"plain_text","text":"Name"},"element":{"type":"plain_text_input","action_id":"name"}}""";

    private static string Button(string label, string value, string style = "") =>
        $$$"""{"type":"button","action_id":"{{{label}}}","text":{"type":"plain_text","text":"{{{label}}}"},"value":"{{{value}}}"{{{(style.Length > 0 ? $",\"style\":\"{style}\"" : "")}}}}""";

    private static JsonObject Of(params string[] blocks) =>
        Modal.Of(new(Encoding.UTF8.GetBytes($$"""{"text":"Plain","title":"Acme Notes","blocks":[{{string.Join(',', blocks)}}]}"""), "Plain"), "Close");

    private static string Actions(params string[] buttons) => $$"""{"type":"actions","block_id":"actions","elements":[{{string.Join(',', buttons)}}]}""";

    private static string[] Types(JsonObject modal) => [.. modal["blocks"]!.AsArray().Select(block => (string)block!["type"]!)];

    [Fact]
    public void The_main_button_sends_the_window_and_its_value_comes_back()
    {
        var modal = Of(Name, Actions(Button("Next", ";;4;dr1;basics;answer;", "primary"), Button("Back", ";;4;dr1;basics;back;")));
        Assert.Equal(("modal", "supplierbot", ";;4;dr1;basics;answer;"), ((string)modal["type"]!, (string)modal["callback_id"]!, (string)modal["private_metadata"]!));
        Assert.Equal(("Acme Notes", "Next", "Close"), ((string)modal["title"]!["text"]!, (string)modal["submit"]!["text"]!, (string)modal["close"]!["text"]!));
        Assert.Equal("Back", (string)modal["blocks"]![1]!["elements"]!.AsArray().Single()!["text"]!["text"]!);
    }

    [Fact]
    public void A_block_that_lost_its_last_button_goes() => Assert.Equal(["input"], Types(Of(Name, Actions(Button("Next", ";;4;dr1;basics;answer;", "primary")))));

    [Fact]
    public void Stopping_is_closing()
    {
        var modal = Of(Name, Actions(Button("Next", ";;4;dr1;basics;answer;", "primary"), Button("Stop for now", ";;4;dr1;basics;cancel;")));
        Assert.Equal("Stop for now", (string)modal["close"]!["text"]!);
        Assert.Equal(["input"], Types(modal));
    }

    [Fact]
    public void A_form_over_a_case_is_left_by_closing_it_and_sent_by_what_it_is_for()
    {
        var modal = Of(Name, Actions(Button("Reject", "REQ-2026-0001;review-security;3;;;reject;sent", "danger"), Button("Back", "REQ-2026-0001;review-security;3;;;back;")));
        Assert.Equal(("Reject", "REQ-2026-0001;review-security;3;;;reject;sent"), ((string)modal["submit"]!["text"]!, (string)modal["private_metadata"]!));
        Assert.Equal(["input"], Types(modal));
    }

    [Fact]
    public void Without_inputs_nothing_has_to_be_sent()
    {
        var modal = Of("""{"type":"divider"}""", Actions(Button("Ask", "REQ-2026-0001;receipt;3;;;ask;")));
        Assert.False(modal.ContainsKey("submit"));
        Assert.Equal(["divider", "actions"], Types(modal));
    }

    [Fact]
    public void Slack_refuses_inputs_that_nothing_sends()
    {
        var modal = Of(Name);
        Assert.Equal(("Close", ""), ((string)modal["submit"]!["text"]!, (string)modal["private_metadata"]!));
    }

    [Fact]
    public void A_window_is_never_empty_and_its_labels_fit()
    {
        var modal = Modal.Of(new("""{"text":"Plain","title":"A title of more than twenty-four","blocks":[]}"""u8.ToArray(), "Plain"), "Close");
        Assert.Equal("Plain", (string)modal["blocks"]![0]!["text"]!["text"]!);
        Assert.Equal(24, ((string)modal["title"]!["text"]!).Length);
    }

    [Fact]
    public void The_lists_of_the_home_do_not_share_ids()
    {
        RenderedCard list = new(Encoding.UTF8.GetBytes($$"""{"text":"x","blocks":[{"type":"header"},{{Name}},{{Actions(Button("Open", ";;;;;open;", "primary"))}}]}"""), "x");
        var blocks = AppHomeView.Of("New request", "Search", [("pending", list), ("mine", list)])["blocks"]!.AsArray();
        var ids = blocks.Select(block => (string?)block!["block_id"]).OfType<string>().ToList();
        Assert.Equal(["actions", "find", "pending/name", "pending/actions", "mine/name", "mine/actions"], ids);
    }

    [Fact]
    public void A_home_has_at_most_a_hundred_blocks()
    {
        RenderedCard list = new(Encoding.UTF8.GetBytes($$"""{"text":"x","blocks":[{{string.Join(',', Enumerable.Repeat("""{"type":"divider"}""", 60))}}]}"""), "x");
        Assert.Equal(63, AppHomeView.Of("New", "Search", [("pending", list), ("mine", list)])["blocks"]!.AsArray().Count);
    }
}
