using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using SupplierBot.Chat.Templates;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Templates;

/// <summary>
/// Every card for Slack, compiled against Slack's own types, and drawn as a message (artifacts/slack): nothing may be wider than a phone.
/// </summary>
public sealed class SlackCardPictureTests
{
    [Fact]
    public async Task Are_what_the_types_of_Slack_say()
    {
        var answer = await AskAsync(
            "types",
            Samples()
                .Concat(
                    SlackCardTests
                        .Real()
                        .Where(card =>
                            card.Name.StartsWith("eu-cloud", StringComparison.Ordinal)
                            || card.Name.StartsWith("use-", StringComparison.Ordinal)
                        )
                )
                .Select(card => Line(card.Name, card.View, false))
        );
        Assert.Empty(answer["problems"]!.AsArray().Select(problem => (string?)problem));
    }

    [Fact]
    public async Task Fit_a_phone()
    {
        var lines = Samples()
            .Select(card => Line(card.Name, card.View, true))
            .Concat(
                RealViews
                    .Times()
                    .Concat(RealViews.InUse())
                    .Concat(RealViews.Points())
                    .Select(card => Line(card.Name, card.View, LongRun.IsOn || card.Name.Contains("digest", StringComparison.Ordinal)))
            )
            .ToList();
        var answer = await AskAsync("pictures", lines);
        Assert.Equal(2 * lines.Count, (int)answer["pictures"]!);
        Assert.Empty(answer["problems"]!.AsArray().Select(problem => (string?)problem));
    }

    private static IEnumerable<(string Name, View View)> Samples() =>
        SampleTexts.All.SelectMany(voice =>
            SampleViews.All(voice).Select((view, number) => ($"{number:00}-{CardTemplates.NameOf(view.GetType())}-{voice}", view))
        );

    private static JsonObject Line(string name, View view, bool picture) =>
        new()
        {
            ["name"] = name,
            ["blocks"] = ShippedCards.MessageOnSlack(view)["blocks"]!.DeepClone(),
            ["picture"] = picture,
        };

    private static async Task<JsonNode> AskAsync(string what, IEnumerable<JsonObject> lines)
    {
        using var node = Process.Start(
            new ProcessStartInfo("node", ["blocks.mjs", what, Path.Combine(Repository.Root, "artifacts", "slack")])
            {
                WorkingDirectory = Path.Combine(Repository.Clients, "slack"),
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
        return JsonNode.Parse(answer)!;
    }
}
