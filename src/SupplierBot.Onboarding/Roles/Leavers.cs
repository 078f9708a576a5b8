using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Roles;

/// <summary>What somebody who left owns and holds.</summary>
/// <param name="Certain">The platform says that they left; else only that the bot can't write to them any more.</param>
/// <param name="Entries">Numbers of what they own that is in use or was brought along.</param>
/// <param name="Roles">Ids.</param>
/// <param name="IsAdmin">By the settings, where nobody can change it in chat.</param>
public sealed record LeaverParts(bool Certain, IReadOnlyList<string> Entries, IReadOnlyList<string> Roles, bool IsAdmin);

/// <summary>
/// A platform says that somebody is gone: admins read once what waits for other hands, and hand it over. Nothing is changed by itself.
/// </summary>
public static class Leavers
{
    public const string Prefix = Announcement.Prefix + "left-";
    private const int MostNamed = 12;

    /// <summary>Null where nothing of theirs is left, or nobody can act on it.</summary>
    /// <param name="id">Of the announcement: the same for the same person.</param>
    /// <param name="owned">Every line of theirs.</param>
    /// <param name="sign">The platform's code, and whether it says that they left.</param>
    public static Announcement? Notice(
        string id,
        Person left,
        IReadOnlyList<RegisterEntry> owned,
        RoleDirectory directory,
        (string Reason, bool Certain) sign,
        DateTimeOffset now
    )
    {
        var admins = directory.Roles.Admins.Where(admin => admin.Id != left.Id).ToList();
        var parts = new LeaverParts(
            sign.Certain,
            [.. owned.Where(IsTheirs).Select(entry => entry.Id)],
            [
                .. directory
                    .Own.Where(role => role.Value.Any(holder => holder.Id == left.Id))
                    .Select(role => role.Key)
                    .Order(StringComparer.Ordinal),
            ],
            directory.IsAdmin(left.Id)
        );
        return admins.Count == 0 || (parts.Entries.Count + parts.Roles.Count == 0 && !parts.IsAdmin)
            ? null
            : new(id, AnnouncementKind.Left, "", left, null, now, admins, null) { Leaver = parts, Reason = sign.Reason };
    }

    private static bool IsTheirs(RegisterEntry entry) => entry.Status.IsApproved() || entry.Status == EntryStatus.Legacy;

    internal static View Show(Announcement announcement, LeaverParts parts, Context context)
    {
        var (wording, left) = (context.Wording, announcement.Subject!);
        var first = wording.Fill(
            parts.Certain ? "leaver.left" : "leaver.unreachable",
            ("name", left.Name.Length > 0 ? left.Name : left.Id.Value),
            ("reason", announcement.Reason ?? "")
        );
        string[] lines =
        [
            first,
            parts.Entries.Count == 0
                ? ""
                : wording.Fill(
                    "leaver.owns",
                    ("n", CaseTexts.Number(parts.Entries.Count)),
                    ("ids", string.Join(", ", parts.Entries.Take(MostNamed)) + (parts.Entries.Count > MostNamed ? ", …" : ""))
                ),
            parts.Roles.Count == 0
                ? ""
                : wording.Fill("leaver.roles", ("roles", string.Join(", ", parts.Roles.Select(role => CaseTexts.Role(role, context))))),
            parts.IsAdmin ? wording["leaver.admin"] : "",
            wording["leaver.nothing"],
        ];
        return new View.Notice("", [.. lines.Where(line => line.Length > 0).Select(line => new LabelledText(line))])
        {
            Plain = Texts.Clip(first, 120),
            Buttons =
                parts.Entries.Count == 0
                    ? []
                    : [new(wording["handover.button"], Verbs.Say, Says: $"hand over everything of {left.Id.Value}")],
        };
    }
}
