using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Views;

/// <summary>What an entry says that another one answers for: it can be read, and nothing of it changes until the merge is undone.</summary>
internal static class MergedNotice
{
    /// <summary>Null where nothing keeps the request from being answered.</summary>
    public static Outcome? Refusal(CaseRequest request) =>
        request.Case.Merge is not { } merge || IsReading(request.Asked)
            ? null
            : request.Refuse("merge.is_merged", ("entry", request.Case.EntryId), ("into", merge.Into));

    /// <summary>Of an entry that no case stands behind.</summary>
    public static Outcome? Of(Request.OnCase asked, RegisterEntry entry, Policy policy, Context context) =>
        asked is { Press.Automatic: true } ? null
        : IsReading(asked) ? Outcome.Say(EntryCard.Of([entry], policy, context))
        : Outcome.Say(
            new View.Notice("", [new LabelledText(Words(entry, context))]) { Plain = Texts.Clip(Words(entry, context), 120) }
        ) with
        {
            Refused = "merge.is_merged",
        };

    private static string Words(RegisterEntry entry, Context context) =>
        context.Wording.Fill("merge.is_merged", ("entry", entry.Id), ("into", entry.MergedInto ?? ""));

    private static bool IsReading(Request.OnCase asked) =>
        asked
            is Request.ShowCase
                or Request.BackToCase
                or Request.ShowCaseDetails
                or Request.ExplainCase
                or Request.ShowEvidence
                or Request.OpenEvidence
                or Request.ShowClauses
                or Request.DownloadSchedule
                or Request.DownloadNeeds
                or Request.Undo;
}
