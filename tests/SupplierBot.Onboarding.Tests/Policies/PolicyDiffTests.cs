using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Policies;

/// <summary>What changed from one policy to another, in words.</summary>
public sealed class PolicyDiffTests
{
    private static readonly IReadOnlyList<PolicyChange> FromTheFirst = Between(
        PolicyText.Accepted(PolicyText.FormatOne),
        PolicyText.Policy
    );

    public static TheoryData<PolicySection> Sections => [.. Enum.GetValues<PolicySection>().Except([PolicySection.Timers])];

    private static readonly Floor F7 = PolicyText.Policy.Floors.Single(floor => floor.Id == "F7");
    private static readonly PolicyCondition Sealed = new PolicyCondition.Has("data", "sealed");

    [Fact]
    public void The_same_policy_has_no_difference() => Assert.Empty(Between(PolicyText.Policy, PolicyText.Policy with { Hash = "other" }));

    /// <summary>All at once, because a policy takes long to read. Two of them are one change.</summary>
    private static readonly (string Old, string New)[] Edits =
    [
        ("version: 2026.12-r4", "version: 2026.12-r5"),
        ("approved_by: the information security officer", "approved_by: the board"),
        ("longest_days: 180", "longest_days: 90"),
        ("accounts: 8, core", "accounts: 12, core"),
        ("- [10, 15, 20] ", "- [10, 15, 22] "),
        ("    from: 80", "    from: 75"),
        ("    words: Standard review by one security reviewer.", "    words: A check."),
        ("{id: F13, min: Medium,", "{id: F13, min: High,"),
        ("{id: little, label: Not much; we'd manage, words: little impact}", "{id: little, label: Nothing much, words: little impact}"),
        ("order: [no, not_sure, yes]", "order: [no, [not_sure, yes]]"),
        ("Critical: within 10 working days", "Critical: within 5 working days"),
        ("strict_to_mild: [within 10 working days,", "strict_to_mild: [within 5 working days,"),
        ("    purpose: know in time to act", "    purpose: know at once"),
        ("keep the evidence for 12 months, and help", "keep the evidence for 24 months, and help"),
        (
            "Sanctions and ownership check (our own search), when: tier >= Medium,",
            "Sanctions and ownership check (our own search), when: tier >= High,"
        ),
        ("High: {clauses: key, documents: one_of,", "High: {clauses: all, documents: one_of,"),
        ("never: [DPA]}", "never: [DPA, CONF]}"),
        ("  Low: {months: 36,", "  Low: {months: 30,"),
        ("asks_again: [deal, proof]", "asks_again: [proof]"),
        ("expire_days: 21", "expire_days: 28"),
        ("{step: 2, role: ciso, people: 1}", "{step: 2, role: ciso, people: 2}"),
        ("to_reviewer: It serves a regulated client\n", "to_reviewer: A regulated client\n"),
        ("words: [scraped, scrape,", "words: [scrape,"),
        ("due: 30 days, text: Get the list of subprocessors", "due: 60 days, text: Get the list of subprocessors"),
        ("{id: F7, min: High, when: access >= core,", "{id: F7, min: High, when: access >= core and reached,"),
    ];

    private static readonly IReadOnlyList<PolicyChange> Edited = Between(
        PolicyText.Policy,
        PolicyText.Accepted(Edits.Aggregate(PolicyText.Shipped, Edit))
    );

    [Theory]
    [InlineData(PolicySection.Version, "", "version: 2026.12-r4 → 2026.12-r5")]
    [InlineData(PolicySection.Version, "", "approved by: the information security officer → the board")]
    [InlineData(PolicySection.Tiers, "", "days for which a tier may be lowered: 180 → 90")]
    [InlineData(PolicySection.Score, "access", "their staff have accounts with us: 8 → 12")]
    [InlineData(PolicySection.Score, "data", "confidential information, large volume: 20 → 22")]
    [InlineData(PolicySection.Tiers, "Critical", "from points: 80 → 75")]
    [InlineData(PolicySection.Tiers, "Medium", "wording: “Standard review by one security reviewer.” → “A check.”")]
    [InlineData(PolicySection.Floors, "F13", "at least: Medium → High")]
    [InlineData(PolicySection.Questions, "stop", "answer “little impact”: “Not much; we'd manage” → “Nothing much”")]
    [InlineData(PolicySection.Questions, "training", "“yes” counts as less risky than before")]
    [InlineData(PolicySection.Clauses, "INC", "“root cause” at Critical: within 10 working days → within 5 working days")]
    [InlineData(PolicySection.Clauses, "INC", "purpose: “know in time to act” → “know at once”")]
    [InlineData(
        PolicySection.Clauses,
        "INC",
        "full text: “… the evidence for 12 months, and help …” → “… the evidence for 24 months, and help …”"
    )]
    [InlineData(PolicySection.Evidence, "E-SANCTIONS", "asked for when: from Medium up → from High up")]
    [InlineData(PolicySection.Agreements, "High", "contract points that must be settled: those and the key ones of its types → all")]
    [InlineData(PolicySection.Agreements, "", "contract points whose gap nobody may accept, new: Data protection and confidentiality")]
    [InlineData(PolicySection.Reviews, "Low", "months between reviews: 36 → 30")]
    [InlineData(PolicySection.Triggers, "T6", "asks again, removed: How we buy it")]
    [InlineData(PolicySection.Timers, "", "days until a request without an answer expires: 21 → 28")]
    [InlineData(PolicySection.Approvals, "Critical", "CISO, step 2: 1 person → 2 people")]
    [InlineData(PolicySection.Flags, "regulated_client", "to the reviewer: “It serves a regulated client” → “A regulated client”")]
    [InlineData(PolicySection.Checks, "K16", "words that raise it, removed: scraped")]
    [InlineData(PolicySection.Conditions, "S7", "due: 30 days → 60 days")]
    [InlineData(PolicySection.Floors, "F7", "holds when, also needed: they can reach something of ours")]
    public void One_change_is_one_line(PolicySection section, string id, string words)
    {
        Assert.Contains(Edited, change => (change.Section, change.Id, change.Words) == (section, id, words));
        Assert.Equal(Edits.Length - 1, Edited.Count);
    }

    [Fact]
    public void Of_a_condition_only_what_is_new_or_gone_is_told()
    {
        var more = WithFloor(F7 with { When = new PolicyCondition.Or(F7.When, Sealed) });
        Assert.Equal("holds when, now also: Data access: “encrypted copies”", Assert.Single(Between(PolicyText.Policy, more)).Words);
        Assert.Equal("holds when, no longer: Data access: “encrypted copies”", Assert.Single(Between(more, PolicyText.Policy)).Words);
        var other = WithFloor(F7 with { When = Sealed });
        Assert.Equal(
            "holds when: How they connect: “reads our main systems”, “admin rights or live access” or “hosts our live product” → Data access: “encrypted copies”",
            Assert.Single(Between(PolicyText.Policy, other)).Words
        );
    }

    [Fact]
    public void A_new_rule_says_what_it_says_and_one_that_is_gone_what_it_said()
    {
        var more = PolicyText.Policy with
        {
            Floors = [.. PolicyText.Policy.Floors, new Floor("F18", Tier.High, Sealed, "our encrypted copies")],
        };
        Assert.Equal(
            new PolicyChange(PolicySection.Floors, "F18", "our encrypted copies", "New: at least High · Data access: “encrypted copies”"),
            Between(PolicyText.Policy, more)[0]
        );
        Assert.All(Between(PolicyText.Policy, more), change => Assert.Equal("F18", change.Id));
        Assert.Equal(
            "Removed. It was: at least High · Data access: “encrypted copies”",
            Assert.Single(Between(more, PolicyText.Policy)).Words
        );
    }

    [Fact]
    public void What_words_do_not_tell_apart_is_told_as_the_file_has_it()
    {
        var after = WithFloor(F7 with { When = new PolicyCondition.Not(new PolicyCondition.Not(F7.When)) });
        Assert.Equal("holds when: access >= core → not not access >= core", Assert.Single(Between(PolicyText.Policy, after)).Words);
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void A_policy_of_the_first_format_is_compared_in_every_section(PolicySection section) =>
        Assert.Contains(FromTheFirst, change => change.Section == section);

    [Theory]
    [InlineData("access", "their staff have accounts with us: 12 → 8")]
    [InlineData("Critical", "from points: 60 → 80")]
    [InlineData("data", "“payment or salary details” counts as less risky than before")]
    [InlineData("F10", "holds when, also needed: they can reach something of ours")]
    [InlineData("INC", "“notice” at High (Use and impact: “serves a regulated client”, or we are regulated ourselves), new: 24 hours")]
    [InlineData("T7", "asks again, new: Subprocessors; Named subprocessors")]
    [InlineData("full_proof", "Removed. It was: Security evidence: “ISO 27001” or “SOC 2 Type II”")]
    public void A_policy_of_the_first_format_reads_well(string id, string words) =>
        Assert.Contains(FromTheFirst, change => (change.Id, change.Words) == (id, words));

    [Fact]
    public void It_is_printed_under_headings()
    {
        var text = PolicyDiffPrinter.Text(
            [.. Edited.Where(change => change is { Id: "Critical", Section: PolicySection.Tiers })],
            WordingText.Wording
        );
        Assert.Equal("Tiers\n-----\n  Critical risk\n      from points: 80 → 75\n", text);
        Assert.Contains(
            "\n\nContract points\n---------------\n  CONF: Data protection and confidentiality\n      purpose: ",
            PolicyDiffPrinter.Text(FromTheFirst, WordingText.Wording),
            StringComparison.Ordinal
        );
    }

    private static IReadOnlyList<PolicyChange> Between(Policy old, Policy changed) => PolicyDiff.Of(old, changed, WordingText.Wording);

    private static string Edit(string text, (string Old, string New) edit)
    {
        var at = text.IndexOf(edit.Old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the shipped policy has no `{edit.Old}`");
        return text[..at] + edit.New + text[(at + edit.Old.Length)..];
    }

    private static Policy WithFloor(Floor floor) =>
        PolicyText.Policy with
        {
            Floors = [.. PolicyText.Policy.Floors.Select(one => one.Id == floor.Id ? floor : one)],
        };
}
