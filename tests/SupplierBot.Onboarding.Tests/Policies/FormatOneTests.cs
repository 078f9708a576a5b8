using System.Text.Json;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Policies;

/// <summary>Policies of the first format: cases that were decided under one are assessed again as they were.</summary>
public sealed class FormatOneTests
{
    private static readonly Policy Policy = PolicyText.Accepted(PolicyText.FormatOne);

    private static readonly IReadOnlyList<(string Answers, string Expected)> Kept = Load();

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Kept.Count)];

    [Fact]
    public void It_reads_without_a_fault_and_says_which_it_is()
    {
        Assert.Empty(PolicyText.Faults(PolicyText.FormatOne));
        Assert.Equal(("2026.11-r1", 8, 14, 29), (Policy.Version, Policy.Score.Count, Policy.Floors.Count, Policy.Clauses.Count));
        // They said nothing of agreements: what no reviewer can let go is all that use waits for.
        Assert.Same(AgreementRules.Least, Policy.Agreements);
        Assert.Equal(new(Tier.Critical, ClausesBeforeUse.NotWaivable, DocumentsBeforeUse.None, false), Policy.Agreements.Of(Tier.Critical));
    }

    /// <summary>The results are those of the release that had this policy.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void An_old_case_is_assessed_as_it_was(int at)
    {
        var run = AssessFile.Run(Policy, $$"""[{"id": "old", "answers": {{Kept[at].Answers}}}]""");
        using var document = JsonDocument.Parse(Assert.IsType<AssessFileResult.Done>(run).Json);
        var result = document.RootElement[0].EnumerateObject().Where(member => member.Name != "id");

        Assert.Equal(Kept[at].Expected, JsonSerializer.Serialize(result.ToDictionary(member => member.Name, member => member.Value)));
    }

    [Fact]
    public void Its_reasons_have_the_words_they_had()
    {
        var answers = AssessmentExamples
            .Answers("unsure-app")
            .With("effects", "decides", "acts")
            .With("data", "personal", "internal", "keys");

        Assert.Equal(
            [
                "keys, some",
                "upload",
                "if it stops: work slows",
                "to switch: days",
                "AI: decides about people, acts by itself, trains on it: not sure",
                "passed on: not sure",
                "where: not sure",
                "proof: not sure",
            ],
            Assessor.Assess(Policy, answers).Parts.Select(part => part.Words)
        );
    }

    [Theory]
    [InlineData("negotiated", "online_terms", false)]
    [InlineData("free_account", "online_terms", true)]
    [InlineData("online_terms", "free_account", false)]
    public void A_free_account_is_also_their_online_terms(string deal, string asked, bool holds) =>
        Assert.Equal(
            holds,
            PolicyConditionCompiler.Holds(
                new PolicyCondition.Is("deal", asked),
                AnswerBits.Of(Policy, AssessmentExamples.Answers("unsure-app").With("deal", deal))
            )
        );

    [Theory]
    [InlineData("T2", "where where_text others others_text")]
    [InlineData("T12", "")]
    public void A_trigger_asks_again_what_it_asked(string trigger, string questions) =>
        Assert.Equal(questions, string.Join(' ', Policy.Triggers.Single(one => one.Id == trigger).AsksAgain));

    [Fact]
    public void Who_may_change_a_tier_stood_in_the_program() =>
        Assert.Equal(
            ("ciso", 180, "F1 F2 F4 F6"),
            (Policy.TierChanges.LoweredBy, Policy.TierChanges.LongestDays, string.Join(' ', Policy.TierChanges.NeverUnder))
        );

    /// <summary>An organization's own file may lack a role, a question or an answer that ours had.</summary>
    [Theory]
    [InlineData("roles: [security, ciso, privacy, legal]", "roles: [security, ciso, legal]")]
    [InlineData("      - {id: children, label: About children (under 18), words: children's}\n", "")]
    public void A_file_that_says_less_still_reads(string old, string changed)
    {
        var text = PolicyText.FormatOne.Replace(old, changed, StringComparison.Ordinal);
        var read = changed.Length > 0 ? WithoutPrivacySeats(text) : WithoutChildren(text);

        Assert.Empty(PolicyText.Faults(read));
    }

    private static string WithoutChildren(string text) =>
        text.Replace(", children]", "]", StringComparison.Ordinal)
            .Replace("(data has special or data has children)", "data has special", StringComparison.Ordinal)
            .Replace("      - {when: data has children, words: it is about children}\n", "", StringComparison.Ordinal);

    private static string WithoutPrivacySeats(string text) =>
        string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("    - {step: 1, role: privacy", StringComparison.Ordinal)));

    private static List<(string, string)> Load()
    {
        using var stream = typeof(FormatOneTests).Assembly.GetManifestResourceStream("assessments-2026.11-r1.json")!;
        using var document = JsonDocument.Parse(stream);
        return
        [
            .. document
                .RootElement.EnumerateArray()
                .Select(item =>
                    (
                        item.GetProperty("answers").GetRawText(),
                        JsonSerializer.Serialize(
                            item.GetProperty("expected").EnumerateObject().ToDictionary(member => member.Name, member => member.Value)
                        )
                    )
                ),
        ];
    }
}
