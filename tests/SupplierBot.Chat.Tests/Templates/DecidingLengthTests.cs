using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Templates;

/// <summary>
/// An ordinary request, an AI app with personal data and one open point, is decided without scrolling: everything a decision is about and
/// its buttons are on the first screen, whatever went wrong before.
/// </summary>
public sealed partial class DecidingLengthTests(ITestOutputHelper output)
{
    private const int MostWordsOnTeams = 210;
    private const int MostWordsWithError = 230;
    private const int MostWordsOnSlack = 160;
    private const int EndOfScreen = 600;
    private const int EndOfPhone = 700;

    private static readonly Answers App = new (string Id, string[] Picked)[]
    {
        ("name", ["Acme Notes"]),
        ("website", ["acmenotes.com"]),
        ("service", ["Notes for Teams, Business plan"]),
        ("purpose", ["Records and transcribes our calls with customers and writes the minutes for sales and customer success."]),
        ("role", ["AISAAS"]),
        ("effects", ["none"]),
        ("data", ["confidential", "personal"]),
        ("access", ["upload", "api"]),
        ("stop", ["slows"]),
        ("deal", ["online_terms"]),
        ("start", ["2026-12-14"]),
        ("owner", ["Rita Requester"]),
        ("volume", ["small"]),
        ("training", ["not_sure"]),
        ("where", ["adequate_or_us"]),
        ("replace", ["weeks"]),
        ("others", ["listed"]),
        ("others_text", ["OpenAI (model), AWS"]),
        ("proof", ["soc2_type2"]),
    }.Aggregate(Answers.Empty, (all, answer) => all.With(answer.Id, answer.Picked));

    [Fact]
    public async Task Fits_the_first_screen_of_Teams()
    {
        var measures = await MeasureAsync();
        Assert.NotEmpty(measures);
        foreach (var measure in measures)
        {
            var (name, shape) = ((string)measure!["name"]!, (string)measure["shape"]!);
            Assert.True((int)measure["words"]! <= MostWordsWithError, $"{name} {shape}: {measure}");
            if (name != "deciding")
                continue;
            Assert.True((int)measure["words"]! <= MostWordsOnTeams, $"{name} {shape}: {measure}");
            Assert.InRange((int)measure["buttonsEnd"]!, 1, shape == "wide" ? EndOfScreen : EndOfPhone);
        }
    }

    [Fact]
    public void Has_few_words_on_Slack()
    {
        var modal = ShippedCards.ModalOnSlack(Views()[0].View);
        var words = Read(modal["blocks"]).Append((string)modal["title"]!["text"]!).Append((string)modal["submit"]!["text"]!);
        var read = string.Join(' ', words);
        output.WriteLine($"{Word().Count(read)}: {read}");
        Assert.InRange(Word().Count(read), 1, MostWordsOnSlack);
        Assert.Equal("Approve", (string)modal["submit"]!["text"]!);
        Assert.DoesNotContain("header", modal["blocks"]!.AsArray().Select(block => (string)block!["type"]!));
    }

    /// <summary>What is seen before a list of choices is opened.</summary>
    private static IEnumerable<string> Read(JsonNode? node) =>
        node switch
        {
            JsonArray items => items.SelectMany(Read),
            JsonObject members => members
                .Where(member => member.Key is not ("options" or "option_groups"))
                .SelectMany(member => member is { Key: "text", Value: JsonValue text } ? [(string)text!] : Read(member.Value)),
            _ => [],
        };

    internal static List<(string Name, View View)> Views()
    {
        var (rita, sam) = (new Person(new("teams:rita"), "Rita Requester"), new Person(new("teams:sam"), "Sam Security"));
        var played = new PlayedCase("app", App, RealViews.Policy, RealViews.Context).Sends(rita);
        Assert.Equal(Tier.Medium, played.Case.Assessment.Tier);
        View Last(string verb, string target = "", params (string, string)[] values) =>
            played.Presses(sam, verb, target: target, values: values).Seen[^1].View;
        return
        [
            ("deciding", Last("review")),
            ("deciding-error", Last("approve")),
            ("conditions", Last("approve_conditions")),
            ("conditions-added", Last("approve_conditions", "add", ("condition_text", "Sign data-processing terms."))),
            ("reject", Last("reject")),
        ];
    }

    private static async Task<JsonArray> MeasureAsync()
    {
        using var node = Process.Start(
            new ProcessStartInfo("node", ["cards-picture.js", Path.Combine(Repository.Root, "artifacts", "deciding")])
            {
                WorkingDirectory = Repository.Clients,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(false),
            }
        )!;
        var lines = Views()
            .Select(one =>
                new JsonObject
                {
                    ["name"] = one.Name,
                    ["card"] = ShippedCards.TreeOnTeams(one.View),
                    ["picture"] = true,
                }.ToJsonString()
            );
        await node.StandardInput.WriteAsync(string.Join('\n', lines));
        node.StandardInput.Close();
        var answer = JsonNode.Parse(await node.StandardOutput.ReadToEndAsync())!;
        await node.WaitForExitAsync();
        Assert.Empty(answer["problems"]!.AsArray());
        return answer["measures"]!.AsArray();
    }

    [GeneratedRegex(@"[\p{L}\p{N}][^\s]*")]
    private static partial Regex Word();
}
