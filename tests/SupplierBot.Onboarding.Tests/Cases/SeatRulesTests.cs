using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>Which seats of the assessment count in this organisation.</summary>
public sealed class SeatRulesTests
{
    [Fact]
    public void Privacy_and_legal_are_needed_where_somebody_holds_them()
    {
        var without = CaseScenario.With(CaseAnswers.High);
        Assert.Equal([RoleNames.Privacy], SeatRules.NotConfigured(without.Case!.Assessment, without.Roles));
        Assert.DoesNotContain(without.Case.Assessment.Approvals.Where(seat => SeatRules.Needed(seat, without.Roles)), IsPrivacy);
        var with = CaseScenario.RolesOf(
            (RoleNames.Security, [CaseScenario.Sam, CaseScenario.Priya]),
            (RoleNames.Privacy, [CaseScenario.Owner])
        );
        Assert.Empty(SeatRules.NotConfigured(without.Case.Assessment, with));
        Assert.Contains(without.Case.Assessment.Approvals.Where(seat => SeatRules.Needed(seat, with)), IsPrivacy);
    }

    [Theory]
    [InlineData(RoleNames.Privacy, null, true)]
    [InlineData(RoleNames.Legal, null, true)]
    [InlineData(RoleNames.Security, null, false)]
    [InlineData(RoleNames.Privacy, false, false)]
    [InlineData("ai_governance", true, true)]
    [InlineData("ai_governance", false, false)]
    public void A_seat_says_whether_it_is_optional_and_one_kept_before_it_did_goes_by_its_role(string role, bool? said, bool optional) =>
        Assert.Equal(optional, SeatRules.IsOptional(new(1, role, 1) { Optional = said }));

    /// <summary>What the policy says counts, for any role.</summary>
    [Fact]
    public void The_policy_decides_which_seats_are_optional()
    {
        var rules = PolicyText.Accepted(
            PolicyText
                .With("title: Legal}\n", "title: Legal}\n  - {id: works_council, title: Works council}\n")
                .Replace(
                    "role: privacy, people: 1, when: personal, optional: true",
                    "role: works_council, people: 1, optional: true",
                    StringComparison.Ordinal
                )
                .Replace(
                    "role: legal, people: 1, when: clause_changed or effects has decides or checks has K11, optional: true",
                    "role: legal, people: 1",
                    StringComparison.Ordinal
                )
        );
        var room = CaseScenario.With(CaseAnswers.High, rules: rules);
        Assert.Equal(["works_council"], SeatRules.NotConfigured(room.Case!.Assessment, room.Roles));
        Assert.Equal(
            [RoleNames.Security, RoleNames.Legal],
            room.Case.Assessment.Approvals.Where(seat => SeatRules.Needed(seat, room.Roles)).Select(seat => seat.Role)
        );
        Assert.StartsWith("Works council", Assert.Single(room.Case.Deviations), StringComparison.Ordinal);
    }

    /// <summary>The answers that mean personal data are those of the policy (src/SupplierBot.Onboarding/Policies/README.md "Derived facts").</summary>
    [Theory]
    [InlineData("Medium", "personal", "small", true)]
    [InlineData("Medium", "payment", "small", true)]
    [InlineData("Medium", "not_sure", "small", true)]
    [InlineData("Medium", "personal", "medium", false)]
    [InlineData("Medium", "internal", "small", false)]
    [InlineData("High", "personal", "small", false)]
    public void A_little_personal_data_at_medium_only_notifies_privacy(string tier, string data, string volume, bool notified)
    {
        string[] expected = notified ? [RoleNames.Privacy] : [];
        var current = CaseScenario.With(CaseAnswers.Of(tier).With("data", data).With("volume", volume)).Case!;

        Assert.Equal(expected, SeatRules.Notified(current));
        // One that was kept before the assessment said so.
        Assert.Equal(expected, SeatRules.Notified(current with { Assessment = current.Assessment with { Notified = null } }));
    }

    [Fact]
    public void Sensitive_data_of_a_few_waits_for_privacy() =>
        Assert.Empty(SeatRules.Notified(CaseScenario.With(CaseAnswers.Medium.With("data", "special")).Case!));

    [Theory]
    [InlineData("  helper: {role: ciso, seat: security}\n", "", null)]
    [InlineData("  helper: {role: ciso, seat: security}\n", "  helper: {role: legal, seat: security}\n", "legal")]
    public void Who_helps_where_too_few_are_left_is_policy(string old, string changed, string? helper)
    {
        var room = CaseScenario.With(CaseAnswers.High, rules: PolicyText.Accepted(PolicyText.With(old, changed)));

        Assert.Equal(helper, SeatRules.Helper(room.Case!.Assessment)?.Role);
    }

    private static bool IsPrivacy(SupplierBot.Onboarding.Risk.ApprovalSeat seat) => seat.Role == RoleNames.Privacy;
}
