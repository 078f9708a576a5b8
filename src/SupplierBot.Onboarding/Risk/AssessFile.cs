using System.Text.Json;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Risk;

/// <summary>The result of <c>assess FILE</c>: closed, only the records below.</summary>
public abstract record AssessFileResult
{
    private AssessFileResult() { }

    /// <param name="Json">An array with one assessment for each item, in the order of the file.</param>
    public sealed record Done(string Json) : AssessFileResult;

    /// <param name="Faults">All of them, each with its place: <c>item 3 (id "x"): answers.data[1]: unknown choice "persnal"; did you mean
    /// "personal"?</c></param>
    public sealed record Faulty(IReadOnlyList<string> Faults) : AssessFileResult;
}

/// <summary>
/// Assesses a JSON array of <c>{id, answers}</c> (Policies/README.md "Assessing a file"). Nothing is assessed when anything in the file is
/// wrong.
/// </summary>
public static class AssessFile
{
    private const int DeepestNesting = 16;

    public static AssessFileResult Run(Policy policy, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = DeepestNesting });
            return Run(policy, document.RootElement);
        }
        catch (JsonException broken)
        {
            return new AssessFileResult.Faulty([JsonFault.Words(broken)]);
        }
    }

    private static AssessFileResult Run(Policy policy, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Array)
        {
            return new AssessFileResult.Faulty(["The file must be a JSON array of {\"id\", \"answers\"}."]);
        }

        if (!Whole(root))
        {
            return new AssessFileResult.Faulty(["A text in the file has half a surrogate pair (\\ud800 to \\udfff alone)."]);
        }

        var faults = new List<string>();
        var items = AssessItems.Read(policy, root, faults);
        return faults.Count > 0
            ? new AssessFileResult.Faulty(faults)
            : new AssessFileResult.Done(AssessOutput.Write(items.Select(item => (item.Id, Assessor.Assess(policy, item.Answers)))));
    }

    /// <summary>Whether every text and name can be read; JSON allows escapes that are no characters.</summary>
    private static bool Whole(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Array => element.EnumerateArray().All(Whole),
                JsonValueKind.Object => element.EnumerateObject().All(member => member.Name.Length >= 0 && Whole(member.Value)),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

internal sealed record AssessItem(string Id, Answers Answers);

/// <summary>Reads the items of an assess file and says everything that is wrong with them.</summary>
internal static class AssessItems
{
    public static IReadOnlyList<AssessItem> Read(Policy policy, JsonElement array, List<string> faults)
    {
        var items = new List<AssessItem>(array.GetArrayLength());
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var number = 0;
        foreach (var element in array.EnumerateArray())
        {
            number++;
            var id = Id(element);
            var place = id is null ? $"item {number}" : $"item {number} (id \"{id}\")";
            if (id is null)
            {
                faults.Add(
                    $"{place}: {(element.ValueKind == JsonValueKind.Object ? "id is missing or not a text" : "must be an object with id and answers")}"
                );
                continue;
            }

            if (!first.TryAdd(id, number))
            {
                faults.Add($"{place}: the id is already used by item {first[id]}");
            }

            items.Add(new(id, ReadItem(policy, element, place, faults)));
        }

        return items;
    }

    private static string? Id(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty("id", out var id)
        && id.ValueKind == JsonValueKind.String
        && id.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static Answers ReadItem(Policy policy, JsonElement item, string place, List<string> faults)
    {
        foreach (var name in Repeated(item))
        {
            faults.Add($"{place}: {name} is given twice");
        }

        foreach (var member in item.EnumerateObject().Where(member => member.Name is not ("id" or "answers")))
        {
            faults.Add($"{place}: unknown member \"{member.Name}\"; an item has id and answers");
        }

        if (!item.TryGetProperty("answers", out var answers) || answers.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"{place}: answers is missing or not an object");
            return Answers.Empty;
        }

        foreach (var name in Repeated(answers))
        {
            faults.Add($"{place}: answers.{name} is given twice");
        }

        return new AnswerReader(policy, place, faults).Read(answers);
    }

    private static List<string> Repeated(JsonElement element)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return element.EnumerateObject().Select(member => member.Name).Where(name => !seen.Add(name)).Distinct().ToList();
    }
}
