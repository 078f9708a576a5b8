using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Policies;

/// <summary>One change of the shipped policy at a time, and what the reader says about it.</summary>
public sealed class PolicyReaderTests
{
    /// <summary>Not every line, so that the test stays quick; a prime, so that all kinds of entries are met.</summary>
    private const int LinesBetweenTrials = 53;

    [Theory]
    // Unknown ids, with the nearest valid one
    [InlineData(
        "((types has MODEL or types has AISAAS) and effects has customers_see and tier >= High)",
        "((types has MODEL or types has AISAAS) and effects has customer_see and tier >= High)",
        "clause AI-ACT: unknown choice `effects has customer_see`; did you mean `customers_see`?"
    )]
    [InlineData(
        "when: stop is customers and (sensitivity >= 1 or replace >= weeks or access >= accounts),",
        "when: stopp is customers,",
        "floor F11: unknown question or fact `stopp`; did you mean `stop`?"
    )]
    [InlineData(
        "when: personal and not access is inside_ours\n    not_waivable",
        "when: persnal and not access is inside_ours\n    not_waivable",
        "clause DPA: unknown question or fact `persnal`; did you mean `personal`?"
    )]
    [InlineData(
        "clauses has DPA, due",
        "clauses has DPO, due",
        "suggested condition S2: unknown choice `clauses has DPO`; did you mean `DPA`?"
    )]
    [InlineData("floors has F3 or", "floors has F30 or", "suggested condition S9: unknown choice `floors has F30`; did you mean `F3`?")]
    [InlineData(
        "when: (tier >= High and (types has MODEL or types has AISAAS)) or",
        "when: (tier >= Hihg and (types has MODEL or types has AISAAS)) or",
        "evidence E-BOM: unknown choice `tier >= Hihg`; did you mean `High`?"
    )]
    [InlineData(
        "key_clauses: [AI-PROV, AI-QUAL]",
        "key_clauses: [AI-PROV, AI-QUALS]",
        "type DATA: unknown clause `AI-QUALS`; did you mean `AI-QUAL`?"
    )]
    [InlineData(
        "{step: 2, role: ciso, people: 1}",
        "{step: 2, role: cisco, people: 1}",
        "approvals, Critical: unknown role `cisco`; did you mean `ciso`?"
    )]
    [InlineData("heading: Oversight", "heading: Oversigt", "clause AUDIT: unknown heading `Oversigt`; did you mean `Oversight`?")]
    [InlineData(
        "questions: [role, effects]",
        "questions: [role, efects, effects]",
        "page what: unknown question `efects`; did you mean `effects`?"
    )]
    [InlineData(
        "min: High, when: effects has decides",
        "min: Hgh, when: effects has decides",
        "floor F6: unknown min `Hgh`; did you mean `High`?"
    )]
    // What may not stand where it stands
    [InlineData(
        "when: stop is customers and (sensitivity >= 1 or replace >= weeks or access >= accounts),",
        "when: tier >= High,",
        "floor F11: `tier` cannot be used here"
    )]
    [InlineData("skip_when: stop is little", "skip_when: tier >= High", "question replace: `tier` cannot be used here")]
    [InlineData("when: access has runs_live, words", "when: purpose is x, words", "floor F1: `purpose` cannot be used here")]
    [InlineData(
        "skip_when: stop is little",
        "skip_when: no_proof",
        "question replace: `skip_when` looks at `proof`, which stands on the same page; it may look at earlier pages only"
    )]
    // Comparisons that mean nothing
    [InlineData(
        "when: stop is customers and (sensitivity >= 1 or replace >= weeks or access >= accounts),",
        "when: stop has customers,",
        "floor F11: `stop has customers`: `stop` takes `is` or `>=` or `<=`, not `has`"
    )]
    [InlineData(
        "when: deal is free_account and",
        "when: deal >= free_account and",
        "suggested condition S3: `deal >= free_account`: `deal` takes `is`, not `>=`"
    )]
    [InlineData(
        "when: no_proof and not person_only",
        "when: no_proof is yes and not person_only",
        "suggested condition S8: `no_proof` is a fact that holds or not: write it without `is yes`"
    )]
    [InlineData(
        "when: stop is customers and (sensitivity >= 1 or replace >= weeks or access >= accounts),",
        "when: stop,",
        "floor F11: `stop` needs `is` or `>=` or `<=` and a value"
    )]
    // Grammar
    [InlineData(
        "when: stop is customers and (sensitivity >= 1 or replace >= weeks or access >= accounts),",
        "when: (stop is customers,",
        "floor F11: a `(` is never closed"
    )]
    [InlineData(
        "when: stop is customers and (sensitivity >= 1 or replace >= weeks or access >= accounts),",
        "when: stop is,",
        "floor F11: `stop is` ends without a value"
    )]
    [InlineData(
        "when: stop is customers and (sensitivity >= 1 or replace >= weeks or access >= accounts),",
        "when: stop is customers and,",
        "floor F11: the condition ends where a question or fact should stand"
    )]
    [InlineData(
        "when: stop is customers and (sensitivity >= 1 or replace >= weeks or access >= accounts),",
        "when: stop is customers crown,",
        "floor F11: `stop is customers crown`: expected `and`, `or` or the end, found `crown`"
    )]
    [InlineData(
        "when: stop is customers and (sensitivity >= 1 or replace >= weeks or access >= accounts),",
        "when: stop = customers,",
        "floor F11: `stop = customers` has a stray `=`"
    )]
    // Kinds and ranges
    [InlineData("working_days: 1 ", "working_days: soon ", "tier Low: `working_days` must be a whole number from 1 to 3650, found `soon`")]
    [InlineData("regulated: false", "regulated: maybe", "organisation: `regulated` must be true or false, found `maybe`")]
    [InlineData("title: Low risk", "title: [Low, risk]", "tier Low: `title` must be a text, found a list")]
    [InlineData("title: Low risk", "title:", "tier Low: `title` must be a text, found nothing")]
    [InlineData("organisation:\n  regulated: false", "organisation: none", "organisation: expected fields, found `none`")]
    [InlineData("approved_on: 2026-12-01", "approved_on: 2026-02-30", "policy: `approved_on: 2026-02-30` is not a date like 2026-11-16")]
    [InlineData("approved_on: 2026-12-01", "approved_on: 16.11.2026", "policy: `approved_on: 16.11.2026` is not a date like 2026-11-16")]
    [InlineData("- [3, 5, 7] ", "- [3, 5] ", "score data: `table` needs 3 numbers, one for each place in the order of `volume`; found 2")]
    [InlineData(
        "{id: S2, when: clauses has DPA, due: before use",
        "{id: S2, when: clauses has DPA, due: at once",
        "suggested condition S2: `due: at once` must be `before use` or a number of days like `30 days`"
    )]
    [InlineData(
        "{id: S2, when: clauses has DPA, due: before use",
        "{id: S2, when: clauses has DPA, due: 1٣ days",
        "suggested condition S2: `due: 1٣ days` must be `before use` or a number of days like `30 days`"
    )]
    [InlineData(
        "      - [18, 24, 30]          # restricted\n",
        "",
        "score data: `table` needs 4 rows, one for each place in the order of `data`; found 3",
        -3
    )]
    // Order of the tiers
    [InlineData("from: 35", "from: 15", "tier High: `from: 15` must be higher than the 15 of the tier before")]
    [InlineData("from: 0\n", "from: 1\n", "tier Low: the lowest tier must start `from: 0`, found 1")]
    // Clause texts and parameters
    [InlineData(
        "contact within {notice} of",
        "contact within {notce} of",
        "clause INC: `{notce}` has no parameter; did you mean `notice`?",
        -2
    )]
    [InlineData(
        "tell us in writing {change_notice} before you change",
        "tell us in writing {change before you change",
        "clause CHANGE: a `{` or `}` that is no {parameter}",
        -1
    )]
    [InlineData(
        "root cause and your measures {root_cause} of",
        "root cause and your measures of",
        "clause INC: parameter `root_cause` is never used",
        21
    )]
    [InlineData("        High: 48 hours\n", "", "clause INC, parameter `notice`: no value for High", -1)]
    [InlineData(
        "        Critical: 4 hours",
        "        Critical: –",
        "clause BCDR, parameter `RTO`: `–` takes the value of the next higher tier, and there is none"
    )]
    [InlineData(
        "        stricter: lower\n      RPO",
        "      RPO",
        "clause BCDR, parameter `RTO`: say which value is stricter: either `stricter: lower` or `higher`, or a list `strict_to_mild`",
        -4
    )]
    [InlineData(
        "        Critical: 4 hours",
        "        Critical: 4 days",
        "clause BCDR, parameter `RTO`: the values have different units; use one unit, or a list `strict_to_mild`",
        4
    )]
    [InlineData(
        "        Critical: 4 hours",
        "        Critical: at once",
        "clause BCDR, parameter `RTO`: `at once` is no number with a unit; use a list `strict_to_mild`",
        4
    )]
    [InlineData(
        "when: personal, value: 48 hours",
        "when: personal, value: 36 hours",
        "clause INC, parameter `notice`: `strict_to_mild` leaves out `36 hours`",
        -4
    )]
    [InlineData("      - {words: this supplier matters enough to us}\n", "", "clause CONF, because: the last line must have no `when`", -1)]
    [InlineData(
        "      - {when: sensitivity >= 2, words: they get confidential or personal",
        "      - {words: they get confidential or personal",
        "clause CONF, because: only the last line may have no `when`: the lines after it never show"
    )]
    [InlineData(
        "to_requester: You wrote “{match}”. Until",
        "to_requester: You wrote “{mach}”. Until",
        "check K4: `{mach}` is not known here; did you mean `match`?"
    )]
    // Approvals
    [InlineData(
        "    - {step: 2, role: ciso, people: 1}",
        "    - {step: 3, role: ciso, people: 1}",
        "approvals: Critical must use the steps 1, 2, 3 … without a gap, found 1, 3",
        -3
    )]
    public void A_fault_is_reported_with_its_line(string old, string changed, string message, int below = 0)
    {
        var text = PolicyText.With(old, changed);
        var line = PolicyText.LineOfChange(text) + below;

        Assert.Equal([$"line {line}: {message}"], PolicyText.Faults(text).Select(fault => fault.ToString()));
    }

    [Theory]
    [InlineData("headings: [Information,", "headings: Information #", "policy: `headings` must be a list, found `Information`")]
    [InlineData("order: [little,", "order: [litle,", "question stop: unknown choice in `order` `litle`; did you mean `little`?")]
    [InlineData("order: [little,", "order: [litle,", "question stop: `order` leaves out `little`")]
    [InlineData("order: [no, not_sure, yes]", "order: [no, no, not_sure, yes]", "question training: `order` names `no` twice")]
    [InlineData("    kind: several", "    kind: severall", "question role: unknown kind `severall`; did you mean `several`?")]
    [InlineData(
        "  - id: role\n    kind: several",
        "  - id: role\n    kind: one",
        "question role: `kind` must be `several`, because people, types and sensitivity are made of it"
    )]
    [InlineData(
        "  - {id: practical,",
        "  - {id: extra, title: Extra, questions: [stop]}\n  - {id: practical,",
        "page practical: question `stop` already stands on page `extra`",
        1
    )]
    [InlineData("questions: [stop, deal, start, owner]", "questions: [stop, deal, owner]", "question start: it stands on no page", 154)]
    [InlineData("  - id: start\n", "  - id: begin\n", "page practical: unknown question `start`", -154)]
    [InlineData("  - id: High\n", "  - id: Critical\n", "policy: `tiers` must be Low, Medium, High, Critical, in this order", -12)]
    [InlineData("\nfloors:\n", "\nflors:\n", "policy: `floors` is missing", -482)]
    [InlineData("\nfloors:\n", "\nflors:\n", "policy: unknown field `flors`; did you mean `floors`?")]
    [InlineData("    title: Low risk", "    titel: Low risk", "tier Low: `title` is missing", -1)]
    [InlineData("    title: Low risk", "    titel: Low risk", "tier Low: unknown field `titel`; did you mean `title`?")]
    [InlineData("  - {id: F14,", "  - {", "floor: `id` is missing")]
    [InlineData("{id: crown, when", "{id: crowns, when", "clause AI-IP: unknown question or fact `crown`; did you mean `crowns`?", 1013)]
    [InlineData("gives_us: 0, inside_ours: 0,", "gives_us: 0, inside: 0,", "score access, of access, points: `inside_ours` is missing")]
    [InlineData("gives_us: 0, inside_ours: 0,", "gives_us: 0, inside: 0,", "score access, of access, points: unknown field `inside`")]
    public void A_fault_with_followers_is_reported_with_its_line(string old, string changed, string message, int below = 0)
    {
        var text = PolicyText.With(old, changed);
        var line = PolicyText.LineOfChange(text) + below;

        Assert.Contains($"line {line}: {message}", PolicyText.Faults(text).Select(fault => fault.ToString()));
    }

    [Theory]
    [InlineData("  - id: CONTACT", "  - id: SCOPE", "clause SCOPE: the id `SCOPE`")]
    [InlineData("{id: RA1,", "{id: RS1,", "risk RS1: the id `RS1`")]
    [InlineData("{id: F2,", "{id: F1,", "floor F1: the id `F1`")]
    [InlineData("{id: large,", "{id: small,", "question volume, choice small: the id `small`")]
    [InlineData("{id: T2,", "{id: T1,", "trigger T1: the id `T1`")]
    [InlineData("  - id: K2", "  - id: K1", "check K1: the id `K1`")]
    [InlineData("{id: S2,", "{id: S1,", "suggested condition S1: the id `S1`")]
    [InlineData("{id: E-BOM,", "{id: E-CARD,", "evidence E-CARD: the id `E-CARD`")]
    [InlineData("{id: what,", "{id: supplier,", "page supplier: the id `supplier`")]
    public void An_id_that_is_used_twice_is_reported_with_both_lines(string old, string changed, string message)
    {
        var text = PolicyText.With(old, changed);
        var first = text.AsSpan(0, text.IndexOf(changed, StringComparison.Ordinal)).Count('\n') + 1;

        Assert.Contains(
            $"line {PolicyText.LineOfChange(text)}: {message} is used twice, first on line {first}",
            PolicyText.Faults(text).Select(fault => fault.ToString())
        );
    }

    /// <summary>Whatever somebody breaks, the reader answers with faults and never with an exception.</summary>
    [Fact]
    public void Leaving_out_or_doubling_any_line_never_breaks_the_reader()
    {
        var lines = PolicyText.Shipped.Split('\n');
        for (var at = 0; at < lines.Length; at += LinesBetweenTrials)
        {
            Assert.NotNull(PolicyReader.Read(string.Join('\n', [.. lines[..at], .. lines[(at + 1)..]])));
            Assert.NotNull(PolicyReader.Read(string.Join('\n', [.. lines[..at], lines[at], .. lines[at..]])));
        }
    }

    [Fact]
    public void A_text_that_is_no_yaml_is_reported_alone()
    {
        var text = PolicyText.With("approved_by: the information", "approved_by: [the information");

        Assert.StartsWith(
            "policy: this is not YAML with fields: ",
            Assert.Single(PolicyText.Faults(text)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    public void An_empty_text_is_a_fault(string text) =>
        Assert.Equal([new PolicyFault(1, "policy: the text is empty")], PolicyText.Faults(text));

    [Theory]
    [InlineData("just words")]
    [InlineData("- a\n- list\n")]
    public void A_text_without_fields_is_a_fault(string text) => Assert.Single(PolicyText.Faults(text));

    [Fact]
    public void A_text_with_nothing_but_a_version_tells_every_missing_section()
    {
        var missing = PolicyText.Faults("version: draft").Select(fault => fault.Message).ToList();

        foreach (
            var section in new[]
            {
                "types",
                "pages",
                "questions",
                "facts",
                "score",
                "tiers",
                "floors",
                "headings",
                "clauses",
                "evidence",
                "reviews",
                "triggers",
                "roles",
                "approvals",
                "seat_exceptions",
                "no_plain_yes",
                "timers",
                "flags",
                "checks",
                "suggested_conditions",
                "organisation",
                "approved_by",
                "approved_on",
            }
        )
        {
            Assert.Contains($"policy: `{section}` is missing", missing);
        }
    }

    [Theory]
    [
        InlineData("role: ciso, longest", "role: security_lead, longest", "tier_changes, lower: unknown role `security_lead`"),
        InlineData(
            "longest_days: 180",
            "longest_days: 0",
            "tier_changes, lower: `longest_days` must be a whole number from 1 to 365, found `0`"
        ),
        InlineData(
            "longest_days: 180",
            "longest_days: 366",
            "tier_changes, lower: `longest_days` must be a whole number from 1 to 365, found `366`"
        ),
        InlineData(
            "[F1, F2, F4, F6, F15, F16]",
            "[F1, F2, F4, F60, F15, F16]",
            "tier_changes, lower: unknown floor `F60`; did you mean `F6`?"
        )
    ]
    public void Who_may_change_a_tier_is_checked(string old, string changed, string message) =>
        Assert.Contains(message, PolicyText.Faults(PolicyText.With(old, changed)).Select(fault => fault.Message));

    [Fact]
    public void All_faults_are_reported_at_once_in_the_order_of_their_lines()
    {
        var text = PolicyText
            .With("when: stop is customers and (sensitivity >= 1 or replace >= weeks or access >= accounts),", "when: stopp is custmers,")
            .Replace("approved_on: 2026-12-01", "approved_on: soon", StringComparison.Ordinal)
            .Replace("role: ciso,", "role: cisco,", StringComparison.Ordinal);

        var faults = PolicyText.Faults(text);

        Assert.Equal(
            [
                "policy: `approved_on: soon` is not a date like 2026-11-16",
                "floor F11: unknown question or fact `stopp`; did you mean `stop`?",
                "tier_changes, lower: unknown role `cisco`; did you mean `ciso`?",
                "agreements, accepted_gaps: unknown role `cisco`; did you mean `ciso`?",
                "approvals, Critical: unknown role `cisco`; did you mean `ciso`?",
                "seat_exceptions, helper: unknown role `cisco`; did you mean `ciso`?",
            ],
            faults.Select(fault => fault.Message)
        );
        Assert.Equal(faults.Select(fault => fault.Line).Order(), faults.Select(fault => fault.Line));
    }
}
