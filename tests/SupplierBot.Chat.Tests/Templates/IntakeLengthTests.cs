using System.Text.Json.Nodes;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Templates;

/// <summary>
/// Three minutes: what somebody who typed <c>new Acme Notes</c> answers and reads until <c>Send</c>, as each channel shows it. What is
/// folded is not read, and neither are the choices of a list that nobody opened.
/// </summary>
public sealed class IntakeLengthTests(ITestOutputHelper output)
{
    private const int MostQuestions = 12;
    private const int MostWords = 750;
    private const int MostWordsOfASummary = 165;

    private static readonly (string Id, string Value)[] AiApp =
    [
        ("name", "Acme Notes"),
        ("purpose", "Records and transcribes our calls with customers and writes the minutes for sales, about 40 people."),
        ("role", "AISAAS"),
        ("effects", "none"),
        ("data", "confidential,personal"),
        ("access", "upload,api"),
        ("stop", "slows"),
        ("deal", "online_terms"),
        ("volume", "medium"),
        ("training", "not_sure"),
        ("where", "adequate_or_us"),
        ("replace", "weeks"),
        ("others", "listed"),
        ("proof", "iso27001"),
    ];

    /// <summary>Every view in turn: the pages as they come, and the summary.</summary>
    internal static List<View> Walk() => Walk(AiApp);

    internal static List<View> Walk((string Id, string Value)[] typed)
    {
        var (views, answers) = (new List<View>(), Answers.Empty.With("name", "Acme Notes"));
        while (views.Count < 10)
        {
            var draft = new Draft
            {
                Id = "d1",
                Owner = new(new("teams:rita"), "Rita Moreno"),
                Revision = 1,
                Answers = answers,
                StartedAt = RealViews.Context.Now,
                ChangedAt = RealViews.Context.Now,
            };
            var view = DraftCards.Show(draft, new TurnState(), RealViews.Policy, RealViews.Context);
            views.Add(view);
            if (view is not View.Page page)
                break;
            foreach (var (id, value) in typed.Where(answer => page.Fields.Any(field => field.Id == answer.Id)))
                answers = answers.With(id, value.Contains(' ', StringComparison.Ordinal) ? [value] : value.Split(','));
        }
        return views;
    }

    [Fact]
    public void An_AI_app_is_at_most_twelve_questions_to_answer()
    {
        var asked = Walk()
            .OfType<View.Page>()
            .SelectMany(page => page.Asked)
            .Where(field => field.Value.Length == 0)
            .Select(field => field.Id)
            .ToList();
        output.WriteLine($"{asked.Count}: {string.Join(", ", asked)}");
        Assert.True(asked.Count <= MostQuestions, string.Join(", ", asked));
    }

    [Fact]
    public void Every_step_counts_the_pages_that_come() =>
        Assert.Equal(
            ["Step 1 of 5", "Step 2 of 5", "Step 3 of 5", "Step 4 of 5", "Step 5 of 5"],
            Walk().OfType<View.Page>().Select(page => page.Step)
        );

    [Fact]
    public void From_new_to_send_there_are_few_words_on_Teams() => Few(WordsOnTeams);

    [Fact]
    public void From_new_to_send_there_are_few_words_on_Slack() => Few(WordsOnSlack);

    private void Few(Func<View, int> words)
    {
        var counted = Walk().Select(view => (view.GetType().Name, Words: words(view))).ToList();
        output.WriteLine($"{counted.Sum(view => view.Words)}: {string.Join(", ", counted.Select(view => $"{view.Name} {view.Words}"))}");
        Assert.Equal("Summary", counted[^1].Name);
        Assert.True(counted[^1].Words <= MostWordsOfASummary, $"the summary has {counted[^1].Words} words");
        Assert.True(counted.Sum(view => view.Words) <= MostWords, $"{counted.Sum(view => view.Words)} words");
    }

    internal static int WordsOnTeams(View view) => WordsOnTeams(ShippedCards.TreeOnTeams(view));

    internal static int WordsOnSlack(View view) => WordsOnSlack(ShippedCards.ModalOnSlack(view));

    private static int WordsOnTeams(JsonNode? node) =>
        node switch
        {
            JsonArray list => list.Sum(WordsOnTeams),
            JsonObject { } hidden when (bool?)hidden["isVisible"] == false => 0,
            JsonObject { } rare when (string?)rare["mode"] == "secondary" => 0,
            JsonObject element => Shown(
                element,
                (string?)element["style"] == "compact" ? ["label", "placeholder"] : ["text", "label", "title", "placeholder"]
            )
                + element
                    .Where(member =>
                        member.Key is "body" or "items" or "columns" or "actions" or "inlines" or "facts"
                        || member.Key == "choices" && (string?)element["style"] != "compact"
                    )
                    .Sum(member => WordsOnTeams(member.Value)),
            _ => 0,
        };

    private static int WordsOnSlack(JsonNode? node) =>
        node switch
        {
            JsonArray list => list.Sum(WordsOnSlack),
            JsonObject element when (string?)element["type"] is "static_select" or "multi_static_select" => WordsOnSlack(
                element["placeholder"]
            ),
            JsonObject element when (string?)element["type"] == "overflow" => 0,
            JsonObject element => Shown(element, ["text"])
                + element
                    .Where(member =>
                        member.Key is not ("initial_option" or "initial_options" or "value" or "private_metadata")
                        && member.Value is not JsonValue
                    )
                    .Sum(member => WordsOnSlack(member.Value)),
            _ => 0,
        };

    private static int Shown(JsonObject element, string[] properties) =>
        properties.Sum(name =>
            element[name] is JsonValue value && value.TryGetValue<string>(out var text)
                ? text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit))
                : 0
        );
}
