using System.Text.Json;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Risk;

/// <summary>The result of <c>assess FILE</c>: closed, only the records below.</summary>
public abstract record AssessFileResult
{
    private AssessFileResult() { }

    /// <param name="Json">An array with one assessment for each item, in the order of the file.</param>
    public sealed record Done(string Json) : AssessFileResult;

    /// <param name="Faults">All of them, each with its place: <c>item 3 (id "x"): answers.data[1]: unknown choice "persnal"; did you mean "personal"?</c></param>
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
