using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Roles;

/// <summary>Where reviews are posted: chosen and given up in chat, lost and found by the platform.</summary>
public sealed class PlaceChangesRecordTests
{
    private const string New = "19:new";
    private readonly RoleChat room = new();

    [Fact]
    public void A_place_is_chosen_where_it_is_said_beside_those_there_are()
    {
        room.Says(Admin, "security here", New);
        Assert.Equal([New, RoleChat.SecurityPlace], room.Directory.PlacesOf(RoleNames.Security));
        Assert.Equal((AuditEventKind.PlaceChosen, Admin.Id), (room.Events[0].Event.Kind, room.Events[0].Event.Actor));
        Assert.Equal(["role=security", "place=19:new"], room.Details);
        Assert.Equal((AnnouncementKind.PlaceChosen, null, null), (room.Announced.Kind, room.Announced.Subject, room.Announced.Place));
        Assert.Empty(room.AnnouncedTo);
        Assert.Equal("Security reviews are now posted here. To undo this, type “Security not here”.", room.Answer);
        Assert.Equal("Admin set a channel for Security reviews", room.Assignments.History[0].Words);
        room.Says(Admin, "security here", New);
        Assert.Equal(("Security reviews are already posted here.", null), (room.Answer, room.Last.Assignments));
    }

    [Fact]
    public void A_place_of_one_role_is_none_of_another()
    {
        room.Says(Admin, "ciso here", RoleChat.SecurityPlace);
        Assert.Equal([RoleChat.SecurityPlace], room.Directory.PlacesOf(RoleNames.Ciso));
        room.Says(Admin, "ciso not here", RoleChat.SecurityPlace);
        Assert.Empty(room.Directory.PlacesOf(RoleNames.Ciso));
        Assert.Equal([RoleChat.SecurityPlace], room.Directory.PlacesOf(RoleNames.Security));
    }

    [Fact]
    public void A_place_that_is_given_up_stays_so_whatever_the_configuration_says_and_the_role_hears_of_it()
    {
        room.Says(Admin, "security not here", RoleChat.SecurityPlace);
        Assert.Empty(room.Directory.PlacesOf(RoleNames.Security));
        Assert.Equal(new(RoleNames.Security, RoleChat.SecurityPlace, PlaceState.GivenUp), Assert.Single(room.Assignments.Places));
        Assert.Equal(AuditEventKind.PlaceGivenUp, room.Events[0].Event.Kind);
        Assert.Equal((AnnouncementKind.PlaceGivenUp, "Sam,Priya"), (room.Announced.Kind, string.Join(',', room.AnnouncedTo)));
        Assert.Equal("Security reviews are no longer posted here. Cards already posted stay up to date.", room.Answer);
        room.Says(Admin, "security not here", RoleChat.SecurityPlace);
        Assert.Equal(("Security reviews aren't posted here.", null), (room.Answer, room.Last.Assignments));
        room.Says(Admin, "security here", RoleChat.SecurityPlace);
        Assert.Equal(new(RoleNames.Security, RoleChat.SecurityPlace, PlaceState.Open), Assert.Single(room.Assignments.Places));
    }

    [Fact]
    public void A_place_the_platform_loses_is_the_platforms_doing_and_comes_back_by_itself()
    {
        room.Says(Admin, "ciso here", RoleChat.SecurityPlace);
        room.Says(Admin, "ciso here", New);
        room.Lost(RoleChat.SecurityPlace);
        Assert.Null(room.Last.Answer);
        Assert.Equal([AuditEventKind.PlaceLost, AuditEventKind.PlaceLost], room.Last.Events!.Select(link => link.Event.Kind));
        Assert.Equal(["platform", "platform"], room.Last.Events!.Select(link => link.Event.Actor.Value));
        Assert.Equal([3, 4], room.Last.Events!.Select(link => link.Sequence));
        Assert.Equal(["ciso: Admin, Carla", "security: Admin, Sam, Priya"], room.Last.Announcements!.Select(Read));
        Assert.All(room.Last.Announcements!, told => Assert.Equal((null, null), (told.By, told.Place)));
        Assert.Empty(room.Directory.PlacesOf(RoleNames.Security));
        Assert.Equal([New], room.Directory.PlacesOf(RoleNames.Ciso));
        Assert.Null(room.Lost(RoleChat.SecurityPlace).Assignments);

        room.Back(RoleChat.SecurityPlace);
        Assert.Equal([AuditEventKind.PlaceBack, AuditEventKind.PlaceBack], room.Last.Events!.Select(link => link.Event.Kind));
        Assert.All(
            room.Last.Announcements!,
            told => Assert.Equal((AnnouncementKind.PlaceBack, RoleChat.SecurityPlace), (told.Kind, told.Place))
        );
        Assert.All(room.Last.Announcements!, told => Assert.Equal(["Admin"], told.To.Select(person => person.Name)));
        Assert.Equal([RoleChat.SecurityPlace], room.Directory.PlacesOf(RoleNames.Security));
        Assert.Equal("The channel for Security reviews can be reached again", room.Assignments.History[^1].Words);
        Assert.Null(room.Back(RoleChat.SecurityPlace).Assignments);

        static string Read(Announcement told) => $"{told.Role}: {string.Join(", ", told.To.Select(person => person.Name))}";
    }

    [Theory]
    [InlineData("teams:admin", true), InlineData("teams:sam", true), InlineData("teams:carla", false), InlineData("teams:rita", false)]
    public void Added_to_a_channel_by_who_may_choose_it_that_is_the_place(string by, bool chosen)
    {
        room.Places.Clear();
        var actor = new[] { Admin, Sam, Carla, Rita }.Single(one => one.Id.Value == by);
        room.Installed(actor, New);
        Assert.Equal(chosen ? [New] : [], room.Directory.PlacesOf(RoleNames.Security));
        Assert.Null(room.Last.Answer);
        if (chosen)
            Assert.Equal((AnnouncementKind.PlaceChosen, New), (room.Announced.Kind, room.Announced.Place));
    }

    [Fact]
    public void Added_to_another_channel_changes_nothing_while_there_is_a_place_even_one_out_of_reach()
    {
        Assert.Null(room.Installed(Admin, New).Assignments);
        room.Lost(RoleChat.SecurityPlace);
        Assert.Null(room.Installed(Admin, New).Assignments);
    }
}
