using System.Text.Json;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Risk;

/// <summary><c>assess FILE</c>: JSON in, JSON or every fault out.</summary>
public sealed class AssessFileTests
{
    private const string Caterer =
        """{"role": ["GENERAL"], "effects": ["none"], "data": ["none_public"], "access": ["building"], "stop": "little", "deal": "purchase_order"}""";

    private const string Notes =
        """{"name": "Acme Notes", "role": ["AISAAS"], "effects": ["none"], "data": ["personal"], "access": ["upload"], "stop": "slows", "deal": "online_terms", "volume": "small", "training": "not_sure", "where": ["adequate_or_us"], "replace": "days", "others": "listed", "proof": ["soc2_type2"]}""";

    [Fact]
    public void An_item_becomes_an_assessment_with_these_members()
    {
        var item = Assert.Single(Done($$"""[{"id": "a", "answers": {{Notes}}}]"""));

        Assert.Equal(
            [
                "id",
                "type",
                "types",
                "tier",
                "score",
                "parts",
                "floors",
                "clauses",
                "evidence",
                "reviewMonths",
                "approvals",
                "flags",
                "policyVersion",
            ],
            item.EnumerateObject().Select(member => member.Name)
        );
        Assert.Equal("a", item.GetProperty("id").GetString());
        Assert.Equal("AISAAS", item.GetProperty("type").GetString());
        Assert.Equal("Medium", item.GetProperty("tier").GetString());
        Assert.Equal(10 + 4 + 4 + 3 + 1 + 1, item.GetProperty("score").GetInt32());
        Assert.Equal(3, item.GetProperty("parts").GetProperty("ai").GetInt32());
        Assert.Equal(["F14"], Texts(item.GetProperty("floors")));
        Assert.Equal(12, item.GetProperty("reviewMonths").GetInt32());
        Assert.Equal("2026.12-r4", item.GetProperty("policyVersion").GetString());
        Assert.Contains("not_sure", Texts(item.GetProperty("flags")));
    }

    [Fact]
    public void A_clause_evidence_and_a_seat_say_what_and_why()
    {
        var item = Assert.Single(Done($$"""[{"id": "a", "answers": {{Notes}}}]"""));
        var notice = item.GetProperty("clauses").EnumerateArray().Single(clause => clause.GetProperty("id").GetString() == "INC");

        Assert.Equal("48 hours", notice.GetProperty("parameters").GetProperty("notice").GetString());
        Assert.Equal(
            "they handle personal data, and we have 72 hours to report a breach ourselves",
            notice.GetProperty("because").GetString()
        );
        Assert.All(
            item.GetProperty("evidence").EnumerateArray(),
            evidence => Assert.Equal(["id", "because"], evidence.EnumerateObject().Select(member => member.Name))
        );
        Assert.Equal("""{"step":1,"role":"security","people":1}""", JsonSerializer.Serialize(item.GetProperty("approvals")[0]));
    }

    [Fact]
    public void A_value_for_a_skipped_question_is_ignored()
    {
        var given = Caterer.Replace("}", """, "volume": "large", "training": "nonsense", "replace": 7}""", StringComparison.Ordinal);

        Assert.Equal(Text(Done($$"""[{"id": "a", "answers": {{Caterer}}}]""")), Text(Done($$"""[{"id": "a", "answers": {{given}}}]""")));
    }

    [Fact]
    public void An_empty_array_is_an_empty_result() => Assert.Empty(Done("[]"));

    [Theory]
    [InlineData(
        "\"stop\": \"little\"",
        "\"stop\": \"litle\"",
        "item 1 (id \"x\"): answers.stop: unknown choice \"litle\"; did you mean \"little\"?"
    )]
    [InlineData(
        "[\"none_public\"]",
        "[\"internal\", \"persnal\"]",
        "item 1 (id \"x\"): answers.data[1]: unknown choice \"persnal\"; did you mean \"personal\"?"
    )]
    [InlineData(
        "\"stop\": \"little\", ",
        "",
        "item 1 (id \"x\"): answers.stop: not answered (\"What would happen if they stopped tomorrow?\")"
    )]
    [InlineData(
        "[\"building\"]",
        "[]",
        "item 1 (id \"x\"): answers.access: not answered (\"How will they access our information, systems or offices?\")"
    )]
    [InlineData("[\"building\"]", "\"building\"", "item 1 (id \"x\"): answers.access: must be an array of choices, such as [\"none\"]")]
    [InlineData("\"little\"", "[\"little\"]", "item 1 (id \"x\"): answers.stop: must be one choice, a text")]
    [InlineData("\"role\":", "\"rôle\": \"?\", \"role\":", "item 1 (id \"x\"): answers: unknown question \"rôle\"; did you mean \"role\"?")]
    [InlineData("{\"role\"", "{\"stop\": \"slows\", \"role\"", "item 1 (id \"x\"): answers.stop is given twice")]
    [InlineData("{\"role\"", "{\"name\": 7, \"role\"", "item 1 (id \"x\"): answers.name: must be a text")]
    [InlineData(
        "{\"role\"",
        "{\"main\": \"MODLE\", \"role\"",
        "item 1 (id \"x\"): answers.main: unknown choice \"MODLE\"; did you mean \"MODEL\"?"
    )]
    public void A_fault_of_an_item_has_its_place(string old, string changed, string fault)
    {
        Assert.Contains(old, Caterer, StringComparison.Ordinal);
        Assert.Equal([fault], Faults($$"""[{"id": "x", "answers": {{Caterer.Replace(old, changed, StringComparison.Ordinal)}}}]"""));
    }

    [Theory]
    [InlineData("""[{"answers": {}}]""", "item 1: id is missing or not a text")]
    [InlineData("""[7]""", "item 1: must be an object with id and answers")]
    [InlineData("""[{"id": "x"}]""", "item 1 (id \"x\"): answers is missing or not an object")]
    [InlineData("""{"id": "x"}""", "The file must be a JSON array of {\"id\", \"answers\"}.")]
    [InlineData("[{\"id\": \"x\",\n  \"answers\": {,}}]", "line 2, column 15: not valid JSON: a name in double quotes is expected here.")]
    [InlineData("", "line 1, column 1: not valid JSON: it is empty, or ends before anything was said.")]
    [InlineData("[1, 2,]", "line 1, column 7: not valid JSON: a comma must be followed by another value; remove the last one.")]
    [InlineData(
        "[{\"id\": {}",
        "line 1, column 11: not valid JSON: it ends too early: something that was opened with { or [ is not closed."
    )]
    [InlineData("[\"a", "line 1, column 4: not valid JSON: it ends too early: something that was opened is not closed.")]
    [InlineData("// words\n[]", "line 1, column 1: not valid JSON: there are no comments in JSON; remove it.")]
    [InlineData("[] []", "line 1, column 4: not valid JSON: something stands behind the end.")]
    [InlineData("[01]", "line 1, column 3: not valid JSON: a number does not begin with 0.")]
    [InlineData("[tru]", "line 1, column 5: not valid JSON: only true, false and null may stand without quotes.")]
    [InlineData(
        "['a']",
        "line 1, column 2: not valid JSON: a value is expected here: a text in double quotes, a number, true, false, null, [ or {."
    )]
    [InlineData("""[{"id": "\ud800", "answers": {}}]""", "A text in the file has half a surrogate pair (\\ud800 to \\udfff alone).")]
    public void A_fault_of_the_file_is_reported(string json, string fault) => Assert.Equal(fault, Faults(json)[0]);

    [Fact]
    public void Two_items_with_one_id_are_a_fault() =>
        Assert.Equal(
            ["item 2 (id \"x\"): the id is already used by item 1"],
            Faults($$"""[{"id": "x", "answers": {{Caterer}}}, {"id": "x", "answers": {{Caterer}}}]""")
        );

    [Fact]
    public void All_faults_of_all_items_are_reported_at_once() =>
        Assert.Equal(
            [
                "item 1 (id \"x\"): answers.stop: unknown choice \"litle\"; did you mean \"little\"?",
                "item 2 (id \"y\"): unknown member \"answrs\"; an item has id and answers",
                "item 2 (id \"y\"): answers.role[0]: unknown choice \"GENERL\"; did you mean \"GENERAL\"?",
            ],
            Faults(
                $$"""[{"id": "x", "answers": {{Caterer.Replace("little", "litle", StringComparison.Ordinal)}}}, {"id": "y", "answrs": {}, "answers": {{Caterer.Replace("\"GENERAL", "\"GENERL", StringComparison.Ordinal)}}}]"""
            )
        );

    private static List<JsonElement> Done(string json) =>
        [
            .. JsonDocument
                .Parse(Assert.IsType<AssessFileResult.Done>(AssessFile.Run(PolicyText.Policy, json)).Json)
                .RootElement.EnumerateArray(),
        ];

    private static IReadOnlyList<string> Faults(string json) =>
        Assert.IsType<AssessFileResult.Faulty>(AssessFile.Run(PolicyText.Policy, json)).Faults;

    private static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(text => text.GetString()!);

    private static string Text(List<JsonElement> items) => string.Join('\n', items);
}
