using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using SupplierBot.Chat.Templates;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Templates;

/// <summary>
/// Every Teams card in a browser: nothing may be wider than a phone. The ordinary ones are photographed (artifacts/cards); in a long run
/// all are, of every worked example.
/// </summary>
public sealed class TeamsCardPictureTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_card_fits_a_phone()
    {
        JsonObject Line(string name, View view, bool picture) =>
            new()
            {
                ["name"] = name,
                ["card"] = ShippedCards.TreeOnTeams(view),
                ["picture"] = LongRun.IsOn || picture,
            };
        var lines = SampleTexts
            .All.SelectMany(voice =>
                SampleViews
                    .All(voice)
                    .Select((view, i) => Line($"{i:00}-{CardTemplates.NameOf(view.GetType())}-{voice}", view, voice == SampleTexts.Normal))
            )
            .Concat(
                RealViews
                    .Intakes()
                    .Concat(RealViews.Cases())
                    .Where(card => LongRun.IsOn || card.Name.StartsWith("eu-cloud", StringComparison.Ordinal))
                    .Select(card => Line(card.Name, card.View, false))
            )
            .Concat(RealViews.Times().Concat(RealViews.InUse()).Concat(RealViews.Points()).Select(card => Line(card.Name, card.View, true)))
            .ToArray();
        var answer = JsonNode.Parse(await PhotographAsync(string.Join('\n', lines.Select(line => line.ToJsonString()))))!;
        Assert.Equal(lines.Length, (int)answer["pictures"]!);
        Assert.Empty(answer["problems"]!.AsArray());
    }

    /// <summary>The pages of an AI app: at a desk two thirds of a screen more than its height at most, on a phone less than two.</summary>
    [Fact]
    public async Task The_buttons_of_the_intake_are_not_far_down()
    {
        const int MostAtADesk = 920;
        const int MostOnAPhone = 1_150;
        var lines = IntakeLengthTests
            .Walk()
            .Select(
                (view, i) =>
                    new JsonObject
                    {
                        ["name"] = $"intake-{i + 1}",
                        ["card"] = ShippedCards.TreeOnTeams(view),
                        ["picture"] = true,
                    }
            );
        var buttons = JsonNode.Parse(await PhotographAsync(string.Join('\n', lines.Select(line => line.ToJsonString()))))![
            "buttons"
        ]!.AsObject();
        output.WriteLine(buttons.ToJsonString());
        Assert.Equal(6, buttons.Count);
        Assert.Empty(
            buttons
                .Where(card => (int)card.Value!["wide"]! > MostAtADesk || (int)card.Value["phone"]! > MostOnAPhone)
                .Select(card => $"{card}")
        );
    }

    private static async Task<string> PhotographAsync(string lines)
    {
        using var node = Process.Start(
            new ProcessStartInfo("node", ["cards-picture.js", Path.Combine(Repository.Root, "artifacts", "cards")])
            {
                WorkingDirectory = Repository.Clients,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(false),
            }
        )!;
        await node.StandardInput.WriteAsync(lines);
        node.StandardInput.Close();
        var answer = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return answer;
    }
}
