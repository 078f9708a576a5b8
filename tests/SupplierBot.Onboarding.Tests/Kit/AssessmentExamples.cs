using System.Text.Json;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Tests.Kit;

/// <summary>One of the examples of src/SupplierBot.Onboarding/Policies/README.md "Worked examples".</summary>
/// <param name="Deciding">What made the tier: the score, floors, or both.</param>
internal sealed record AssessmentExample(
    string Id,
    Answers Answers,
    IReadOnlyDictionary<string, int> Parts,
    int Score,
    Tier Tier,
    IReadOnlyList<string> Floors,
    IReadOnlyList<string> Deciding
);

/// <summary>The file of the worked examples.</summary>
internal static class AssessmentExamples
{
    public static IReadOnlyList<AssessmentExample> All { get; } = Load();

    public static Answers Answers(string id) => All.Single(example => example.Id == id).Answers;

    private static List<AssessmentExample> Load()
    {
        using var stream = typeof(AssessmentExamples).Assembly.GetManifestResourceStream("WorkedExamples.json")!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray().Select(Read)];
    }

    private static AssessmentExample Read(JsonElement item)
    {
        var expected = item.GetProperty("expected");
        return new(
            item.GetProperty("id").GetString()!,
            SupplierBot.Onboarding.Intake.Answers.From(
                item.GetProperty("answers").EnumerateObject().Select(answer => KeyValuePair.Create(answer.Name, Picks(answer.Value)))
            ),
            expected.GetProperty("parts").EnumerateObject().ToDictionary(part => part.Name, part => part.Value.GetInt32()),
            expected.GetProperty("score").GetInt32(),
            Enum.Parse<Tier>(expected.GetProperty("tier").GetString()!),
            Picks(expected.GetProperty("floors")),
            Picks(expected.GetProperty("deciding"))
        );
    }

    private static IReadOnlyList<string> Picks(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(pick => pick.GetString()!)] : [value.GetString()!];
}
