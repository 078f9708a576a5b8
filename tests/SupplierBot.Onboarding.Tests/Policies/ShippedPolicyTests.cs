using System.Security.Cryptography;
using System.Text;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Policies;

/// <summary>What the shipped policy says, told by numbers and ids.</summary>
public sealed class ShippedPolicyTests
{
    private static readonly Policy Policy = PolicyText.Policy;

    [Fact]
    public void It_has_no_fault() => Assert.Empty(PolicyText.Faults(PolicyText.Shipped));

    [Fact]
    public void It_says_which_version_it_is_and_who_approved_it()
    {
        Assert.Equal("2026.12-r4", Policy.Version);
        Assert.Equal("the information security officer", Policy.ApprovedBy);
        Assert.Equal(new DateOnly(2026, 12, 1), Policy.ApprovedOn);
        Assert.False(Policy.OrganisationIsRegulated);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PolicyText.Shipped))), Policy.Hash);
    }

    [Theory]
    [InlineData("DATA", 7, "RD")]
    [InlineData("COMPUTE", 6, "RC")]
    [InlineData("MODEL", 8, "RM")]
    [InlineData("SUBCON", 5, "RS")]
    [InlineData("AISAAS", 7, "RA")]
    [InlineData("GENERAL", 3, "RG")]
    public void Each_type_has_its_risks(string type, int risks, string prefix) =>
        Assert.Equal(Numbered(prefix, risks), Policy.Type(type).Risks.Select(risk => risk.Id).Order());

    [Fact]
    public void Types_stand_in_the_order_of_the_main_type() =>
        Assert.Equal(["COMPUTE", "DATA", "MODEL", "SUBCON", "AISAAS", "GENERAL"], Policy.Types.Select(type => type.Id));

    [Fact]
    public void Pages_hold_the_questions_in_their_order()
    {
        Assert.Equal(["supplier", "what", "reach", "practical", "details"], Policy.Pages.Select(page => page.Id));
        Assert.Equal(
            "name website service purpose role effects data access stop deal start owner volume training where replace others proof where_text others_text",
            string.Join(' ', Policy.Questions.Select(question => question.Id))
        );
    }

    [Theory]
    [InlineData("role", "AISAAS MODEL DATA COMPUTE SUBCON PERSON GENERAL not_sure")]
    [InlineData("effects", "into_models customers_see decides acts regulated_client none not_sure")]
    [InlineData(
        "data",
        "none_public internal confidential source_code training_data contact personal highly_confidential weights keys payment special children sealed not_sure"
    )]
    [InlineData("access", "none gives_us inside_ours building upload api accounts core admin_prod runs_live not_sure")]
    [InlineData("stop", "little slows team_stops customers not_sure")]
    [InlineData("deal", "negotiated purchase_order online_terms free_account open_licence")]
    [InlineData("volume", "small medium large not_sure")]
    [InlineData("training", "no yes not_sure")]
    [InlineData("where", "uk_eea adequate_or_us elsewhere not_sure")]
    [InlineData("replace", "days weeks months none not_sure")]
    [InlineData("others", "none listed unlisted crowd not_sure")]
    [InlineData("proof", "iso27001 soc2_type2 iso42001 other none not_sure")]
    public void Choices_are_shown_in_this_order(string question, string choices) =>
        Assert.Equal(choices, string.Join(' ', Policy.Question(question).Choices.Select(choice => choice.Id)));

    [Theory]
    [InlineData("volume", "medium")]
    [InlineData("access", "api")]
    [InlineData("stop", "slows")]
    [InlineData("replace", "weeks")]
    [InlineData("where", "elsewhere")]
    [InlineData("others", "unlisted")]
    [InlineData("data", "confidential")]
    [InlineData("effects", "customers_see")]
    [InlineData("proof", "none")]
    public void Not_sure_ranks_as_a_stated_choice(string question, string choice) =>
        Assert.Equal(Policy.Question(question).Choice(choice)!.Rank, Policy.Question(question).Choice("not_sure")!.Rank);

    [Fact]
    public void Not_sure_about_training_ranks_between_no_and_yes() =>
        Assert.Equal(
            ["no", "not_sure", "yes"],
            Policy.Question("training").Choices.OrderBy(choice => choice.Rank).Select(choice => choice.Id)
        );

    [Fact]
    public void The_rank_of_a_data_class_is_its_sensitivity() =>
        Assert.Equal([0, 1, 2, 2, 2, 1, 2, 3, 3, 3, 2, 3, 3, 1, 2], Policy.Question("data").Choices.Select(choice => choice.Rank));

    [Fact]
    public void Every_open_point_has_a_tip() =>
        Assert.All(Policy.Questions.Where(question => question.Choice("not_sure") is not null), question => Assert.NotNull(question.Tip));

    [Fact]
    public void Tiers_begin_where_the_rubric_says() =>
        Assert.Equal(
            [(Tier.Low, 0, 1, 365), (Tier.Medium, 15, 3, 180), (Tier.High, 35, 5, 90), (Tier.Critical, 80, 10, 90)],
            Policy.Tiers.Select(line => (line.Tier, line.From, line.WorkingDays, line.ApprovalValidDays))
        );

    [Fact]
    public void It_has_every_floor() => Assert.Equal(Numbered("F", 17).Order(), Policy.Floors.Select(floor => floor.Id).Order());

    [Fact]
    public void The_ciso_lowers_a_tier_for_half_a_year_and_never_under_six_floors()
    {
        Assert.Equal(("ciso", 180), (Policy.TierChanges.LoweredBy, Policy.TierChanges.LongestDays));
        Assert.Equal(["F1", "F2", "F4", "F6", "F15", "F16"], Policy.TierChanges.NeverUnder);
        Assert.Contains(
            "ciso may lower one, with a reason, for up to 180 days, never under F1, F2, F4, F6, F15, F16.",
            PolicyPrinter.Text(Policy),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("  Medium: clauses: those that no reviewer can let go; documents: none\n")]
    [InlineData("; documents: one of E-CERT, E-SOC2, E-AI-CERT, E-PENTEST, E-REDTEAM; clauses that no reviewer can let go count with")]
    [InlineData("  Critical: clauses: all; documents: all;")]
    [InlineData("  decides on a changed clause: legal\n")]
    [InlineData("  accepts the gap of a refused clause: ciso, for up to 180 days, never of DPA; reminders: 30, 7 days before\n")]
    [InlineData("  reminders before the last day to give notice: 90, 30, 7 days before\n")]
    public void What_must_be_settled_before_use_can_be_read(string line) =>
        Assert.Contains(line, PolicyPrinter.Text(Policy), StringComparison.Ordinal);

    /// <summary>A condition is done once: what holds as long as something is used is a rule of use.</summary>
    [Fact]
    public void No_suggested_condition_is_a_standing_rule() =>
        Assert.All(
            Policy.SuggestedConditions,
            one =>
            {
                Assert.DoesNotMatch(@"\b(never|always|everything else|from now on|as long as|each time|no longer)\b", one.Text);
                Assert.True(one.Days is null or 30, one.Id);
            }
        );

    [Fact]
    public void It_has_every_clause() =>
        Assert.Equal(
            "CONF INC SLA AUDIT SUBS BCDR EXIT SCOPE CONTACT DPA LOC ACCESS PERS CHANGE REPORT LIAB VULN CLOUD REG-FIN AI-NOTRAIN AI-PROV AI-QUAL AI-TEST AI-MODCHG AI-DOC AI-IP AI-ACT AI-OVERSIGHT AI-MIGRATE",
            string.Join(' ', Policy.Clauses.Select(clause => clause.Id))
        );

    [Fact]
    public void Eight_clauses_are_checks_of_our_own_under_an_open_licence() =>
        Assert.Equal(
            ["VULN", "AI-PROV", "AI-QUAL", "AI-TEST", "AI-DOC", "AI-IP", "AI-ACT", "AI-OVERSIGHT"],
            Policy.Clauses.Where(clause => clause.AppliesToOpenLicence).Select(clause => clause.Id)
        );

    [Fact]
    public void Five_clauses_cannot_be_waived_by_a_reviewer() =>
        Assert.Equal(
            ["CONF", "INC", "EXIT", "DPA", "AI-NOTRAIN"],
            Policy.Clauses.Where(clause => clause.NotWaivableWhen is not null).Select(clause => clause.Id)
        );

    [Fact]
    public void Clauses_use_all_six_headings() =>
        Assert.Equal(Policy.Headings.Order(), Policy.Clauses.Select(clause => clause.Heading).Distinct().Order());

    [Fact]
    public void It_has_every_check() => Assert.Equal(Numbered("K", 16), Policy.Checks.Select(check => check.Id));

    [Theory]
    [InlineData("K1")]
    [InlineData("K2")]
    [InlineData("K4")]
    [InlineData("K5")]
    [InlineData("K6")]
    [InlineData("K11")]
    [InlineData("K12")]
    [InlineData("K13")]
    [InlineData("K14")]
    public void Checks_of_what_people_type_have_words(string check) =>
        Assert.True(Policy.Checks.Single(one => one.Id == check).Words.Count >= 10);

    [Fact]
    public void It_has_every_suggested_condition() =>
        Assert.Equal(Numbered("S", 17), Policy.SuggestedConditions.Select(condition => condition.Id));

    [Fact]
    public void Four_suggested_conditions_have_thirty_days_and_the_others_come_before_use() =>
        Assert.Equal(
            ["S7", "S8", "S9", "S17"],
            Policy.SuggestedConditions.Where(condition => condition.Days == 30).Select(condition => condition.Id)
        );

    [Fact]
    public void It_has_every_trigger() => Assert.Equal(Numbered("T", 12), Policy.Triggers.Select(trigger => trigger.Id));

    [Fact]
    public void Higher_tiers_are_reviewed_more_often() =>
        Assert.Equal([36, 24, 12, 6], Policy.Reviews.Cycles.OrderBy(cycle => cycle.Tier).Select(cycle => cycle.Months));

    [Fact]
    public void Critical_needs_two_of_security_and_then_the_ciso() =>
        Assert.Equal(
            [(1, "security", 2), (2, "ciso", 1)],
            Policy
                .Approvals.Where(rule => rule is { Tier: Tier.Critical, Optional: false })
                .Select(rule => (rule.Step, rule.Role, rule.People))
        );

    [Fact]
    public void The_full_form_of_the_approvals_reads_without_fault()
    {
        var policy = PolicyText.Accepted(FullForm.Of(PolicyText.Shipped));

        Assert.Equal(
            ["Security", "CISO", "Privacy", "Legal", "Business owner", "Director", "AI governance", "Executive"],
            policy.Roles.Select(role => role.Title)
        );
        Assert.Equal(
            "security ciso privacy legal business_owner director ai_governance executive",
            string.Join(' ', policy.Roles.Select(role => role.Id))
        );
        Assert.DoesNotContain(policy.Approvals, rule => rule.Optional);
        Assert.Equal([1, 3, 5, 7], Enum.GetValues<Tier>().Select(tier => policy.Approvals.Count(rule => rule.Tier == tier)));
        Assert.Equal(["director"], policy.Approvals.Where(rule => rule is { Tier: Tier.Critical, Step: 1 }).Select(rule => rule.Role));
    }

    [Fact]
    public void Texts_fit_the_cards()
    {
        Assert.All(Policy.Pages, page => Assert.InRange(page.Title.Length, 1, 24));
        Assert.All(Policy.Questions.SelectMany(question => question.Choices), choice => Assert.InRange(choice.Label.Length, 1, 75));
    }

    private static IEnumerable<string> Numbered(string prefix, int count) =>
        Enumerable.Range(1, count).Select(number => $"{prefix}{number}");
}
