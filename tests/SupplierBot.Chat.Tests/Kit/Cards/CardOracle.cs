using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace SupplierBot.Chat.Tests.Kit.Cards;

/// <summary>
/// The public JavaScript card libraries, as one Node process that answers questions line by line (tests/clients/cards-oracle.js).
/// </summary>
public sealed class CardOracle : IDisposable
{
    private readonly Process node;
    private readonly Lock turn = new();

    public CardOracle()
    {
        var clients = Repository.Clients;
        if (!Directory.Exists(Path.Combine(clients, "node_modules", "adaptivecards")))
        {
            throw new InvalidOperationException("The JavaScript clients are not installed in tests/clients: run ./test.sh");
        }
        node = Process.Start(
            new ProcessStartInfo("node", "cards-oracle.js")
            {
                WorkingDirectory = clients,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(false),
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
    }

    public JsonNode? Expand(JsonNode template, JsonNode data) =>
        Ask(
            new()
            {
                ["op"] = "expand",
                ["template"] = template.DeepClone(),
                ["data"] = data.DeepClone(),
            }
        )["card"];

    public IReadOnlyList<string> Problems(JsonNode card) =>
        [
            .. Ask(new() { ["op"] = "check", ["card"] = card.DeepClone() })["problems"]!
                .AsArray()
                .Select(problem => problem!.GetValue<string>()),
        ];

    public string Html(string markdown) => Ask(new() { ["op"] = "markdown", ["text"] = markdown })["html"]!.GetValue<string>();

    public void Dispose()
    {
        node.StandardInput.Close();
        node.WaitForExit();
        node.Dispose();
    }

    private JsonNode Ask(JsonObject question)
    {
        lock (turn)
        {
            node.StandardInput.WriteLine(question.ToJsonString());
            node.StandardInput.Flush();
            var answer = JsonNode.Parse(node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The card oracle ended."))!;
            return answer["fault"] is { } fault ? throw new InvalidOperationException($"{fault} for {question.ToJsonString()}") : answer;
        }
    }
}
