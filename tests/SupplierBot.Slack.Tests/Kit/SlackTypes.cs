using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace SupplierBot.Slack.Tests.Kit;

/// <summary>
/// Windows and homes as object literals, compiled against the official <c>@slack/types</c>: a property it does not know is an error.
/// </summary>
internal static class SlackTypes
{
    public static async Task<IReadOnlyList<string>> ProblemsAsync(IEnumerable<JsonObject> views)
    {
        using var node = Process.Start(
            new ProcessStartInfo("node", ["blocks.mjs", "types", Path.GetTempPath()])
            {
                WorkingDirectory = SlackNode.Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(false),
            }
        )!;
        await node.StandardInput.WriteAsync(
            string.Join(
                '\n',
                views.Select((view, number) => new JsonObject { ["name"] = $"view {number}", ["view"] = view.DeepClone() }.ToJsonString())
            )
        );
        node.StandardInput.Close();
        var answer = JsonNode.Parse(await node.StandardOutput.ReadToEndAsync())!;
        await node.WaitForExitAsync();
        return [.. answer["problems"]!.AsArray().Select(problem => (string)problem!)];
    }
}
