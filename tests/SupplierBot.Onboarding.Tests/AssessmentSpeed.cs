using System.Text.Json;

namespace SupplierBot.Onboarding.Tests;

/// <summary>Runs with no other test beside it, because it reads the processor time of the whole process.</summary>
[CollectionDefinition(nameof(AssessmentSpeed), DisableParallelization = true)]
[Collection(nameof(AssessmentSpeed))]
public sealed class AssessmentSpeed
{
    private const int Items = 10_000;

    [Fact]
    public void Ten_thousand_items_of_a_file_take_at_most_two_seconds()
    {
        var examples = AssessmentExamples.All.Select(example => JsonSerializer.Serialize(example.Answers.ToDictionary().ToDictionary(pair => pair.Key, Json))).ToList();
        var json = $"[{string.Join(',', Enumerable.Range(0, Items).Select(number => $$"""{"id": "{{number}}", "answers": {{examples[number % examples.Count]}}}"""))}]";
        AssessFile.Run(PolicyText.Policy, "[]");

        var before = Environment.CpuUsage.TotalTime;
        var done = Assert.IsType<AssessFileResult.Done>(AssessFile.Run(PolicyText.Policy, json));
        var spent = Environment.CpuUsage.TotalTime - before;

        using var result = JsonDocument.Parse(done.Json);
        Assert.Equal(Items, result.RootElement.GetArrayLength());
        Assert.True(spent < TimeSpan.FromSeconds(2), $"{spent.TotalSeconds:0.00} s of processor time");
    }

    private static object Json(KeyValuePair<string, IReadOnlyList<string>> answer) =>
        PolicyText.Policy.Question(answer.Key).Kind == QuestionKind.Several ? answer.Value : answer.Value[0];
}
