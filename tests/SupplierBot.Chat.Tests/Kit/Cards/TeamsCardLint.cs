using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupplierBot.Chat.Turns;

namespace SupplierBot.Chat.Tests.Kit.Cards;

/// <summary>
/// The rules that a Teams card must keep (src/SupplierBot.BotFramework/PROTOCOL.md "Cards"), whatever is in it. One line a fault, with its
/// place.
/// </summary>
public static partial class TeamsCardLint
{
    private const int MostBytes = 28 * 1024,
        MostActions = 6,
        MostInSight = 4,
        LongestChoice = 75,
        LongestButton = 40,
        LongestSummary = 120;

    public static IReadOnlyList<string> Faults(RenderedCard card)
    {
        var tree = JsonNode.Parse(card.Content.Span)!.AsObject();
        var faults = new List<string>(Whole(card, tree));
        Walk(tree, "$", faults);
        return faults;
    }

    private static IEnumerable<string> Whole(RenderedCard card, JsonObject tree)
    {
        var text = Encoding.UTF8.GetString(card.Content.Span);
        if (card.Content.Length > MostBytes)
            yield return $"$: {card.Content.Length} bytes";
        if (Word(tree, "version") is not ("1.2" or "1.3" or "1.4" or "1.5"))
            yield return "$.version: Teams knows 1.5";
        if (card.Summary.Length is 0 or > LongestSummary)
            yield return $"summary: {card.Summary.Length} characters";
        if (text.Replace("${plain}", "", StringComparison.Ordinal).Contains("${", StringComparison.Ordinal))
            yield return "$: a hole is left";
        if (HexColour().IsMatch(text))
            yield return "$: a colour that dark and high-contrast themes cannot follow";
        if (Word(tree, "speak").Length == 0 || Word(tree, "fallbackText").Length == 0)
            yield return "$: no speak or fallbackText";
        var elements = Elements(tree).ToArray();
        var actions = elements.Count(IsButton);
        if (actions > MostActions)
            yield return $"$: {actions} buttons";
        if (elements.Count(element => IsButton(element) && Word(element, "mode") != "secondary") is > MostInSight and var inSight)
            yield return $"$: {inSight} buttons in sight";
        if (elements.Count(element => IsButton(element) && Word(element, "style") == "positive") > 1)
            yield return "$: two main buttons";
        foreach (var fold in elements.Where(IsFold))
        foreach (var fault in OfFold(fold, elements))
            yield return fault;
        foreach (
            var twice in elements
                .Select(element => Word(element, "id"))
                .Where(id => id.Length > 0)
                .GroupBy(id => id)
                .Where(ids => ids.Count() > 1)
        )
            yield return $"$: the id `{twice.Key}` twice";
    }

    private static void Walk(JsonNode? node, string at, List<string> faults)
    {
        if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
                Walk(list[i], $"{at}[{i}]", faults);
        }
        if (node is not JsonObject element)
            return;
        faults.AddRange(Of(element, at.Contains(".selectAction", StringComparison.Ordinal)).Select(fault => $"{at}: {fault}"));
        foreach (var (name, child) in element)
            Walk(child, $"{at}.{name}", faults);
    }

    private static IEnumerable<string> InputsOf(JsonObject box) =>
        box["items"]!
            .AsArray()
            .OfType<JsonObject>()
            .Where(item => Word(item, "type").StartsWith("Input.", StringComparison.Ordinal))
            .Select(input => Word(input, "id"));

    /// <param name="isRow">Pressed as a whole: what stands in it is its name, and a title would be read in its place.</param>
    private static IEnumerable<string> Of(JsonObject element, bool isRow)
    {
        var type = Word(element, "type");
        if (type == "TextBlock" && !Flag(element, "wrap"))
            yield return "TextBlock without wrap";
        if (type == "TextBlock" && Word(element, "text").Length == 0)
            yield return "TextBlock without text";
        if (type == "Image" && Word(element, "altText").Length == 0)
            yield return "Image without altText";
        if (type == "ColumnSet" && !FitsAPhone(element))
            yield return "columns that do not fit a phone";
        if (type.StartsWith("Input.", StringComparison.Ordinal) && (Word(element, "label").Length == 0 || Word(element, "id").Length == 0))
            yield return "input without label or id";
        if (Flag(element, "isRequired") && Word(element, "errorMessage").Length == 0)
            yield return "required input without errorMessage";
        if (
            type == "Input.ChoiceSet"
            && element["choices"]!.AsArray().Any(choice => Word(choice!.AsObject(), "title").Length is 0 or > LongestChoice)
        )
            yield return "choice title empty or too long";
        if (
            type.StartsWith("Action.", StringComparison.Ordinal)
            && (isRow ? Word(element, "title").Length > 0 : Word(element, "title").Length is 0 or > LongestButton)
        )
            yield return isRow ? "a row with a title" : "button title empty or too long";
        if (
            type == "Action.Execute"
            && (
                Word(element, "verb").Length == 0
                || element["fallback"] is not JsonObject fallback
                || Word(fallback, "type") != "Action.Submit"
            )
        )
            yield return "Action.Execute without verb or Action.Submit to fall back to";
        if (type == "AdaptiveCard" && element.ContainsKey("actions"))
            yield return "actions belong in an ActionSet";
        if (type is "Container" && element["items"]!.AsArray().Count == 0)
            yield return "empty Container";
        if (type is "Container" && InputsOf(element).Any(input => input != Word(element, "key")))
            yield return "the box of an input without its id as key";
    }

    /// <summary>
    /// One column that takes the rest, and beside it a mark or a word or two that never needs more than itself. Two that share the width
    /// are for numbers.
    /// </summary>
    private static bool FitsAPhone(JsonObject columns) =>
        columns["columns"]!.AsArray().Select(column => Word(column!.AsObject(), "width")).ToList()
            is ["stretch"]
                or ["auto", "stretch"]
                or ["stretch", "auto"]
                or ["auto", "stretch", "auto"]
                or ["stretch", "stretch"];

    private static bool IsFold(JsonObject element) => Word(element, "type") == "Action.ToggleVisibility";

    /// <summary>Of what is folded and its two words, the fold and one word are hidden, or the other word alone.</summary>
    private static IEnumerable<string> OfFold(JsonObject fold, IReadOnlyList<JsonObject> elements)
    {
        var targets = fold["targetElements"]!.AsArray().Select(target => (string)target!).ToList();
        bool Hidden(string id) =>
            elements.Single(element => Word(element, "id") == id)["isVisible"] is JsonValue seen && !seen.GetValue<bool>();
        if (targets is not [var whole, var show, var hide] || Hidden(show) == Hidden(hide) || Hidden(whole) != Hidden(hide))
            yield return $"$: the fold {string.Join(' ', targets)} shows both of its words, or none";
    }

    /// <summary>What a row does when it is pressed is no button, and neither is what a button falls back to.</summary>
    private static IEnumerable<JsonObject> Elements(JsonNode? node) =>
        node switch
        {
            JsonObject element =>
            [
                element,
                .. element
                    .Where(member => member.Key != "fallback" && !(member.Key == "selectAction" && !IsFold(member.Value!.AsObject())))
                    .SelectMany(member => Elements(member.Value)),
            ],
            JsonArray list => list.SelectMany(Elements),
            _ => [],
        };

    private static bool IsButton(JsonObject element) =>
        Word(element, "type") is "Action.Execute" or "Action.Submit" or "Action.OpenUrl" or "Action.ShowCard";

    private static string Word(JsonObject element, string name) =>
        element[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static bool Flag(JsonObject element, string name) =>
        element[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    [GeneratedRegex("\"#[0-9A-Fa-f]{6,8}\"")]
    private static partial Regex HexColour();
}
