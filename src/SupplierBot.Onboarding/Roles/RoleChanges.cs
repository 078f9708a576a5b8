using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Roles;

/// <summary>
/// Who holds what, changed in chat. Pure; refusals are answers; every change is an event and announced to whom
/// it concerns.
/// </summary>
public static class RoleChanges
{
    private const string Separator = ", ";

    /// <param name="here">The conversation it was said in; null for a personal one.</param>
    public static RoleOutcome Handle(
        RoleAssignments assignments,
        RoleDirectory directory,
        Request request,
        Actor actor,
        string? here,
        Context context
    ) =>
        request switch
        {
            Request.ShowRoles => new(RolesCard.Show(directory, assignments, actor, context))
            {
                Public = RolesCard.ShowToAll(directory, context),
            },
            Request.Delegate or Request.GoAway or Request.ComeBack => DelegateHandler.Handle(
                assignments,
                directory,
                request,
                actor,
                context
            ),
            _ when !directory.IsAdmin(actor.Id) => RoleOutcome.Refused(context, "roles.admins_only", ("names", RolesCard.Admins(context))),
            _ when RoleForms.Of(request, directory, context) is { } form => form,
            _ when Unknown(request, directory) is { } role => RoleOutcome.Refused(
                context,
                "roles.unknown_role",
                ("role", Texts.Clip(role, 40)),
                ("roles", string.Join(Separator, directory.Roles.Known.All))
            ),
            Request.ChangeRole { Gives: true } give => Give(assignments, directory, give, actor, context),
            Request.ChangeRole take => Take(assignments, directory, take, actor, context),
            Request.ChangePlace when here is null => RoleOutcome.Refused(context, "roles.say_it_there"),
            Request.ChangePlace { Chooses: true, Role: var role } => PlaceChanges.Choose(
                assignments,
                directory,
                role,
                here,
                actor.Person,
                context
            ),
            Request.ChangePlace { Role: var role } => PlaceChanges.GiveUp(assignments, directory, role, here, actor.Person, context),
            _ => new(null),
        };

    /// <summary>What the policy has no longer can be taken from who holds it, and given to nobody.</summary>
    private static string? Unknown(Request request, RoleDirectory directory) =>
        request switch
        {
            Request.ChangeRole { Gives: false, Role: var role } when directory.Former.Contains(role) => null,
            Request.ChangePlace { Chooses: false, Role: var role } when directory.PlacesOf(role).Count > 0 => null,
            Request.ChangeRole { Role: var role } when !directory.Roles.Known.Has(role) => role,
            Request.ChangePlace { Role: var role } when !directory.Roles.Known.Has(role) => role,
            _ => null,
        };

    private static RoleOutcome Give(
        RoleAssignments assignments,
        RoleDirectory directory,
        Request.ChangeRole give,
        Actor actor,
        Context context
    )
    {
        if (NamedPersonCheck.Unclear(give.Name, $"roles add {give.Role} {{0}}", directory, actor, context, out var person) is { } unclear)
            return unclear;
        if (directory.Roles.Holds(person.Id, give.Role))
            return RoleOutcome.Refused(
                context,
                "roles.holds_already",
                ("name", PersonTexts.Of(person, context)),
                ("role", CaseTexts.Role(give.Role, context))
            );
        var after = assignments with
        {
            Given = [.. assignments.Given, new(give.Role, person) { GivenBy = actor.Person, At = context.Now }],
            Taken = Without(assignments.Taken, give.Role, person),
        };
        return new RoleChange(assignments, after, directory, give.Role, actor.Person, context).Record(
            new(AuditEventKind.RoleGiven, AnnouncementKind.RoleGiven, "roles.story_given", "roles.story_given"),
            person
        );
    }

    private static RoleOutcome Take(
        RoleAssignments assignments,
        RoleDirectory directory,
        Request.ChangeRole take,
        Actor actor,
        Context context
    )
    {
        var holders = directory.Roles.Of(take.Role);
        switch (NamedPerson.Find(take.Name, holders, actor.Id, context))
        {
            case NamedPerson.One { Person: var person } when holders.Any(holder => holder.Id == person.Id):
                return Taken(assignments, directory, take.Role, person, actor, context);
            case NamedPerson.Several { People: var several }:
                return NamedPersonCheck.Which(take.Name, several, context);
            default:
                return RoleOutcome.Refused(
                    context,
                    "roles.holds_not",
                    ("name", Texts.Clip(take.Name, 60)),
                    ("role", CaseTexts.Role(take.Role, context)),
                    ("names", CaseTexts.Names(holders, context))
                );
        }
    }

    private static RoleOutcome Taken(
        RoleAssignments assignments,
        RoleDirectory directory,
        string role,
        Person person,
        Actor actor,
        Context context
    )
    {
        if (role == RoleNames.Security && directory.Roles.Of(role).Count == 1)
            return RoleOutcome.Refused(context, "roles.last_one", ("name", person.Name), ("role", CaseTexts.Role(role, context)));
        var after = assignments with
        {
            Given = Without(assignments.Given, role, person),
            Taken = [.. assignments.Taken, new(role, person)],
        };
        return new RoleChange(assignments, after, directory, role, actor.Person, context).Record(
            new(AuditEventKind.RoleTaken, AnnouncementKind.RoleTaken, "roles.story_taken", "roles.story_taken"),
            person
        );
    }

    private static IReadOnlyList<RoleHolding> Without(IReadOnlyList<RoleHolding> holdings, string role, Person person) =>
        [.. holdings.Where(holding => holding.Role != role || holding.Person.Id != person.Id)];
}
