using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>Refusals without a case to show. What a person may not see is answered like what does not exist.</summary>
internal static class Refusals
{
    public static Outcome NotMember(Context context) => Say("refusal.not_member", context, ("organisation", context.OrganisationName));

    /// <summary>
    /// A stranger's press on a review card says who decides, whether or not the case exists; a register entry is everybody's.
    /// </summary>
    public static Outcome UnknownCase(Request.OnCase asked, TurnState state, Policy policy, Context context) =>
        asked switch
        {
            { Press.Automatic: true } => new Outcome { Answer = null },
            Request.ShowCase { Press: { } press } when state.Entry is { } entry && IsEntry(press, entry) => Outcome.Say(
                EntryCard.Of([entry], policy, context)
            ),
            { Press: { Stamp.Case: null } press } when Named(press).Length == 0 => NothingChosen(context),
            _ when IsForReviewers(asked) => Say(
                "refusal.not_approver",
                context,
                ("role", CaseTexts.Role(RoleNames.Security, context)),
                ("names", CaseTexts.Names(context.Roles.Of(RoleNames.Security), context))
            ),
            _ => UnknownCase(Named(asked.Press!), context),
        };

    private static bool IsForReviewers(Request request) =>
        request
            is Request.ReviewCase
                or Request.Approve
                or Request.ApproveWithConditions
                or Request.Reject
                or Request.RequestInformation
                or Request.ResolveOpenPoint
                or Request.ChangeTier
                or Request.ClaimCase
                or Request.ConfirmCondition
                or Request.SendBackCondition
                or Request.NameOwner
                or Request.CheckEvidence
                or Request.AcceptClause
                or Request.RevokeApproval;

    /// <summary>A button of a list was pressed before one of its rows was picked; Slack, unlike Teams, lets people do that.</summary>
    public static Outcome NothingChosen(Context context) => Say("refusal.nothing_chosen", context);

    public static Outcome UnknownCase(string id, Context context) => Say("refusal.unknown_case", context, ("id", Texts.Clip(id, 24)));

    private static bool IsEntry(CardPress press, RegisterEntry entry) =>
        press.Target == entry.Id || press.Value(CardPress.Pick) == entry.Id;

    private static string Named(CardPress press) =>
        CaseNumbers.IsCaseOrEntry(press.Target) ? press.Target
        : press.Value(CardPress.Pick) is { Length: > 0 } picked ? picked
        : press.Stamp.Case ?? "";

    private static Outcome Say(string key, Context context, params ReadOnlySpan<(string Name, string Value)> holes)
    {
        var words = context.Wording.Fill(key, holes);
        return Outcome.Say(new View.Notice("", [new LabelledText(words)]) { Plain = Texts.Clip(words, 120) }) with { Refused = key };
    }
}
