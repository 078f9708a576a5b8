using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Roles;

/// <summary>A change of roles or places that is allowed: what is written of it, and who hears of it.</summary>
/// <param name="By">Null where the platform did it.</param>
/// <param name="Quietly">Nobody asked for it in words, so nobody gets an answer: the announcement goes to the place itself.</param>
internal sealed record RoleChange(
    RoleAssignments Before,
    RoleAssignments After,
    RoleDirectory Directory,
    string Role,
    Person? By,
    Context Context,
    bool Quietly = false
)
{
    /// <summary>The platform's own doing is nobody's: its events name the bot.</summary>
    private static readonly PersonId Platform = new("platform");

    public RoleOutcome Record(RoleChangeKind what, Person? subject = null, string? place = null)
    {
        var (context, now) = (Context, Context.Now);
        KeyValuePair<string, string>[] details =
        [
            new("role", Role),
            .. subject is null ? Array.Empty<KeyValuePair<string, string>>() : [new("person", subject.Id.Value)],
            .. place is null ? Array.Empty<KeyValuePair<string, string>>() : [new("place", place)],
        ];
        (string, string)[] Holes(Context read) =>
            [("role", CaseTexts.Role(Role, read)), ("subject", subject?.Name ?? ""), ("name", By?.Name ?? "")];
        var noted = After with
        {
            History =
            [
                .. Before
                    .History.Append(new HistoryLine(now, context.StoredWording.Fill(what.History, Holes(context.ForStorage))))
                    .TakeLast(RoleAssignments.MostHistory),
            ],
        };
        var (after, auditEvent) = noted.With(new(what.Event, By?.Id ?? Platform, now, details), context.NewId);
        var announcement = new Announcement(
            $"{Announcement.Prefix}{auditEvent.Sequence:D6}-1",
            what.Announced,
            Role,
            subject,
            By,
            now,
            [.. Concerned(what.Announced, subject).Where(person => person.Id != By?.Id).DistinctBy(person => person.Id)],
            what.Announced is AnnouncementKind.PlaceBack || (what.Announced == AnnouncementKind.PlaceChosen && Quietly) ? place : null
        );
        var holes = Holes(context);
        var everybody = RolesCard.Done(context.Wording.Fill(what.Answer, holes), context);
        holes[1].Item2 = subject is null ? "" : PersonTexts.Of(subject, context);
        return new(RolesCard.Done(context.Wording.Fill(what.Answer, holes), context), after, [auditEvent], [announcement])
        {
            Public = everybody,
        };
    }

    /// <summary>People who decide together hear who joins them and who no longer does.</summary>
    private IEnumerable<Person> Concerned(AnnouncementKind announced, Person? subject) =>
        [
            .. subject is null ? Array.Empty<Person>() : [subject],
            .. Directory.Roles.Admins,
            .. announced
                is AnnouncementKind.PlaceLost
                    or AnnouncementKind.PlaceGivenUp
                    or AnnouncementKind.RoleGiven
                    or AnnouncementKind.RoleTaken
                ? Directory.Everybody(Role)
                : [],
        ];
}

/// <param name="History">Key of the sentence for the card that lists the newest changes.</param>
/// <param name="Answer">Key of the sentence for who asked for it.</param>
internal sealed record RoleChangeKind(AuditEventKind Event, AnnouncementKind Announced, string History, string Answer);
