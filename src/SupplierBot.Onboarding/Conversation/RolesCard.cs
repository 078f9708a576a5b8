using System.Globalization;

namespace SupplierBot.Onboarding;

/// <summary><c>roles</c>: who decides, for everybody; where reviews are posted and how to change it, for admins and auditors.</summary>
internal static class RolesCard
{
    public static View Show(Staff staff, RoleBook book, Actor actor, Context context)
    {
        var lines = Public(staff, context).ToList();
        if (staff.IsAdmin(actor.Id) || staff.Roles.Holds(actor.Id, Roles.Auditor)) lines.AddRange(ForAdmins(staff, book, context));
        if (staff.IsAdmin(actor.Id)) lines.Add(new(context.Wording["roles.how"]));
        return Card(lines, "", context);
    }

    /// <summary>In a channel, whoever asks: everybody reads along.</summary>
    public static View ShowToAll(Staff staff, Context context) => Card([.. Public(staff, context)], context.Wording["roles.more"], context);

    private static View.Notice Card(IReadOnlyList<Line> lines, string small, Context context) => new(context.Wording["roles.title"], lines, small) { Plain = context.Wording["roles.title"] };

    private static IEnumerable<Line> Public(Staff staff, Context context) =>
    [
        .. staff.Roles.Holders.Where(role => role.Value.Count > 0).Select(role => new Line(CaseWords.Names(role.Value, context), CaseWords.Role(role.Key, context))),
        new(Admins(context), context.Wording["roles.admins"]),
    ];

    public static View Done(string words, Context context) => new View.Notice("", [new Line(words)]) { Plain = Texts.Clip(words, 120) };

    public static string Admins(Context context) =>
        context.Roles.Admins.Count == 0 ? context.Wording["deliveries.no_admin"] : string.Join(", ", context.Roles.Admins.Select(admin => admin.Name));

    private static IEnumerable<Line> ForAdmins(Staff staff, RoleBook book, Context context) =>
    [
        .. staff.Roles.Holders.Keys.Where(role => role != Roles.Auditor && staff.Roles.Configured(role)).Select(role => Where(staff, role, context)),
        .. book.Story.Select(happening => new Line(happening.Words, Dates.Time(happening.At, context))),
    ];

    private static Line Where(Staff staff, string role, Context context)
    {
        var open = staff.PlacesOf(role).Count;
        var lost = staff.Places.Count(place => place.Role == role && place.State == PlaceState.Lost);
        var key = (open, lost) switch { (0, 0) => "roles.direct", (0, _) => "roles.lost", _ => "roles.places" };
        return new(
            context.Wording.Fill(key, ("n", Number(open)), ("lost", Number(lost))),
            context.Wording.Fill("roles.where", ("role", CaseWords.Role(role, context))));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
