using System.Text.Json;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Risk;

/// <summary>
/// Suppliers that experts were asked about, with what they said is right. One is left as it is: the model API that is the product stays
/// High where it could be replaced in weeks, and is Critical (F3) where that takes months.
/// </summary>
public sealed class ExpertCasesTests
{
    private static readonly IReadOnlyDictionary<string, JsonElement> All = Load();

    public static TheoryData<string> Ids => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_supplier_gets_the_tier_clauses_seats_and_flags_an_expert_gives_it(string id)
    {
        var assessment = Assessor.Assess(PolicyText.Policy, AnswersOf(All[id]));

        Assert.Equal(Expected(id, "tier"), assessment.Tier.ToString());
        Assert.Equal(Expected(id, "score"), assessment.Score.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Expected(id, "floors"), Joined(assessment.Floors.Select(floor => floor.Id)));
        Assert.Equal(Expected(id, "clauses"), Joined(assessment.Clauses.Select(clause => clause.Id)));
        Assert.Equal(Expected(id, "seats"), Joined(assessment.Approvals.Select(seat => $"{seat.Step} {seat.Role} {seat.People}")));
        Assert.Equal(Expected(id, "flags"), Joined(assessment.Flags));
    }

    [Fact]
    public void A_model_that_is_the_product_and_hard_to_replace_is_critical() =>
        Assert.Contains(
            "F3",
            Assessor
                .Assess(PolicyText.Policy, AnswersOf(All["llm-is-the-product"]).With("replace", "months"))
                .Floors.Select(floor => floor.Id)
        );

    [Fact]
    public void The_incident_clause_of_a_regulated_client_says_a_day() =>
        Assert.Equal(
            "24 hours",
            Assessor.Assess(PolicyText.Policy, AnswersOf(All["bank-chatbot"])).Clauses.Single(clause => clause.Id == "INC").Parameters[
                "notice"
            ]
        );

    private static Answers AnswersOf(JsonElement item) =>
        Answers.From(
            item.GetProperty("answers")
                .EnumerateObject()
                .Select(answer =>
                    KeyValuePair.Create<string, IReadOnlyList<string>>(
                        answer.Name,
                        answer.Value.ValueKind == JsonValueKind.Array
                            ? [.. answer.Value.EnumerateArray().Select(pick => pick.GetString()!)]
                            : [answer.Value.GetString()!]
                    )
                )
        );

    private static string Expected(string id, string member) =>
        All[id].GetProperty("expected").GetProperty(member) is { ValueKind: JsonValueKind.Array } list
            ? Joined(list.EnumerateArray().Select(one => one.GetString()!))
            : All[id].GetProperty("expected").GetProperty(member).ToString();

    private static string Joined(IEnumerable<string> texts) => string.Join(", ", texts);

    private static Dictionary<string, JsonElement> Load()
    {
        using var stream = typeof(ExpertCasesTests).Assembly.GetManifestResourceStream("ExpertCases.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateArray().ToDictionary(item => item.GetProperty("id").GetString()!, item => item.Clone());
    }
}
