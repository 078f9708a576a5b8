using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Policies;

/// <summary>The worked example of src/SupplierBot.Onboarding/Policies/README.md "Adding a scored question", as it stands there.</summary>
public sealed class AddedQuestionTests
{
    private static readonly Policy Policy = PolicyText.Accepted(Extended());

    [Fact]
    public void It_is_a_question_with_points_a_floor_and_a_check() =>
        Assert.Equal(
            [
                (PolicySection.Questions, "sign_in"),
                (PolicySection.Score, "sign_in"),
                (PolicySection.Floors, "F18"),
                (PolicySection.Checks, "K17"),
            ],
            PolicyDiff.Of(PolicyText.Policy, Policy, WordingText.Wording).Select(change => (change.Section, change.Id)).Distinct()
        );

    [Theory]
    [InlineData("more", 0, false)]
    [InlineData("not_sure", 4, true)]
    [InlineData("password", 4, true)]
    public void Its_answer_counts(string answer, int points, bool raisesTier)
    {
        var answers = Answers
            .Empty.With("role", "AISAAS")
            .With("effects", "none")
            .With("data", "internal")
            .With("access", "upload")
            .With("stop", "little")
            .With("deal", "online_terms")
            .With("volume", "small")
            .With("training", "no")
            .With("where", "uk_eea")
            .With("others", "none")
            .With("proof", "iso27001");
        var (before, after) = (Assessor.Assess(PolicyText.Policy, answers), Assessor.Assess(Policy, answers.With("sign_in", answer)));
        Assert.Equal(before.Score + points, after.Score);
        Assert.Equal((Tier.Low, raisesTier ? Tier.Medium : Tier.Low), (before.Tier, after.Tier));
    }

    /// <summary>Each block under the key that it names; a page takes the place of the one with its id.</summary>
    private static string Extended()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "src", "SupplierBot.Onboarding", "Policies", "README.md"));
        var example = page[page.IndexOf("## Adding a scored question", StringComparison.Ordinal)..];
        var (text, at, key) = (PolicyText.Shipped, 0, "");
        foreach (var line in example[..example.IndexOf("\n## ", StringComparison.Ordinal)].Split("```yaml").Skip(1).SelectMany(Lines))
        {
            if (!line.StartsWith(' '))
            {
                key = line;
                at = text.IndexOf($"\n{key}\n", StringComparison.Ordinal) + key.Length + 2;
            }
            else if (key == "pages:")
            {
                var start = text.IndexOf(line[..line.IndexOf(',', StringComparison.Ordinal)], StringComparison.Ordinal);
                text = text[..start] + line + text[text.IndexOf('\n', start)..];
            }
            else
            {
                text = $"{text[..at]}{line}\n{text[at..]}";
                at += line.Length + 1;
            }
        }
        return text;
    }

    /// <summary>Without the indent of the list that the block stands in.</summary>
    private static IEnumerable<string> Lines(string block) =>
        block[..block.IndexOf("```", StringComparison.Ordinal)].Split('\n').Where(line => line.Trim().Length > 0).Select(line => line[3..]);
}
