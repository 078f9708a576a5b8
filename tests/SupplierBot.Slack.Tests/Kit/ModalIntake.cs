using System.Text.Json.Nodes;

namespace SupplierBot.Slack.Tests.Kit;

/// <summary>Somebody who answers the questions as they come, in modals or in messages.</summary>
internal static class ModalIntake
{
    public static readonly IReadOnlyDictionary<string, string> Answers = SampleAnswers.CallTranscripts("Acme Notes");

    /// <summary>From the modal as it is to the one that shows the result.</summary>
    public static async Task<JsonObject> FillAsync(
        Company company,
        string name,
        JsonObject modal,
        IReadOnlyDictionary<string, string>? answers = null
    )
    {
        for (var page = 0; page < 12 && !IsSummary(modal); page++)
        {
            var answer = await company.Driver.SubmitAsync(name, modal, For(modal, answers ?? Answers));
            if (answer.Json?["view"] is JsonObject next)
                Assert.Empty(ModalRules.Broken(next));
            Assert.True(
                (answer.Status, (string?)answer.Json?["response_action"]) == (200, "update"),
                $"{answer.Status} {answer.Body}\n{modal.ToJsonString()}"
            );
            modal = company.Slack.Views[(string)modal["id"]!];
        }
        Assert.True(IsSummary(modal), modal.ToJsonString());
        return modal;
    }

    /// <summary>Begins a request with the command and sends it; what is left is the case.</summary>
    public static async Task SendAsync(Company company, string name, IReadOnlyDictionary<string, string>? answers = null)
    {
        var supplier = (answers ?? Answers)["name"];
        await company.Driver.CommandAsync(name, $"new {supplier}");
        var modal = await company.Slack.SeesAsync(name, view => view.ToJsonString().Contains(";answer;", StringComparison.Ordinal));
        var summary = await FillAsync(company, name, modal, answers);
        var sent = await company.Driver.SubmitAsync(name, summary);
        Assert.Equal((200, "clear"), (sent.Status, (string?)sent.Json!["response_action"]));
    }

    public static bool IsSummary(JsonObject modal) =>
        ((string?)modal["private_metadata"])?.Contains(";summary;submit;", StringComparison.Ordinal) == true;

    public static IReadOnlyDictionary<string, string> For(JsonObject shown, IReadOnlyDictionary<string, string> answers) =>
        shown["blocks"]!
            .AsArray()
            .Select(block => (string?)block!["block_id"])
            .OfType<string>()
            .Where(answers.ContainsKey)
            .ToDictionary(id => id, id => answers[id]);
}
