using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupplierBot.BotFramework.Cards;
using SupplierBot.Chat.Templates;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Templates;

/// <summary>Every view in every voice, as Teams gets it.</summary>
public sealed class TeamsCardTests(CardOracle oracle) : IClassFixture<CardOracle>
{
    public static TheoryData<SampleTexts> Voices => [.. SampleTexts.All];

    [Theory, MemberData(nameof(Voices))]
    public void Keep_the_rules_of_Teams(SampleTexts voice) =>
        Assert.Empty(
            SampleViews
                .All(voice)
                .SelectMany(view => TeamsCardLint.Faults(ShippedCards.OnTeams(view)).Select(fault => $"{Name(view)} {fault}"))
        );

    [Theory, MemberData(nameof(Voices))]
    public void Are_understood_by_the_public_renderer(SampleTexts voice) =>
        Assert.Empty(
            SampleViews.All(voice).SelectMany(view => oracle.Problems(Rendered(view)).Select(problem => $"{Name(view)}: {problem}"))
        );

    [Theory, MemberData(nameof(Voices))]
    public void Are_what_the_public_templating_engine_makes_of_the_same_template(SampleTexts voice)
    {
        foreach (var view in SampleViews.All(voice))
        {
            var file = File.ReadAllText(Path.Combine(ShippedCards.Folder, "teams", $"{Name(view)}.json"));
            var data = ShippedCards.Teams.SampleOf(view);
            var theirs = WithoutUnfilled(TemplateReferenceTests.WithoutNulls(oracle.Expand(JsonNode.Parse(file)!, data)));
            var ours = TemplateReferenceTests.WithoutNulls(Template.Parse(file).Bind(data));
            Assert.True(JsonNode.DeepEquals(theirs, ours), $"{Name(view)}\n{theirs}\n{ours}");
        }
    }

    [Fact]
    public void Every_path_of_a_template_exists_in_the_data_of_its_view()
    {
        foreach (var samples in SampleViews.All(SampleTexts.Normal).GroupBy(Name))
        {
            var template = JsonNode.Parse(File.ReadAllText(Path.Combine(ShippedCards.Folder, "teams", $"{samples.Key}.json")))!;
            var unknown = samples
                .Select(view => TemplatePaths.Unknown(template, ShippedCards.Teams.SampleOf(view)))
                .Aggregate((one, other) => one.Intersect(other));
            Assert.Empty(unknown.Select(path => $"{samples.Key}: {path}"));
        }
    }

    [Fact]
    public void Show_every_text_of_every_view()
    {
        foreach (var view in SampleViews.All(SampleTexts.Normal))
        {
            var card = ShippedCards.TextOnTeams(view);
            Assert.Empty(
                TemplatePaths
                    .Texts(JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(view, view.GetType(), ViewJsonContext.Default))!)
                    .Where(text =>
                        !card.Contains(Encoded(text).Trim(), StringComparison.Ordinal)
                        && !card.Contains(Encoded(TeamsMarkdown.Escape(text)), StringComparison.Ordinal)
                    )
                    .Select(text => $"{Name(view)}: {text}")
            );
        }
    }

    [Fact]
    public void Give_a_hostile_name_back_unchanged_three_times()
    {
        var name = SampleTexts.Attack;
        for (var edit = 0; edit < 3; edit++)
        {
            var card = Rendered(
                SampleViews.TextPage(
                    SampleTexts.Normal with
                    {
                        Say = (text, _) => text.StartsWith("Acme-Notes", StringComparison.Ordinal) ? name : text,
                    }
                )
            );
            name = card["body"]!
                .AsArray()
                .SelectMany(element => element!["items"]?.AsArray() ?? [])
                .Single(input => (string?)input!["id"] == "name")!["value"]!.GetValue<string>();
        }
        Assert.Equal(SampleTexts.Attack, name);
    }

    [Fact]
    public void Name_every_missing_or_broken_template_at_once()
    {
        var folder = Directory.CreateTempSubdirectory("cards").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "teams"));
        File.WriteAllText(Path.Combine(folder, "teams", "page.json"), """{ "body": [ { "text": "${a b}" } ] }""");
        File.WriteAllText(Path.Combine(folder, "teams", "summary.json"), """{ "text": "${$root.words.because}" }""");
        var fault = Assert.Throws<CardFileException>(() => TeamsCards.Load(folder, new(new Dictionary<string, string>())));
        Directory.Delete(folder, true);
        Assert.Contains($"page.json: $.body[0].text: `a b` is not a path.", fault.Message, StringComparison.Ordinal);
        Assert.Contains(
            "summary.json: $.text: the wording has no sentence for `$root.words.because`.",
            fault.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("deciding.json: missing.", fault.Message, StringComparison.Ordinal);
    }

    private static string Name(View view) => CardTemplates.NameOf(view.GetType());

    private static string Encoded(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;

    private static JsonObject Rendered(View view) => ShippedCards.TreeOnTeams(view);

    /// <summary>Where data is null the public engine leaves the hole standing, and we leave the property out.</summary>
    private static JsonNode? WithoutUnfilled(JsonNode? node) =>
        node switch
        {
            JsonObject element => new JsonObject(
                element
                    .Where(member =>
                        member.Value is not JsonValue value
                        || !value.TryGetValue<string>(out var text)
                        || !text.StartsWith("${$root.stamp.", StringComparison.Ordinal)
                    )
                    .Select(member => KeyValuePair.Create(member.Key, WithoutUnfilled(member.Value)))
            ),
            JsonArray list => new JsonArray([.. list.Select(WithoutUnfilled)]),
            _ => node?.DeepClone(),
        };
}
