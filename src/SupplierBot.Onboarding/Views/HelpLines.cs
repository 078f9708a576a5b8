using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Views;

/// <summary>What one can say, a line each, under the heading of its group. Up to four lines a group: more is a wall.</summary>
internal static class HelpLines
{
    private static readonly (string Group, string[] Commands)[] OfRequesters =
    [
        ("find_out", ["can_i_use", "find", "what_for", "policy"]),
        ("request", ["new", "mine", "remind", "withdraw"]),
        ("in_use", ["review", "changed", "incident", "exit"]),
        ("agreements", ["points", "documents", "contract", "owner"]),
    ];

    private static readonly (string Group, string[] Commands)[] OfDeciders =
    [
        ("decide", ["pending", "digest", "assign", "tier"]),
        ("agreements", ["points", "documents", "contract"]),
        ("away", ["delegate", "away", "back"]),
        ("else", ["can_i_use", "new", "find", "roles"]),
    ];

    /// <summary>Of those who read every request, beside what they decide.</summary>
    private static readonly (string Group, string[] Commands)[] OfReaders =
    [
        ("records", ["register", "download_register", "report", "pack"]),
        ("one_supplier", ["status", "explain", "schedule"]),
    ];

    /// <summary>Of those who decide nothing: auditors, and admins who hold no other role.</summary>
    private static readonly (string Group, string[] Commands)[] OfAuditors =
    [
        .. OfReaders,
        ("agreements", ["points", "documents", "contract"]),
        ("find_out", ["policy", "download_policy", "roles", "pending"]),
        ("else", ["can_i_use", "find", "new", "mine"]),
    ];

    private static readonly (string Group, string[] Commands)[] OfAdmins =
    [
        ("roles", ["roles", "roles_add", "roles_remove", "hand_over"]),
        ("register", ["import", "alias", "rename", "merge", "policy_proposal"]),
        ("channels", ["here", "not_here"]),
        ("messages", ["deliveries", "digest"]),
    ];

    public static bool IsAdmin(PersonId person, RoleHolders roles) => roles.Admins.Any(admin => roles.Same(admin.Id, person));

    /// <summary>What everybody may say.</summary>
    public static IReadOnlyList<LabelledText> ForAll(Wording wording) => Lines(OfRequesters, wording);

    public static IReadOnlyList<LabelledText> Of(PersonId person, Context context) =>
        [
            .. Lines(
                context.Roles.Decides(person) ? [.. OfDeciders, .. OfReaders]
                    : context.Roles.ReadsEverything(person) ? OfAuditors
                    : OfRequesters,
                context.Wording
            ),
            .. IsAdmin(person, context.Roles) ? Lines(OfAdmins, context.Wording) : [],
        ];

    private static IReadOnlyList<LabelledText> Lines((string Group, string[] Commands)[] groups, Wording wording) =>
        [
            .. groups.SelectMany(group =>
                group
                    .Commands.Select(command => new LabelledText(wording[$"help.{command}"], wording[$"help.{command}_say"]))
                    .Prepend(new LabelledText(wording[$"help.group_{group.Group}"]))
            ),
        ];
}
