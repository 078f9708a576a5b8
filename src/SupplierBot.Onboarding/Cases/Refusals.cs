using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>Refusals without a case to show. What a person may not see is answered like what does not exist.</summary>
internal static class Refusals
{
    private static readonly string[] ReviewersOnly = ["review", "approve", "approve_conditions", "reject", "ask", "settle", "claim", "confirm", "revoke"];

    public static Outcome NotMember(Context context) => Say("refusal.not_member", context, ("organisation", context.OrganisationName));

    /// <summary>A stranger's press on a review card says who decides, whether or not the case exists; a register line is everybody's.</summary>
    public static Outcome UnknownCase(Input.Pressed press, TurnState state, Policy policy, Context context) => press switch
    {
        { Automatic: true } => new Outcome { Answer = null },
        { Verb: "open" } when state.Entry is { } entry && IsEntry(press, entry) => Outcome.Say(EntryCard.Of([entry], policy, context)),
        _ when ReviewersOnly.Contains(press.Verb) => Say(
            "refusal.not_approver",
            context,
            ("role", CaseTexts.Role(RoleHolders.Security, context)),
            ("names", CaseTexts.Names(context.Roles.Of(RoleHolders.Security), context))),
        _ => UnknownCase(Named(press), context),
    };

    public static Outcome UnknownCase(string id, Context context) => Say("refusal.unknown_case", context, ("id", Texts.Clip(id, 24)));

    private static bool IsEntry(Input.Pressed press, RegisterEntry entry) => press.Target == entry.Id || press.Value(CaseLists.Pick) == entry.Id;

    private static string Named(Input.Pressed press) =>
        press.Target.StartsWith("REQ-", StringComparison.Ordinal) || press.Target.StartsWith("SUP-", StringComparison.Ordinal) ? press.Target
        : press.Value(CaseLists.Pick) is { Length: > 0 } picked ? picked
        : press.Stamp.Case ?? "";

    private static Outcome Say(string key, Context context, params ReadOnlySpan<(string Name, string Value)> holes)
    {
        var words = context.Wording.Fill(key, holes);
        return Outcome.Say(new View.Notice("", [new LabelledText(words)]) { Plain = Texts.Clip(words, 120) }) with { Refused = key };
    }
}
