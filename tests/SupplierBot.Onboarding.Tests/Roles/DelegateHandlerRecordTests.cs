using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Roles;

/// <summary>Out of office: what is kept, who hears of it, in which words, and how it ends.</summary>
public sealed class DelegateHandlerRecordTests
{
    private readonly RoleChat room = new();

    [Fact]
    public void A_delegate_is_kept_until_the_day_and_everybody_beside_them_is_told()
    {
        room.Says(Sam, "delegate to Owner until 20 Nov");
        Assert.Equal(new Absence(Sam.Person, Owner.Person, new(2026, 11, 20)), Assert.Single(room.Assignments.Away));
        Assert.Equal(
            (AuditEventKind.Delegated, Sam.Id, room.Now),
            (room.Events[0].Event.Kind, room.Events[0].Event.Actor, room.Events[0].Event.At)
        );
        Assert.Equal(["roles=security", "until=2026-11-20", "person=teams:owner"], room.Details);
        Assert.Equal(
            ("NOTE-000001-1", AnnouncementKind.Delegated, "Security"),
            (room.Announced.Id, room.Announced.Kind, room.Announced.Role)
        );
        Assert.Equal((Owner.Person, Sam.Person, room.Now), (room.Announced.Subject, room.Announced.By, room.Announced.At));
        Assert.Equal(("Fri 20 Nov", null), (room.Announced.Reason, room.Announced.Place));
        Assert.Equal(["Owner", "Priya", "Admin"], room.AnnouncedTo);
        Assert.Equal(
            "Owner (teams:owner) decides as Security for you until Fri 20 Nov. I've let them know. To end it early, type “delegate stop”.",
            room.Answer
        );
        Assert.Equal(
            "Owner decides as Security for you until Fri 20 Nov. I've let them know. To end it early, type “delegate stop”.",
            room.Public
        );
        Assert.Equal("Owner decides as Security for Sam until Fri 20 Nov", room.Assignments.History[0].Words);
        Assert.Equal(["Owner", "Priya"], room.Directory.Roles.Of(RoleNames.Security).Select(person => person.Name));
    }

    [Fact]
    public void Away_without_a_delegate_the_others_decide_and_deputies_hear_of_it()
    {
        room.Configured = room.Configured with
        {
            Deputies = new Dictionary<string, IReadOnlyList<Person>> { [RoleNames.Security] = [Stranger.Person] },
        };
        room.Says(Sam, "away until 20 Dec");
        Assert.Equal(new Absence(Sam.Person, null, new(2026, 12, 20)), Assert.Single(room.Assignments.Away));
        Assert.Equal(AuditEventKind.WentAway, room.Events[0].Event.Kind);
        Assert.Equal(["roles=security", "until=2026-12-20"], room.Details);
        Assert.Equal((AnnouncementKind.WentAway, null, Sam.Person), (room.Announced.Kind, room.Announced.Subject, room.Announced.By));
        Assert.Equal(["Priya", "Stranger", "Admin"], room.AnnouncedTo);
        Assert.Equal("You're away until Sun 20 Dec. Others decide as Security until then. Back earlier? Type “I'm back”.", room.Answer);
        Assert.Equal("Sam is away until Sun 20 Dec (Security)", room.Assignments.History[0].Words);
    }

    [Fact]
    public void Back_again_the_role_is_as_it_was_and_who_stood_in_hears_of_it()
    {
        room.Says(Sam, "delegate to Owner until 20 Nov");
        room.Says(Priya, "delegate to Stranger until 20 Nov");
        room.Says(Sam, "I'm back");
        Assert.Equal([Priya.Person], room.Assignments.Away.Select(absence => absence.Person));
        Assert.Equal(AuditEventKind.CameBack, room.Events[^1].Event.Kind);
        Assert.Equal(["roles=security", "until=2026-11-20", "person=teams:owner"], room.Details);
        Assert.Equal(AnnouncementKind.CameBack, room.Announced.Kind);
        Assert.Equal(["Owner", "Stranger", "Priya"], room.AnnouncedTo);
        Assert.Equal("Welcome back. You decide as Security again.", room.Answer);
        Assert.Equal("Sam is back (Security)", room.Assignments.History[^1].Words);
        room.Says(Sam, "I'm back");
        Assert.Equal(("You aren't away, and nobody is standing in for you.", null), (room.Answer, room.Last.Assignments));
    }

    [Fact]
    public void Said_again_the_later_one_counts_and_what_is_over_goes()
    {
        room.Says(Sam, "delegate to Owner until 18 Nov");
        room.Says(Sam, "delegate to Stranger until 20 Nov");
        Assert.Equal(Stranger.Person, Assert.Single(room.Assignments.Away).Delegate);
        room.Says(Priya, "away until 17 Nov");
        Assert.Equal(2, room.Assignments.Away.Count);
        room.Now = room.Now.AddDays(1);
        room.Says(Carla, "delegate to Owner until 18 Nov");
        Assert.Equal(["Sam", "Carla"], room.Assignments.Away.Select(absence => absence.Person.Name));
    }

    [Fact]
    public void All_roles_of_a_person_go_together_and_only_those_that_decide()
    {
        room.Configured = RolesOf((RoleNames.Security, [Sam, Priya]), (RoleNames.Privacy, [Sam]), (RoleNames.Auditor, [Sam, Rita]));
        room.Says(Sam, "delegate to Owner until 20 Nov");
        Assert.Equal("roles=security,privacy", room.Details.First());
        Assert.Equal("Security, Privacy", room.Announced.Role);
        room.Says(Rita, "delegate to Owner until 20 Nov");
        Assert.Equal("You don't hold a deciding role, so there's nothing to hand over.", room.Answer);
    }

    [Fact]
    public void Somebody_whose_role_is_held_by_a_delegate_still_has_it_and_the_delegate_has_none_to_hand_on()
    {
        room.Says(Sam, "delegate to Owner until 20 Nov");
        Assert.NotNull(room.Says(Sam, "away until 20 Nov").Assignments);
        room.Says(Sam, "delegate to Owner until 20 Nov");
        Assert.Null(room.Says(Owner, "delegate to Stranger until 20 Nov").Assignments);
    }

    [Theory]
    [InlineData("delegate to Priya until 20 Nov", "Priya already decides as Security, and each approval needs a different person.")]
    [InlineData("delegate to Sam until 20 Nov", "You can't stand in for yourself. Choose someone else.")]
    [InlineData("delegate to Owner until 16 Nov 2026", "Mon 16 Nov has passed. Choose today or a later day.")]
    [InlineData("delegate to Owner until 2027-11-18", "Thu 18 Nov 2027 is more than a year away. Choose an earlier day.")]
    [InlineData("away until the end", "I don't recognize “the end” as a day. Write it like 2026-12-01 or 20 Dec.")]
    [InlineData("away until 5/12", "“5/12” could be Sat 5 Dec 2026 or Wed 12 May 2027. Write it like 2026-12-05.")]
    public void What_cannot_be_handed_on_is_refused_with_the_reason(string said, string words)
    {
        room.Says(Sam, said);
        Assert.StartsWith(words, room.Answer, StringComparison.Ordinal);
        Assert.Null(room.Last.Assignments);
    }

    [Theory]
    [InlineData("17 Nov 2026"), InlineData("2027-11-17")]
    public void Today_and_the_same_day_next_year_are_days(string day) =>
        Assert.NotNull(room.Says(Sam, $"delegate to Owner until {day}").Assignments);

    [Fact]
    public void Nobody_stands_in_who_is_away_or_under_another_account_of_the_same_person()
    {
        room.Says(Priya, "away until 20 Nov");
        room.Says(Carla, "delegate to Priya until 20 Nov");
        Assert.Equal("Priya is also away until Fri 20 Nov. Choose someone else.", room.Answer);
        room.Configured = room.Configured with
        {
            Joined =
            [
                [Sam.Id, Stranger.Id],
            ],
        };
        room.Says(Sam, "delegate to Stranger until 20 Nov");
        Assert.Equal("You can't stand in for yourself. Choose someone else.", room.Answer);
    }

    [Fact]
    public void The_last_one_of_a_role_names_somebody_unless_there_are_deputies()
    {
        room.Says(Carla, "away until 20 Dec");
        Assert.StartsWith("You're the only one who decides as CISO.", room.Answer, StringComparison.Ordinal);
        room.Configured = room.Configured with
        {
            Deputies = new Dictionary<string, IReadOnlyList<Person>> { [RoleNames.Ciso] = [Stranger.Person] },
        };
        Assert.NotNull(room.Says(Carla, "away until 20 Dec").Assignments);
    }

    [Fact]
    public void A_new_delegate_is_asked_about_and_the_button_repeats_the_day()
    {
        room.Records[Owner.Id] = new(room.Now, []);
        room.Records[Sam.Id] = new(null, []);
        room.Says(Sam, "delegate to Owner until 20 Nov");
        Assert.Null(room.Last.Assignments);
        var button = Assert.Single(Assert.IsType<View.Notice>(room.Last.Answer).Buttons);
        Assert.Equal("delegate to teams:owner until 20 nov", button.Says.ToLowerInvariant());
        Assert.NotNull(room.Says(Sam, button.Says).Assignments);
    }
}
