using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Views;

/// <summary><c>roles</c>: who decides, for everybody; where reviews are posted and how to change it, for admins and auditors.</summary>
internal static class RolesCard
{
    public static View Show(RoleDirectory directory, RoleAssignments assignments, Actor actor, Context context)
    {
        var lines = Public(directory, context).ToList();
        if (directory.IsAdmin(actor.Id) || directory.Roles.Holds(actor.Id, RoleNames.Auditor))
            lines.AddRange(ForAdmins(directory, assignments, context));
        if (directory.IsAdmin(actor.Id))
            lines.Add(new(context.Wording["roles.how"]));
        return Card(lines, "", context) with { Buttons = [.. RoleForms.Buttons(directory, actor, context)] };
    }

    /// <summary>In a channel, no matter who asks: everybody reads along.</summary>
    public static View ShowToAll(RoleDirectory directory, Context context) =>
        Card([.. Public(directory, context)], context.Wording["roles.more"], context);

    private static View.Notice Card(IReadOnlyList<LabelledText> lines, string small, Context context) =>
        new(context.Wording["roles.title"], lines, small) { Plain = context.Wording["roles.title"] };

    private static IEnumerable<LabelledText> Public(RoleDirectory directory, Context context) =>
        [
            .. directory
                .Roles.Known.All.Where(directory.Roles.Configured)
                .Select(role => new LabelledText(CaseTexts.Names(directory.Roles.Of(role), context), CaseTexts.Role(role, context))),
            .. directory.Former.Select(role => new LabelledText(
                context.Wording.Fill("roles.former", ("names", CaseTexts.Names(directory.Roles.Of(role), context))),
                CaseTexts.Role(role, context)
            )),
            new(Admins(context), context.Wording["roles.admins"]),
        ];

    public static View Done(string words, Context context) =>
        new View.Notice("", [new LabelledText(words)]) { Plain = Texts.Clip(words, 120) };

    public static string Admins(Context context) =>
        context.Roles.Admins.Count == 0
            ? context.Wording["deliveries.no_admin"]
            : string.Join(", ", context.Roles.Admins.Select(admin => admin.Name));

    private static IEnumerable<LabelledText> ForAdmins(RoleDirectory directory, RoleAssignments assignments, Context context) =>
        [
            .. directory.Deciding.Select(role => Where(directory, role, context)),
            .. directory.Former.Select(role => new LabelledText(context.Wording.Fill("roles.former_how", ("role", role)))),
            .. assignments.History.Select(line => new LabelledText(line.Words, Dates.Time(line.At, context))),
        ];

    private static LabelledText Where(RoleDirectory directory, string role, Context context)
    {
        var open = directory.PlacesOf(role).Count;
        var lost = directory.Places.Count(place => place.Role == role && place.State == PlaceState.Lost);
        var key = (open, lost) switch
        {
            (0, 0) => "roles.direct",
            (0, _) => "roles.lost",
            _ => "roles.places",
        };
        return new(
            context.Wording.Fill(key, ("n", Number(open)), ("lost", Number(lost))),
            context.Wording.Fill("roles.where", ("role", CaseTexts.Role(role, context)))
        );
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
