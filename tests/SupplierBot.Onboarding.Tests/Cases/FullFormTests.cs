using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>The full form of the approvals: roles of which the program knows nothing, in three steps.</summary>
public sealed class FullFormTests
{
    private static readonly Policy Full = PolicyText.Accepted(FullForm.Of(PolicyText.Shipped));
    private static readonly Actor Dana = Member("Dana");
    private static readonly Actor Lena = Member("Lena");
    private static readonly Actor Ada = Member("Ada");
    private static readonly Actor Pia = Member("Pia");
    private static readonly Actor Eve = Member("Eve");
    private static readonly Actor Bo = Member("Bo");

    private static readonly RoleHolders Everybody = RolesOf(
        (RoleNames.Security, [Sam, Priya]),
        (RoleNames.Ciso, [Carla]),
        (RoleNames.Privacy, [Pia]),
        (RoleNames.Legal, [Lena]),
        ("business_owner", [Bo]),
        ("director", [Dana]),
        ("ai_governance", [Ada]),
        ("executive", [Eve, Carla])
    ) with
    {
        Known = KnownRoles.Of(Full),
    };

    [Fact]
    public void A_critical_request_is_decided_in_three_steps_by_seven_people()
    {
        var room = With(CaseAnswers.Critical, roles: Everybody, rules: Full);
        Assert.Empty(room.Case!.Deviations);
        Assert.Equal(
            "Director, then Security, Legal, AI governance, Privacy, then CISO, Executive",
            CaseTexts.Deciders(room.Case, room.Context)
        );
        Assert.Equal(["review-director"], Reviews(room));

        Approves(room, Dana, refused: [Sam, Carla, Eve, Bo]);
        Assert.Equal(
            ["review-ai_governance", "review-director", "review-legal", "review-privacy", "review-security"],
            Reviews(room).Order(StringComparer.Ordinal)
        );
        Approves(room, Ada, refused: [Dana, Carla]);
        Approves(room, Sam);
        Approves(room, Lena, refused: [Sam, Priya]);
        Approves(room, Pia, refused: [Eve]);
        Approves(room, Carla, refused: [Bo]);
        Approves(room, Eve, refused: [Carla]);

        Assert.Equal(CaseStatus.Approved, room.Case!.Status);
        Assert.Equal(
            "director Dana, ai_governance Ada, security Sam, legal Lena, privacy Pia, ciso Carla, executive Eve",
            string.Join(", ", room.Case.Approvals.Select(approval => $"{approval.Role} {approval.By.Name}"))
        );
    }

    [Fact]
    public void A_seat_that_is_not_optional_is_asked_for_whoever_holds_its_role()
    {
        var room = With(
            CaseAnswers.Medium,
            roles: RolesOf(("business_owner", [Bo]), (RoleNames.Security, [Sam])) with
            {
                Known = KnownRoles.Of(Full),
            },
            rules: Full
        );
        Assert.Empty(room.Case!.Deviations);
        Assert.Contains(room.Case.Notifications, told => told.Kind == NotificationKind.TooFewApprovers && told.To.Id == Admin.Id);
        room.Approve(Bo);
        room.Approve(Sam);
        Assert.True(room.Case!.IsOpen);
    }

    /// <summary>The policy in force has the roles of the shipped one alone; the request keeps what it was sent under.</summary>
    [Fact]
    public void A_request_goes_on_asking_for_a_role_that_the_newest_policy_lacks()
    {
        var room = With(CaseAnswers.Low, roles: Everybody with { Known = KnownRoles.First }, rules: Full);
        Assert.Equal("Business owner", CaseTexts.Deciders(room.Case!, room.Context));
        Approves(room, Bo, refused: [Sam]);
        Assert.True(room.Case!.IsApproved);
    }

    private static void Approves(CaseScenario room, Actor approver, params Actor[] refused)
    {
        foreach (var other in refused)
        {
            var before = room.Case!.Approvals.Count;
            room.Approve(other);
            Assert.Equal(before, room.Case!.Approvals.Count);
        }
        var yes = room.Case!.Approvals.Count;
        room.Approve(approver);
        Assert.Equal((yes + 1, approver.Id), (room.Case!.Approvals.Count, room.Case.Approvals[^1].By.Id));
    }

    private static IEnumerable<string> Reviews(CaseScenario room) =>
        Slots.Of(room.Case!, room.Roles).Select(slot => slot.Id).Where(Slots.IsReview);
}
