using System.Text.Json.Nodes;
using SupplierBot.Slack.Tests.Kit;
using static SupplierBot.Slack.Tests.Kit.Company;

namespace SupplierBot.Slack.Tests.Modals;

/// <summary>Reviews as people on Slack decide them: one button in the channel, a modal for who may, words for everybody else.</summary>
public sealed class ModalDecisionTests(Company company) : IClassFixture<Company>
{
    private SlackDriver Driver => company.Driver;
    private FakeSlack Slack => company.Slack;

    [Fact]
    public async Task A_request_made_in_a_window_is_approved_in_another()
    {
        var (receipt, review) = await RequestedAsync("Acme Yes");
        Assert.Equal(
            (200, ""),
            await Driver.PressAsync("sam", company.Reviews, review, "review:") is var pressed ? (pressed.Status, pressed.Body) : default
        );
        var deciding = await Slack.SeesAsync("sam", view => Has(view, ";approve;") && Has(view, "Acme Yes"));
        var decided = await Driver.SubmitAsync(
            "sam",
            deciding,
            new Dictionary<string, string> { ["terms"] = "covered", ["terms_ref"] = "MSA v3" }
        );
        Assert.Equal((200, "clear"), (decided.Status, (string?)decided.Json!["response_action"]));
        await SettledAsync(receipt, review, "approved");
    }

    [Fact]
    public async Task A_no_needs_its_reason_in_a_window_on_top()
    {
        var (receipt, review) = await RequestedAsync("Acme No");
        await Driver.PressAsync("priya", company.Reviews, review, "review:");
        var deciding = await Slack.SeesAsync("priya", view => Has(view, "reject:") && Has(view, "Acme No"));
        await Driver.PressInViewAsync("priya", deciding, "reject:");
        var form = await Slack.SeesAsync("priya", view => HasInput(view, "comment"));
        Assert.Equal((string?)deciding["id"], (string?)form["previous_view_id"]);

        var empty = await Driver.SubmitAsync("priya", form, new Dictionary<string, string> { ["comment"] = "no" });
        Assert.Equal(("errors", "comment"), ((string?)empty.Json!["response_action"], Assert.Single(empty.Json["errors"]!.AsObject()).Key));
        var said = await Driver.SubmitAsync(
            "priya",
            form,
            new Dictionary<string, string> { ["comment"] = "They train on our calls and say so." }
        );
        Assert.Equal("clear", (string?)said.Json!["response_action"]);
        await SettledAsync(receipt, review, "not approved");
    }

    [Fact]
    public async Task Who_may_not_decide_reads_why_and_nobody_else_does()
    {
        var (_, review) = await RequestedAsync("Acme Whisper");
        var before = company.Product.Rows();
        Assert.Equal(
            (200, ""),
            await Driver.PressAsync("rita", company.Reviews, review, "review:") is var own ? (own.Status, own.Body) : default
        );
        await company.HearsAsync("rita", "your own request");
        await Driver.PressAsync("guest", company.Reviews, review, "review:");
        await company.HearsAsync("guest", "Sam");
        Assert.Empty(company.Product.Rows().Where(row => row.Contains(" r-", StringComparison.Ordinal)).Except(before));
    }

    [Fact]
    public async Task Who_comes_late_reads_who_decided()
    {
        var (receipt, review) = await RequestedAsync("Acme Late");
        await Driver.PressAsync("sam", company.Reviews, review, "review:");
        var first = await Slack.SeesAsync("sam", view => Has(view, ";approve;") && Has(view, "Acme Late"));
        await Driver.PressAsync("priya", company.Reviews, review, "review:");
        var second = await Slack.SeesAsync("priya", view => Has(view, ";approve;") && Has(view, "Acme Late"));
        await ApproveAsync("sam", first);
        await SettledAsync(receipt, review, "approved");

        var late = await ApproveAsync("priya", second);
        Assert.Equal("update", (string?)late.Json!["response_action"]);
        Assert.True(Has(late.Json, "Sam"), late.Body);
        await Driver.PressAsync("priya", company.Reviews, review, "review:");
        await company.HearsAsync("priya", "Sam");
    }

    [Fact]
    public async Task A_yes_that_lacks_something_reads_it_at_the_field_and_is_sent_again()
    {
        var (receipt, review) = await RequestedAsync("Acme Again");
        await Driver.PressAsync("sam", company.Reviews, review, "review:");
        var deciding = await Slack.SeesAsync("sam", view => Has(view, ";approve;") && Has(view, "Acme Again"));
        var refused = await ApproveAsync("sam", deciding, terms: "");
        Assert.Equal("errors", (string?)refused.Json!["response_action"]);
        Assert.StartsWith("Choose which terms are agreed", (string?)refused.Json["errors"]!["terms"], StringComparison.Ordinal);
        await ApproveAsync("sam", deciding);
        await SettledAsync(receipt, review, "approved");
    }

    [Fact]
    public async Task A_question_is_answered_by_who_asked_for_the_supplier()
    {
        var (_, review) = await RequestedAsync("Acme Ask");
        await Driver.PressAsync("sam", company.Reviews, review, "review:");
        var deciding = await Slack.SeesAsync("sam", view => Has(view, "ask:") && Has(view, "Acme Ask"));
        await Driver.PressInViewAsync("sam", deciding, "ask:");
        var form = await Slack.SeesAsync("sam", view => HasInput(view, "question"));
        Assert.Equal(
            "clear",
            (string?)
                (
                    await Driver.SubmitAsync(
                        "sam",
                        form,
                        new Dictionary<string, string> { ["question"] = "Which team will use it, and from when?" }
                    )
                ).Json!["response_action"]
        );

        var direct = await Slack.DirectAsync("rita");
        var asked = await company.ReadsAsync(
            "rita",
            direct,
            message => Has(message, "Which team will use it") && Has(message, "\"answer_text\"")
        );
        var receipt = await company.ReadsAsync("rita", direct, message => Has(message, ";receipt;") && Has(message, ";reply;"));
        await Driver.PressAsync("rita", direct, receipt, "reply:");
        await Slack.SeesAsync("rita", view => HasInput(view, "answer_text"));
        await Driver.PressAsync(
            "rita",
            direct,
            asked,
            "reply:",
            new Dictionary<string, string> { ["answer_text"] = "Sales, from January on." }
        );
        await company.ReadsAsync("rita", direct, message => (string?)message["ts"] == (string?)asked["ts"] && !Has(message, ";reply;"));
        await company.ReadsAsync("rita", direct, message => (string?)message["ts"] == (string?)receipt["ts"] && !Has(message, ";reply;"));
        await Driver.PressAsync("sam", company.Reviews, review, "review:");
        await Slack.SeesAsync("sam", view => Has(view, ";approve;") && Has(view, "Acme Ask"));
    }

    private Task<SlackAnswer> ApproveAsync(string name, JsonObject deciding, string terms = "covered") =>
        Driver.SubmitAsync(name, deciding, new Dictionary<string, string> { ["terms"] = terms, ["terms_ref"] = "MSA v3" });

    private async Task<(JsonObject Receipt, JsonObject Review)> RequestedAsync(string supplier)
    {
        await ModalIntake.SendAsync(company, "rita", new Dictionary<string, string>(ModalIntake.Answers) { ["name"] = supplier });
        var receipt = await company.ReadsAsync(
            "rita",
            await Slack.DirectAsync("rita"),
            message => Has(message, ";receipt;") && Has(message, supplier)
        );
        return (
            receipt,
            await company.ReadsAsync("sam", company.Reviews, message => Has(message, ";review-security;") && Has(message, supplier))
        );
    }

    /// <summary>Both copies say so, in their own place.</summary>
    private async Task SettledAsync(JsonObject receipt, JsonObject review, string outcome)
    {
        await company.ReadsAsync(
            "sam",
            company.Reviews,
            message => (string?)message["ts"] == (string?)review["ts"] && !Has(message, "review:")
        );
        await company.ReadsAsync(
            "rita",
            await Slack.DirectAsync("rita"),
            message => (string?)message["ts"] == (string?)receipt["ts"] && Has(message, outcome)
        );
    }

    private static bool HasInput(JsonObject view, string id) =>
        view["blocks"]!.AsArray().Any(block => (string?)block!["type"] == "input" && (string?)block["block_id"] == id);
}
