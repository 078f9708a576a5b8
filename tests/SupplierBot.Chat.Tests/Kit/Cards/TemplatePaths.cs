using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SupplierBot.Chat.Tests.Kit.Cards;

/// <summary>Looks for paths of a template that its data does not have, into parts that <c>$when</c> leaves out, too.</summary>
internal static partial class TemplatePaths
{
    public static IEnumerable<string> Unknown(JsonNode template, JsonNode root) => Unknown(template, root, root).Distinct();

    /// <summary>
    /// All texts in a view's data that are to be read: not ids, flags or words for the program. What a notice says stands in its parts.
    /// </summary>
    public static IEnumerable<string> Texts(JsonNode data) =>
        data switch
        {
            JsonObject element => element
                .Where(member =>
                    member.Key is not ("stamp" or "problem" or "kind" or "problemKind" or "style" or "teamsStyle" or "way" or "inputs")
                )
                .SelectMany(member => Texts(member.Value ?? "")),
            JsonArray list => list.SelectMany(item => Texts(item ?? "")),
            JsonValue value when value.TryGetValue<string>(out var text) && text.Length > 0 => [text],
            _ => [],
        };

    private static IEnumerable<string> Unknown(JsonNode? node, JsonNode root, JsonNode? data) =>
        node switch
        {
            JsonObject element => OfElement(element, root, data),
            JsonArray list => list.SelectMany(item => Unknown(item, root, data)),
            JsonValue value when value.TryGetValue<string>(out var text) => Hole()
                .Matches(text)
                .Select(hole => hole.Groups[1].Value)
                .Where(path => !Leads(path, root, data, out _)),
            _ => [],
        };

    private static IEnumerable<string> OfElement(JsonObject element, JsonNode root, JsonNode? data)
    {
        IEnumerable<string> Inside(JsonNode? scope) =>
            element.Where(member => member.Key != "$data").SelectMany(member => Unknown(member.Value, root, scope));
        if ((string?)element["$data"] is not { } scoped)
            return Inside(data);
        if (!Leads(Hole().Match(scoped).Groups[1].Value, root, data, out var inner) || inner is JsonArray { Count: 0 } or null)
            return [$"{scoped} leads nowhere"];
        // A row may lack what another has: a text field has no choices. Unknown is what no row knows.
        return inner is JsonArray rows ? rows.Select(Inside).Aggregate((known, more) => known.Intersect(more)) : Inside(inner);
    }

    private static bool Leads(string path, JsonNode root, JsonNode? data, out JsonNode? found)
    {
        var steps = path.Split('.');
        found = steps[0] == "$root" ? root : data;
        foreach (var step in steps.Where(step => step is not ("$root" or "$data")))
        {
            if (found is not JsonObject element || !element.TryGetPropertyValue(step, out found))
                return false;
        }
        return true;
    }

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Hole();
}
