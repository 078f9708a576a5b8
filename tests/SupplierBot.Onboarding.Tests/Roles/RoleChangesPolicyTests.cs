using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Roles;

/// <summary>Roles that only the policy knows, in chat: by id, by title, and when an earlier policy had them.</summary>
public sealed class RoleChangesPolicyTests
{
    private static readonly KnownRoles Full = KnownRoles.Of(PolicyText.Accepted(FullForm.Of(PolicyText.Shipped)));
    private readonly RoleChat room = new();

    public RoleChangesPolicyTests() => room.Configured = room.Configured with { Known = Full };

    [Theory]
    [InlineData("roles add ai_governance Owner", "ai_governance")]
    [InlineData("roles add AI governance Owner", "ai_governance")]
    [InlineData("Roles give Ai-Governance Owner", "ai_governance")]
    [InlineData("roles add “AI governance” Owner", "ai_governance")]
    [InlineData("roles add business owner Owner", "business_owner")]
    [InlineData("roles add director Owner", "director")]
    public void A_role_is_given_by_its_id_or_its_title(string said, string role)
    {
        room.Says(Admin, said);
        Assert.Equal((role, Owner.Person), (Assert.Single(room.Assignments.Given).Role, room.Assignments.Given[0].Person));
    }

    [Fact]
    public void It_is_told_by_its_title_and_kept_by_its_id()
    {
        room.Says(Admin, "roles add AI governance Owner");
        Assert.Equal("Admin gave Owner (teams:owner) the AI governance role", room.Answer);
        Assert.Equal(["role=ai_governance", "person=teams:owner"], room.Details);
        Assert.Equal("ai_governance", room.Announced.Role);

        room.Says(Admin, "roles remove ai governance Owner");
        Assert.Equal("Admin removed Owner (teams:owner) from the AI governance role", room.Answer);
    }

    [Fact]
    public void An_unknown_one_is_refused_with_all_there_are()
    {
        room.Says(Admin, "roles add wizard Owner");
        Assert.Equal(
            "“wizard” isn't a role. Choose from: security, ciso, privacy, legal, business_owner, director, ai_governance, executive, auditor.",
            room.Answer
        );
    }

    [Fact]
    public void Its_reviews_go_where_an_admin_says_so()
    {
        room.Says(Admin, "AI governance here", "19:ai");
        Assert.Equal(new ReviewPlace("ai_governance", "19:ai", PlaceState.Open), Assert.Single(room.Assignments.Places));
        Assert.Equal("AI governance reviews are now posted here. To undo this, type “AI governance not here”.", room.Answer);
        room.Says(Admin, "AI governance not here", "19:ai");
        Assert.Equal(PlaceState.GivenUp, Assert.Single(room.Assignments.Places).State);
    }

    [Fact]
    public void Who_holds_one_can_be_away()
    {
        room.Says(Admin, "roles add ai_governance Owner");
        room.Says(Owner, "delegate to Stranger until 20 Nov");
        Assert.Equal(Stranger.Person, Assert.Single(room.Directory.Roles.Of("ai_governance")));
        Assert.Contains("roles=ai_governance", room.Details);
    }

    [Fact]
    public void The_card_has_them_in_the_order_of_the_policy()
    {
        room.Configured = RolesOf(
            (RoleNames.Auditor, [Auditor]),
            ("executive", [Stranger]),
            (RoleNames.Ciso, [Carla]),
            ("business_owner", [Owner]),
            (RoleNames.Security, [Sam, Priya])
        ) with
        {
            Known = Full,
        };
        Assert.Equal(
            ["Security: Sam, Priya", "CISO: Carla", "Business owner: Owner", "Executive: Stranger", "Auditor: Auditor", "Admins: Admin"],
            Lines(room.Says(Rita, "roles").Answer)
        );
        Assert.Equal(
            ["Security reviews go", "CISO reviews go", "Business owner reviews go", "Executive reviews go"],
            ((View.Notice)room.Says(Auditor, "roles").Answer!).Lines.Skip(6).Select(line => line.Label)
        );
    }

    [Fact]
    public void A_role_that_the_policy_has_no_longer_is_shown_as_such_and_can_be_ended()
    {
        room.Says(Admin, "roles add business_owner Owner");
        room.Configured = room.Configured with { Known = KnownRoles.First };
        Assert.Equal(["business_owner"], room.Directory.Former);
        Assert.Contains(
            "Business owner: Owner. The policy no longer has this role, so it counts only for requests sent before.",
            Lines(room.Says(Rita, "roles").Answer)
        );
        Assert.Contains(
            ": To end a role that the policy no longer has, type “roles remove business_owner Priya Shah”.",
            Lines(room.Says(Admin, "roles").Answer)
        );

        room.Says(Admin, "roles add business_owner Stranger");
        Assert.Equal("“business_owner” isn't a role. Choose from: security, ciso, privacy, legal, auditor.", room.Answer);
        room.Says(Admin, "roles remove business_owner Owner");
        Assert.Equal("Admin removed Owner (teams:owner) from the Business owner role", room.Answer);
        Assert.Empty(room.Directory.Former);
        room.Says(Admin, "roles remove business_owner Owner");
        Assert.StartsWith("“business_owner” isn't a role.", room.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_role_here_is_no_command_for_a_place()
    {
        room.Configured = room.Configured with { Known = KnownRoles.Of(PolicyText.Policy with { Roles = [new("security", null)] }) };
        Assert.Null(room.Says(Admin, "legal here", "19:legal").Answer);
        Assert.Empty(room.Assignments.Places);
    }

    private static IEnumerable<string> Lines(View? view) => ((View.Notice)view!).Lines.Select(line => $"{line.Label}: {line.Text}");
}
