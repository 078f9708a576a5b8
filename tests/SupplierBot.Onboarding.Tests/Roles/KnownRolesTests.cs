using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Roles;

/// <summary>The roles of a policy, by id and by what people call them.</summary>
public sealed class KnownRolesTests
{
    private static readonly KnownRoles Full = KnownRoles.Of(PolicyText.Accepted(FullForm.Of(PolicyText.Shipped)));

    [Theory]
    [InlineData("ai_governance", "ai_governance")]
    [InlineData("AI governance", "ai_governance")]
    [InlineData("Ai-Governance", "ai_governance")]
    [InlineData("aigovernance", "ai_governance")]
    [InlineData("CISO", "ciso")]
    [InlineData("business  owner", "business_owner")]
    [InlineData("Auditor", "auditor")]
    [InlineData("governance", null)]
    [InlineData("", null)]
    public void A_role_is_meant_by_its_id_or_its_title(string typed, string? role) => Assert.Equal(role, Full.Find(typed));

    [Fact]
    public void A_title_need_not_be_like_the_id()
    {
        var known = KnownRoles.Of(PolicyText.Policy with { Roles = [new("security", null), new("dpo", "Data protection officer")] });
        Assert.Equal(("dpo", "dpo"), (known.Find("data-protection officer"), known.Find("DPO")));
        Assert.Equal(("Data protection officer", null), (known.TitleOf("dpo"), known.TitleOf("security")));
    }

    [Fact]
    public void They_stand_in_the_order_of_the_policy_and_the_auditor_last()
    {
        Assert.Equal(["security", "ciso", "privacy", "legal", "business_owner", "director", "ai_governance", "executive"], Full.Deciding);
        Assert.Equal([.. Full.Deciding, "auditor"], Full.All);
        Assert.All(Full.All, role => Assert.True(Full.Has(role)));
        Assert.False(Full.Has("wizard"));
    }

    /// <summary>A policy of an earlier release need not name it, and may name one twice.</summary>
    [Fact]
    public void Security_is_always_among_them() =>
        Assert.Equal(
            ["security", "legal"],
            KnownRoles.Of(PolicyText.Policy with { Roles = [new("legal", null), new("legal", "Lawyers")] }).Deciding
        );

    [Theory]
    [InlineData("security", "Security")]
    [InlineData("ciso", "CISO")]
    [InlineData("auditor", "Auditor")]
    [InlineData("business_owner", "Business owner")]
    [InlineData("DPO", "DPO")]
    [InlineData("e-Discovery, CISO", "e-Discovery, CISO")]
    [InlineData("", "")]
    public void Without_a_title_the_wording_or_the_id_says_what_it_is_called(string role, string words) =>
        Assert.Equal(words, CaseTexts.Role(role, new CaseScenario().Context));

    [Fact]
    public void A_title_of_the_policy_comes_before_the_wording()
    {
        var known = KnownRoles.Of(PolicyText.Policy with { Roles = [new PolicyRole("security", "Information security")] });
        var context = new CaseScenario().Context;
        Assert.Equal("Information security", CaseTexts.Role("security", context with { Roles = context.Roles with { Known = known } }));
    }
}
