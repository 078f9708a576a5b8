using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Roles;

/// <summary>Roles given and taken in chat: what is kept, what is in the chain, who hears of it and in which words.</summary>
public sealed class RoleChangesRecordTests
{
    private readonly RoleChat room = new();

    [Fact]
    public void A_role_that_is_given_is_kept_with_who_gave_it_and_when()
    {
        room.Says(Admin, "roles add security Owner");
        Assert.Equal(
            new RoleHolding(RoleNames.Security, Owner.Person) { GivenBy = Admin.Person, At = room.Now },
            Assert.Single(room.Assignments.Given)
        );
        Assert.Empty(room.Assignments.Taken);
        Assert.Equal((AuditEventKind.RoleGiven, Admin.Id), (room.Events[0].Event.Kind, room.Events[0].Event.Actor));
        Assert.Equal(["role=security", "person=teams:owner"], room.Details);
        Assert.Equal(
            new("NOTE-000001-1", AnnouncementKind.RoleGiven, "security", Owner.Person, Admin.Person, room.Now, room.Announced.To, null),
            room.Announced
        );
        Assert.Equal(["Owner", "Sam", "Priya"], room.AnnouncedTo);
        Assert.Equal("Admin gave Owner (teams:owner) the Security role", room.Answer);
        Assert.Equal("Admin gave Owner the Security role", room.Public);
        Assert.Equal(new HistoryLine(room.Now, room.Public), Assert.Single(room.Assignments.History));
        Assert.Equal((1, room.Events[0].Hash), (room.Assignments.EventCount, room.Assignments.ChainHead));
    }

    [Fact]
    public void A_role_that_is_taken_overrules_the_configuration_until_it_is_given_again()
    {
        room.Says(Admin, "roles remove security Priya");
        Assert.Equal(new RoleHolding(RoleNames.Security, Priya.Person), Assert.Single(room.Assignments.Taken));
        Assert.False(room.Directory.Roles.Holds(Priya.Id, RoleNames.Security));
        Assert.Equal(AuditEventKind.RoleTaken, room.Events[0].Event.Kind);
        Assert.Equal(["role=security", "person=teams:priya"], room.Details);
        Assert.Equal((AnnouncementKind.RoleTaken, "Priya,Sam"), (room.Announced.Kind, string.Join(',', room.AnnouncedTo)));
        Assert.Equal("Admin removed Priya (teams:priya) from the Security role", room.Answer);

        room.Says(Admin, "roles add security Priya");
        Assert.Empty(room.Assignments.Taken);
        Assert.True(room.Directory.Roles.Holds(Priya.Id, RoleNames.Security));

        room.Says(Admin, "roles remove security Priya");
        Assert.Empty(room.Assignments.Given);
        Assert.Single(room.Assignments.Taken);
        Assert.Equal((3, 3), (room.Assignments.EventCount, room.Assignments.History.Count));
    }

    [Fact]
    public void One_change_leaves_other_roles_and_other_people_alone()
    {
        room.Says(Admin, "roles add legal Owner");
        room.Says(Admin, "roles add privacy Owner");
        room.Says(Admin, "roles add privacy Stranger");
        room.Says(Admin, "roles remove privacy Owner");
        Assert.Equal(
            [("legal", "Owner"), ("privacy", "Stranger")],
            room.Assignments.Given.Select(given => (given.Role, given.Person.Name))
        );
    }

    [Theory]
    [InlineData("roles add security Sam", "Sam (teams:sam) already has the Security role.")]
    [InlineData("roles add security Wanda", "I don't know anyone called “Wanda”")]
    [InlineData("roles add wizard Owner", "“wizard” isn't a role. Choose from: security, ciso, privacy, legal, auditor.")]
    [InlineData("roles remove ciso Owner", "Nobody called “Owner” has the CISO role. These people do: Carla.")]
    [InlineData("roles remove security Wanda", "Nobody called “Wanda” has the Security role. These people do: Sam, Priya.")]
    [InlineData("security here", "Mention me and type that in the channel you want")]
    public void What_cannot_be_is_refused_in_words_and_changes_nothing(string said, string words)
    {
        room.Says(Admin, said);
        Assert.StartsWith(words, room.Answer, StringComparison.Ordinal);
        Assert.Equal((null, null, null), (room.Last.Assignments, room.Last.Events, room.Last.Announcements));
    }

    [Theory]
    [InlineData("roles add security Owner"), InlineData("roles remove security Sam")]
    public void Only_admins_change_roles(string said)
    {
        room.Says(Sam, said);
        Assert.StartsWith("Only admins can change roles and channels: Admin.", room.Answer, StringComparison.Ordinal);
        Assert.Null(room.Last.Assignments);
    }

    [Fact]
    public void The_last_reviewer_of_security_stays_and_the_last_of_another_role_may_go()
    {
        room.Says(Admin, "roles remove security Priya");
        room.Says(Admin, "roles remove security Sam");
        Assert.Equal("Sam is the only person in the Security role. Add someone else first, or nobody could decide.", room.Answer);
        Assert.True(room.Directory.Roles.Holds(Sam.Id, RoleNames.Security));
        Assert.NotNull(room.Says(Admin, "roles remove ciso Carla").Assignments);
        Assert.False(room.Directory.Roles.Configured(RoleNames.Ciso));
    }

    [Fact]
    public void Somebody_new_among_people_who_are_not_is_asked_about_once_more_and_the_button_says_who()
    {
        room.Records[Owner.Id] = new(room.Now.AddDays(-1), []);
        room.Records[Sam.Id] = new(room.Now.AddDays(-100), []);
        room.Says(Admin, "roles add security Owner");
        Assert.Null(room.Last.Assignments);
        Assert.Equal(
            "Do you mean Owner (teams:owner, first seen on Mon 16 Nov)? I've known them for less than a week. Nothing was changed yet.",
            room.Answer
        );
        var button = Assert.Single(Assert.IsType<View.Notice>(room.Last.Answer).Buttons);
        Assert.Equal("roles add security teams:owner", button.Says);
        Assert.NotNull(room.Says(Admin, button.Says).Assignments);
    }

    [Fact]
    public void Of_several_of_one_name_everyone_is_named_with_an_id()
    {
        room.People = [Owner.Person, new(new("teams:owner2"), "owner")];
        room.Says(Admin, "roles add security Owner");
        Assert.Equal("Several people are called “Owner”. Use an ID instead: Owner (teams:owner); owner (teams:owner2).", room.Answer);
        room.Configured = RolesOf((RoleNames.Security, [Sam, Priya, new(new(new("teams:sam2"), "Sam"), true)]));
        room.Says(Admin, "roles remove security Sam");
        Assert.Equal("Several people are called “Sam”. Use an ID instead: Sam (teams:sam); Sam (teams:sam2).", room.Answer);
    }

    [Theory]
    [InlineData(MentionState.App, "“Robo” is an app")]
    [InlineData(MentionState.NotAMember, "“Robo” isn't a member of Acme Organisation")]
    [InlineData(MentionState.NotMet, "Robo hasn't messaged me yet")]
    [InlineData(MentionState.NotSaid, "I can't check who “Robo” is right now")]
    public void A_mention_of_somebody_who_cannot_be_meant_says_why(MentionState state, string words)
    {
        room.Mentions = [new("Robo", null, state)];
        room.Says(Admin, "roles add security @Robo");
        Assert.StartsWith(words, room.Answer, StringComparison.Ordinal);
        Assert.Null(room.Last.Assignments);
    }

    [Fact]
    public void The_newest_five_changes_are_kept_for_the_card()
    {
        foreach (var role in new[] { "privacy", "legal", "ciso" })
        {
            room.Says(Admin, $"roles add {role} Owner");
            room.Says(Admin, $"roles remove {role} Owner");
        }
        Assert.Equal(
            [
                "Admin removed Owner from the Privacy role",
                "Admin gave Owner the Legal role",
                "Admin removed Owner from the Legal role",
                "Admin gave Owner the CISO role",
                "Admin removed Owner from the CISO role",
            ],
            room.Assignments.History.Select(line => line.Words)
        );
        Assert.Equal(Enumerable.Range(1, 6), room.Events.Select(link => link.Sequence));
    }
}
