using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Roles;

/// <summary>Who holds what, changed in chat.</summary>
public sealed class RoleChangesTests
{
    [Fact]
    public void A_role_is_given_and_taken_and_the_chain_says_so()
    {
        var given = RoleScenario.Say(RoleAssignments.Empty, CaseScenario.Admin, "roles add security Owner");
        var holding = Assert.Single(given.Assignments!.Given);
        Assert.Equal(
            (RoleNames.Security, CaseScenario.Owner.Id, CaseScenario.Admin.Person),
            (holding.Role, holding.Person.Id, holding.GivenBy)
        );
        Assert.Equal(AuditEventKind.RoleGiven, Assert.Single(given.Events!).Event.Kind);
        var taken = RoleScenario.Say(given.Assignments, CaseScenario.Admin, "roles remove security Owner");
        Assert.Empty(taken.Assignments!.Given);
        Assert.Equal(CaseScenario.Owner.Id, Assert.Single(taken.Assignments.Taken).Person.Id);
        Assert.Equal(2, taken.Assignments.History.Count);
        Assert.Null(BrokenLink.FirstOf(taken.Assignments, [.. given.Events!, .. taken.Events!]));
    }

    [Theory]
    [InlineData("Sam", "roles add security Owner", "Only admins can change roles and channels: Admin")]
    [InlineData("Admin", "roles add cleaner Owner", "“cleaner” isn't a role")]
    [InlineData("Admin", "roles add security Sam", "already has the Security role")]
    [InlineData("Admin", "roles add security Zoe", "don't know anyone called “Zoe”")]
    [InlineData("Admin", "roles remove security Owner", "Nobody called “Owner” has the Security role")]
    public void What_cannot_be_is_refused_with_the_reason(string who, string text, string words)
    {
        var outcome = RoleScenario.Say(RoleAssignments.Empty, who == "Sam" ? CaseScenario.Sam : CaseScenario.Admin, text);
        Assert.Null(outcome.Assignments);
        Assert.Contains(words, RoleScenario.Words(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_reviewer_of_security_stays()
    {
        var one = RoleScenario.Say(RoleAssignments.Empty, CaseScenario.Admin, "roles remove security Priya").Assignments!;
        var none = RoleScenario.Say(one, CaseScenario.Admin, "roles remove security Sam");
        Assert.Null(none.Assignments);
        Assert.StartsWith("Sam is the only person in the", RoleScenario.Words(none), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_accounts_of_one_name_nobody_is_guessed_at_and_of_one_person_the_near_one_is_meant()
    {
        var (near, far) = (new Person(new("teams:una"), "Una"), new Person(new("slack:T1:UNA"), "una"));
        var context = new CaseScenario().Context with { People = [far, near] };
        var directory = RoleScenario.On(RoleAssignments.Empty, new(2026, 11, 17));
        var several = RoleChanges.Handle(
            RoleAssignments.Empty,
            directory,
            RequestReader.Parse("roles add security Una"),
            CaseScenario.Admin,
            null,
            context
        );
        Assert.Null(several.Assignments);
        Assert.Contains("teams:una", RoleScenario.Words(several), StringComparison.Ordinal);
        Assert.Contains("slack:T1:UNA", RoleScenario.Words(several), StringComparison.Ordinal);
        var one = RoleChanges.Handle(
            RoleAssignments.Empty,
            directory,
            RequestReader.Parse("roles add security Una"),
            CaseScenario.Admin,
            null,
            context with
            {
                Roles = context.Roles with
                {
                    Joined =
                    [
                        [far.Id, near.Id],
                    ],
                },
            }
        );
        Assert.Equal(near.Id, Assert.Single(one.Assignments!.Given).Person.Id);
    }

    [Fact]
    public void Holders_of_a_role_are_notified_of_every_change_of_it_and_what_is_public_names_no_id()
    {
        var given = RoleScenario.Say(RoleAssignments.Empty, CaseScenario.Admin, "roles add security Owner");
        Assert.Equal(
            ["teams:owner", "teams:priya", "teams:sam"],
            given.Announcements!.Single().To.Select(person => person.Id.Value).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain(
            "teams:",
            string.Join(' ', ((View.Notice)given.Public!).Lines.Select(line => line.Text)),
            StringComparison.Ordinal
        );
        Assert.Contains("teams:owner", RoleScenario.Words(given), StringComparison.Ordinal);
        Assert.Contains(
            RoleScenario.Say(RoleAssignments.Empty, CaseScenario.Admin, "roles remove security Priya").Announcements!.Single().To,
            person => person.Id == CaseScenario.Sam.Id
        );
        Assert.Contains(
            RoleScenario.Say(RoleAssignments.Empty, CaseScenario.Sam, "delegate to Owner until 20 Nov").Announcements!.Single().To,
            person => person.Id == CaseScenario.Priya.Id
        );
    }
}
