using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Roles;

/// <summary>Where the reviews of a role are posted: chosen and given up in chat, lost and back as the platform says.</summary>
public static class PlaceChanges
{
    /// <summary>Added to a channel by somebody who may choose it, while there is no place yet: it is the place from now on.</summary>
    public static RoleOutcome Installed(RoleAssignments assignments, RoleDirectory directory, Actor actor, string here, Context context) =>
        (directory.IsAdmin(actor.Id) || directory.Roles.Holds(actor.Id, RoleNames.Security))
        && !directory.Places.Any(place => place.Role == RoleNames.Security)
            ? Choose(assignments, directory, RoleNames.Security, here, actor.Person, context, quietly: true) with
            {
                Answer = null,
            }
            : new(null);

    /// <summary>The platform says that the bot cannot reach it any more.</summary>
    public static RoleOutcome Lost(RoleAssignments assignments, RoleDirectory directory, Func<string, bool> isIt, Context context) =>
        Moved(
            assignments,
            directory,
            isIt,
            PlaceState.Open,
            PlaceState.Lost,
            new(AuditEventKind.PlaceLost, AnnouncementKind.PlaceLost, "roles.story_lost", "roles.story_lost"),
            context
        );

    public static RoleOutcome Back(RoleAssignments assignments, RoleDirectory directory, Func<string, bool> isIt, Context context) =>
        Moved(
            assignments,
            directory,
            isIt,
            PlaceState.Lost,
            PlaceState.Open,
            new(AuditEventKind.PlaceBack, AnnouncementKind.PlaceBack, "roles.story_back", "roles.story_back"),
            context
        );

    public static RoleOutcome Choose(
        RoleAssignments assignments,
        RoleDirectory directory,
        string role,
        string here,
        Person by,
        Context context,
        bool quietly = false
    )
    {
        if (directory.PlacesOf(role).Contains(here))
            return RoleOutcome.Refused(context, "roles.here_already", ("role", CaseTexts.Role(role, context)));
        var after = assignments with
        {
            Places =
            [
                .. assignments.Places.Where(place => place.Role != role || place.Conversation != here),
                new(role, here, PlaceState.Open),
            ],
        };
        return new RoleChange(assignments, after, directory, role, by, context, quietly).Record(
            new(AuditEventKind.PlaceChosen, AnnouncementKind.PlaceChosen, "roles.story_chosen", "roles.done_chosen"),
            place: here
        );
    }

    public static RoleOutcome GiveUp(
        RoleAssignments assignments,
        RoleDirectory directory,
        string role,
        string here,
        Person by,
        Context context
    )
    {
        if (!directory.PlacesOf(role).Contains(here))
            return RoleOutcome.Refused(context, "roles.not_here", ("role", CaseTexts.Role(role, context)));
        var after = assignments with
        {
            Places =
            [
                .. assignments.Places.Where(place => place.Role != role || place.Conversation != here),
                new(role, here, PlaceState.GivenUp),
            ],
        };
        return new RoleChange(assignments, after, directory, role, by, context).Record(
            new(AuditEventKind.PlaceGivenUp, AnnouncementKind.PlaceGivenUp, "roles.story_given_up", "roles.done_given_up"),
            place: here
        );
    }

    private static RoleOutcome Moved(
        RoleAssignments assignments,
        RoleDirectory directory,
        Func<string, bool> isIt,
        PlaceState from,
        PlaceState to,
        RoleChangeKind what,
        Context context
    )
    {
        var places = directory.Places.Where(place => place.State == from && isIt(place.Conversation)).ToList();
        var (outcome, events, announcements) = (new RoleOutcome(null), new List<ChainedEvent>(), new List<Announcement>());
        foreach (var place in places)
        {
            var before = outcome.Assignments ?? assignments;
            var after = before with
            {
                Places =
                [
                    .. before.Places.Where(other => other.Role != place.Role || other.Conversation != place.Conversation),
                    place with
                    {
                        State = to,
                    },
                ],
            };
            outcome = new RoleChange(before, after, directory, place.Role, null, context).Record(what, place: place.Conversation);
            events.AddRange(outcome.Events!);
            announcements.AddRange(outcome.Announcements!);
        }
        return outcome.Assignments is null ? outcome : outcome with { Answer = null, Events = events, Announcements = announcements };
    }
}
