using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using SupplierBot.Chat.Templates;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Templates;

/// <summary>
/// axe-core over every view as the real renderer draws it, light and dark, folded and open. A long run photographs them all
/// (artifacts/views).
/// </summary>
public sealed class CardAccessibilityTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Axe_finds_nothing_on_any_card()
    {
        var lines = Views().ToList();
        var answer = JsonNode.Parse(
            await AskAsync(
                lines.Select(one => new JsonObject
                {
                    ["name"] = one.Name,
                    ["card"] = ShippedCards.TreeOnTeams(one.View),
                    ["picture"] = LongRun.IsOn,
                    ["axe"] = true,
                })
            )
        )!;
        output.WriteLine($"{lines.Count} cards");
        Assert.Equal(lines.Count, (int)answer["pictures"]!);
        var faults = answer["faults"]!.AsArray().Select(fault => (string)fault!).ToList();
        foreach (var rule in faults.GroupBy(fault => fault.Split(": ")[1]))
            output.WriteLine($"{rule.Count()} × {rule.Key}: {rule.First()}");
        Assert.Empty(faults);
    }

    /// <summary>Each of one kind and of one set of elements once.</summary>
    internal static IEnumerable<(string Name, View View)> Views() =>
        IntakeLengthTests
            .Walk()
            .Select((view, number) => ($"intake-{number + 1}", view))
            .Concat(DecidingLengthTests.Views())
            .Concat(RealViews.Cases().Where(card => card.Name.StartsWith("eu-cloud", StringComparison.Ordinal)))
            .Concat(RealViews.Times())
            .Concat(RealViews.InUse())
            .Concat(RealViews.Points())
            .Concat(RealViews.Names())
            .Concat(RealViews.Exports())
            .Concat(RealViews.Policies())
            .Concat(
                SampleViews
                    .All(SampleTexts.Normal)
                    .Select((view, number) => ($"sample-{number:00}-{CardTemplates.NameOf(view.GetType())}", view))
            )
            .DistinctBy(card => Shape(card.Item2));

    private static string Shape(View view) =>
        $"{view.GetType().Name} {string.Join(' ', Elements(ShippedCards.TreeOnTeams(view)).Distinct())}";

    private static IEnumerable<string> Elements(JsonNode? node) =>
        node switch
        {
            JsonArray items => items.SelectMany(Elements),
            JsonObject element => element
                .SelectMany(member => Elements(member.Value))
                .Prepend($"{element["type"]}/{element["style"]}/{element["color"]}/{element["verb"]}"),
            _ => [],
        };

    private static async Task<string> AskAsync(IEnumerable<JsonObject> lines)
    {
        using var node = Process.Start(
            new ProcessStartInfo("node", ["cards-picture.js", Path.Combine(Repository.Root, "artifacts", "views")])
            {
                WorkingDirectory = Repository.Clients,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(false),
            }
        )!;
        await node.StandardInput.WriteAsync(string.Join('\n', lines.Select(line => line.ToJsonString())));
        node.StandardInput.Close();
        var answer = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return answer;
    }
}
