using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace SupplierBot.Chat.Tests;

/// <summary>Every Teams card in a browser: nothing may be wider than a phone. The ordinary ones are photographed (artifacts/cards), with SUPPLIERBOT_LONG all.</summary>
public sealed class CardPictures
{
    private static readonly bool All = Environment.GetEnvironmentVariable("SUPPLIERBOT_LONG") == "1";

    [Fact]
    public async Task Every_card_fits_a_phone()
    {
        var folder = Path.Combine(Repository.Root, "cards");
        var cards = CardRenderer.Load(folder, ["teams"], TeamsCards.WordingFile());
        var lines = Speech.All.SelectMany(voice => SampleViews.All(voice).Select((view, i) =>
            new JsonObject
            {
                ["name"] = $"{i:00}-{CardTemplates.NameOf(view.GetType())}-{voice}",
                ["card"] = JsonNode.Parse(cards.Render(view, "teams").Json.Span),
                ["picture"] = All || voice == Speech.Normal,
            }.ToJsonString()));
        var answer = JsonNode.Parse(await PhotographAsync(string.Join('\n', lines)))!;
        Assert.Equal(Speech.All.Count * SampleViews.All(Speech.Normal).Count, (int)answer["pictures"]!);
        Assert.Empty(answer["problems"]!.AsArray());
    }

    private static async Task<string> PhotographAsync(string lines)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["cards-picture.js", Path.Combine(Repository.Root, "artifacts", "cards")])
        {
            WorkingDirectory = Path.Combine(Repository.Root, "tests", "clients"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
        })!;
        await node.StandardInput.WriteAsync(lines);
        node.StandardInput.Close();
        var answer = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return answer;
    }
}
