using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>How many yes, of whom, in which order.</summary>
public sealed class QuorumTests
{
    [Theory]
    [InlineData("Low", "Sam")]
    [InlineData("Medium", "Sam")]
    [InlineData("High", "Sam Priya")]
    [InlineData("Critical", "Sam Priya Carla")]
    public void Each_tier_is_approved_by_exactly_its_people(string tier, string people)
    {
        var room = With(CaseAnswers.Of(tier));
        Assert.Equal(tier, room.Case!.Assessment.Tier.ToString());
        room.Settle();
        foreach (var name in people.Split(' '))
        {
            Assert.True(room.Case!.IsOpen);
            room.Approve(new Actor(new Person(new PersonId($"teams:{name.ToLowerInvariant()}"), name), true));
        }
        Assert.Equal(CaseStatus.Approved, room.Case!.Status);
        Assert.Equal(EntryStatus.Active, room.Entry!.Status);
        Assert.NotNull(room.Entry.NextReview);
    }

    [Fact]
    public void The_ciso_waits_for_the_security_step()
    {
        var room = With(CaseAnswers.Critical);
        room.Approve(Carla);
        Assert.True(room.Says("refusal.not_approver"), room.Problem);
        Assert.DoesNotContain(Slots.Of(room.Case!, room.Roles), slot => slot.Id == "review-ciso");
        room.Approve(Sam);
        room.Approve(Priya);
        Assert.Contains(Slots.Of(room.Case!, room.Roles), slot => slot.Id == "review-ciso");
        room.Approve(Carla);
        Assert.True(room.Case!.IsApproved);
    }

    [Fact]
    public void One_person_fills_one_seat()
    {
        var room = With(CaseAnswers.High);
        room.Approve(Sam);
        room.Approve(Sam);
        Assert.True(room.Says("refusal.already_yours"), room.Problem);
        Assert.Single(room.Case!.Approvals);
    }

    [Fact]
    public void Somebody_needed_later_does_not_take_an_early_seat()
    {
        var room = With(CaseAnswers.Critical, roles: RolesOf((RoleNames.Security, [Sam, Priya, Carla]), (RoleNames.Ciso, [Carla])));
        room.Approve(Carla);
        Assert.Empty(room.Case!.Approvals);
        Assert.True(room.Says("refusal.not_approver"), room.Problem);
    }

    [Fact]
    public void The_ciso_takes_a_free_seat_where_a_holder_asked()
    {
        var room = With(CaseAnswers.High, requester: Sam);
        room.Approve(Priya);
        room.Approve(Carla);
        Assert.True(room.Case!.IsApproved);
        Assert.Contains(room.Case.Deviations, words => words.StartsWith("Carla", StringComparison.Ordinal));
    }

    [Fact]
    public void The_ciso_takes_no_seat_that_others_can_fill()
    {
        var room = With(CaseAnswers.High);
        room.Approve(Carla);
        Assert.Empty(room.Case!.Approvals);
    }

    [Fact]
    public void A_lack_of_people_is_reported_at_once()
    {
        var room = With(CaseAnswers.Critical, requester: Sam);
        Assert.Contains(
            room.Case!.Notifications,
            notification => notification.Kind == NotificationKind.TooFewApprovers && notification.To.Id == Admin.Id
        );
        Assert.DoesNotContain(
            With(CaseAnswers.Critical).Case!.Notifications,
            notification => notification.Kind == NotificationKind.TooFewApprovers
        );
    }

    [Fact]
    public void A_role_that_nobody_holds_is_a_deviation_and_one_that_is_held_is_needed()
    {
        var without = With(CaseAnswers.High);
        Assert.Contains(without.Case!.Deviations, words => words.StartsWith("Privacy", StringComparison.Ordinal));
        var with = With(CaseAnswers.High, roles: RolesOf((RoleNames.Security, [Sam, Priya]), (RoleNames.Privacy, [Carla])));
        Assert.Empty(with.Case!.Deviations);
        with.Approve(Sam);
        with.Approve(Priya);
        Assert.True(with.Case!.IsOpen);
        with.Approve(Carla);
        Assert.True(with.Case!.IsApproved);
    }

    [Fact]
    public void Privacy_is_told_of_a_little_personal_data_and_nobody_waits_for_it()
    {
        var room = With(CaseAnswers.Medium, roles: RolesOf((RoleNames.Security, [Sam]), (RoleNames.Privacy, [Carla])));
        Assert.Contains(Slots.Of(room.Case!, room.Roles), slot => slot.Id == "review-privacy");
        room.Approve(Sam);
        Assert.True(room.Case!.IsApproved);
    }

    [Fact]
    public void Who_said_yes_may_still_say_no()
    {
        var room = With(CaseAnswers.High);
        room.Approve(Sam);
        Assert.Equal(["ask", "reject", "tier", "assign"], room.Last.Answer!.Buttons.Select(button => button.Verb));
        room.Reject(Sam);
        Assert.Equal(CaseStatus.Rejected, room.Case!.Status);
    }

    /// <summary>In a policy without the role nobody stands above security, whoever held it before.</summary>
    [Fact]
    public void Nobody_helps_and_admins_hear_of_what_is_late_where_the_policy_has_no_ciso()
    {
        var known = KnownRoles.Of(PolicyText.Policy with { Roles = [new(RoleNames.Security, null)] });
        var room = With(CaseAnswers.High, requester: Sam, roles: new CaseScenario().Roles with { Known = known });
        room.Approve(Priya);
        room.Approve(Carla);
        Assert.Single(room.Case!.Approvals);
        Assert.Equal([Admin.Person], NotificationGroups.Members(NotificationGroup.Above, room.Case, room.Roles));
        Assert.Empty(NotificationGroups.Members(NotificationGroup.Ciso, room.Case, room.Roles));
    }

    /// <summary>More kinds of seats than the bits in which people of one kind are known by.</summary>
    [Fact]
    public void A_policy_may_have_any_number_of_roles()
    {
        var names = Enumerable.Range(1, 30).Select(number => $"board_{number}").ToList();
        var text = PolicyText
            .With("title: Legal}\n", $"title: Legal}}\n{string.Concat(names.Select(name => $"  - {{id: {name}}}\n"))}")
            .Replace(
                "    - {step: 2, role: ciso, people: 1}\n",
                string.Concat(names.Select(name => $"    - {{step: 2, role: {name}, people: 1}}\n")),
                StringComparison.Ordinal
            )
            .Replace("  - {id: ciso, title: CISO}\n", "", StringComparison.Ordinal)
            .Replace("  helper: {role: ciso, seat: security}\n", "", StringComparison.Ordinal)
            .Replace("lower: {role: ciso,", "lower: {role: board_1,", StringComparison.Ordinal)
            .Replace("accepted_gaps: {role: ciso,", "accepted_gaps: {role: board_1,", StringComparison.Ordinal);
        var board = names.ToDictionary(name => name, Member);
        var rules = PolicyText.Accepted(text);
        var room = With(
            CaseAnswers.Critical,
            roles: RolesOf([(RoleNames.Security, [Sam, Priya]), .. board.Select(one => (one.Key, new[] { one.Value }))]) with
            {
                Known = KnownRoles.Of(rules),
            },
            rules: rules
        );
        foreach (var approver in board.Values.Reverse().Prepend(Priya).Prepend(Sam))
            room.Approve(approver);
        Assert.Equal((CaseStatus.Approved, 32), (room.Case!.Status, room.Case.Approvals.Count));
        Assert.All(room.Case.Approvals.Skip(2), approval => Assert.Equal(approval.By.Name, approval.Role));
    }
}
